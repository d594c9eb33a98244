// Which of some labels a short text belongs to: learnt from example utterances in the way the index learns questions, each
// label a class.
import { BACKGROUND, Ranker, type RankerData } from '../search/ranker.js';
import { Respeller } from '../search/respell.js';
import { Vocabulary, type VocabularyData } from '../search/vocabulary.js';
import { bareWords, normalise } from '../text/normalise.js';

/** What people say that belongs to a label, and what looks like it and belongs to none. */
export interface Examples {
  readonly says: readonly string[];
  readonly looksLike: readonly string[];
}

/** How probable each label is; what is left to 1 is the probability that it is none. */
export type Probabilities<Label> = ReadonlyMap<Label, number>;

export interface PhraseIndexData<Label> {
  readonly labels: readonly Label[];
  readonly vocabulary: VocabularyData;
  readonly ranker: RankerData;
  readonly exact: ReadonlyMap<string, Label>;
  readonly latinWords: ReadonlySet<string>;
}

/** Longer texts belong to no label; what they begin or end with may. */
const MAX_LETTERS = 160;

export class PhraseIndex<Label> {
  readonly #vocabulary: Vocabulary;
  readonly #ranker: Ranker;
  readonly #respeller: Respeller;

  constructor(readonly data: PhraseIndexData<Label>) {
    this.#vocabulary = Vocabulary.fromData(data.vocabulary);
    this.#ranker = new Ranker(data.ranker);
    this.#respeller = new Respeller(data.latinWords, {});
  }

  /**
   * @param examples - by label
   * @param others - texts that belong to none
   */
  static learn<Label>(
    examples: readonly (readonly [Label, Examples])[],
    others: readonly string[],
  ): PhraseIndex<Label> {
    const labels = examples.map(([label]) => label);
    const says = examples.flatMap(([, each], index) =>
      [...new Set(each.says)].map((text) => ({ text, label: 1 + index, isQuestion: true })),
    );
    const looksLike = examples.flatMap(([, each], index) =>
      each.looksLike.map((text) => ({ text, label: 1 + labels.length + index, isQuestion: true })),
    );
    const all = [
      ...says,
      ...looksLike,
      ...others.map((text) => ({ text, label: BACKGROUND, isQuestion: true })),
    ];
    const { vocabulary, vectors } = Vocabulary.of(all, BACKGROUND);
    const texts = all.map((each, index) => ({ ...each, vector: vectors[index]! }));
    return new PhraseIndex({
      labels,
      vocabulary: vocabulary.toData(),
      ranker: Ranker.train(texts, vocabulary.size, labels.length, labels.length).data,
      exact: new Map(says.map(({ text, label }) => [bareWords(text), labels[label - 1]!])),
      latinWords: new Set(all.flatMap(({ text }) => normalise(text).match(/\p{Script=Latin}+/gu) ?? [])),
    });
  }

  /** The label whose example the whole text is, but for case, width and punctuation. */
  exact(text: string): Label | undefined {
    return text.length <= MAX_LETTERS ? this.data.exact.get(bareWords(text)) : undefined;
  }

  probabilities(text: string): Probabilities<Label> {
    if (text.length > MAX_LETTERS) return new Map();
    const exact = this.exact(text);
    if (exact !== undefined) return new Map([[exact, 1]]);
    const vector = this.#vocabulary.vectorOf(this.#respeller.respell(normalise(text)));
    const ranked = this.#ranker.rank(vector).filter(({ label }) => this.#ranker.isEntry(label));
    return new Map(ranked.map(({ label, probability }) => [this.data.labels[label - 1]!, probability]));
  }
}
