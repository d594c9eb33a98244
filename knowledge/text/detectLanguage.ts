// Tells the languages apart, also in one message that mixes them, and where one is typed in the letters of another.
import { LANGUAGES, type Language } from '../faq/language.js';
import { boundedText } from './boundedText.js';
import { normalise } from './normalise.js';
import { WORDS } from './words/index.js';

export interface DetectedLanguage {
  readonly language: Language;
  /** False where the message is a bare name or a word or two that people write in either language. */
  readonly sure: boolean;
}

const LATIN_WORD = /[\p{Script=Latin}][\p{Script=Latin}']*/gu;
const QUOTED = /「[^「」]*」|『[^『』]*』|"[^"]*"|“[^“”]*”/gu;
/** More words than this are no name. */
const MAX_WORDS_OF_NAME = 3;
const OWN_LETTERS = LANGUAGES.filter((language) => WORDS[language].ownLetter);
const LATIN_LETTERS = LANGUAGES.filter((language) => !WORDS[language].ownLetter);
const segmenters = new Map(
  OWN_LETTERS.map((language) => [language, new Intl.Segmenter(language, { granularity: 'word' })]),
);

/**
 * The language that the sentence around the terms is in: particles and verb endings against function words, quotations
 * left aside. "Azure で user を assign できない" is Japanese.
 * @returns undefined where the message has no letters of either language
 */
export function detectLanguage(message: string): DetectedLanguage | undefined {
  const text = normalise(boundedText(message));
  const unquoted = text.replace(QUOTED, ' ');
  const sentence = /\p{L}/u.test(unquoted) ? unquoted : text;
  const latin = sentence.match(LATIN_WORD) ?? [];
  const [spaced, spacedCount] = mostSpoken(latin);

  const own = OWN_LETTERS.find((language) => WORDS[language].ownLetter!.test(sentence));
  if (own !== undefined) {
    if (spacedCount === 0) return { language: own, sure: true };
    const isGrammar = WORDS[own].isGrammar!;
    const grammar = [...segmenters.get(own)!.segment(sentence)].filter(({ segment }) => isGrammar(segment));
    return { language: spacedCount > grammar.length ? spaced : own, sure: true };
  }
  if (latin.length === 0) return undefined;
  const transcribed = transcribedLanguage(latin, spacedCount);
  if (transcribed !== undefined) return { language: transcribed, sure: true };
  return { language: spaced, sure: spacedCount > 0 || latin.length > MAX_WORDS_OF_NAME };
}

/** The language in Latin letters whose function words are the most, and how many there are. */
function mostSpoken(words: readonly string[]): readonly [Language, number] {
  const counts = LATIN_LETTERS.map(
    (language) => [language, countIn(WORDS[language].functionWords, words)] as const,
  );
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best));
}

/**
 * The language that Latin words are typed in although it has letters of its own, as "koushin wa itsu desuka" is: some
 * words that only it has, and most of the rest can be read as its own.
 */
export function transcribedLanguage(words: readonly string[], othersCount = 0): Language | undefined {
  return OWN_LETTERS.find((language) => {
    const { transcribed } = WORDS[language];
    if (!transcribed) return false;
    const telling = countIn(transcribed.words, words);
    const all = telling + countIn(transcribed.particles, words);
    if (telling === 0 || (all < 2 && words.length > 2)) return false;
    return all > othersCount && words.filter(transcribed.canBe).length * 2 >= words.length;
  });
}

function countIn(known: ReadonlySet<string>, words: readonly string[]): number {
  let count = 0;
  for (const word of words) if (known.has(word)) count += 1;
  return count;
}
