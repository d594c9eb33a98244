// Which act a text is: learnt from example utterances in the way the index learns questions, each act a class.
import type { Faq } from '../faq/schema.js';
import { worldMessages } from '../search/background.js';
import { questionsOf } from '../search/examples.js';
import { BACKGROUND, Ranker, type RankerData } from '../search/ranker.js';
import { Respeller } from '../search/respell.js';
import { Vocabulary, type VocabularyData } from '../search/vocabulary.js';
import { bareWords, normalise } from '../text/normalise.js';
import { type Act, ACTS, type ActExamples, loadActs } from './acts.js';

/** How probable each act is for a text; what is left to 1 is the probability that it is none. */
export type ActProbabilities = ReadonlyMap<Act, number>;

export interface ActIndexData {
  readonly vocabulary: VocabularyData;
  readonly ranker: RankerData;
  readonly exact: ReadonlyMap<string, Act>;
  readonly latinWords: ReadonlySet<string>;
}

/** Of a large FAQ, so many questions show well enough what a question is. */
const MAX_QUESTIONS = 3000;
/** Longer texts are no act; what they begin or end with may be. */
const MAX_LETTERS = 160;

export class ActIndex {
  readonly #vocabulary: Vocabulary;
  readonly #ranker: Ranker;
  readonly #respeller: Respeller;

  constructor(private readonly data: ActIndexData) {
    this.#vocabulary = Vocabulary.fromData(data.vocabulary);
    this.#ranker = new Ranker(data.ranker);
    this.#respeller = new Respeller(data.latinWords, {});
  }

  /**
   * @param faq - its questions are what is no act
   * @param examples - by act
   */
  static learn(faq: Faq, examples: Readonly<Record<Act, ActExamples>> = loadActs()): ActIndex {
    const says = ACTS.flatMap((act, index) =>
      [...new Set(examples[act].says)].map((text) => ({ text, label: 1 + index, isQuestion: true })),
    );
    const looksLike = ACTS.flatMap((act, index) =>
      examples[act].looksLike.map((text) => ({ text, label: 1 + ACTS.length + index, isQuestion: true })),
    );
    const others = [...questionsIn(faq), ...worldMessages()].map((text) => ({
      text,
      label: BACKGROUND,
      isQuestion: true,
    }));
    const all = [...says, ...looksLike, ...others];
    const { vocabulary, vectors } = Vocabulary.of(all, BACKGROUND);
    const texts = all.map((each, index) => ({ ...each, vector: vectors[index]! }));
    const exact = new Map(says.map(({ text, label }) => [bareWords(text), ACTS[label - 1]!]));
    return new ActIndex({
      vocabulary: vocabulary.toData(),
      ranker: Ranker.train(texts, vocabulary.size, ACTS.length, ACTS.length).data,
      exact,
      latinWords: new Set(all.flatMap(({ text }) => normalise(text).match(/\p{Script=Latin}+/gu) ?? [])),
    });
  }

  toData(): ActIndexData {
    return this.data;
  }

  /** The act whose example the whole text is, but for case, width and punctuation. */
  exact(text: string): Act | undefined {
    const emoji = emojiIn(text);
    if (emoji !== undefined) return EMOJI_ACTS[emoji];
    return text.length <= MAX_LETTERS ? this.data.exact.get(bareWords(text)) : undefined;
  }

  probabilities(text: string): ActProbabilities {
    if (text.length > MAX_LETTERS) return new Map();
    const exact = this.exact(text);
    if (exact !== undefined) return new Map([[exact, 1]]);
    const vector = this.#vocabulary.vectorOf(this.#respeller.respell(normalise(text)));
    const ranked = this.#ranker.rank(vector).filter(({ label }) => this.#ranker.isEntry(label));
    return new Map(ranked.map(({ label, probability }) => [ACTS[label - 1]!, probability]));
  }
}

/** What a picture says that is all of a message. */
const EMOJI_ACTS: Readonly<Record<string, Act>> = {
  '👍': 'helped',
  '👎': 'notHelped',
  '🙏': 'thank',
  '👌': 'acknowledge',
  '🆗': 'acknowledge',
  '✅': 'next',
  '❌': 'no',
  '❓': 'unsure',
  '👋': 'greet',
  '😊': 'acknowledge',
  '🙂': 'acknowledge',
  '😄': 'acknowledge',
  '🎉': 'acknowledge',
  '❤': 'thank',
  '😡': 'complain',
  '😠': 'complain',
  '🤬': 'complain',
  '😢': 'complain',
  '😭': 'complain',
  '🤔': 'unsure',
};

const IS_EMOJI = /\p{Extended_Pictographic}/u;
const MAX_EMOJI = 40;

/** The picture that a text consists of, once or several times, whatever its colour; undefined where two differ. */
function emojiIn(text: string): string | undefined {
  if (text.length > MAX_EMOJI || /[\p{L}\p{N}]/u.test(text) || !IS_EMOJI.test(text)) return undefined;
  const [first, ...others] = new Set(text.match(/\p{Extended_Pictographic}/gu));
  return others.length === 0 ? first : undefined;
}

function questionsIn(faq: Faq): string[] {
  const texts = [
    ...faq.entries.flatMap((entry) => [
      ...questionsOf(entry),
      ...entry.facts.filter(({ starts }) => !starts).flatMap(questionsOf),
    ]),
    ...faq.notCovered.flatMap(({ alternates }) => Object.values(alternates).flat()),
  ];
  const every = Math.max(1, Math.ceil(texts.length / MAX_QUESTIONS));
  return texts.filter((_, index) => index % every === 0);
}
