// What a text says on the way, by the words of each language: that something fails, that all is wanted at once, and so on.
import { LANGUAGES, type Language } from '../faq/language.js';
import { normalise } from '../text/normalise.js';
import { WORDS, type Words } from '../text/words/index.js';

/** The words of a list, in every language, that a normalised text holds; in Latin script as words of their own. */
export function holdsAny(said: string, wordsOf: (words: Words) => readonly string[]): boolean {
  return LANGUAGES.some((language) => wordsOf(WORDS[language]).some((word) => holdsWord(said, word)));
}

/** Whether a normalised text holds a word; in Latin script as a word of its own. */
export function holdsWord(said: string, word: string): boolean {
  for (let at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + 1)) {
    if (!isLatin(word[0]) || (!isLatin(said[at - 1]) && !isLatin(said[at + word.length]))) return true;
  }
  return false;
}

function isLatin(sign = ''): boolean {
  return /[a-z0-9]/u.test(sign);
}

/** The language whose name a text holds, in any language: the last one, as in "not English, Japanese". */
export function languageNamedIn(text: string): Language | undefined {
  const said = normalise(text);
  const named = LANGUAGES.flatMap((language) =>
    LANGUAGES.flatMap((inLanguage) => WORDS[inLanguage].languageNames[language]).map((name) => ({
      language,
      at: said.lastIndexOf(name),
    })),
  ).filter(({ at }) => at >= 0);
  return named.sort((a, b) => b.at - a.at)[0]?.language;
}
