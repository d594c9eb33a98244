// Finds the month, season or year that a message names instead of a day: 来年の11月, "next summer", "in 2028".
import { type CivilDate, civilDate, partsOf, plusDays, plusMonths } from './civilDate.js';
import { yearOfEra } from './eras.js';
import { foldWidth } from './foldWidth.js';
import type { FoundDate } from './foundDate.js';
import { matchesOf } from './matches.js';

/** From its first day to its last, and where its words stand in the text, in UTF-16 units. */
export interface Span {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly start: number;
  readonly end: number;
}

type Days = Pick<Span, 'from' | 'to'>;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** The first month of each season, of three. */
const SEASONS: Readonly<Record<string, number>> = {
  spring: 3,
  summer: 6,
  autumn: 9,
  fall: 9,
  winter: 12,
  春: 3,
  夏: 6,
  秋: 9,
  冬: 12,
};
const SEASON = 'spring|summer|autumn|fall|winter';
const YEARS_FROM_THIS: Readonly<Record<string, number>> = {
  last: -1,
  this: 0,
  next: 1,
  去年: -1,
  昨年: -1,
  今年: 0,
  本年: 0,
  来年: 1,
  再来年: 2,
};
const MONTHS_FROM_THIS: Readonly<Record<string, number>> = {
  last: -1,
  this: 0,
  next: 1,
  先月: -1,
  今月: 0,
  来月: 1,
  再来月: 2,
};

const JAPANESE_YEAR =
  '(?:(?<year>\\d{4})年|令和(?<era>\\d{1,2})年|(?<relative>再来年|来年|今年|本年|去年|昨年))';
const ENGLISH_YEAR =
  '(?:(?:,|\\s+of|\\s+in)?\\s+(?<year>20\\d\\d)\\b(?!-)|\\s+(?:of\\s+)?(?<relative>last|this|next)\\s+year\\b)';
const WHICH = '(?:(?<which>last|this|next|coming)\\s+)';
/** "May" and "march" are ordinary words, and so is "fall". */
const BEFORE = '(?<=\\b(?:in|by|until|till|during|through|of|for|about|since)\\s{1,9}(?:the\\s{1,9})?)';

/** In this order: the narrower ones first. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(`(?:${JAPANESE_YEAR}の?)?(?<!\\d)(?<month>\\d{1,2})月(?![\\d末初上中下頭何])`, 'gu'),
  /(?<monthFrom>再来月|来月|今月|先月)(?!の?\d)/gu,
  /(?<withinYear>年内|(?:今年|年)中)(?=[にはでもの、。？?]|$)/gu,
  new RegExp(`(?:${JAPANESE_YEAR}の?)?(?<season>[春夏秋冬])(?=[はにでもま、。？?]|頃|ごろ|休|$)`, 'gu'),
  new RegExp(`${JAPANESE_YEAR}(?!の?\\d|度|[初末頭])`, 'gu'),
  new RegExp(`\\b${WHICH}?(?<month>${MONTH})\\b\\.?${ENGLISH_YEAR}`, 'giu'),
  new RegExp(`(?:${BEFORE}${WHICH}?|\\b${WHICH.replace('which', 'which2')})(?<month>${MONTH})\\b`, 'giu'),
  new RegExp(`(?<=^(?:(?:and|or|so|then)\\s{1,9})?)(?<month>${MONTH})(?=\\s*[?.!]*$)`, 'giu'),
  /\b(?<monthFrom>last|this|next)\s+month\b/giu,
  new RegExp(`\\b${WHICH}?(?<season>${SEASON})\\b${ENGLISH_YEAR}`, 'giu'),
  new RegExp(`(?:${BEFORE}${WHICH}?|\\b${WHICH.replace('which', 'which2')})(?<season>${SEASON})\\b`, 'giu'),
  /\b(?:the\s+)?year\s+after\s+(?<afterNext>next)\b/giu,
  /\b(?<relative>last|this|next)\s+year\b/giu,
  new RegExp(`${BEFORE}(?<year>20\\d\\d)\\b(?![-/.]\\d)`, 'giu'),
];

/** What every text has that one of the patterns matches. */
const MAY_NAME_A_SPAN =
  /[月年春夏秋冬]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|month|year|spring|summer|autumn|fall|winter|20\d\d/i;

/**
 * Finds the spans that a text names, in order of appearance and without overlaps.
 *
 * @param dates - what `findDates` found in the text: their words name days
 * @param notBefore - of a span without a year the first one is meant that does not end before this day
 * @example
 * findSpans('来年の11月でも使えますか', [], { today: '2026-11-27', notBefore: '2026-11-27' });
 * // => [{ from: '2027-11-01', to: '2027-11-30', start: 0, end: 6 }]
 */
export function findSpans(
  text: string,
  dates: readonly FoundDate[],
  { today, notBefore }: { readonly today: CivilDate; readonly notBefore: CivilDate },
): Span[] {
  const folded = foldWidth(text);
  if (!MAY_NAME_A_SPAN.test(folded)) return [];
  let rest = blanked(folded, dates);
  const spans: Span[] = [];
  for (const pattern of PATTERNS) {
    const found = matchesOf(pattern, rest).map(({ 0: words, index, groups = {} }) => {
      return { start: index, end: index + words.length, days: daysOf(groups, today, notBefore) };
    });
    spans.push(...found.flatMap(({ days, ...place }) => (days ? [{ ...days, ...place }] : [])));
    rest = blanked(rest, found);
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** @param places - in order, without overlaps */
function blanked(text: string, places: readonly { readonly start: number; readonly end: number }[]): string {
  let done = 0;
  const pieces = places.map(({ start, end }) => {
    const piece = text.slice(done, start) + '\u0000'.repeat(end - start);
    done = end;
    return piece;
  });
  return pieces.join('') + text.slice(done);
}

type Groups = Readonly<Record<string, string | undefined>>;

function daysOf(groups: Groups, today: CivilDate, notBefore: CivilDate): Days | undefined {
  const { monthFrom, afterNext, withinYear } = groups;
  const thisYear = partsOf(today).year;
  if (monthFrom !== undefined) {
    const { year, month } = partsOf(plusMonths(today, MONTHS_FROM_THIS[monthFrom.toLowerCase()]!));
    return monthsFrom(year, month, 1);
  }
  if (withinYear !== undefined) return { from: today, to: civilDate(thisYear, 12, 31)! };
  if (afterNext !== undefined) return monthsFrom(thisYear + 2, 1, 12);
  const first = firstMonthIn(groups);
  if (first !== undefined && (first < 1 || first > 12)) return undefined;
  const length = groups['season'] === undefined ? 1 : 3;
  const year = yearIn(groups, thisYear);
  if (first === undefined) return year === undefined ? undefined : monthsFrom(year, 1, 12);
  if (year !== undefined) return monthsFrom(year, first, length);
  const which = (groups['which'] ?? groups['which2'])?.toLowerCase();
  const spans = [-1, 0, 1, 2].flatMap((years) => {
    const span = monthsFrom(partsOf(which === undefined ? notBefore : today).year + years, first, length);
    return span ? [span] : [];
  });
  switch (which) {
    case 'last':
      return spans.findLast(({ to }) => to < today);
    case 'next':
      return spans.find(({ from }) => from > today);
    case 'this':
    case 'coming':
      return spans.find(({ to }) => to >= today);
    default:
      return spans.find(({ to }) => to >= notBefore);
  }
}

function firstMonthIn({ month, season }: Groups): number | undefined {
  if (season !== undefined) return SEASONS[season.toLowerCase()];
  if (month === undefined) return undefined;
  return /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
}

function yearIn({ year, era, relative }: Groups, thisYear: number): number | undefined {
  if (year !== undefined) return Number(year);
  if (era !== undefined) return yearOfEra('令和', Number(era));
  return relative === undefined ? undefined : thisYear + YEARS_FROM_THIS[relative.toLowerCase()]!;
}

function monthsFrom(year: number, month: number, count: number): Days | undefined {
  const from = civilDate(year, month, 1);
  return from && year < 9998 ? { from, to: plusDays(plusMonths(from, count), -1) } : undefined;
}
