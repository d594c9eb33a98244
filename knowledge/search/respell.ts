// Brings a message closer to the spelling of the index: Japanese in Latin letters or in kana to the kanji that
// the FAQ uses, and mistyped Latin words to the word that was meant.
import { toHiragana, toKatakana } from 'wanakana';
import { transcribedLanguage } from '../text/detectLanguage.js';
import { readsAsKana } from '../text/words/kana.js';
import { Spelling } from './spelling.js';

const LATIN_WORD = /[\p{Script=Latin}][\p{Script=Latin}'-]*/gu;
/** Particles whose kana is not what their sound suggests. */
const PARTICLES: Readonly<Record<string, string>> = { wa: 'は', e: 'へ', o: 'を' };
const MOST_CORRECTED = 12;

export class Respeller {
  readonly #spelling: Spelling;
  readonly #readings: ReadonlyMap<string, string>;
  readonly #readingPattern: RegExp | undefined;

  /**
   * @param words - the Latin words that the index knows
   * @param readings - kana to the spelling with kanji, from the FAQ
   */
  constructor(words: ReadonlySet<string>, readings: Readonly<Record<string, string>>) {
    this.#spelling = new Spelling(words);
    this.#readings = new Map(
      Object.entries(readings).flatMap(([kana, written]) => [
        [kana, written],
        [toKatakana(kana), written],
      ]),
    );
    const longestFirst = [...this.#readings.keys()].sort((a, b) => b.length - a.length);
    this.#readingPattern = longestFirst.length > 0 ? new RegExp(longestFirst.join('|'), 'gu') : undefined;
  }

  /**
   * @param message - normalised
   * @returns the message in the spelling of the index
   */
  respell(message: string): string {
    return this.#withKanji(this.#correctLatin(this.#romajiToKana(message)));
  }

  #romajiToKana(text: string): string {
    const words = text.match(LATIN_WORD) ?? [];
    if (transcribedLanguage(words) === undefined) return text;
    return text
      .split(/\s+/)
      .map((word) => PARTICLES[word] ?? (readsAsKana(word) ? toHiragana(word) : ` ${word} `))
      .join('');
  }

  #withKanji(text: string): string {
    if (!this.#readingPattern) return text;
    return text.replace(this.#readingPattern, (kana) => this.#readings.get(kana) ?? kana);
  }

  #correctLatin(text: string): string {
    let corrected = 0;
    return text.replace(LATIN_WORD, (word) => {
      if (corrected >= MOST_CORRECTED || !this.#spelling.isDoubtful(word)) return word;
      corrected += 1;
      return this.#spelling.correct(word);
    });
  }
}
