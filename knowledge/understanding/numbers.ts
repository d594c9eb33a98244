// Numbers of steps and choices: "step 3", 「3番の手順」, "the second one", 「前者」, "the last".
import { LANGUAGES } from '../faq/language.js';
import { normalise } from '../text/normalise.js';
import { withoutEndMarks } from '../text/endMarks.js';
import { WORDS } from '../text/words/index.js';

/** In a list of so many, a middle one is meant. */
const HAS_MIDDLE = 3;

/**
 * @param count - how many are listed, where that is known: "the middle one" of three
 * @returns the place counted from 1, -1 for the last; undefined where none is named
 */
export function numberIn(text: string, count = 0): number | undefined {
  const said = inFigures(text);
  for (const language of LANGUAGES) {
    const { numberFrames, ordinals, cardinals, last, former, latter, middle } = WORDS[language];
    for (const frame of numberFrames) {
      const found = frame.exec(said);
      if (found) return Number(found[1]);
    }
    if (holds(said, former)) return 1;
    if (holds(said, latter)) return 2;
    if (count === HAS_MIDDLE && holds(said, middle)) return 2;
    const place = ordinals.findIndex((words) => holds(said, words.map(asDigits)));
    if (place >= 0) return 1 + place;
    if (holds(said, last)) return -1;
    const cardinal = cardinals.findIndex((word) => holds(said, [word]));
    if (cardinal >= 0) return 1 + cardinal;
  }
  return undefined;
}

/** @returns the number of a step that is named in figures */
export function stepNumberIn(text: string): number | undefined {
  const said = inFigures(text);
  for (const language of LANGUAGES)
    for (const frame of WORDS[language].numberFrames) {
      const found = frame.exec(said);
      if (found) return Number(found[1]);
    }
  return undefined;
}

/** @returns how many steps a text says are done already: three for "the first three" */
export function doneThroughIn(text: string): number | undefined {
  const said = inFigures(text);
  for (const language of LANGUAGES)
    for (const frame of WORDS[language].doneThrough) {
      const [, number = ''] = frame.exec(said) ?? [];
      const count = Number(number) || 1 + WORDS[language].cardinals.indexOf(number);
      if (count > 0) return count;
    }
  return undefined;
}

/** Whether a text is a number and nothing else: "2", 「２番」, 「③」. */
export function isBareNumber(text: string): boolean {
  return /^[#(]?\d{1,2}(?:番目?|つ目|個目)?[).]?$/u.test(withoutEndMarks(inFigures(text)));
}

function inFigures(text: string): string {
  return normalise(text).replace(/[一二三四五六七八九]/gu, (digit) => DIGITS[digit]!);
}

const DIGITS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

function asDigits(word: string): string {
  return word.replace(/[一二三四五六七八九]/gu, (digit) => DIGITS[digit]!);
}

/** Whether a text holds a word, a Latin one as a word of its own. */
function holds(said: string, words: readonly string[]): boolean {
  return words.some((word) => {
    const at = said.indexOf(word);
    if (at < 0) return false;
    if (!/^[a-z0-9]/u.test(word)) return true;
    return !/[a-z0-9]/u.test(said[at - 1] ?? ' ') && !/[a-z0-9]/u.test(said[at + word.length] ?? ' ');
  });
}
