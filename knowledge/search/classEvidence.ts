// An inverted index over classes: how much of what a message says do all texts of a class together say, by
// BM25 (Robertson, Walker 1994).
import type { TermVector } from './vocabulary.js';

export interface LabelledText {
  readonly vector: TermVector;
  /** The class, from 0. */
  readonly label: number;
}

/** A class that speaks of what a message says. */
export interface Spoken {
  readonly label: number;
  /** The share of the message that it accounts for, weighed. */
  readonly evidence: number;
}

/** How soon more texts of a class with a term say no more. */
const SATURATION = 1.2;
/** How far long classes are held back, from 0 to 1. */
const LENGTH_COUNTS = 0.75;
/** Rare terms are looked up first, and common ones no more when so many postings were read. */
const MOST_POSTINGS = 10_000;

export interface ClassEvidenceData {
  /** Where the postings of each term begin; they are classes and how many of their texts hold the term. */
  readonly starts: Int32Array;
  readonly classes: Int32Array;
  readonly counts: Int32Array;
  /** How many texts with a term make half of its evidence, for each class. */
  readonly half: Float32Array;
}

export class ClassEvidence {
  readonly #starts: Int32Array;
  readonly #classes: Int32Array;
  readonly #counts: Int32Array;
  readonly #half: Float32Array;
  // Scratch space: all zero between calls.
  readonly #evidence: Float32Array;
  readonly #touched: Int32Array;

  constructor(readonly data: ClassEvidenceData) {
    this.#starts = data.starts;
    this.#classes = data.classes;
    this.#counts = data.counts;
    this.#half = data.half;
    this.#evidence = new Float32Array(data.half.length);
    this.#touched = new Int32Array(data.half.length);
  }

  /**
   * @param texts - the vector and the class of each, those of a class together
   * @param termCount - how many terms the vectors are numbered over
   * @param classCount - how many classes there are
   */
  static of(texts: readonly LabelledText[], termCount: number, classCount: number): ClassEvidence {
    const lastClass = new Int32Array(termCount).fill(-1);
    const lengths = new Float32Array(classCount);
    const starts = new Int32Array(termCount + 1);
    for (const { vector, label } of texts) {
      lengths[label]! += vector.terms.length;
      for (const term of vector.terms) {
        if (lastClass[term] !== label) starts[term + 1]! += 1;
        lastClass[term] = label;
      }
    }
    for (let term = 0; term < termCount; term += 1) starts[term + 1]! += starts[term]!;
    const classes = new Int32Array(starts[termCount]!);
    const counts = new Int32Array(starts[termCount]!);
    const next = starts.slice();
    lastClass.fill(-1);
    for (const { vector, label } of texts) {
      for (const term of vector.terms) {
        if (lastClass[term] !== label) {
          classes[next[term]!] = label;
          next[term]! += 1;
          lastClass[term] = label;
        }
        counts[next[term]! - 1]! += 1;
      }
    }
    const used = lengths.filter((length) => length > 0);
    const mean = used.reduce((sum, length) => sum + length, 0) / (used.length || 1) || 1;
    const half = lengths.map((length) => SATURATION * (1 - LENGTH_COUNTS + (LENGTH_COUNTS * length) / mean));
    return new ClassEvidence({ starts, classes, counts, half });
  }

  /**
   * @param most - how many classes to give at most
   * @param ownClass - where the vector is that of a text of the index: its class, which is to be looked at as if it
   *   did not hold that text
   * @param mostPostings - how many to read; the commonest terms are left out beyond
   * @returns the classes with most evidence first
   */
  strongest(
    vector: TermVector,
    most: number,
    { ownClass = -1, mostPostings = MOST_POSTINGS }: { ownClass?: number; mostPostings?: number } = {},
  ): Spoken[] {
    const [evidence, touched] = [this.#evidence, this.#touched];
    const count = this.#read(vector, ownClass, mostPostings);
    const strongest: Spoken[] = [];
    for (let index = 0; index < count; index += 1) {
      const label = touched[index]!;
      const own = evidence[label]!;
      evidence[label] = 0;
      if (strongest.length === most && own <= strongest[most - 1]!.evidence) continue;
      let place = Math.min(strongest.length, most - 1);
      while (place > 0 && strongest[place - 1]!.evidence < own) {
        strongest[place] = strongest[place - 1]!;
        place -= 1;
      }
      strongest[place] = { label, evidence: own };
    }
    return strongest;
  }

  /** How much the term at a position of a vector adds to the evidence of a class. */
  contribution({ terms, weights }: TermVector, position: number, label: number): number {
    for (
      let place = this.#starts[terms[position]!]!;
      place < this.#starts[terms[position]! + 1]!;
      place += 1
    ) {
      const count = this.#counts[place]!;
      if (this.#classes[place] === label) return (weights[position]! * count) / (count + this.#half[label]!);
    }
    return 0;
  }

  /** Adds up the evidence of each class; gives how many were touched. */
  #read(vector: TermVector, ownClass: number, mostPostings: number): number {
    const { terms, weights } = vector;
    const [starts, classes, counts, half] = [this.#starts, this.#classes, this.#counts, this.#half];
    const [touched, evidence] = [this.#touched, this.#evidence];
    let count = 0;
    for (const position of rarestWithin(vector, starts, mostPostings)) {
      const start = starts[terms[position]!]!;
      const end = starts[terms[position]! + 1]!;
      const weight = weights[position]!;
      for (let place = start; place < end; place += 1) {
        const label = classes[place]!;
        const texts = label === ownClass ? counts[place]! - 1 : counts[place]!;
        if (texts === 0) continue;
        if (evidence[label] === 0) {
          touched[count] = label;
          count += 1;
        }
        evidence[label]! += (weight * texts) / (texts + half[label]!);
      }
    }
    return count;
  }
}

/**
 * The positions of a vector whose terms' postings to read: where all together are too many, the rarest terms first, and
 * the first of them however many it has.
 * @param starts - where the postings of each term begin
 */
export function rarestWithin({ terms }: TermVector, starts: Int32Array, mostPostings: number): Int32Array {
  const count = terms.length;
  const positions = new Int32Array(count);
  // How many postings and the position in one number: typed arrays sort numbers much faster than by a function.
  const lengths = new Float64Array(count);
  let all = 0;
  for (let position = 0; position < count; position += 1) {
    const length = starts[terms[position]! + 1]! - starts[terms[position]!]!;
    positions[position] = position;
    lengths[position] = length * count + position;
    all += length;
  }
  if (all <= mostPostings) return positions;
  lengths.sort();
  let read = 0;
  for (let rank = 0; rank < count; rank += 1) {
    const position = lengths[rank]! % count;
    const before = read;
    read += (lengths[rank]! - position) / count;
    if (before > 0 && read > mostPostings) return positions.subarray(0, rank);
    positions[rank] = position;
  }
  return positions;
}
