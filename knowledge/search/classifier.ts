// Tells which class of example texts a message belongs to: by the nearest text of each class, and by what a
// softmax regression has learnt to tell those classes apart.
import { type Near, NearestTexts } from './nearestTexts.js';
import { type Sample, Softmax, toProbabilities } from './softmax.js';
import type { TermVector } from './vocabulary.js';

export interface LabelledText {
  readonly vector: TermVector;
  /** The class, from 0. */
  readonly label: number;
}

/** A class that a message may belong to. */
export interface Scored extends Near {
  /** From 0 to 1. */
  readonly probability: number;
}

/** How many classes are told apart for one message. */
const MOST_CANDIDATES = 32;
/** What the nearness of the nearest text adds to a score. */
const NEARNESS_COUNTS = 4;
/** How many of them a text of the training is told from, where there are more classes; found in few postings. */
const MOST_RIVALS = 8;
const POSTINGS_FOR_RIVALS = 1500;
/** The first texts of a class, its questions, tell which classes are its rivals. */
const TEXTS_FOR_RIVALS = 2;
const MOST_EPOCHS = 4;
/** Rounds over all texts, after the rounds that leave out what is held out. */
const LAST_EPOCHS = 2;
/** Few texts are gone through more often than many, which say the same thing more often themselves. */
const ENOUGH_VISITS = 40_000;

export class Classifier {
  readonly #nearest: NearestTexts;
  readonly #softmax: Softmax;
  readonly #always: readonly number[];

  /**
   * @param texts - the examples
   * @param termCount - how many terms the vectors are numbered over
   * @param classCount - how many classes there are
   * @param always - classes that are weighed for every message, near or not
   */
  constructor(
    texts: readonly LabelledText[],
    termCount: number,
    classCount: number,
    always: readonly number[] = [],
    checked?: { readonly isHeldOut: Uint8Array; readonly check: (classify: Classify) => void },
  ) {
    this.#always = always;
    this.#nearest = new NearestTexts(texts, termCount, classCount);
    this.#softmax = new Softmax(termCount, classCount);
    const candidatesOf = this.#rivalsOf(texts, classCount);
    const samples = texts.map(({ vector, label }, index): Sample => ({
      vector,
      label,
      candidates: candidatesOf(index),
    }));
    const epochs = Math.min(MOST_EPOCHS, Math.ceil(ENOUGH_VISITS / samples.length));
    if (checked) {
      const { isHeldOut, check } = checked;
      this.#softmax.train(
        samples.filter((_, index) => isHeldOut[index] === 0),
        epochs,
      );
      check((vector) => this.classify(vector, isHeldOut));
      this.#softmax.train(samples, Math.min(epochs, LAST_EPOCHS));
    } else {
      this.#softmax.train(samples, epochs);
    }
  }

  /**
   * @param isIgnored - texts that don't count as near, by number
   * @returns the likeliest class first
   */
  classify(vector: TermVector, isIgnored?: Uint8Array): Scored[] {
    return this.#score(vector, this.#candidates(vector, isIgnored));
  }

  /** The classes that each text is told from in training, its own among them. */
  #rivalsOf(texts: readonly LabelledText[], classCount: number): (index: number) => Int32Array {
    if (classCount <= MOST_CANDIDATES) {
      const all = Int32Array.from({ length: classCount }, (_, label) => label);
      return () => all;
    }
    const near = (index: number) =>
      this.#nearest
        .near(texts[index]!.vector, MOST_RIVALS, { mostPostings: POSTINGS_FOR_RIVALS })
        .map(({ label }) => label);
    const firstTexts = new Map<number, number[]>();
    for (const [index, { label }] of texts.entries()) {
      const first = firstTexts.get(label);
      if (!first) firstTexts.set(label, [index]);
      else if (first.length < TEXTS_FOR_RIVALS) first.push(index);
    }
    const ofClass = new Map(
      [...firstTexts].map(([label, first]) => [
        label,
        Int32Array.from(new Set([...this.#always, label, ...first.flatMap(near)])),
      ]),
    );
    // A class that is always weighed is not about one thing, so each of its texts has rivals of its own.
    return (index) => {
      const { label } = texts[index]!;
      return this.#always.includes(label)
        ? Int32Array.from(new Set([...this.#always, ...near(index)]))
        : ofClass.get(label)!;
    };
  }

  #score(vector: TermVector, candidates: readonly Near[]): Scored[] {
    const scores = this.#softmax.scores(
      vector,
      Int32Array.from(candidates, ({ label }) => label),
    );
    for (const [index, { nearness }] of candidates.entries()) scores[index]! += NEARNESS_COUNTS * nearness;
    const probabilities = toProbabilities(scores);
    return candidates
      .map((near, index): Scored => ({ ...near, probability: probabilities[index]! }))
      .sort((a, b) => b.probability - a.probability);
  }

  /** The probability of a class if the text of the vector were one of its examples. */
  probabilityAsExample(vector: TermVector, label: number): number {
    const candidates = this.#candidates(vector).filter((near) => near.label !== label);
    const scored = this.#score(vector, [...candidates, { label, text: -1, nearness: 1 }]);
    return scored.find((each) => each.label === label)?.probability ?? 0;
  }

  /** How much the term at a position of a vector adds to the score of a class. */
  contribution(vector: TermVector, position: number, label: number): number {
    return this.#softmax.contribution(vector, position, label);
  }

  #candidates(vector: TermVector, isIgnored?: Uint8Array): Near[] {
    const near = this.#nearest.near(vector, MOST_CANDIDATES, { isIgnored });
    for (const label of this.#always) {
      if (!near.some((each) => each.label === label)) near.push({ label, text: -1, nearness: 0 });
    }
    return near;
  }
}

export type Classify = (vector: TermVector) => Scored[];
