// Everyday words that mean about the same, in both languages: "run out" and 「失効」 share a term.
import { readFileSync } from 'node:fs';
import { load as parseYaml } from 'js-yaml';
import { z } from 'zod';
import { normalise } from '../text/normalise.js';
import { stemOf } from './stem.js';
import { TermTable } from './termTable.js';

const schema = z.record(z.string(), z.array(z.string()));
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const LATIN_WORD = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}']*/gu;

export interface Lexicon {
  /** Concepts by the stems of a word or phrase; none for the beginnings of longer phrases. */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
  /** The Japanese words, and the concepts of each by its number. */
  readonly japanese: readonly string[];
  readonly japaneseConcepts: readonly (readonly string[])[];
  /** By the code of a letter, how long, in rising order, the Japanese words of the list are that begin with it. */
  readonly lengths: ReadonlyMap<number, readonly number[]>;
  /** The lowest of those codes. */
  readonly lowest: number;
}

let loaded: (Lexicon & { readonly table: TermTable }) | undefined;

/** The words of the list; read once. */
export function lexicon(): Lexicon {
  const { phrases, japanese, japaneseConcepts, lengths, lowest } = tabled();
  return { phrases, japanese, japaneseConcepts, lengths, lowest };
}

/** Takes what `lexicon` gave earlier, so that the list need not be read. */
export function useLexicon(earlier: Lexicon): void {
  loaded = { ...earlier, table: new TermTable(earlier.japanese) };
}

function tabled() {
  if (!loaded) useLexicon(load());
  return loaded!;
}

/**
 * The concepts that a text speaks of.
 * @param text - normalised
 */
export function conceptsIn(text: string): Set<string> {
  const { phrases, table, japaneseConcepts, lengths, lowest } = tabled();
  const concepts = new Set<string>();
  const stems = (text.match(LATIN_WORD) ?? []).map(stemOf);
  for (let first = 0; first < stems.length; first += 1) {
    let phrase = stems[first]!;
    let found = phrases.get(phrase);
    for (let next = first + 1; found; next += 1) {
      for (const concept of found) concepts.add(concept);
      if (next === stems.length) break;
      phrase += ` ${stems[next]!}`;
      found = phrases.get(phrase);
    }
  }
  for (let first = 0; first < text.length; first += 1) {
    const code = text.charCodeAt(first);
    if (code < lowest) continue;
    for (const length of lengths.get(code) ?? []) {
      if (first + length > text.length) break;
      const number = table.find(text, first, first + length);
      if (number >= 0) for (const concept of japaneseConcepts[number]!) concepts.add(concept);
    }
  }
  return concepts;
}

function load(): Lexicon {
  const file = new URL(import.meta.resolve('#knowledge/search/concepts.yaml'));
  const phrases = new Map<string, string[]>();
  const japanese = new Map<string, string[]>();
  const lengths = new Map<number, number[]>();
  for (const [concept, words] of Object.entries(schema.parse(parseYaml(readFileSync(file, 'utf8'))))) {
    for (const word of words.map(normalise)) {
      if (JAPANESE.test(word)) {
        listAt(japanese, word).push(concept);
        listAt(lengths, word.charCodeAt(0)).push(word.length);
        continue;
      }
      const stems = (word.match(LATIN_WORD) ?? []).map(stemOf);
      for (let end = 1; end < stems.length; end += 1) listAt(phrases, stems.slice(0, end).join(' '));
      listAt(phrases, stems.join(' ')).push(concept);
    }
  }
  const ascending = [...lengths].map(
    ([letter, all]) => [letter, [...new Set(all)].sort((a, b) => a - b)] as const,
  );
  return {
    phrases,
    japanese: [...japanese.keys()],
    japaneseConcepts: [...japanese.values()],
    lengths: new Map(ascending),
    lowest: Math.min(...lengths.keys()),
  };
}

/** The list under a key, made where there is none. */
function listAt<Key, T>(map: Map<Key, T[]>, key: Key): T[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
