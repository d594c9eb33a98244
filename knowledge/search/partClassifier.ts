// Tells the facts of one entry apart: by the nearest text of each, and by what a softmax regression has learnt.
import { toProbabilities } from './evidenceWeights.js';
import type { Example, Part, Target } from './examples.js';
import { NearestTexts, type NearestTextsData } from './nearestTexts.js';
import { Softmax, type SoftmaxData } from './softmax.js';
import { type TermVector, weightOf } from './vocabulary.js';

/** What the nearness of the nearest text adds to a score. */
const NEARNESS_COUNTS = 4;
const EPOCHS = 3;

interface LabelledPart extends Pick<Example, 'target' | 'part'> {
  readonly vector: TermVector;
}

export interface PartClassifierData {
  readonly parts: readonly Part[];
  /** The terms of the index that occur here, in the order of their numbers here. */
  readonly terms: Int32Array;
  /** What each of them says about the part. */
  readonly weights: Float32Array;
  readonly nearest: NearestTextsData;
  readonly softmax: SoftmaxData;
}

export class PartClassifier {
  readonly #parts: readonly Part[];
  /** The numbers of the parts. */
  readonly #labels: Int32Array;
  /** The terms of the index that occur here, numbered anew, and what they say about the part. */
  readonly #numbers: ReadonlyMap<number, number>;
  readonly #weights: Float32Array;
  readonly #nearest: NearestTexts;
  readonly #softmax: Softmax;

  constructor(readonly data: PartClassifierData) {
    const numbers = new Map<number, number>();
    for (let number = 0; number < data.terms.length; number += 1) numbers.set(data.terms[number]!, number);
    this.#parts = data.parts;
    this.#labels = Int32Array.from(data.parts, (_, label) => label);
    this.#numbers = numbers;
    this.#weights = data.weights;
    this.#nearest = new NearestTexts(data.nearest);
    this.#softmax = new Softmax(data.softmax);
  }

  /** @param examples - those of one entry */
  static train(examples: readonly LabelledPart[]): PartClassifier {
    const partsWith = new Map<number, Set<Part>>();
    for (const { vector, part } of examples) {
      for (const term of vector.terms) {
        const parts = partsWith.get(term);
        if (parts) parts.add(part);
        else partsWith.set(term, new Set([part]));
      }
    }
    const parts = [...new Set(examples.map(({ part }) => part))];
    const untrained = new PartClassifier({
      parts,
      terms: Int32Array.from(partsWith.keys()),
      weights: Float32Array.from(partsWith.values(), ({ size }) => weightOf(size, parts.length)),
      nearest: NearestTexts.of([], 0, 0).data,
      softmax: Softmax.untrained(partsWith.size, parts.length).data,
    });
    return untrained.#trained(examples);
  }

  /** A classifier for each entry that has parts to tell apart. */
  static forEach(examples: readonly LabelledPart[]): Map<Target, PartClassifier> {
    const byTarget = new Map<Target, LabelledPart[]>();
    for (const example of examples) {
      const own = byTarget.get(example.target);
      if (own) own.push(example);
      else byTarget.set(example.target, [example]);
    }
    const withParts = [...byTarget].filter(([, own]) => own.some(({ part }) => part !== undefined));
    return new Map(withParts.map(([target, own]) => [target, PartClassifier.train(own)]));
  }

  /** How probable it is that a part is meant; undefined is the whole. */
  probabilities(vector: TermVector): ReadonlyMap<Part, number> {
    const own = this.#own(vector);
    const scores = this.#softmax.scores(own, this.#labels);
    const near = this.#nearest.near(own, this.#labels);
    for (let label = 0; label < near.length; label += 1)
      scores[label]! += NEARNESS_COUNTS * near[label]!.nearness;
    const probabilities = toProbabilities(scores);
    return new Map(this.#parts.map((part, label) => [part, probabilities[label]!]));
  }

  #trained(examples: readonly LabelledPart[]): PartClassifier {
    const texts = examples.map(({ vector, part }) => ({
      vector: this.#own(vector),
      label: this.#parts.indexOf(part),
    }));
    this.#softmax.train(
      texts.map((text) => ({ ...text, candidates: this.#labels })),
      EPOCHS,
    );
    const nearest = NearestTexts.of(texts, this.#numbers.size, this.#parts.length).data;
    return new PartClassifier({ ...this.data, nearest });
  }

  /** The terms that occur here, weighed anew: words that all entries use may still tell these parts apart. */
  #own(vector: TermVector): TermVector {
    const terms = new Int32Array(vector.terms.length);
    const weights = new Float32Array(vector.terms.length);
    let count = 0;
    let squares = 0;
    for (const term of vector.terms) {
      const number = this.#numbers.get(term);
      if (number === undefined) continue;
      const weight = this.#weights[number]!;
      terms[count] = number;
      weights[count] = weight;
      squares += weight * weight;
      count += 1;
    }
    const length = Math.sqrt(squares) || 1;
    for (let position = 0; position < count; position += 1) weights[position]! /= length;
    return { terms: terms.subarray(0, count), weights: weights.subarray(0, count) };
  }
}
