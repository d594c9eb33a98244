// How much each kind of evidence counts, learnt from choices whose outcome is known: conditional logistic
// regression, fitted by Fisher scoring.

/** A text, what it could be taken for, and what it is. */
export interface Choice {
  /** A row of evidence for each thing that it could be taken for. */
  readonly options: readonly Float64Array[];
  /** Which of them are right. */
  readonly isRight: readonly boolean[];
  /** How many texts it stands for. */
  readonly counts: number;
}

const ROUNDS = 12;
/** How many texts the weights that it starts from count for. */
const PRIOR = 1;
const LONGEST_STEP = 2;

/**
 * @param start - the weight of each kind of evidence, to which few choices change little
 * @returns the weights under which what is right is likeliest
 */
export function fitWeights(choices: readonly Choice[], start: readonly number[]): Float64Array {
  const size = start.length;
  const weights = Float64Array.from(start);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = Float64Array.from(weights, (weight, index) => PRIOR * (start[index]! - weight));
    const matrix = Array.from(weights, (_, row) =>
      Float64Array.from(weights, (_weight, column) => (row === column ? PRIOR : 0)),
    );
    for (const { options, isRight, counts } of choices) {
      const probabilities = probabilitiesOf(options, weights);
      const right = sumOf(probabilities, (_, index) => isRight[index]!);
      if (right <= 0) continue;
      const mean = new Float64Array(size);
      for (const [index, option] of options.entries()) {
        const probability = probabilities[index]!;
        const pull = counts * ((isRight[index]! ? probability / right : 0) - probability);
        for (let row = 0; row < size; row += 1) {
          const value = option[row]!;
          if (value === 0) continue;
          gradient[row]! += pull * value;
          mean[row]! += probability * value;
          for (let column = 0; column <= row; column += 1)
            matrix[row]![column]! += counts * probability * value * option[column]!;
        }
      }
      for (let row = 0; row < size; row += 1)
        for (let column = 0; column <= row; column += 1)
          matrix[row]![column]! -= counts * mean[row]! * mean[column]!;
    }
    const step = solved(matrix, gradient);
    const length = Math.hypot(...step);
    const scale = length > LONGEST_STEP ? LONGEST_STEP / length : 1;
    for (let index = 0; index < size; index += 1) weights[index]! += scale * step[index]!;
  }
  return weights;
}

/** The probability of each option. */
export function probabilitiesOf(options: readonly Float64Array[], weights: Float64Array): Float64Array {
  return toProbabilities(
    Float64Array.from(options, (option) =>
      option.reduce((sum, value, index) => sum + value * weights[index]!, 0),
    ),
  );
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

function sumOf(values: Float64Array, isCounted: (value: number, index: number) => boolean): number {
  return values.reduce((sum, value, index) => (isCounted(value, index) ? sum + value : sum), 0);
}

/** Solves a symmetric positive definite system, of which the lower half is given, by Cholesky's method. */
function solved(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const result = right.slice();
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row]![column]!;
      for (let index = 0; index < column; index += 1) sum -= matrix[row]![index]! * matrix[column]![index]!;
      matrix[row]![column] =
        row === column ? Math.sqrt(Math.max(sum, Number.EPSILON)) : sum / matrix[column]![column]!;
    }
  }
  for (let row = 0; row < size; row += 1) {
    for (let index = 0; index < row; index += 1) result[row]! -= matrix[row]![index]! * result[index]!;
    result[row]! /= matrix[row]![row]!;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let index = row + 1; index < size; index += 1) result[row]! -= matrix[index]![row]! * result[index]!;
    result[row]! /= matrix[row]![row]!;
  }
  return result;
}
