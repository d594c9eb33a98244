// Tells Japanese from English, also in one message that mixes them, and Japanese in Latin letters.
import { isHiragana, isKatakana, toHiragana } from 'wanakana';
import type { Language } from '../faq/language.js';
import { normalise } from './normalise.js';
import { boundedText } from '../text/boundedText.js';

export interface DetectedLanguage {
  readonly language: Language;
  /** False where the message is a bare name or a word or two that people write in either language. */
  readonly sure: boolean;
}

const ENGLISH_FUNCTION_WORDS = new Set(
  (
    "a about after again all already also am an and any anyone are aren't as at be because been before being but by " +
    "can can't cannot could did didn't do does doesn't don't for from get getting give go got had has have he help her here hi " +
    "hello his how i i'd i'll i'm i've if in into is isn't it it's its just keep know like long make many may me mean more much " +
    'must my need no not now of off on once one only or other our out over please pls same say she should show so ' +
    "someone still tell than thank thanks that that's the their them then there these they this those to too until up us use want " +
    "was we we're we've well were what what's when where which who whom whose why will with won't work would yes yet you your"
  ).split(' '),
);

/** Words that only Japanese in Latin letters has; most are particles and verb endings. */
const ROMAJI_FUNCTION_WORDS = new Set(
  (
    'desu desuka masu masuka masen masenka desho deshou deshita mashita kudasai onegai shimasu suru shitai shite ' +
    'wa ga wo ni no kara made demo nani nan nanika itsu doko dou douyatte doushite dare dochira ikura nannkai nankai ' +
    'dekimasu dekimasuka dekiru dekinai dekimasen tsukau tsukaeru tsukaemasu tsukaemasuka arimasu arimasuka aru nai ' +
    'oshiete wakaranai wakarimasen hoshii tokuten koushin kigen kagi arigatou konnichiwa sumimasen'
  ).split(' '),
);

const JAPANESE_SCRIPT = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const LATIN_WORD = /[\p{Script=Latin}][\p{Script=Latin}']*/gu;
const QUOTED = /「[^「」]*」|『[^『』]*』|"[^"]*"|“[^“”]*”/gu;
const japaneseWords = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * The language that the sentence around the terms is in: particles and verb endings against English function
 * words, quotations left aside. "Azure で user を assign できない" is Japanese.
 * @returns undefined where the message has no letters of either language
 */
export function detectLanguage(message: string): DetectedLanguage | undefined {
  const text = normalise(boundedText(message));
  const unquoted = text.replace(QUOTED, ' ');
  const sentence = /\p{L}/u.test(unquoted) ? unquoted : text;
  const latin = sentence.match(LATIN_WORD) ?? [];
  const english = countIn(ENGLISH_FUNCTION_WORDS, latin);

  if (JAPANESE_SCRIPT.test(sentence)) {
    if (english === 0) return { language: 'ja', sure: true };
    const grammar = [...japaneseWords.segment(sentence)].filter(({ segment }) => isHiragana(segment)).length;
    return { language: english > grammar ? 'en' : 'ja', sure: true };
  }
  if (latin.length === 0) return undefined;
  if (isRomaji(latin, english)) return { language: 'ja', sure: true };
  return { language: 'en', sure: english > 0 || latin.length > 3 };
}

/** Whether Latin words are Japanese ones: some that only Japanese has, and most of the rest read as kana. */
export function isRomaji(words: readonly string[], englishWords = 0): boolean {
  const japanese = countIn(ROMAJI_FUNCTION_WORDS, words);
  if (japanese < 2 && !(japanese === 1 && words.length <= 2)) return false;
  return japanese > englishWords && words.filter(readsAsKana).length * 2 >= words.length;
}

function countIn(known: ReadonlySet<string>, words: readonly string[]): number {
  let count = 0;
  for (const word of words) if (known.has(word)) count += 1;
  return count;
}

/** Whether a Latin word can be read as kana throughout, as `koushin` can and `subscription` can't. */
export function readsAsKana(word: string): boolean {
  const kana = toHiragana(word);
  return isHiragana(kana) || isKatakana(kana);
}
