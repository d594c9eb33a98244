// Times a function over many inputs, in this process: machines differ, so figures of one run compare only with
// each other.

export interface Timing {
  /** Milliseconds a call. */
  readonly median: number;
  readonly p99: number;
}

const ROUNDS = 20;

/** @param inputs - each is passed once a round, after a round that does not count */
export function time<T>(inputs: readonly T[], work: (input: T) => unknown): Timing {
  for (const input of inputs) work(input);
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const input of inputs) {
      const start = performance.now();
      work(input);
      taken.push(performance.now() - start);
    }
  }
  return timing(taken);
}

/** @param taken - milliseconds of each call, in any order */
export function timing(taken: readonly number[]): Timing {
  const sorted = [...taken].sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? NaN,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? NaN,
  };
}
