// One index over a FAQ in all its languages: which entry, and which of its facts, a message asks for.
import type { Language } from '../faq/language.js';
import type { Entry, Fact, Faq, UncoveredTopic } from '../faq/schema.js';
import { backgroundMessages } from './background.js';
import { changesOf, type ExplainedCandidate, type Explanation, wordsOf } from './explain.js';
import { examplesOf, NONE, type Part, questionsOf, type Target } from './examples.js';
import type { Candidate, Match } from './match.js';
import { normalise } from '../text/normalise.js';
import { PartClassifier, type PartClassifierData } from './partClassifier.js';
import { Respeller } from './respell.js';
import { withoutSalutation } from './salutation.js';
import { BACKGROUND, Ranker, type RankerData, type Scored } from './ranker.js';
import { sentencesIn } from '../text/sentences.js';
import { toProbabilities } from './evidenceWeights.js';
import { type Suggestion, Suggester } from './suggest.js';
import { termText } from './terms.js';
import { boundedText } from '../text/boundedText.js';
import { type TermVector, Vocabulary, type VocabularyData } from './vocabulary.js';

export type { Candidate, Match } from './match.js';

/** What finds the entry that a message asks for. */
export type QuestionIndex = Pick<FaqIndex, 'faq' | 'match' | 'explain' | 'suggestions'>;

/** From which probability among its like on a fact is taken for what is asked. */
const FACT_IS_MEANT = 0.5;
/** From which one on it is better not to deny that it is. */
const FACT_MAY_BE_MEANT = 0.05;
/** To name a wrong topic is odd, to name none is not. */
const TOPIC_IS_MEANT = 0.5;
/** A second candidate with more than this share of the first one's confidence makes the bot ask back. */
const TOO_CLOSE = 0.4;
/** A single word rarely says what is asked about it. */
const SINGLE_WORD_IS_ENOUGH = 0.95;
/** From which probability on an entry is suggested where letters alone find too few. */
const WORTH_SUGGESTING = 0.15;
/** What the clearest sentence of a message counts, beside the message as a whole. */
const CLEAREST_SENTENCE_COUNTS = 0.25;
/** Keeps the logarithm of nothing finite. */
const UNLIKELY = 1e-6;
const HAS_LETTERS = /\p{L}/u;
const MOST_CHOICES = 3;
/** How many terms an explanation names for each candidate. */
const MOST_EXPLAINED = 8;
/** A message as the index sees it. */
interface Look {
  readonly match: Match;
  readonly respelled: string;
  readonly vector: TermVector;
  /** What it may ask for, the likeliest first. */
  readonly scored: readonly Scored[];
}

/** An entry or a fact of one. */
type Subject = Omit<Candidate, 'confidence'>;

/** What an index has learnt from its FAQ. */
interface Learnt {
  readonly vocabulary: Vocabulary;
  readonly ranker: Ranker;
  readonly parts: ReadonlyMap<Target, PartClassifier>;
  /** Questions and titles by their bare spelling. */
  readonly exact: ReadonlyMap<string, Subject>;
  readonly latinWords: ReadonlySet<string>;
}

/** The same as values that can be serialized, together with the FAQ, whose entries and facts they hold. */
export interface FaqIndexData extends Pick<Learnt, 'exact' | 'latinWords'> {
  readonly vocabulary: VocabularyData;
  readonly ranker: RankerData;
  readonly parts: ReadonlyMap<Target, PartClassifierData>;
}

export class FaqIndex {
  readonly #learnt: Learnt;
  readonly #vocabulary: Vocabulary;
  readonly #ranker: Ranker;
  readonly #parts: ReadonlyMap<Target, PartClassifier>;
  readonly #exact: ReadonlyMap<string, Subject>;
  readonly #respeller: Respeller;
  #suggester: Suggester | undefined;

  /** Builds the index of a FAQ, unless what one has learnt from it is given; the same FAQ gives the same index. */
  constructor(
    readonly faq: Faq,
    learnt: Learnt = learnFrom(faq),
  ) {
    this.#learnt = learnt;
    this.#vocabulary = learnt.vocabulary;
    this.#ranker = learnt.ranker;
    this.#parts = learnt.parts;
    this.#exact = learnt.exact;
    this.#respeller = new Respeller(learnt.latinWords, faq.readings);
  }

  static fromData(faq: Faq, { vocabulary, ranker, parts, ...rest }: FaqIndexData): FaqIndex {
    return new FaqIndex(faq, {
      ...rest,
      vocabulary: Vocabulary.fromData(vocabulary),
      ranker: new Ranker(ranker),
      parts: new Map([...parts].map(([target, data]) => [target, new PartClassifier(data)])),
    });
  }

  toData(): FaqIndexData {
    const { vocabulary, ranker, parts, exact, latinWords } = this.#learnt;
    return {
      exact,
      latinWords,
      vocabulary: vocabulary.toData(),
      ranker: ranker.data,
      parts: new Map([...parts].map(([target, { data }]) => [target, data])),
    };
  }

  /** @param message - what the user wrote, in any mixture of the FAQ's languages */
  match(message: string): Match {
    return this.#look(message).match;
  }

  /**
   * Questions that a person who has typed so much may want to ask.
   * @param partial - in either language; empty gives the FAQ's highlights
   * @param language - of the titles and questions to give
   * @returns the best first, `limit` at most
   */
  suggestions(partial: string, language: Language, limit: number): Suggestion[] {
    this.#suggester ??= new Suggester(this.faq);
    return this.#suggester.suggestions(partial, language, limit, () => {
      const { match, vector } = this.#look(partial);
      if (match.outcome === 'answer') return [match.answer];
      return match.candidates
        .filter(({ confidence }) => confidence >= WORTH_SUGGESTING)
        .map(({ entry }) => ({ entry, ...this.#factOf(entry, vector) }));
    });
  }

  /** The entries with the texts that are most like a text, and how like they are, from 0 to 1. */
  nearestTo(text: string): { readonly entry: Entry; readonly nearness: number }[] {
    return this.#ranker
      .rank(this.#vocabulary.vectorOf(text))
      .filter(({ label }) => this.#ranker.isEntry(label))
      .map(({ label, nearness }) => ({ entry: this.#entryOf(label), nearness }));
  }

  explain(message: string): Explanation {
    const { match, respelled, vector, scored } = this.#look(message);
    const none = scored.find(({ label }) => !this.#ranker.isEntry(label));
    const texts = examplesOf(this.faq).map((example) => example.text);
    const candidates = match.candidates.map(({ entry, confidence }): ExplainedCandidate => {
      const label = 1 + this.faq.entries.indexOf(entry);
      const near = scored.find((each) => each.label === label);
      const terms = [...vector.terms].map((number, position) => ({
        term: termText(this.#vocabulary.term(number)),
        weight: this.#ranker.contribution(vector, position, label),
      }));
      return {
        entry,
        confidence,
        nearest: { text: texts[near?.text ?? -1] ?? '', nearness: near?.nearness ?? 0 },
        terms: terms.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MOST_EXPLAINED),
        asAlternate: this.#ranker.probabilityAsExample(vector, label),
      };
    });
    return {
      match,
      respelled,
      thresholds: this.#ranker.thresholds,
      none: { probability: this.#probabilityOfNone(scored), nearest: texts[none?.text ?? -1] },
      candidates,
      unknownWords: wordsOf(respelled).filter((word) => !this.#vocabulary.knows(word)),
      changes: changesOf(respelled, (text) => this.match(text)),
    };
  }

  #look(message: string): Look {
    const text = boundedText(message);
    const normalised = normalise(text);
    const asked = withoutSalutation(text);
    const respelled = this.#respeller.respell(asked === text ? normalised : normalise(asked));
    const vector = this.#vocabulary.vectorOf(respelled);
    const scored = this.#withClearestSentence(this.#ranker.rank(vector), respelled);
    const candidates = scored
      .filter(({ label }) => this.#ranker.isEntry(label))
      .slice(0, MOST_CHOICES)
      .map(({ label, probability }): Candidate => ({
        entry: this.#entryOf(label),
        confidence: probability,
      }));
    const exact = this.#exact.get(bareOf(normalised));
    const match = exact ? exactMatch(exact, candidates) : this.#decide(respelled, vector, candidates, scored);
    return { match, respelled, vector, scored };
  }

  /** A story before the question hides it; a sentence that says more clearly what the whole says is believed. */
  #withClearestSentence(scored: readonly Scored[], text: string): readonly Scored[] {
    const first = scored.find(({ label }) => this.#ranker.isEntry(label));
    let clearest: readonly Scored[] | undefined;
    let highest = first?.probability ?? 1;
    for (const sentence of sentencesIn(text)) {
      const own = this.#ranker.rank(this.#vocabulary.vectorOf(sentence));
      const best = own.find(({ label }) => this.#ranker.isEntry(label));
      if (best?.label !== first?.label || (best?.probability ?? 0) <= highest) continue;
      highest = best!.probability;
      clearest = own;
    }
    if (!clearest) return scored;
    const inClearest = new Map(clearest.map(({ label, probability }) => [label, probability]));
    const together = toProbabilities(
      Float64Array.from(
        scored,
        ({ label, probability }) =>
          (1 - CLEAREST_SENTENCE_COUNTS) * Math.log(probability + UNLIKELY) +
          CLEAREST_SENTENCE_COUNTS * Math.log((inClearest.get(label) ?? 0) + UNLIKELY),
      ),
    );
    return scored
      .map((each, index) => ({ ...each, probability: together[index]! }))
      .sort((a, b) => b.probability - a.probability);
  }

  #decide(
    text: string,
    vector: TermVector,
    candidates: readonly Candidate[],
    scored: readonly Scored[],
  ): Match {
    const none = this.#probabilityOfNone(scored);
    const [first, second] = candidates;
    const isLikely = first !== undefined && first.confidence >= this.#ranker.thresholds.answer;
    const isVague =
      (second?.confidence ?? 0) > TOO_CLOSE * (first?.confidence ?? 0) ||
      ((first?.confidence ?? 0) < SINGLE_WORD_IS_ENOUGH && isSingleWord(text));
    if (isLikely && !isVague) {
      return { outcome: 'answer', answer: { ...first, ...this.#factOf(first.entry, vector) }, candidates };
    }
    const isPossible = (first?.confidence ?? 0) >= this.#ranker.thresholds.answer / 2;
    if (isLikely || (isPossible && HAS_LETTERS.test(text) && 1 - none >= this.#ranker.thresholds.clarify)) {
      const likely = candidates.filter(({ confidence }, rank) => rank < 2 || confidence >= none);
      const choices = likely.map((candidate) => ({ ...candidate, ...this.#factOf(candidate.entry, vector) }));
      return { outcome: 'clarify', choices, candidates };
    }
    const topic = this.#topicOf(scored, none);
    return { outcome: 'none', ...(topic && { topic }), candidates };
  }

  #topicOf(scored: readonly Scored[], none: number): UncoveredTopic | undefined {
    const likeliest = scored.find(({ label }) => !this.#ranker.isEntry(label));
    if (!likeliest || likeliest.probability < TOPIC_IS_MEANT * none) return undefined;
    return this.faq.notCovered[likeliest.label - 1 - this.faq.entries.length];
  }

  #probabilityOfNone(scored: readonly Scored[]): number {
    return scored.reduce(
      (sum, { label, probability }) => (this.#ranker.isEntry(label) ? sum : sum + probability),
      0,
    );
  }

  #entryOf(label: number): Entry {
    return this.faq.entries[label - 1]!;
  }

  #factOf(entry: Entry, vector: TermVector): Pick<Candidate, 'fact' | 'rivals'> {
    const parts = [...(this.#parts.get(entry)?.probabilities(vector) ?? [])] as [Fact | undefined, number][];
    const fact = parts.find(([, probability]) => probability >= FACT_IS_MEANT)?.[0];
    const rivals = parts
      .filter(([part, probability]) => part !== fact && probability >= FACT_MAY_BE_MEANT)
      .map(([part, confidence]) => ({ subject: part ?? entry, confidence }));
    return { ...(fact && { fact }), ...(rivals.length > 0 && { rivals }) };
  }
}

function learnFrom(faq: Faq): Learnt {
  const entryLabels = new Map<Target, number>(faq.entries.map((entry, index) => [entry, 1 + index]));
  const topicLabels = new Map<Part, number>(
    faq.notCovered.map((topic, index) => [topic, 1 + faq.entries.length + index]),
  );
  const examples = examplesOf(faq).map((example) => ({
    ...example,
    label: entryLabels.get(example.target) ?? topicLabels.get(example.part) ?? BACKGROUND,
  }));
  const { vocabulary, vectors } = Vocabulary.of(examples, BACKGROUND);
  const texts = examples.map((example, index) => ({
    ...example,
    vector: vectors[index]!,
    isQuestion: example.kind === 'question',
  }));
  return {
    vocabulary,
    ranker: Ranker.train(texts, vocabulary.size, faq.entries.length, faq.notCovered.length),
    parts: PartClassifier.forEach(texts.filter(({ target }) => target !== NONE)),
    exact: exactQuestions(faq),
    latinWords: latinWords(faq),
  };
}

function exactMatch(exact: Subject, candidates: readonly Candidate[]): Match {
  const answer = { ...exact, confidence: 1 };
  const others = candidates.filter(({ entry }) => entry !== exact.entry);
  return { outcome: 'answer', answer, candidates: [{ entry: exact.entry, confidence: 1 }, ...others] };
}

/** Questions and titles by their bare spelling: what a button sends must find its own answer. */
function exactQuestions(faq: Faq): Map<string, Subject> {
  const exact = new Map<string, Subject>();
  const add = (subject: Subject) => {
    const { title } = subject.fact ?? subject.entry;
    for (const text of [...questionsOf(subject.fact ?? subject.entry), title.en, title.ja])
      exact.set(bare(text), subject);
  };
  for (const entry of faq.entries) {
    for (const fact of entry.facts) add({ entry, fact });
    add({ entry });
  }
  return exact;
}

function bare(text: string): string {
  return bareOf(normalise(text));
}

/** Letters and digits, with single spaces for all between them. */
function bareOf(normalised: string): string {
  return normalised.replace(/ ?[\p{P}\p{S}][\p{P}\p{S} ]*/gu, ' ').trim();
}

function latinWords(faq: Faq): Set<string> {
  const texts = [
    ...faq.entries.flatMap((entry) => [...questionsOf(entry), ...entry.facts.flatMap(questionsOf)]),
    ...faq.notCovered.flatMap((topic) => [...topic.alternates.en, ...topic.alternates.ja]),
    ...backgroundMessages(),
  ];
  return new Set(texts.flatMap((text) => normalise(text).match(/\p{Script=Latin}+/gu) ?? []));
}

/** One Latin word, or as few Japanese characters as a word and an ending have. */
function isSingleWord(text: string): boolean {
  const bare = text.replace(/^[\p{P}\p{S}\s]+|(?<![\p{P}\p{S}\s])[\p{P}\p{S}\s]+$/gu, '');
  return /^(?:[\p{Script=Latin}\p{N}'-]+|[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]{1,6})$/u.test(
    bare,
  );
}
