// Corrects mistyped Latin words to words that the index knows.
import Fuse from 'fuse.js';

/** Shorter words have too many neighbours to guess which was meant. */
const SHORTEST = 5;
/** A correction is longer or shorter by so many letters at most. */
const LENGTHS_DIFFER = 2;
/** How many words, by the letter pairs that they share with the mistyped one, fuse.js compares in full. */
const COMPARED = 24;
const CLOSE_ENOUGH = 0.34;

export class Spelling {
  readonly #words: readonly string[];
  /** For each pair of letters, the words that hold it, by number. */
  readonly #postings = new Map<string, number[]>();
  // Scratch space, all zero between calls: how many pairs each word shares with another.
  readonly #shared: Uint16Array;

  /** @param known - words in lower case */
  constructor(private readonly known: ReadonlySet<string>) {
    this.#words = [...known].filter((word) => word.length >= SHORTEST - 1);
    this.#shared = new Uint16Array(this.#words.length);
    for (const [number, word] of this.#words.entries()) {
      for (const pair of pairsOf(word)) {
        const posting = this.#postings.get(pair);
        if (posting) posting.push(number);
        else this.#postings.set(pair, [number]);
      }
    }
  }

  /** Whether the word is long enough to be corrected and not known as it stands. */
  isDoubtful(word: string): boolean {
    return word.length >= SHORTEST && !this.known.has(word);
  }

  /** @returns the known word that was meant, or the word itself where none is close enough */
  correct(word: string): string {
    const closest = this.#closest(word).map((number) => this.#words[number]!);
    const fuse = new Fuse(closest, { threshold: CLOSE_ENOUGH, distance: 20 });
    return fuse.search(word, { limit: 1 })[0]?.item ?? word;
  }

  /** The words that share most pairs with one, by number. */
  #closest(word: string): number[] {
    const shared = this.#shared;
    const pairs = pairsOf(word);
    const near: number[] = [];
    for (const pair of pairs) {
      for (const number of this.#postings.get(pair) ?? []) {
        if (shared[number] === 0) {
          if (Math.abs(this.#words[number]!.length - word.length) > LENGTHS_DIFFER) continue;
          near.push(number);
        }
        shared[number]! += 1;
      }
    }
    // How many share so many pairs tells how many must be shared: only those few are sorted.
    const sharing = new Int32Array(pairs.size + 1);
    for (const number of near) sharing[shared[number]!]! += 1;
    let fewest = pairs.size;
    for (let words = sharing[fewest]!; words < COMPARED && fewest > 1; words += sharing[fewest]!) fewest -= 1;
    const closest = near
      .filter((number) => shared[number]! >= fewest)
      .sort((a, b) => shared[b]! - shared[a]! || a - b)
      .slice(0, COMPARED);
    for (const number of near) shared[number] = 0;
    return closest;
  }
}

/** The pairs of neighbouring letters, with those at the borders of the word. */
function pairsOf(word: string): Set<string> {
  const bordered = `<${word}>`;
  const pairs = new Set<string>();
  for (let start = 0; start + 2 <= bordered.length; start += 1) pairs.add(bordered.slice(start, start + 2));
  return pairs;
}
