// Dates with an English month name: chrono reads them; what it takes for one too readily is left out here,
// and the words are added that give such a date its year.
import { en, type Parser, type ParsingResult, type Refiner } from 'chrono-node';
import { partsOf } from './civilDate.js';
import { dateParser, lastOfMonth, todayOf } from './dateParser.js';

// chrono exports its configurations only, not the parsers in them.
const { parsers, refiners } = en.configuration.createCasualConfiguration();

function named<T extends object>(parts: readonly T[], names: readonly string[]): T[] {
  const found = parts.filter((part) => names.includes(part.constructor.name));
  if (found.length < names.length) throw new Error(`chrono-node no longer has all of: ${names.join(', ')}`);
  return found;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY_TOO_LATE = '(?:3[2-9]|[4-9]\\d)';

// chrono finds no date where the day is above 31, while it does find 30 February.
const tooLate = [
  `(?<day>${DAY_TOO_LATE})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+(?<year>\\d{4})\\b`,
  `${MONTH}\\s+(?<day>${DAY_TOO_LATE})(?:(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})|st|nd|rd|th)\\b`,
].map((pattern) =>
  dateParser(
    new RegExp(pattern, 'i'),
    ({ day, month, year }) => ({ year: yearOf(year), month: monthOf(month!), day: Number(day) }),
    /\w$/,
  ),
);

// chrono finds the end of June, but of no month in short.
const endOfMonth = dateParser(
  new RegExp(
    `(?:the\\s+)?(?:end|last\\s+day)\\s+of\\s+${MONTH}(?:,?\\s+(?:of\\s+)?(?<year>\\d{4}))?(?!\\w)`,
    'i',
  ),
  (groups, { today }) => lastOfMonth(yearOf(groups['year']), monthOf(groups['month']!), today),
  /\w$/,
);

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function yearOf(year: string | undefined): number | undefined {
  return year === undefined ? undefined : Number(year);
}

export const ENGLISH_DATES: readonly Parser[] = [
  ...named(parsers, ['ENMonthNameLittleEndianParser', 'ENMonthNameMiddleEndianParser', 'ENCasualDateParser']),
  ...tooLate,
  endOfMonth,
];

/** Removes overlapping finds in favour of the longer. */
export const OVERLAP_REMOVAL: Refiner = named(refiners, ['OverlapRemovalRefiner'])[0]!;

/** Leaves out "now", which is rather a time, and words that look like a month and its day by chance. */
export const NO_ORDINARY_WORDS: Refiner = {
  refine: (context, results) =>
    results.filter((result) => result.text.toLowerCase() !== 'now' && !isByChance(result, context.text)),
};

// "Step 2 may fail", "may first be", "in March, 2 keys".
function isByChance({ text, index, start }: ParsingResult, message: string): boolean {
  if (start.isCertain('year')) return false;
  if (/^[a-z]+,/i.test(text)) return true;
  if (!/\d/.test(text)) return /\b(?:may|mar|march)\b/.test(text);
  if (!/\bmay\b/.test(text) || /^on\b|\d(?:st|nd|rd|th)\b/.test(text)) return false;
  const end = index + text.length;
  return (
    /^\s+[a-z]/i.test(message.slice(end, end + LOOK_AROUND)) &&
    !DATED.test(message.slice(0, index).slice(-LOOK_AROUND))
  );
}

const DATED = /\b(?:on|by|until|till?|before|after|since|from|is|was|the)\s+$/i;

/** Takes back a number after a date that is no year: "March 5 20 keys", "March 5 2021-03-31". */
export const NO_OTHER_NUMBER_FOR_A_YEAR: Refiner = {
  refine: (context, results) => {
    for (const result of results) {
      const end = result.index + result.text.length;
      const number = MONTH_NAME_AND_NUMBER.exec(result.text);
      if (!number || !result.start.isCertain('year')) continue;
      if (isYear(number[1]!, context.text.slice(end, end + LOOK_AROUND))) continue;
      result.text = result.text.slice(0, -number[0].length);
      for (const components of [result.start, result.end]) components?.delete('year');
    }
    return results;
  },
};

const LOOK_AROUND = 32;
const MONTH_NAME_AND_NUMBER = /(?<=[a-z].{0,40})[\s,]+(\d{2}|\d{4}|\d{1,4}\s*(?:BE|AD|BC|BCE|CE))$/i;
// A word after two digits is what they count, unless it is one of these.
const COUNTED =
  /^(?:\s+(?!(?:and|but|or|so|is|was|to|until|till|when|can|how|what|which|who|where|if|then|i|we|my|our|it|the)\b)[a-z]|[%:.]\d)/i;

function isYear(number: string, after: string): boolean {
  if (/\D/.test(number)) return false;
  return number.length === 2 ? !COUNTED.test(after) : !/^[-/.]\d/.test(after);
}

/** Gives a date without a year the one that is named beside it: "last year", or 2021 in "2021 Jan 31". */
export const YEAR_BESIDE: Refiner = {
  refine: (context, results) => {
    const { year } = partsOf(todayOf(context));
    for (const result of results) {
      if (!result.start.isDateWithUnknownYear()) continue;
      const end = result.index + result.text.length;
      const after = /^,?\s+(?:(?:of\s+)?(last|this|next)\s+year|(?:of|in)\s+((?:19|20)\d{2}))\b/i.exec(
        context.text.slice(end, end + LOOK_AROUND),
      );
      const head = context.text.slice(0, result.index).slice(-LOOK_AROUND);
      const before =
        /\b(last|this|next)\s+year(?:'s|,)?\s+(?:on\s+)?(?:the\s+)?$/i.exec(head) ??
        (/^[a-z]/i.test(result.text) ? YEAR_BEFORE.exec(head) : null);
      const word = after?.[1] ?? after?.[2] ?? before?.[1];
      if (word === undefined) continue;
      const named = YEARS_FROM_THIS[word.toLowerCase()];
      const meant = named === undefined ? Number(word) : year + named;
      result.start.assign('year', meant);
      result.end?.assign('year', meant);
      if (after) {
        result.text += after[0];
      } else {
        result.index -= before![0].length;
        result.text = before![0] + result.text;
      }
    }
    return results;
  },
};

const YEARS_FROM_THIS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };
// Not after a product's name: "Office 2019 Jan 31".
const YEAR_BEFORE =
  /(?<=^|[^\w\s.]\s{0,9}|\b(?:on|by|is|was|until|since|from|before|after)\s{1,9})((?:19|20)\d{2})[\s,/-]\s?$/i;
