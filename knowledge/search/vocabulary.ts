// The terms of all texts of an index, numbered and weighted.
import { TermTable } from './termTable.js';
import { eachTerm, importanceOf, isWord, termsOf } from './terms.js';

/** The known terms of a text by number, weighted so that the text with its unknown terms is of unit length. */
export interface TermVector {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
}

/** Of fewer classes, that most of them use a term says little. */
const FEWEST_CLASSES = 10;

export interface VocabularyData {
  /** Line by line, in the order of their numbers. */
  readonly terms: string;
  readonly weights: Float32Array;
  /** How many classes there are, but for an unspecific one. */
  readonly classCount: number;
}

/** Numbers terms and weighs them by their kind and by how few classes use them. */
export class Vocabulary {
  readonly #weights: Float32Array;
  readonly #numbers: TermTable;
  /** Of a term that no text has, before its importance. */
  readonly #unknownWeight: number;
  // Scratch space, all zero between calls: the terms that a text was found to have.
  readonly #isFound: Uint8Array;

  /**
   * @param terms - in the order of their numbers
   */
  private constructor(
    private readonly terms: readonly string[],
    weights: Float32Array,
    private readonly classCount: number,
  ) {
    this.#weights = weights;
    this.#numbers = new TermTable(terms);
    this.#unknownWeight = weightOf(1, classCount);
    this.#isFound = new Uint8Array(terms.length);
  }

  static fromData({ terms, weights, classCount }: VocabularyData): Vocabulary {
    return new Vocabulary(terms === '' ? [] : terms.split('\n'), weights, classCount);
  }

  toData(): VocabularyData {
    return { terms: this.terms.join('\n'), weights: this.#weights, classCount: this.classCount };
  }

  /**
   * @param texts - every text of the index, those of a class together
   * @param unspecific - a class that is about anything, so that its use of a term says nothing
   * @returns the vocabulary of the texts, and their vectors in their order
   */
  static of(
    texts: readonly { readonly text: string; readonly label: number }[],
    unspecific = -1,
  ): { readonly vocabulary: Vocabulary; readonly vectors: readonly TermVector[] } {
    const numbers = new Map<string, number>();
    const known: string[] = [];
    const users: number[] = [];
    const lastUser: number[] = [];
    const numbered = texts.map(({ text, label }) => {
      const terms = termsOf(text);
      const own = new Int32Array(terms.size);
      let position = 0;
      for (const term of terms) {
        let number = numbers.get(term);
        if (number === undefined) {
          number = known.length;
          numbers.set(term, number);
          known.push(term);
          users.push(0);
          lastUser.push(unspecific);
        }
        if (label !== unspecific && lastUser[number] !== label) {
          users[number]! += 1;
          lastUser[number] = label;
        }
        own[position] = number;
        position += 1;
      }
      return own;
    });
    const classes = new Set(texts.map(({ label }) => label));
    classes.delete(unspecific);
    const classCount = Math.max(classes.size, FEWEST_CLASSES);
    const weights = Float32Array.from(
      users,
      (count, number) => importanceOf(known[number]!) * weightOf(count, classCount),
    );
    const vocabulary = new Vocabulary(known, weights, classCount);
    return { vocabulary, vectors: numbered.map((own) => vocabulary.#weighted(own, 0)) };
  }

  get size(): number {
    return this.terms.length;
  }

  term(number: number): string {
    return this.terms[number] ?? '';
  }

  /** Whether a word stands in the texts, in any inflection; of a Japanese one, any part. */
  knows(word: string): boolean {
    const terms = [...termsOf(word)];
    const words = terms.filter(isWord);
    return (words.length > 0 ? words : terms).some((term) => this.#numbers.find(term, 0, term.length) >= 0);
  }

  vectorOf(text: string): TermVector {
    const isFound = this.#isFound;
    const found: number[] = [];
    const unknown = new Set<string>();
    eachTerm(text, (source, start, end) => {
      const number = this.#numbers.find(source, start, end);
      if (number < 0) unknown.add(source.slice(start, end));
      else if (isFound[number] === 0) {
        isFound[number] = 1;
        found.push(number);
      }
    });
    for (const number of found) isFound[number] = 0;
    let unknownSquares = 0;
    for (const term of unknown) unknownSquares += (importanceOf(term) * this.#unknownWeight) ** 2;
    return this.#weighted(Int32Array.from(found), unknownSquares);
  }

  #weighted(terms: Int32Array, unknownSquares: number): TermVector {
    const weights = new Float32Array(terms.length);
    let squares = unknownSquares;
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

/** Inverse class frequency, as BM25 has it: what a term that so many of the classes use says about the class. */
export function weightOf(classes: number, of: number): number {
  const used = Math.max(1, classes);
  return Math.log(1 + Math.max(0, of - used + 0.5) / (used + 0.5));
}
