// Multinomial logistic regression on sparse vectors, trained by AdaGrad (Duchi, Hazan, Singer 2011) on the few
// classes that each sample could be taken for.
//
// The weights are a table with a row for each term and a column for each class. Where there are more classes than
// columns, classes share them (the hashing trick of Weinberger et al. 2009): classes that are close to each other
// hardly ever do, and the table does not grow with terms times classes.
import { toProbabilities } from './evidenceWeights.js';
import type { TermVector } from './vocabulary.js';

export interface Sample {
  readonly vector: TermVector;
  /** The class, from 0. */
  readonly label: number;
  /** The classes that it could be taken for, its own among them. */
  readonly candidates: Int32Array;
}

const LEARNING_RATE = 0.25;
/** A sample is left alone while its own class is at least this sure, a class while it gets less than a fifth. */
const SURE = 0.95;
const NEGLIGIBLE = (1 - SURE) / 5;
const MOST_COLUMNS = 32;
const MOST_ROWS = 2 ** 18;

export interface SoftmaxData {
  readonly columns: number;
  /** Row by row. */
  readonly weights: Float32Array;
}

export class Softmax {
  readonly #rowMask: number;
  readonly #columns: number;
  readonly #weights: Float32Array;
  /** The sum of squared gradients of each weight, while it is trained. */
  #squares = new Float32Array(0);
  readonly #random = seededRandom();

  constructor(readonly data: SoftmaxData) {
    const { columns, weights } = data;
    this.#rowMask = powerOfTwo(weights.length / columns) - 1;
    this.#columns = columns;
    this.#weights = weights;
  }

  /**
   * One that has learnt nothing yet.
   * @param termCount - how many terms the vectors are numbered over
   * @param classCount - how many classes there are; class 0 never shares its column
   */
  static untrained(termCount: number, classCount: number): Softmax {
    const columns = Math.min(MOST_COLUMNS, classCount);
    return new Softmax({ columns, weights: new Float32Array(Math.min(MOST_ROWS, termCount) * columns) });
  }

  /** Goes through the samples in random order, the same at every run. Training may go on with other samples. */
  train(samples: readonly Sample[], epochs: number): void {
    if (this.#squares.length === 0) this.#squares = new Float32Array(this.#weights.length);
    const order = samples.map((_, index) => index);
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      shuffle(order, this.#random);
      for (const index of order) this.#learn(samples[index]!);
    }
  }

  /** @returns the score of each of the classes, in their order: the logarithm of how likely it is, but for a constant */
  scores({ terms, weights }: TermVector, labels: Int32Array): Float64Array {
    const [table, rowMask, rowLength] = [this.#weights, this.#rowMask, this.#columns];
    // Classes share columns, so that the sums of all columns are quicker than those of each class.
    const sums = new Float64Array(rowLength);
    for (let position = 0; position < terms.length; position += 1) {
      const row = (terms[position]! & rowMask) * rowLength;
      const weight = weights[position]!;
      for (let column = 0; column < rowLength; column += 1) sums[column]! += table[row + column]! * weight;
    }
    const scores = new Float64Array(labels.length);
    for (let index = 0; index < labels.length; index += 1)
      scores[index] = sums[this.#columnOf(labels[index]!)]!;
    return scores;
  }

  /** How much the term at a position of a vector adds to the score of a class. */
  contribution({ terms, weights }: TermVector, position: number, label: number): number {
    const row = (terms[position]! & this.#rowMask) * this.#columns;
    return this.#weights[row + this.#columnOf(label)]! * weights[position]!;
  }

  #scores({ terms, weights }: TermVector, columns: Int32Array): Float64Array {
    const [table, rowMask, rowLength, count] = [this.#weights, this.#rowMask, this.#columns, columns.length];
    const scores = new Float64Array(count);
    for (let position = 0; position < terms.length; position += 1) {
      const row = (terms[position]! & rowMask) * rowLength;
      const weight = weights[position]!;
      for (let index = 0; index < count; index += 1) scores[index]! += table[row + columns[index]!]! * weight;
    }
    return scores;
  }

  #learn({ vector, label, candidates }: Sample): void {
    const columns = candidates.map((each) => this.#columnOf(each));
    const gradient = toProbabilities(this.#scores(vector, columns));
    const own = candidates.indexOf(label);
    if (gradient[own]! > SURE) return;
    gradient[own]! -= 1;
    for (let index = 0; index < columns.length; index += 1) {
      if (Math.abs(gradient[index]!) >= NEGLIGIBLE) this.#update(vector, columns[index]!, gradient[index]!);
    }
  }

  #update({ terms, weights }: TermVector, column: number, gradient: number): void {
    const [table, squares, rowMask, rowLength] = [this.#weights, this.#squares, this.#rowMask, this.#columns];
    for (let position = 0; position < terms.length; position += 1) {
      const place = (terms[position]! & rowMask) * rowLength + column;
      const step = gradient * weights[position]!;
      const square = squares[place]! + step * step;
      squares[place] = square;
      table[place]! -= (LEARNING_RATE * step) / Math.sqrt(square);
    }
  }

  #columnOf(label: number): number {
    return label < this.#columns ? label : 1 + ((label - 1) % (this.#columns - 1));
  }
}

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, atLeast)));
}

/** The MINSTD generator of Park and Miller (1988): the same numbers in the same order at every call. */
function seededRandom(): () => number {
  let state = 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

function shuffle(order: number[], random: () => number): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
}
