// Everyday words that mean about the same, in both languages: "run out" and 「失効」 share a term.
import { readFileSync } from 'node:fs';
import { load as parseYaml } from 'js-yaml';
import { z } from 'zod';
import { normalise } from './normalise.js';
import { stemOf } from './stem.js';

const schema = z.record(z.string(), z.array(z.string()));
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const LATIN_WORD = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}']*/gu;

export interface Lexicon {
  /** Concepts by the stems of a word or phrase; none for the beginnings of longer phrases. */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
  /** Concepts by a Japanese word. */
  readonly japanese: ReadonlyMap<string, readonly string[]>;
  /** By a letter, how long, in rising order, the Japanese words of the list are that begin with it. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
}

let loaded: Lexicon | undefined;

/** The words of the list; read once. */
export function lexicon(): Lexicon {
  return (loaded ??= load());
}

/** Takes what `lexicon` gave earlier, so that the list need not be read. */
export function useLexicon(earlier: Lexicon): void {
  loaded = earlier;
}

/**
 * The concepts that a text speaks of.
 * @param text - normalised
 */
export function conceptsIn(text: string): Set<string> {
  const { phrases, japanese, lengths } = lexicon();
  const concepts = new Set<string>();
  const add = (found: readonly string[] | undefined) => found?.forEach((concept) => concepts.add(concept));
  const stems = (text.match(LATIN_WORD) ?? []).map(stemOf);
  for (let first = 0; first < stems.length; first += 1) {
    let phrase = stems[first]!;
    for (let next = first + 1; phrases.has(phrase); next += 1) {
      add(phrases.get(phrase));
      if (next === stems.length) break;
      phrase += ` ${stems[next]!}`;
    }
  }
  for (let first = 0; first < text.length; first += 1) {
    for (const length of lengths.get(text[first]!) ?? [])
      add(japanese.get(text.slice(first, first + length)));
  }
  return concepts;
}

function load(): Lexicon {
  const file = new URL(import.meta.resolve('#knowledge/search/concepts.yaml'));
  const phrases = new Map<string, string[]>();
  const japanese = new Map<string, string[]>();
  const lengths = new Map<string, number[]>();
  for (const [concept, words] of Object.entries(schema.parse(parseYaml(readFileSync(file, 'utf8'))))) {
    for (const word of words.map(normalise)) {
      if (JAPANESE.test(word)) {
        listAt(japanese, word).push(concept);
        listAt(lengths, word[0]!).push(word.length);
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
  return { phrases, japanese, lengths: new Map(ascending) };
}

/** The list under a key, made where there is none. */
function listAt<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
