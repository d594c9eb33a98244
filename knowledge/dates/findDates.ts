// Finds the days that a message names, in Japanese, English or both.
import { Chrono, type ParsedComponents, type ParsedResult, type Parser } from 'chrono-node';
import { RANGE, WEEKDAY_BESIDE, YEAR_OF_RANGE } from './besideDates.js';
import { type CivilDate, civilDate } from './civilDate.js';
import { referenceOf } from './dateParser.js';
import { type DayOrder, dayOrderOfLocale } from './dayOrder.js';
import {
  ENGLISH_DATES,
  NO_OTHER_NUMBER_FOR_A_YEAR,
  NO_ORDINARY_WORDS,
  OVERLAP_REMOVAL,
  YEAR_BESIDE,
} from './englishDates.js';
import { ENGLISH_RELATIVE_DAYS } from './englishRelativeDays.js';
import { foldWidth } from './foldWidth.js';
import { FLOATS } from './floatingDay.js';
import type { FoundDate } from './foundDate.js';
import { JAPANESE_DATES } from './japaneseDates.js';
import { JAPANESE_RELATIVE_DAYS } from './japaneseRelativeDays.js';
import { withMonthsSpelt } from './misspelt.js';
import { NUMERIC_DATES, ORDER } from './numericDates.js';
import { OFFSET_BESIDE } from './offsetDates.js';
import { resolveYear } from './resolveYear.js';
import { firstAndLast, MAX_DATES, type Passage, passagesOf } from '../text/boundedText.js';

export { resolveYear };

export interface DateContext {
  readonly today: CivilDate;
  /** BCP 47; decides 03/04/2021 where it is given: en-GB has the day first, en-US the month. */
  readonly locale?: string | undefined;
}

/**
 * Finds the days that a text names, in order of appearance and without overlaps. A time of day is ignored,
 * a range gives its two ends, and a month, a week or a length of time is no day. Of a long
 * text its beginning and its end are read, and so many days at most: see `boundedText`.
 *
 * @example findDates('redeemed on 1 Dec', { today: '2021-03-02' }) // yearless, month 12, day 1, '1 Dec'
 */
export function findDates(text: string, { today, locale }: DateContext): FoundDate[] {
  const finds = firstAndLast(
    passagesOf(text).flatMap((passage) => findsIn(passage, today)),
    MAX_DATES,
  );
  const isOpen = finds.some(({ components }) => components.tags().has(ORDER.open));
  const order = isOpen ? (orderIn(finds) ?? dayOrderOfLocale(locale)) : undefined;
  return finds.map((find) => foundDate(find, text, order, today));
}

/** Parsers, and what every text has in which they find a day: most messages have none of it, and are not parsed. */
const PARSERS: readonly (readonly [RegExp, readonly Parser[]])[] = [
  [/\d/, NUMERIC_DATES],
  [
    /[月火水木金土日週末旦前後]|きょう|きのう|あした|あさって|おととい|さっき|けさ|ゆうべ|先ほど|今朝|今晩|今夜|昨夜|昨晩|大みそか|クリスマス|令\d/,
    [...JAPANESE_DATES, ...JAPANESE_RELATIVE_DAYS],
  ],
  [
    /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|day|week|fortnight|month|\bmo\b|year|night|morrow|yest|tmr|christmas|the\s+\d|\b(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b/i,
    [...ENGLISH_DATES, ...ENGLISH_RELATIVE_DAYS],
  ],
];

const REFINERS = [
  NO_ORDINARY_WORDS,
  NO_OTHER_NUMBER_FOR_A_YEAR,
  YEAR_BESIDE,
  WEEKDAY_BESIDE,
  OVERLAP_REMOVAL,
  YEAR_OF_RANGE,
  OFFSET_BESIDE,
];

function parse(text: string, today: CivilDate): ParsedResult[] {
  const parsers = PARSERS.flatMap(([needed, those]) => (needed.test(text) ? those : []));
  return parsers.length === 0
    ? []
    : new Chrono({ parsers, refiners: REFINERS }).parse(text, referenceOf(today));
}

interface Find {
  readonly start: number;
  readonly end: number;
  readonly components: ParsedComponents;
}

function findsIn({ start, text, isCut }: Passage, today: CivilDate): Find[] {
  return parse(withMonthsSpelt(foldWidth(text)), today)
    .filter((result) => !(isCut.before && result.index === 0))
    .filter((result) => !(isCut.after && result.index + result.text.length === text.length))
    .flatMap(endsOf)
    .map((find) => ({ ...find, start: start + find.start, end: start + find.end }));
}

const FIRST_OF_RANGE = new RegExp(
  `^.*?(?:\\d(?:st|nd|rd|th)?|[a-z]th|first|second|third|日)(?<between>\\s*${RANGE}\\s*)(?=\\S)`,
  'i',
);

/** One find, or the two of a range that chrono holds in one result. */
function endsOf({ index, text, start, end }: ParsedResult): Find[] {
  const from = index + (/^(?:on\s+)?/i.exec(text)?.[0].length ?? 0);
  const to = index + text.trimEnd().length;
  const range = end && FIRST_OF_RANGE.exec(text);
  if (!end || !range) return [{ start: from, end: to, components: start }];
  const second = index + range[0].length;
  return [
    { start: from, end: second - (range.groups?.['between'] ?? '').length, components: start },
    { start: second, end: to, components: end },
  ];
}

/** The order that the dates with only one reading show, unless they disagree. */
function orderIn(finds: readonly Find[]): DayOrder | undefined {
  const shows = (tag: string) => finds.some(({ components }) => components.tags().has(tag));
  if (shows(ORDER.dayFirst)) return shows(ORDER.monthFirst) ? undefined : 'dayFirst';
  return shows(ORDER.monthFirst) ? 'monthFirst' : undefined;
}

function foundDate(
  { start, end, components }: Find,
  original: string,
  order: DayOrder | undefined,
  today: CivilDate,
): FoundDate {
  const place = { start, end, text: original.slice(start, end) };
  const year = components.isCertain('year') ? components.get('year')! : undefined;
  const [first, second] = [components.get('month')!, components.get('day')!];
  const isOpen = components.tags().has(ORDER.open);
  if (isOpen && order === undefined) {
    const readings = [dateOf(year, first, second, today), dateOf(year, second, first, today)] as const;
    return { ...place, kind: 'ambiguous', readings };
  }
  const [month, day] = isOpen && order === 'dayFirst' ? [second, first] : [first, second];
  if (year === undefined) {
    const isPossible = civilDate(LEAP_YEAR, month, day) !== undefined;
    return isPossible ? { ...place, kind: 'yearless', month, day } : { ...place, kind: 'impossible' };
  }
  const date = civilDate(year, month, day);
  const floats = components.tags().has(FLOATS.week)
    ? 'week'
    : components.tags().has(FLOATS.month)
      ? 'month'
      : undefined;
  return date
    ? { ...place, kind: 'exact', date, ...(floats && { floats }) }
    : { ...place, kind: 'impossible' };
}

const LEAP_YEAR = 2000;

/** @returns a day that exists: where both orders are open, neither number is above 12 */
function dateOf(year: number | undefined, month: number, day: number, today: CivilDate): CivilDate {
  return (year === undefined ? resolveYear({ month, day }, 'near', today) : civilDate(year, month, day))!;
}
