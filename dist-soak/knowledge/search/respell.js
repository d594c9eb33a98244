// Brings a message closer to the spelling of the index: Japanese in Latin letters or in kana to the kanji that
// the FAQ uses, and mistyped Latin words to the word that was meant.
import Fuse from 'fuse.js';
import { toHiragana, toKatakana } from 'wanakana';
import { isRomaji, readsAsKana } from './detectLanguage.js';
import { normalise } from './normalise.js';
const LATIN_WORD = /[\p{Script=Latin}][\p{Script=Latin}'-]*/gu;
/** Particles whose kana is not what their sound suggests. */
const PARTICLES = { wa: 'は', e: 'へ', o: 'を' };
/** Shorter words have too many neighbours to guess which was meant. */
const SHORTEST_CORRECTED = 5;
const MOST_CORRECTED = 12;
const CLOSE_ENOUGH = 0.34;
export class Respeller {
    #words;
    #fuse;
    #readings;
    #readingPattern;
    /**
     * @param words - the Latin words that the index knows
     * @param readings - kana to the spelling with kanji, from the FAQ
     */
    constructor(words, readings) {
        this.#words = new Set(words);
        this.#fuse = new Fuse([...this.#words].filter((word) => word.length >= SHORTEST_CORRECTED - 1), { threshold: CLOSE_ENOUGH, distance: 20 });
        this.#readings = new Map(Object.entries(readings).flatMap(([kana, written]) => [
            [kana, written],
            [toKatakana(kana), written],
        ]));
        const longestFirst = [...this.#readings.keys()].sort((a, b) => b.length - a.length);
        this.#readingPattern = longestFirst.length > 0 ? new RegExp(longestFirst.join('|'), 'gu') : undefined;
    }
    /** @returns the message, normalised, in the spelling of the index */
    respell(message) {
        return this.#withKanji(this.#correctLatin(this.#romajiToKana(normalise(message))));
    }
    #romajiToKana(text) {
        const words = text.match(LATIN_WORD) ?? [];
        if (!isRomaji(words))
            return text;
        return text
            .split(/\s+/)
            .map((word) => PARTICLES[word] ?? (readsAsKana(word) ? toHiragana(word) : ` ${word} `))
            .join('');
    }
    #withKanji(text) {
        if (!this.#readingPattern)
            return text;
        return text.replace(this.#readingPattern, (kana) => this.#readings.get(kana) ?? kana);
    }
    #correctLatin(text) {
        let corrected = 0;
        return text.replace(LATIN_WORD, (word) => {
            if (word.length < SHORTEST_CORRECTED || this.#words.has(word) || corrected >= MOST_CORRECTED)
                return word;
            corrected += 1;
            return this.#fuse.search(word, { limit: 1 })[0]?.item ?? word;
        });
    }
}
//# sourceMappingURL=respell.js.map