// Numbers and names that a text has in one language and lacks in the other.
import type { Localized } from '../faq/language.js';

export interface NamedText {
  /** Where the text stands. */
  readonly name: string;
  readonly text: Localized<string>;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const KANJI_NUMBERS = '〇一二三四五六七八九';
/** A name of one or more words: Visual Studio. */
const NAME = /[A-Z][A-Za-z0-9]*(?: [A-Z][A-Za-z0-9]*)*/g;
/** A single letter is no name. */
const SHORTEST_NAME = 2;
/** A name that so many of its texts keep is a name in both languages. */
const MOSTLY = 0.9;
/** English says “a” or “next” for it as often. */
const ONE = '1';

/** @returns a sentence for each text whose numbers, or names in Latin letters, differ */
export function differencesBetween(texts: readonly NamedText[]): string[] {
  const kept = keptNames(texts);
  return texts.flatMap(({ name, text }) => {
    const [english, japanese] = [numbersIn(text.en), numbersIn(text.ja)];
    return [
      ...lacking(
        name,
        'ja',
        [...english.digits].filter((number) => number !== ONE && !japanese.all.has(number)),
      ),
      ...lacking(
        name,
        'en',
        [...japanese.digits].filter((number) => number !== ONE && !english.all.has(number)),
      ),
      ...lacking(
        name,
        'en',
        [...new Set(namesIn(text.ja))].filter((each) => !hasName(text.en, each)),
      ),
      ...lacking(
        name,
        'ja',
        [...new Set(midSentenceNamesIn(text.en))].filter((each) => kept.has(each) && !hasName(text.ja, each)),
      ),
    ];
  });
}

/** English names that Japanese texts keep in Latin letters, but for exceptions: Visual Studio, not Partner Center. */
function keptNames(texts: readonly NamedText[]): Set<string> {
  const names = new Map<string, { texts: number; kept: number }>();
  for (const { text } of texts) {
    for (const name of new Set(midSentenceNamesIn(text.en))) {
      const counted = names.get(name) ?? { texts: 0, kept: 0 };
      counted.texts += 1;
      if (hasName(text.ja, name)) counted.kept += 1;
      names.set(name, counted);
    }
  }
  return new Set([...names].filter(([, { texts, kept }]) => kept / texts >= MOSTLY).map(([name]) => name));
}

function lacking(name: string, language: string, missing: readonly string[]): string[] {
  return missing.length === 0 ? [] : [`${name}: ${missing.join(', ')} is not in the text in ${language}`];
}

/** `digits`: as written in digits or as a month; `all`: also what words and kanji say. */
function numbersIn(text: string): { digits: Set<string>; all: Set<string> } {
  const dated = text.replace(/\b([A-Z][a-z]+)(?= \d)/g, (word) => {
    const month = MONTHS.indexOf(word);
    return month < 0 ? word : ` ${month + 1} `;
  });
  const digits = new Set(dated.replaceAll(/(?<=\d),(?=\d{3})/g, '').match(/\d+/g) ?? []);
  const words = (text.toLowerCase().match(/[a-z]+/g) ?? []).map((word) => NUMBER_WORDS.indexOf(word));
  const kanji = Array.from(text, (character) => KANJI_NUMBERS.indexOf(character));
  return { digits, all: new Set([...digits, ...[...words, ...kanji].filter((n) => n >= 0).map(String)]) };
}

function namesIn(text: string): string[] {
  return (text.match(NAME) ?? []).filter((name) => name.length >= SHORTEST_NAME);
}

function midSentenceNamesIn(text: string): string[] {
  return [...text.matchAll(NAME)]
    .filter(({ index }) => /[a-z0-9,] ["“(]?$/.test(text.slice(0, index)))
    .map(([name]) => name)
    .filter((name) => name.length >= SHORTEST_NAME && !MONTHS.includes(name));
}

function hasName(text: string, name: string): boolean {
  return text.toLowerCase().includes(name.toLowerCase());
}
