// Everyday words that mean about the same, in both languages: "run out" and 「失効」 share a term.
import { readFileSync } from 'node:fs';
import { load as parseYaml } from 'js-yaml';
import { z } from 'zod';
import { normalise } from './normalise.js';
import { stemOf } from './stem.js';

const schema = z.record(z.string(), z.array(z.string()));
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const LATIN_WORD = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}']*/gu;
/** No phrase of the list has more words, or more Japanese letters, than these. */
const LONGEST_PHRASE = 4;
const LONGEST_WORD = 8;

interface Lexicon {
  /** Concepts by the stems of a word or phrase, and by a Japanese word. */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
  readonly japanese: ReadonlyMap<string, readonly string[]>;
  /** The letters that Japanese words of the list begin with. */
  readonly beginnings: ReadonlySet<string>;
}

let loaded: Lexicon | undefined;

/**
 * The concepts that a text speaks of.
 * @param text - normalised
 */
export function conceptsIn(text: string): Set<string> {
  const { phrases, japanese, beginnings } = (loaded ??= load());
  const concepts = new Set<string>();
  const add = (found: readonly string[] | undefined) => found?.forEach((concept) => concepts.add(concept));
  const stems = (text.match(LATIN_WORD) ?? []).map(stemOf);
  for (let first = 0; first < stems.length; first += 1) {
    let phrase = '';
    for (const stem of stems.slice(first, first + LONGEST_PHRASE)) {
      phrase = phrase === '' ? stem : `${phrase} ${stem}`;
      add(phrases.get(phrase));
    }
  }
  for (let first = 0; first < text.length; first += 1) {
    if (!beginnings.has(text[first]!)) continue;
    for (let end = first + 1; end <= Math.min(first + LONGEST_WORD, text.length); end += 1) {
      add(japanese.get(text.slice(first, end)));
    }
  }
  return concepts;
}

function load(): Lexicon {
  const file = new URL(import.meta.resolve('#knowledge/search/concepts.yaml'));
  const phrases = new Map<string, string[]>();
  const japanese = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, concept: string) => {
    const concepts = map.get(key);
    if (concepts) concepts.push(concept);
    else map.set(key, [concept]);
  };
  for (const [concept, words] of Object.entries(schema.parse(parseYaml(readFileSync(file, 'utf8'))))) {
    for (const word of words.map(normalise)) {
      if (JAPANESE.test(word)) add(japanese, word, concept);
      else add(phrases, (word.match(LATIN_WORD) ?? []).map(stemOf).join(' '), concept);
    }
  }
  return { phrases, japanese, beginnings: new Set([...japanese.keys()].map((word) => word[0]!)) };
}
