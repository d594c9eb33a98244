// Suggests questions of the FAQ while somebody types: for a few letters in either language, in kana or in Latin
// letters, with typing errors.
import Fuse from 'fuse.js';
import { isKana, toHiragana } from 'wanakana';
import { type Language, LANGUAGES } from '../faq/language.js';
import type { Entry, Fact, Faq } from '../faq/schema.js';
import { readsAsKana } from '../text/words/kana.js';
import { normalise } from '../text/normalise.js';

/** A question that the bot answers: sent as it stands, it gets the answer of its entry or fact. */
export interface Suggestion {
  readonly entry: Entry;
  readonly fact?: Fact;
  /** A short noun phrase. */
  readonly title: string;
  readonly question: string;
}

interface Subject {
  readonly entry: Entry;
  readonly fact?: Fact;
}

/** A title or question in one of its spellings. */
interface Text {
  readonly subject: number;
  readonly text: string;
}

/** Longer input is a message, not the beginning of one. */
const LONGEST_PARTIAL = 80;
/** How many texts, by the letters that they share with the input, are compared in full. */
const COMPARED = 40;
/** How much of the input a text must share, from 0 to 1. */
const LEAST_SHARED = 0.4;
const RUN = /[\p{Script=Han}々]+|[\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{Script=Latin}\p{N}']+/gu;

export class Suggester {
  readonly #subjects: readonly Subject[];
  readonly #texts: Text[] = [];
  /** For each pair of letters, the texts that hold it. */
  readonly #postings = new Map<string, number[]>();
  readonly #kana: KanaSpelling;

  constructor(private readonly faq: Faq) {
    this.#kana = new KanaSpelling(faq.readings);
    this.#subjects = faq.entries.flatMap((entry): Subject[] => [
      { entry },
      ...entry.facts.map((fact) => ({ entry, fact })),
    ]);
    for (const [subject, { entry, fact }] of this.#subjects.entries()) {
      const { title, question } = fact ?? entry;
      const texts = LANGUAGES.flatMap((language) => [title[language], question[language]]).map(normalise);
      for (const text of new Set([...texts, ...texts.map((each) => this.#kana.of(each))])) {
        for (const gram of gramsOf(text)) {
          const posting = this.#postings.get(gram);
          if (posting) posting.push(this.#texts.length);
          else this.#postings.set(gram, [this.#texts.length]);
        }
        this.#texts.push({ subject, text });
      }
    }
  }

  /**
   * @param partial - what was typed so far; empty input gives the FAQ's highlights
   * @param language - of the titles and questions to give
   * @param limit - how many at most
   * @param likely - what the index takes the input for, where the letters alone find too few
   * @returns the best first
   */
  suggestions(
    partial: string,
    language: Language,
    limit: number,
    likely: () => readonly Subject[],
  ): Suggestion[] {
    const spellings = this.#spellingsOf(partial);
    const found = spellings.length === 0 ? this.#highlights() : this.#alike(spellings);
    if (spellings.length > 0 && found.length < limit) {
      const isNew = ({ entry, fact }: Subject) =>
        !found.some((each) => each.entry === entry && each.fact === fact);
      found.push(...likely().filter(isNew));
    }
    return found.slice(0, limit).map(({ entry, fact }) => {
      const { title, question } = fact ?? entry;
      return { entry, ...(fact && { fact }), title: title[language], question: question[language] };
    });
  }

  #highlights(): Subject[] {
    const { entries, highlights } = this.faq;
    const first = highlights.flatMap((id) => entries.filter((entry) => entry.id === id));
    return [...first, ...entries.filter((entry) => !first.includes(entry))].map((entry) => ({ entry }));
  }

  /** The input as typed, as kana where it reads as such, and with words in kana that the FAQ writes in kanji. */
  #spellingsOf(partial: string): string[] {
    const text = normalise(partial.slice(0, LONGEST_PARTIAL));
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    // An input method shows the letters of a kana that is not complete yet: ゆうこうk
    const complete = text.replace(/(?<=[\p{Script=Hiragana}\p{Script=Katakana}])[a-z]{1,2}$/u, '');
    const isRomaji = /^[a-z' -]+$/.test(text) && text.split(/[ -]+/).every(startsAsKana);
    const kana = isRomaji ? toHiragana(text.replaceAll(' ', ''), { IMEMode: true }) : undefined;
    const spellings = [
      complete,
      this.#kana.of(complete),
      ...(kana ? [kana.replace(/(?<![a-z])[a-z]+$/, '')] : []),
    ];
    return [...new Set(spellings)].filter((each) => each !== '');
  }

  #alike(spellings: readonly string[]): Subject[] {
    const best = new Map<number, number>();
    for (const spelling of spellings) {
      for (const { subject, likeness } of this.#comparedWith(spelling)) {
        best.set(subject, Math.max(best.get(subject) ?? 0, likeness));
      }
    }
    return [...best].sort(([, a], [, b]) => b - a).map(([subject]) => this.#subjects[subject]!);
  }

  #comparedWith(spelling: string): { readonly subject: number; readonly likeness: number }[] {
    const shared = this.#shared(spelling);
    const candidates = [...shared.keys()]
      .sort((a, b) => shared.get(b)! - shared.get(a)! || a - b)
      .slice(0, COMPARED);
    const words = spelling.match(RUN) ?? [];
    // Words may stand in any order, so each is looked for on its own.
    const likeness = new Map<number, number>();
    const fuse = new Fuse(
      candidates.map((number) => this.#texts[number]!.text),
      { includeScore: true, ignoreLocation: true, threshold: 0.4, shouldSort: false },
    );
    const letters = words.reduce((sum, word) => sum + word.length, 0);
    for (const word of words) {
      for (const { refIndex, score = 1 } of fuse.search(word)) {
        const number = candidates[refIndex]!;
        likeness.set(number, (likeness.get(number) ?? 0) + ((1 - score) * word.length) / letters);
      }
    }
    return [...likeness].map(([number, words]) => ({
      subject: this.#texts[number]!.subject,
      likeness: words + shared.get(number)!,
    }));
  }

  /** The share of the input's letter pairs that each text holds, rare pairs counting more. */
  #shared(spelling: string): Map<number, number> {
    const grams = [...gramsOf(spelling)];
    const weights = grams.map((gram) =>
      Math.log(1 + this.#texts.length / (this.#postings.get(gram)?.length ?? 1)),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const shared = new Map<number, number>();
    for (const [index, gram] of grams.entries()) {
      for (const number of this.#postings.get(gram) ?? []) {
        shared.set(number, (shared.get(number) ?? 0) + weights[index]! / total);
      }
    }
    for (const [number, share] of shared) {
      if (share < LEAST_SHARED) shared.delete(number);
    }
    return shared;
  }
}

/** Spells Japanese in hiragana as far as the FAQ's readings go: 特典の更新 becomes とくてんのこうしん. */
class KanaSpelling {
  readonly #readings: ReadonlyMap<string, string>;
  readonly #pattern: RegExp | undefined;

  constructor(readings: Readonly<Record<string, string>>) {
    this.#readings = new Map(Object.entries(readings).map(([kana, written]) => [normalise(written), kana]));
    const longestFirst = [...this.#readings.keys()].sort((a, b) => b.length - a.length);
    const escaped = longestFirst.map((written) => written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    this.#pattern = escaped.length > 0 ? new RegExp(escaped.join('|'), 'gu') : undefined;
  }

  of(text: string): string {
    const spelled = this.#pattern
      ? text.replace(this.#pattern, (written) => this.#readings.get(written) ?? written)
      : text;
    return Array.from(spelled, (letter) => (isKana(letter) ? toHiragana(letter) : letter)).join('');
  }
}

/** Whether a word reads as kana but for letters at its end that may become one. */
function startsAsKana(word: string): boolean {
  return readsAsKana(word.replace(/[^aeiou]{1,2}$/, '') || 'a');
}

/** The pairs of letters of each word with its beginning, and single letters of Japanese. */
function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  for (const [run] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const letters = Array.from(`<${run}`);
    for (let start = 0; start + 1 < letters.length; start += 1) {
      grams.add(letters[start]! + letters[start + 1]!);
      const letter = letters[start + 1]!;
      if (/\p{Script=Han}/u.test(letter)) grams.add(letter);
    }
  }
  return grams;
}
