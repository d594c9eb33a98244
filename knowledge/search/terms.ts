// What of a text the index looks at: its terms.
import { conceptsIn } from './concepts.js';
import { normalise } from '../text/normalise.js';
import { stemOf } from './stem.js';

const RUN =
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー々]+|(?:(?![\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー々])[\p{L}\p{N}'_])+/gu;
const JAPANESE_RUN = /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー々]/u;
/** Where the kana and the kanji begin in Unicode: asked for each letter of a FAQ, code points are faster than patterns. */
const FIRST_KANA = 0x3041;
const FIRST_KANJI = 0x3400;
const LAST_KANJI = 0x9fff;
const WORD = '=';
const CONCEPT = '≈';
const CONCEPTS = '&';
const LETTERS_AT_ONCE = 4;
/** A concept is paired with the concepts that follow it within so many. */
const CONCEPTS_IN_REACH = 5;

/**
 * The distinct terms of a text, which differ in form by their kind:
 * - words of spaced scripts without inflection (`=assign`), pairs of neighbours (`azure credit`) and their letters
 *   in fours with the word's borders (`<ass`), which survive typing errors;
 * - of Japanese, each kanji, and characters in twos and threes (`有効`), which need no word segmentation;
 * - concepts, the same in both languages (`≈expire`), and pairs of them (`&expire key`).
 */
export function termsOf(text: string): Set<string> {
  const terms = new Set<string>();
  eachTerm(text, (source, start, end) => terms.add(source.slice(start, end)));
  return terms;
}

/**
 * Goes through the terms of a text in the order of `termsOf`, repeated ones as well.
 * @param visit - gets each as a part of a string: one that is but looked up need not become a string of its own
 */
export function eachTerm(text: string, visit: (source: string, start: number, end: number) => void): void {
  const normalised = normalise(text);
  let previous: string | undefined;
  for (const run of normalised.match(RUN) ?? []) {
    if (JAPANESE_RUN.test(run)) {
      for (let start = 0; start < run.length; start += 1) {
        const code = run.charCodeAt(start);
        if (code >= FIRST_KANJI && code <= LAST_KANJI) visit(run, start, start + 1);
        if (start + 1 < run.length) visit(run, start, start + 2);
        if (start + 2 < run.length) visit(run, start, start + 3);
      }
      previous = undefined;
      continue;
    }
    const stem = stemOf(run);
    visit(WORD + stem, 0, WORD.length + stem.length);
    const bordered = `<${run}>`;
    for (let start = 0; start + LETTERS_AT_ONCE <= bordered.length; start += 1) {
      visit(bordered, start, start + LETTERS_AT_ONCE);
    }
    if (previous !== undefined) visit(`${previous} ${stem}`, 0, previous.length + 1 + stem.length);
    previous = stem;
  }
  const concepts = [...conceptsIn(normalised)];
  for (let index = 0; index < concepts.length; index += 1) {
    const concept = concepts[index]!;
    visit(CONCEPT + concept, 0, CONCEPT.length + concept.length);
    const end = Math.min(concepts.length, index + CONCEPTS_IN_REACH);
    for (let next = index + 1; next < end; next += 1) {
      const near = concepts[next]!;
      const pair = concept < near ? `${CONCEPTS}${concept} ${near}` : `${CONCEPTS}${near} ${concept}`;
      visit(pair, 0, pair.length);
    }
  }
}

/**
 * How much a term counts beside its rarity: a concept stands for many words, of which a text has few; three
 * characters say little more than the twos in them.
 */
export function importanceOf(term: string): number {
  if (term.startsWith(CONCEPT)) return 2;
  return term.length === 3 && term.charCodeAt(0) >= FIRST_KANA ? 0.5 : 1;
}

/** Whether a term is a whole word of a spaced script. */
export function isWord(term: string): boolean {
  return term.startsWith(WORD);
}

/** The text that a term stands for, for explanations. */
export function termText(term: string): string {
  return isWord(term) ? term.slice(WORD.length) : term;
}
