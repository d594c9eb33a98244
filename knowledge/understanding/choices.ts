// Which of the listed choices a text names, and whether it says so or denies it: "extend, but not more people",
// 「以前はAzure Passでしたが今は違います」.
import { LANGUAGES } from '../faq/language.js';
import { termsOf } from '../search/terms.js';
import { normalise } from '../text/normalise.js';
import { withoutEndMarks } from '../text/endMarks.js';
import { WORDS } from '../text/words/index.js';
import type { Choice, Picked } from './reading.js';

/** Longer texts tell more than a choice. */
const MAX_LETTERS = 200;
/** How far a word that denies stands before what it denies, in words. */
const MAX_WORDS_BETWEEN = 6;
/** Where a negation ends to reach: a new clause. */
const BREAK =
  /[,.;:!?、。，；！？]|\b(?:but|and now|however|although)\b|(?:ですが|ですけど|だけど|けど|けれど|ますが|でしたが|ましたが|が、)/u;

interface Found {
  readonly choice: number;
  readonly start: number;
  readonly end: number;
}

/** The choices that a text names by one of their names, and how. */
export function pickedIn(text: string, choices: readonly Choice[]): Picked {
  const said = withoutEndMarks(closed(normalise(text.slice(0, MAX_LETTERS))));
  const whole = choices.flatMap(({ names }, index) =>
    names.some((name) => bare(name) === said) ? [index] : [],
  );
  if (whole.length > 0) return { affirmed: whole.slice(0, 1), denied: [], isDoubtful: false };
  if (text.length > MAX_LETTERS) return NONE;
  const found = namesIn(said, choices);
  const denied = new Set(found.filter((each) => isDenied(said, each)).map(({ choice }) => choice));
  // "Another one, the Azure Pass" is the Azure Pass.
  const isOther = (choice: number) => choices[choice]!.means === 'other';
  const affirmed = found.filter(({ choice }) => !denied.has(choice));
  const named = affirmed.filter(({ choice }) => !isOther(choice));
  return {
    affirmed: mostTelling(said, named.length > 0 ? named : affirmed),
    denied: [...denied],
    isDoubtful: LANGUAGES.some((language) => WORDS[language].maybe.some((word) => said.includes(word))),
  };
}

export const NONE: Picked = { affirmed: [], denied: [], isDoubtful: false };

/** Longest names first; what one has taken is not looked at again, so that "Azure Pass" is not "Pass" once more. */
function namesIn(said: string, choices: readonly Choice[]): Found[] {
  const names = choices
    .flatMap(({ names: own, means }, choice) =>
      means === undefined || means === 'other' ? own.map((name) => ({ name: bare(name), choice })) : [],
    )
    .filter(({ name }) => name.length >= 2)
    .sort((a, b) => b.name.length - a.name.length);
  const found: Found[] = [];
  for (const { name, choice } of names) {
    for (let start = said.indexOf(name); start >= 0; start = said.indexOf(name, start + 1)) {
      const end = start + name.length;
      if (!isWord(said, start, end) || found.some((each) => start < each.end && end > each.start)) continue;
      found.push({ choice, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A name in Latin letters stands between other signs than these. */
function isWord(said: string, start: number, end: number): boolean {
  const isLatin = (sign = '') => /[a-z0-9]/u.test(sign);
  return (
    !(isLatin(said[start]) && isLatin(said[start - 1])) && !(isLatin(said[end - 1]) && isLatin(said[end]))
  );
}

function isDenied(said: string, { start, end }: Found): boolean {
  const before = said.slice(0, start).split(BREAK).at(-1) ?? '';
  const after = said.slice(end).split(BREAK)[0] ?? '';
  const wordsBefore = before
    .split(/\s+/u)
    .slice(-MAX_WORDS_BETWEEN - 1)
    .join(' ');
  return LANGUAGES.some((language) => {
    const { negation, formerly, ownLetter } = WORDS[language];
    const holds = (text: string, word: string) =>
      ownLetter ? text.includes(word) : ` ${text} `.includes(` ${word} `);
    if (negation.before.some((word) => holds(wordsBefore.trim(), word))) return true;
    if (negation.after.some((word) => holds(after.trim(), word))) return true;
    // What was so: the whole sentence tells.
    return formerly.some((word) => holds(`${before} ${after}`.replace(/\s+/gu, ' ').trim(), word));
  });
}

/** Of names that no "and" joins, the longest tells what is meant: "our own laptop at the customer's office". */
function mostTelling(said: string, found: readonly Found[]): number[] {
  const choices = [...new Set(found.map(({ choice }) => choice))];
  if (choices.length < 2) return choices;
  const isList = found.slice(1).every(({ start, choice }, index) => {
    const before = found[index]!;
    const between = said.slice(before.end, start);
    return (
      before.choice === choice ||
      LANGUAGES.some((language) => WORDS[language].listJoiners.some((word) => between.includes(word))) ||
      /[,、・/&+]/u.test(between)
    );
  });
  if (isList) return choices;
  const [longest] = [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  return [longest!.choice];
}

/**
 * The choice that a text in its own words points to: the only one whose words it shares that the others lack, as "the
 * azure one" does.
 */
export function closestChoice(text: string, choices: readonly Choice[]): number | undefined {
  const terms = [...termsOf(text)];
  const perChoice = choices.map(({ names }) => new Set(names.flatMap((name) => [...termsOf(name)])));
  const shared = perChoice.map(
    (own, index) =>
      terms.filter(
        (term) => own.has(term) && perChoice.every((other, at) => at === index || !other.has(term)),
      ).length,
  );
  const best = Math.max(0, ...shared);
  const first = shared.indexOf(best);
  return best > 0 && shared.every((count, index) => index === first || count * 2 <= best) ? first : undefined;
}

function bare(name: string): string {
  return withoutEndMarks(closed(normalise(name)));
}

/** Without spaces beside letters that are written without: 「Azure パス」 is 「Azureパス」. */
function closed(text: string): string {
  return text.replace(
    /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]) | (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
    '',
  );
}
