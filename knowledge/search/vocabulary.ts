// The terms of all texts of an index, numbered and weighted.
import { termsOf } from './terms.js';

/** The known terms of a text by number, with weights of unit length. */
export interface TermVector {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
}

/** Numbers terms and weighs them by inverse document frequency. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #idf: Float32Array;

  /** @param texts - the terms of each text of the index */
  constructor(texts: readonly ReadonlySet<string>[]) {
    const documentFrequency: number[] = [];
    for (const terms of texts) {
      for (const term of terms) {
        let number = this.#numbers.get(term);
        if (number === undefined) {
          number = this.#numbers.size;
          this.#numbers.set(term, number);
          this.#terms.push(term);
          documentFrequency.push(0);
        }
        documentFrequency[number] = (documentFrequency[number] ?? 0) + 1;
      }
    }
    this.#idf = Float32Array.from(documentFrequency, (count) => Math.log(1 + texts.length / count));
  }

  get size(): number {
    return this.#numbers.size;
  }

  term(number: number): string {
    return this.#terms[number] ?? '';
  }

  vectorOf(terms: ReadonlySet<string> | string): TermVector {
    const numbers: number[] = [];
    let squares = 0;
    for (const term of typeof terms === 'string' ? termsOf(terms) : terms) {
      const number = this.#numbers.get(term);
      if (number === undefined) continue;
      numbers.push(number);
      squares += (this.#idf[number] ?? 0) ** 2;
    }
    const length = Math.sqrt(squares) || 1;
    return {
      terms: Int32Array.from(numbers),
      weights: Float32Array.from(numbers, (number) => (this.#idf[number] ?? 0) / length),
    };
  }
}
