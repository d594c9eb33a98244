// Finds the number of a term by its letters, without making a string of them: a hash table with open addressing.

export class TermTable {
  /** The hash of a term and its number, from 1, side by side; 0 where a place is free. */
  readonly #places: Int32Array;
  readonly #mask: number;
  /** The letters of all terms, and where those of each begin. */
  readonly #letters: Uint16Array;
  readonly #starts: Int32Array;

  /** @param terms - distinct, in the order of their numbers */
  constructor(terms: readonly string[]) {
    this.#mask = 2 ** Math.ceil(Math.log2(2 * terms.length + 2)) - 1;
    this.#places = new Int32Array(2 * (this.#mask + 1));
    this.#starts = new Int32Array(terms.length + 1);
    for (const [number, term] of terms.entries())
      this.#starts[number + 1] = this.#starts[number]! + term.length;
    this.#letters = new Uint16Array(this.#starts[terms.length]!);
    for (const [number, term] of terms.entries()) {
      const start = this.#starts[number]!;
      for (let at = 0; at < term.length; at += 1) this.#letters[start + at] = term.charCodeAt(at);
      const hash = hashOf(term, 0, term.length);
      let place = hash & this.#mask;
      while (this.#places[2 * place + 1] !== 0) place = (place + 1) & this.#mask;
      this.#places[2 * place] = hash;
      this.#places[2 * place + 1] = number + 1;
    }
  }

  /** @returns the number of the term that stands in a text from `start` up to `end`, -1 where it is none */
  find(text: string, start: number, end: number): number {
    const places = this.#places;
    const hash = hashOf(text, start, end);
    let place = hash & this.#mask;
    for (;;) {
      const number = places[2 * place + 1]! - 1;
      if (number < 0 || (places[2 * place] === hash && this.#is(number, text, start, end))) return number;
      place = (place + 1) & this.#mask;
    }
  }

  #is(number: number, text: string, start: number, end: number): boolean {
    const first = this.#starts[number]!;
    if (this.#starts[number + 1]! - first !== end - start) return false;
    for (let at = start; at < end; at += 1) {
      if (this.#letters[first + at - start] !== text.charCodeAt(at)) return false;
    }
    return true;
  }
}

/** FNV-1a, its upper bits mixed into the lower ones. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
