// The terms of all texts of an index, numbered and weighted.
import { importanceOf, isWord, termsOf } from './terms.js';

/** The known terms of a text by number, with weights of unit length. */
export interface TermVector {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
}

/** Numbers terms and weighs them by their kind and by inverse document frequency. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #weights: Float32Array;
  /** The vectors of the texts that the vocabulary was made from, in their order. */
  readonly vectors: readonly TermVector[];

  /** @param texts - every text of the index */
  constructor(texts: readonly string[]) {
    const frequencies: number[] = [];
    const numbered = texts.map((text) => {
      const numbers: number[] = [];
      for (const term of termsOf(text)) {
        let number = this.#numbers.get(term);
        if (number === undefined) {
          number = this.#terms.length;
          this.#numbers.set(term, number);
          this.#terms.push(term);
          frequencies.push(0);
        }
        frequencies[number]! += 1;
        numbers.push(number);
      }
      return numbers;
    });
    this.#weights = Float32Array.from(
      frequencies,
      (count, number) => importanceOf(this.#terms[number]!) * Math.log(1 + texts.length / count),
    );
    this.vectors = numbered.map((numbers) => this.#weighted(numbers));
  }

  get size(): number {
    return this.#terms.length;
  }

  term(number: number): string {
    return this.#terms[number] ?? '';
  }

  /** Whether a word stands in the texts, in any inflection; of a Japanese one, any part. */
  knows(word: string): boolean {
    const terms = [...termsOf(word)];
    const words = terms.filter(isWord);
    return (words.length > 0 ? words : terms).some((term) => this.#numbers.has(term));
  }

  vectorOf(text: string): TermVector {
    const numbers: number[] = [];
    for (const term of termsOf(text)) {
      const number = this.#numbers.get(term);
      if (number !== undefined) numbers.push(number);
    }
    return this.#weighted(numbers);
  }

  #weighted(numbers: readonly number[]): TermVector {
    const terms = Int32Array.from(numbers);
    const weights = new Float32Array(numbers.length);
    let squares = 0;
    for (let position = 0; position < terms.length; position += 1) {
      const weight = this.#weights[terms[position]!]!;
      weights[position] = weight;
      squares += weight * weight;
    }
    const length = Math.sqrt(squares) || 1;
    for (let position = 0; position < weights.length; position += 1) weights[position]! /= length;
    return { terms, weights };
  }
}
