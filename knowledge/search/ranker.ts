// Tells what a message may ask for: which entry, which topic that the FAQ does not cover, or something else. Three
// kinds of evidence are weighed against each other as the FAQ's own texts suggest: some are held out and asked.
import { type Asked, calibrate, DEFAULT_THRESHOLDS, type Thresholds } from './calibrate.js';
import { ClassEvidence, type ClassEvidenceData, type LabelledText, type Spoken } from './classEvidence.js';
import { fitWeights, probabilitiesOf } from './evidenceWeights.js';
import { type Near, NearestTexts, type NearestTextsData } from './nearestTexts.js';
import { type Sample, Softmax, type SoftmaxData } from './softmax.js';
import type { TermVector } from './vocabulary.js';

/** The class of what has nothing to do with the FAQ; its entries are numbered from 1, topics not covered after them. */
export const BACKGROUND = 0;

export interface RankedText extends LabelledText {
  /** Whether somebody might ask it so. */
  readonly isQuestion: boolean;
}

/** What a message could be taken for. */
export interface Candidate extends Near, Spoken {}

export interface Scored extends Candidate {
  /** From 0 to 1. */
  readonly probability: number;
}

/** How many classes are told apart for one message. */
const MOST_CANDIDATES = 32;
/** How many of them a text of the training is told from, where there are more classes; found in few postings. */
const MOST_RIVALS = 8;
const POSTINGS_FOR_RIVALS = 1500;
/** The first texts of a class, its questions, tell which classes are its rivals. */
const TEXTS_FOR_RIVALS = 2;
/** Rounds over the texts; few are gone through more often than many, which say the same thing more often themselves. */
const MOST_EPOCHS = 2;
const ENOUGH_VISITS = 40_000;
/** One text in so many is held out, and one topic in so many as a whole, as one that nobody thought of would be. */
const HELD_OUT = 4;
const TOPICS_HELD_OUT = 8;
/** More texts would say no more. */
const MOST_HELD_OUT = 600;
/** How many kinds of evidence there are: softmax, nearness, and what the class says. */
const KINDS = 3;
/**
 * What counts how much in a usual FAQ: each kind of evidence; that an entry has most of the kind, for kinds that
 * agree are more to be believed; that it is the background, or a topic.
 */
const USUAL_WEIGHTS = [0.3, 2, 3, 1, 0.5, 0.5, 2, 0];
/** How many questions there are, for one with an answer: without one, and near to an entry that is missing. */
const UNANSWERED = 1;
const OF_MISSING_ENTRIES = 0.3;

export interface RankerData {
  readonly entryCount: number;
  readonly evidence: ClassEvidenceData;
  readonly nearest: NearestTextsData;
  readonly softmax: SoftmaxData;
  /** What each kind of evidence counts. */
  readonly weights: Float64Array;
  readonly thresholds: Thresholds;
}

export class Ranker {
  readonly thresholds: Thresholds;
  readonly #entryCount: number;
  readonly #evidence: ClassEvidence;
  readonly #nearest: NearestTexts;
  readonly #softmax: Softmax;
  readonly #weights: Float64Array;

  constructor(readonly data: RankerData) {
    this.thresholds = data.thresholds;
    this.#entryCount = data.entryCount;
    this.#evidence = new ClassEvidence(data.evidence);
    this.#nearest = new NearestTexts(data.nearest);
    this.#softmax = new Softmax(data.softmax);
    this.#weights = data.weights;
  }

  /**
   * @param texts - the examples, those of a class together
   * @param termCount - how many terms the vectors are numbered over
   */
  static train(
    texts: readonly RankedText[],
    termCount: number,
    entryCount: number,
    topicCount: number,
  ): Ranker {
    const classCount = 1 + entryCount + topicCount;
    const specific = texts.filter(({ label }) => label !== BACKGROUND);
    const untrained = new Ranker({
      entryCount,
      evidence: ClassEvidence.of(specific, termCount, classCount).data,
      nearest: NearestTexts.of(texts, termCount, classCount).data,
      softmax: Softmax.untrained(termCount, 1 + entryCount).data,
      weights: Float64Array.from(USUAL_WEIGHTS),
      thresholds: DEFAULT_THRESHOLDS,
    });
    return untrained.#trained(texts);
  }

  /** @returns the entries and topics that a message may ask for, and the background, the likeliest first */
  rank(vector: TermVector): Scored[] {
    return this.#scored(vector, this.#candidates(vector));
  }

  isEntry(label: number): boolean {
    return label !== BACKGROUND && label <= this.#entryCount;
  }

  /** The probability of an entry if the text of the vector were one of its alternates. */
  probabilityAsExample(vector: TermVector, label: number): number {
    const candidates = this.#candidates(vector);
    const own = candidates.find((each) => each.label === label);
    const others = candidates.filter((each) => each !== own);
    const example: Candidate = { label, text: -1, nearness: 1, evidence: own?.evidence ?? 0 };
    const scored = this.#scored(vector, [...others, example]);
    return scored.find((each) => each.label === label)?.probability ?? 0;
  }

  /** How much the term at a position of a vector adds to the score of an entry. */
  contribution(vector: TermVector, position: number, label: number): number {
    const [softmax = 0, , evidence = 0] = this.#weights;
    return (
      softmax * this.#softmax.contribution(vector, position, label) +
      evidence * this.#evidence.contribution(vector, position, label)
    );
  }

  #scored(vector: TermVector, candidates: readonly Candidate[]): Scored[] {
    const probabilities = probabilitiesOf(this.#evidenceOf(vector, candidates), this.#weights);
    // Every property by its name: to spread the candidate takes longer than all the rest.
    return candidates
      .map(({ label, evidence, text, nearness }, index): Scored => {
        return { label, evidence, text, nearness, probability: probabilities[index]! };
      })
      .sort((a, b) => b.probability - a.probability);
  }

  /** What speaks for each candidate in turn, in the order of the weights. */
  #evidenceOf(vector: TermVector, candidates: readonly Candidate[]): Float64Array {
    const labels = new Int32Array(candidates.length);
    for (let index = 0; index < labels.length; index += 1) {
      labels[index] = this.#softmaxLabel(candidates[index]!.label);
    }
    const softmax = this.#softmax.scores(vector, labels);
    const size = USUAL_WEIGHTS.length;
    const evidence = new Float64Array(candidates.length * size);
    const most = new Int32Array(KINDS).fill(-1);
    for (let index = 0; index < candidates.length; index += 1) {
      const candidate = candidates[index]!;
      const start = index * size;
      evidence[start] = softmax[index]!;
      // A text that is half alike says much less than half of what the same text says.
      evidence[start + 1] = candidate.nearness ** 2;
      evidence[start + 2] = candidate.evidence;
      if (candidate.label === BACKGROUND) evidence[start + 2 * KINDS] = 1;
      else if (!this.isEntry(candidate.label)) evidence[start + 2 * KINDS + 1] = 1;
      else {
        for (let kind = 0; kind < KINDS; kind += 1) {
          const before = most[kind]!;
          if (before < 0 || evidence[start + kind]! > evidence[before + kind]!) most[kind] = start;
        }
      }
    }
    for (let kind = 0; kind < KINDS; kind += 1) {
      if (most[kind]! >= 0) evidence[most[kind]! + KINDS + kind] = 1;
    }
    return evidence;
  }

  /** @param own - where the vector is that of a text of the index: its number and class, which then lacks that text */
  #candidates(vector: TermVector, own?: { readonly text: number; readonly label: number }): Candidate[] {
    const spoken = this.#evidence.strongest(vector, MOST_CANDIDATES, own && { ownClass: own.label });
    spoken.push({ label: BACKGROUND, evidence: 0 });
    const near = this.#nearest.near(
      vector,
      spoken.map(({ label }) => label),
      own?.text,
    );
    return spoken.map(({ label, evidence }, index): Candidate => {
      const { text, nearness } = near[index]!;
      return { label, evidence, text, nearness };
    });
  }

  /** Trains its softmax, and learns weights and thresholds for another ranker that has it, too. */
  #trained(texts: readonly RankedText[]): Ranker {
    const rivalsOf = this.#rivalsOf(texts);
    const samples = texts.map(({ vector, label }, index): Sample => ({
      vector,
      label: this.#softmaxLabel(label),
      candidates: rivalsOf(index),
    }));
    const every = Math.max(HELD_OUT, Math.ceil(texts.length / MOST_HELD_OUT));
    const isHeldOut = texts.map(
      ({ label, isQuestion }, index) => isQuestion && (this.#isUnknownTopic(label) || index % every === 1),
    );
    const epochs = Math.min(MOST_EPOCHS, Math.ceil(ENOUGH_VISITS / samples.length));
    this.#softmax.train(
      samples.filter((_, index) => !isHeldOut[index]),
      epochs,
    );
    const asked = this.#ask(texts, isHeldOut);
    const weights = fitWeights(asked, USUAL_WEIGHTS);
    const thresholds = calibrate(asked, (evidence) => probabilitiesOf(evidence, weights));
    this.#softmax.train(
      samples.filter((_, index) => isHeldOut[index]),
      epochs,
    );
    return new Ranker({ ...this.data, weights, thresholds });
  }

  /** Asks the texts that are held out, those that have an answer also as if their entry were missing. */
  #ask(texts: readonly RankedText[], isHeldOut: readonly boolean[]): Asked[] {
    const heldOut = texts
      .map(({ vector, label }, text) => ({ vector, label, text }))
      .filter(({ text }) => isHeldOut[text]);
    const count = (isCounted: (label: number) => boolean) =>
      heldOut.filter(({ label }) => isCounted(label)).length;
    const answered = count((label) => this.isEntry(label));
    const topics = count((label) => this.#isTopic(label));
    const background = heldOut.length - answered - topics;
    const kinds = Number(topics > 0) + Number(background > 0);
    return heldOut.flatMap(({ vector, label, text }): Asked[] => {
      const candidates = this.#candidates(vector, { text, label });
      const without = candidates.filter((each) => each.label !== label);
      if (this.isEntry(label)) {
        return [
          this.#asked(vector, candidates, 1, label),
          { ...this.#asked(vector, without, OF_MISSING_ENTRIES), isMissing: true },
        ];
      }
      const counts = (UNANSWERED * answered) / kinds / (this.#isTopic(label) ? topics : background);
      return [this.#asked(vector, this.#isUnknownTopic(label) ? without : candidates, counts)];
    });
  }

  /** @param entry - the one that answers it, by its label */
  #asked(vector: TermVector, candidates: readonly Candidate[], counts: number, entry?: number): Asked {
    const isEntry = candidates.map(({ label }) => this.isEntry(label));
    return {
      evidence: this.#evidenceOf(vector, candidates),
      isEntry,
      isRight: candidates.map(({ label }, index) =>
        entry === undefined ? !isEntry[index] : label === entry,
      ),
      hasAnswer: entry !== undefined,
      counts,
      isMissing: false,
    };
  }

  /** The classes that each text is told from in training, its own among them. */
  #rivalsOf(texts: readonly RankedText[]): (index: number) => Int32Array {
    if (1 + this.#entryCount <= MOST_CANDIDATES) {
      const all = Int32Array.from({ length: 1 + this.#entryCount }, (_, label) => label);
      return () => all;
    }
    const near = (index: number) =>
      this.#evidence
        .strongest(texts[index]!.vector, MOST_RIVALS, { mostPostings: POSTINGS_FOR_RIVALS })
        .map(({ label }) => this.#softmaxLabel(label));
    const firstTexts = new Map<number, number[]>();
    for (const [index, { label }] of texts.entries()) {
      const first = firstTexts.get(label);
      if (!first) firstTexts.set(label, [index]);
      else if (first.length < TEXTS_FOR_RIVALS) first.push(index);
    }
    const ofEntry = new Map(
      [...firstTexts].map(([label, first]) => [
        label,
        Int32Array.from(new Set([BACKGROUND, label, ...first.flatMap(near)])),
      ]),
    );
    // What the FAQ does not answer is not about one thing, so each of its texts has rivals of its own.
    return (index) =>
      this.isEntry(texts[index]!.label)
        ? ofEntry.get(texts[index]!.label)!
        : Int32Array.from(new Set([BACKGROUND, ...near(index)]));
  }

  #isTopic(label: number): boolean {
    return label > this.#entryCount;
  }

  /** Whether a topic is held out as a whole. */
  #isUnknownTopic(label: number): boolean {
    return this.#isTopic(label) && (label - this.#entryCount) % TOPICS_HELD_OUT === 2;
  }

  /** To the softmax, all that the FAQ does not answer is one class. */
  #softmaxLabel(label: number): number {
    return this.isEntry(label) ? label : BACKGROUND;
  }
}
