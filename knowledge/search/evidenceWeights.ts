// How much each kind of evidence counts, learnt from choices whose outcome is known: conditional logistic
// regression, fitted by Fisher scoring.

/** A text, what it could be taken for, and what it is. */
export interface Choice {
  /** The evidence for each thing that it could be taken for, one row after the other. */
  readonly evidence: Float64Array;
  /** Which of them are right. */
  readonly isRight: readonly boolean[];
  /** How many texts it stands for. */
  readonly counts: number;
}

const MOST_ROUNDS = 12;
/** How many texts the weights that it starts from count for. */
const PRIOR = 1;
const LONGEST_STEP = 2;
const SHORTEST_STEP = 0.03;

/**
 * @param start - the weight of each kind of evidence, to which few choices change little
 * @returns the weights under which what is right is likeliest
 */
export function fitWeights(choices: readonly Choice[], start: readonly number[]): Float64Array {
  const size = start.length;
  const weights = Float64Array.from(start);
  let length = Infinity;
  for (let round = 0; round < MOST_ROUNDS && length > SHORTEST_STEP; round += 1) {
    const gradient = Float64Array.from(weights, (weight, index) => PRIOR * (start[index]! - weight));
    const matrix = new Float64Array(size * size);
    for (let row = 0; row < size; row += 1) matrix[row * size + row] = PRIOR;
    for (const choice of choices) add(choice, weights, gradient, matrix);
    const step = solved(matrix, gradient);
    length = Math.hypot(...step);
    const scale = length > LONGEST_STEP ? LONGEST_STEP / length : 1;
    for (let index = 0; index < size; index += 1) weights[index]! += scale * step[index]!;
  }
  return weights;
}

/** Adds what a choice says about the slope and the curvature of the likelihood, of which the lower half is kept. */
function add(
  { evidence, isRight, counts }: Choice,
  weights: Float64Array,
  gradient: Float64Array,
  matrix: Float64Array,
): void {
  const size = weights.length;
  const probabilities = probabilitiesOf(evidence, weights);
  let right = 0;
  for (let option = 0; option < probabilities.length; option += 1) {
    if (isRight[option]) right += probabilities[option]!;
  }
  if (right <= 0) return;
  const mean = new Float64Array(size);
  for (let option = 0; option < probabilities.length; option += 1) {
    const probability = probabilities[option]!;
    const pull = counts * ((isRight[option] ? probability / right : 0) - probability);
    const start = option * size;
    for (let row = 0; row < size; row += 1) {
      const value = evidence[start + row]!;
      if (value === 0) continue;
      gradient[row]! += pull * value;
      mean[row]! += probability * value;
      const part = counts * probability * value;
      for (let column = 0; column <= row; column += 1)
        matrix[row * size + column]! += part * evidence[start + column]!;
    }
  }
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1)
      matrix[row * size + column]! -= counts * mean[row]! * mean[column]!;
}

/**
 * The probability of each thing that a text could be taken for.
 * @param evidence - as in a choice
 */
export function probabilitiesOf(evidence: Float64Array, weights: Float64Array): Float64Array {
  const size = weights.length;
  const scores = new Float64Array(evidence.length / size);
  for (let option = 0; option < scores.length; option += 1) {
    let score = 0;
    for (let kind = 0; kind < size; kind += 1) score += evidence[option * size + kind]! * weights[kind]!;
    scores[option] = score;
  }
  return toProbabilities(scores);
}

/** Turns scores into probabilities, in place. */
export function toProbabilities(scores: Float64Array): Float64Array {
  let highest = -Infinity;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (let index = 0; index < scores.length; index += 1) {
    sum += scores[index] = Math.exp(scores[index]! - highest);
  }
  for (let index = 0; index < scores.length; index += 1) scores[index]! /= sum;
  return scores;
}

/** Solves a symmetric positive definite system, of which the lower half is given, by Cholesky's method. */
function solved(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const result = right.slice();
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix[row * size + column]!;
      for (let index = 0; index < column; index += 1)
        rest -= matrix[row * size + index]! * matrix[column * size + index]!;
      matrix[row * size + column] =
        row === column ? Math.sqrt(Math.max(rest, Number.EPSILON)) : rest / matrix[column * size + column]!;
    }
  }
  for (let row = 0; row < size; row += 1) {
    for (let index = 0; index < row; index += 1) result[row]! -= matrix[row * size + index]! * result[index]!;
    result[row]! /= matrix[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let index = row + 1; index < size; index += 1)
      result[row]! -= matrix[index * size + row]! * result[index]!;
    result[row]! /= matrix[row * size + row]!;
  }
  return result;
}
