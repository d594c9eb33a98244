// What of a text the index looks at: its terms.
import { normalise } from './normalise.js';
const WORD = /[\p{L}\p{N}'_]+/gu;
const JAPANESE_RUN = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー々]+|[^\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー々]+/gu;
const JAPANESE = /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー々]/u;
const KANJI = /^\p{Script=Han}$/u;
/**
 * The distinct terms of a text, each with a mark of its kind:
 * - words of spaced scripts without inflection (`word:assign`), pairs of neighbours (`pair:azure credit`) and
 *   their letters in fours with the word's borders (`part:<ass`), which survive typing errors;
 * - of Japanese, each kanji, and characters in twos and threes (`字:有効`), which need no word segmentation.
 */
export function termsOf(text) {
    const terms = new Set();
    let previous;
    for (const [word] of normalise(text).matchAll(WORD)) {
        for (const [run] of word.matchAll(JAPANESE_RUN)) {
            if (JAPANESE.test(run)) {
                addJapaneseTerms(terms, Array.from(run));
                previous = undefined;
            }
            else {
                const stem = addWordTerms(terms, run);
                if (previous !== undefined)
                    terms.add(`pair:${previous} ${stem}`);
                previous = stem;
            }
        }
    }
    return terms;
}
/** The text that a term stands for, for explanations. */
export function termText(term) {
    return term.slice(term.indexOf(':') + 1);
}
function addWordTerms(terms, word) {
    const stem = stemOf(word.replaceAll("'", ''));
    terms.add(`word:${stem}`);
    const bordered = Array.from(`<${word}>`);
    addRuns(terms, 'part:', bordered, 4);
    return stem;
}
function addJapaneseTerms(terms, characters) {
    for (const character of characters) {
        if (KANJI.test(character))
            terms.add(`字:${character}`);
    }
    for (const size of [2, 3])
        addRuns(terms, '字:', characters, size);
}
function addRuns(terms, kind, characters, size) {
    for (let start = 0; start + size <= characters.length; start += 1) {
        terms.add(kind + characters.slice(start, start + size).join(''));
    }
}
/** An English word without its commonest endings: licences, assigned, assigning. */
function stemOf(word) {
    return word.length > 3 ? word.replace(/(ing|ed|es|s|e)$/, '') : word;
}
//# sourceMappingURL=terms.js.map