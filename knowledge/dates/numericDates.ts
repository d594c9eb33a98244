// Dates in digits: 2021-01-31, 10/25/2020, 25.10.2020, 6/20, R3.1.31.
import { civilDate } from './civilDate.js';
import { dateParser, type Reading } from './dateParser.js';
import { ERA, ERA_LETTER, yearOfEra } from './eras.js';

/** Tags of a day and a month that stand before the year or without one: which of them comes first. */
export const ORDER = {
  dayFirst: 'order/dayFirst',
  monthFirst: 'order/monthFirst',
  /** The digits allow both; month and day are as if the month came first. */
  open: 'order/open',
} as const;

// A digit, letter or separator before is part of a longer number: a version, an address, a telephone number.
const LONGER_NUMBER = /[\w./-]$/;
const END = '(?![\\w]|[./-]\\d)';

// Outside of these years, four digits are rather an identifier.
const YEAR = '(?:19|20|21)\\d{2}';

const yearFirst = dateParser(
  new RegExp(
    `(?<year>${YEAR})(?<separator>[-/.])(?<month>[01]?\\d)\\k<separator>(?<day>[0-3]?\\d)` +
      `(?:T[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?${END}`,
    'i',
  ),
  (groups) => {
    const reading = {
      year: Number(groups['year']),
      month: Number(groups['month']),
      day: Number(groups['day']),
    };
    return groups['separator'] === '.' && isVersion(reading) ? undefined : reading;
  },
  /[\w./]$|\d-$/,
);

/** 20261103, unless it is a number of something. */
const compact = dateParser(
  /(?<year>20\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?![\w./-])/,
  ({ year, month, day }) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  /(?:[\w./#-]|\b(?:id|no\.?|number|build|version|kb|ticket|order)[: ]{0,2}|(?:番号|番|コード|注文|バージョン)[は:： ]{0,2})$/i,
);

const eraFirst = dateParser(
  new RegExp(
    `(?<era>${ERA}|${ERA_LETTER})(?<year>\\d{1,2})(?<separator>[-/.])(?<month>\\d{1,2})\\k<separator>(?<day>\\d{1,2})${END}`,
    'i',
  ),
  (groups) => {
    const year = yearOfEra(groups['era']!, Number(groups['year']));
    const reading = { year, month: Number(groups['month']), day: Number(groups['day']) };
    return isVersion(reading) ? undefined : reading;
  },
  LONGER_NUMBER,
);

const yearLast = dateParser(
  new RegExp(
    `(?<first>[0-3]?\\d)(?<separator>[-/.])(?<second>[0-3]?\\d)\\k<separator>(?<year>${YEAR})${END}`,
  ),
  (groups) => inEitherOrder(Number(groups['first']), Number(groups['second']), Number(groups['year'])),
  LONGER_NUMBER,
);

// Writers of Japanese, and of 2021/1/31, put the month before the day.
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const YEAR_FIRST = /\d{4}\/\d{1,2}\/\d/;

const shortYear = dateParser(
  new RegExp(`(?<first>\\d{1,2})/(?<second>\\d{1,2})/(?<third>\\d{2})${END}`),
  (groups, { text }) => {
    const [first, second, third] = [
      Number(groups['first']),
      Number(groups['second']),
      Number(groups['third']),
    ];
    const isYearFirst = JAPANESE.test(text) && civilDate(2000 + first, second, third) !== undefined;
    if (isYearFirst) return { year: 2000 + first, month: second, day: third };
    return first <= 31 && second <= 31 ? inEitherOrder(first, second, 2000 + third) : undefined;
  },
  LONGER_NUMBER,
);

/** What precedes 6/20 in English; before a fraction or a count (2/3 of the keys) other words stand. */
const CUE =
  /(?:^|[(:=,~〜–-]|\b(?:on|by|until|till?|before|after|since|from|to|through|is|was|dated?|expire[sd]|redeemed|assigned|and|or))\s*$/i;

const yearless = dateParser(
  new RegExp(`(?<first>[0-3]?\\d)/(?<second>[0-3]?\\d)(?!%|\\s+of\\b)${END.replace('\\w', '\\w/')}`),
  (groups, { text, before }) => {
    const [first, second] = [Number(groups['first']), Number(groups['second'])];
    if (JAPANESE.test(text) || YEAR_FIRST.test(text)) {
      return isMonthAndDay(first, second) ? { month: first, day: second } : undefined;
    }
    const isRoundTheClock = first === 24 && second === 7;
    const isDate = isMonthAndDay(first, second) || isMonthAndDay(second, first);
    return isDate && !isRoundTheClock && CUE.test(before) ? inEitherOrder(first, second) : undefined;
  },
  /[\w./]$|(?<![/.]\d{1,2})-$/,
);

/** chrono's own parsers take 2021/13/1 for 13 January, and never tell that 03/04 has two readings. */
export const NUMERIC_DATES = [yearFirst, compact, eraFirst, yearLast, shortYear, yearless];

const LEAP_YEAR = 2000;

function inEitherOrder(first: number, second: number, year?: number): Reading {
  const monthFirst = { year, month: first, day: second };
  const dayFirst = { year, month: second, day: first };
  const canBeMonthFirst = existsIn(year ?? LEAP_YEAR, first, second);
  const canBeDayFirst = existsIn(year ?? LEAP_YEAR, second, first);
  if (canBeMonthFirst && canBeDayFirst)
    return first === second ? monthFirst : { ...monthFirst, tag: ORDER.open };
  if (canBeMonthFirst) return { ...monthFirst, tag: ORDER.monthFirst };
  return canBeDayFirst ? { ...dayFirst, tag: ORDER.dayFirst } : monthFirst;
}

function existsIn(year: number, month: number, day: number): boolean {
  return civilDate(year, month, day) !== undefined;
}

/** Whether the numbers can be meant so, be it for a day that does not exist, such as 11/31. */
function isMonthAndDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** Numbers between dots that no calendar has, such as 2019.0.1, are a version. */
function isVersion({ month, day }: Reading): boolean {
  return !isMonthAndDay(month, day);
}
