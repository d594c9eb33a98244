// An inverted index over texts: which class has the text that is most like a message.
import { type LabelledText, rarestWithin } from './classEvidence.js';
import type { TermVector } from './vocabulary.js';

/** The text of a class that is nearest to a message. */
export interface Near {
  /** Its number, -1 where none shares a term with the message. */
  readonly text: number;
  /** The cosine of the angle between the two, from 0 to 1. */
  readonly nearness: number;
}

/** Rare terms are looked up first, and common ones no more when so many postings were read. */
const MOST_POSTINGS = 10_000;

export interface NearestTextsData {
  /** Where the postings of each term begin; they are texts and the weight of the term in them. */
  readonly starts: Int32Array;
  readonly texts: Int32Array;
  readonly weights: Float32Array;
  /** The class of each text. */
  readonly labels: Int32Array;
  readonly classCount: number;
}

export class NearestTexts {
  readonly #starts: Int32Array;
  readonly #texts: Int32Array;
  readonly #weights: Float32Array;
  /** Where the texts of each class begin and end. */
  readonly #firsts: Int32Array;
  readonly #ends: Int32Array;
  // Scratch space: all zero between calls.
  readonly #nearness: Float32Array;

  constructor(readonly data: NearestTextsData) {
    this.#starts = data.starts;
    this.#texts = data.texts;
    this.#weights = data.weights;
    this.#firsts = new Int32Array(data.classCount);
    this.#ends = new Int32Array(data.classCount);
    for (const [number, label] of data.labels.entries()) {
      if (this.#ends[label] === 0) this.#firsts[label] = number;
      this.#ends[label] = number + 1;
    }
    this.#nearness = new Float32Array(data.labels.length);
  }

  /**
   * @param labelled - the vector and the class of each text, those of a class together
   * @param termCount - how many terms the vectors are numbered over
   * @param classCount - how many classes there are
   */
  static of(labelled: readonly LabelledText[], termCount: number, classCount: number): NearestTexts {
    const starts = new Int32Array(termCount + 1);
    for (const { vector } of labelled) for (const term of vector.terms) starts[term + 1]! += 1;
    for (let term = 0; term < termCount; term += 1) starts[term + 1]! += starts[term]!;
    const next = starts.slice();
    const texts = new Int32Array(starts[termCount]!);
    const weights = new Float32Array(starts[termCount]!);
    for (const [number, { vector }] of labelled.entries()) {
      for (let position = 0; position < vector.terms.length; position += 1) {
        const term = vector.terms[position]!;
        const place = next[term]!;
        next[term] = place + 1;
        texts[place] = number;
        weights[place] = vector.weights[position]!;
      }
    }
    const labels = Int32Array.from(labelled, ({ label }) => label);
    return new NearestTexts({ starts, texts, weights, labels, classCount });
  }

  /**
   * @param labels - the classes to look at
   * @param ignored - a text that does not count, by number
   * @returns the nearest text of each of the classes, in their order; of texts that are equally near the first
   */
  near(vector: TermVector, labels: Iterable<number>, ignored = -1): Near[] {
    this.#read(vector);
    const nearnessOf = this.#nearness;
    const near: Near[] = [];
    for (const label of labels) {
      const end = this.#ends[label]!;
      let nearest = -1;
      let nearness = 0;
      for (let text = this.#firsts[label]!; text < end; text += 1) {
        if (nearnessOf[text]! <= nearness || text === ignored) continue;
        nearest = text;
        nearness = nearnessOf[text]!;
      }
      near.push({ text: nearest, nearness });
    }
    nearnessOf.fill(0);
    return near;
  }

  /** Adds up the nearness of each text. */
  #read(vector: TermVector): void {
    const { terms, weights } = vector;
    const [starts, texts, textWeights, nearness] = [this.#starts, this.#texts, this.#weights, this.#nearness];
    for (const position of rarestWithin(vector, starts, MOST_POSTINGS)) {
      const end = starts[terms[position]! + 1]!;
      const weight = weights[position]!;
      // Nothing else is done here: most of what a message costs is spent in this loop.
      for (let place = starts[terms[position]!]!; place < end; place += 1) {
        nearness[texts[place]!]! += textWeights[place]! * weight;
      }
    }
  }
}
