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
  readonly #labels: Int32Array;
  // Scratch space: all zero between calls.
  readonly #nearness: Float32Array;
  readonly #touched: Int32Array;
  readonly #bestOf: Int32Array;

  constructor(readonly data: NearestTextsData) {
    this.#starts = data.starts;
    this.#texts = data.texts;
    this.#weights = data.weights;
    this.#labels = data.labels;
    this.#nearness = new Float32Array(data.labels.length);
    this.#touched = new Int32Array(data.labels.length);
    this.#bestOf = new Int32Array(data.classCount);
  }

  /**
   * @param labelled - the vector and the class of each text
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
   * @returns the nearest text of each of the classes, in their order
   */
  near(vector: TermVector, labels: readonly number[], ignored = -1): Near[] {
    const count = this.#read(vector);
    const [touched, nearnessOf, bestOf, labelOf] = [
      this.#touched,
      this.#nearness,
      this.#bestOf,
      this.#labels,
    ];
    for (let index = 0; index < count; index += 1) {
      const text = touched[index]!;
      if (text === ignored) continue;
      const label = labelOf[text]!;
      const best = bestOf[label]!;
      if (best === 0 || nearnessOf[text]! > nearnessOf[best - 1]!) bestOf[label] = text + 1;
    }
    const near = labels.map((label): Near => {
      const text = bestOf[label]! - 1;
      return { text, nearness: nearnessOf[text] ?? 0 };
    });
    for (let index = 0; index < count; index += 1) {
      const text = touched[index]!;
      bestOf[labelOf[text]!] = 0;
      nearnessOf[text] = 0;
    }
    return near;
  }

  /** Adds up the nearness of each text; gives how many were touched. */
  #read(vector: TermVector): number {
    const { terms, weights } = vector;
    const [starts, texts, textWeights] = [this.#starts, this.#texts, this.#weights];
    const [touched, nearness] = [this.#touched, this.#nearness];
    let count = 0;
    for (const position of rarestWithin(vector, starts, MOST_POSTINGS)) {
      const start = starts[terms[position]!]!;
      const end = starts[terms[position]! + 1]!;
      const weight = weights[position]!;
      for (let place = start; place < end; place += 1) {
        const text = texts[place]!;
        if (nearness[text] === 0) {
          touched[count] = text;
          count += 1;
        }
        nearness[text]! += textWeights[place]! * weight;
      }
    }
    return count;
  }
}
