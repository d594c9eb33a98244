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

  /** @param known - words in lower case */
  constructor(private readonly known: ReadonlySet<string>) {
    this.#words = [...known].filter((word) => word.length >= SHORTEST - 1);
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
    const shared = new Map<number, number>();
    for (const pair of pairsOf(word)) {
      for (const number of this.#postings.get(pair) ?? []) {
        if (Math.abs(this.#words[number]!.length - word.length) > LENGTHS_DIFFER) continue;
        shared.set(number, (shared.get(number) ?? 0) + 1);
      }
    }
    const closest = [...shared.keys()]
      .sort((a, b) => shared.get(b)! - shared.get(a)! || a - b)
      .slice(0, COMPARED)
      .map((number) => this.#words[number]!);
    const fuse = new Fuse(closest, { threshold: CLOSE_ENOUGH, distance: 20 });
    return fuse.search(word, { limit: 1 })[0]?.item ?? word;
  }
}

/** The pairs of neighbouring letters, with those at the borders of the word. */
function pairsOf(word: string): Set<string> {
  const bordered = `<${word}>`;
  const pairs = new Set<string>();
  for (let start = 0; start + 2 <= bordered.length; start += 1) pairs.add(bordered.slice(start, start + 2));
  return pairs;
}
