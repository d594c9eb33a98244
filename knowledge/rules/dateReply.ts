// The dates of a reply to the question for a date, which may say less than a date elsewhere: 「15日です」.
import { type CivilDate, civilDate, partsOf, plusMonths } from '../dates/civilDate.js';
import { settled } from '../dates/floatingDay.js';
import { findDates, resolveYear } from '../dates/findDates.js';
import type { FoundDate } from '../dates/foundDate.js';
import type { DateQuestionContext } from './dateQuestion.js';
import { type DateProblem, type DateState, liesIn } from './dateState.js';

const DAY_ALONE = /(?<![\d月〜~年])(\d{1,2})日(?![間後前目以ほくぐたか])/u;
const YEAR = /\d{4}/;

/** @returns the dates that a reply names; a day without a month is the nearest one that the rule allows */
export function datesOfReply(text: string, { rule }: DateState, context: DateQuestionContext): FoundDate[] {
  const dates = findDates(text, context);
  const found = dates.length > 0 ? null : DAY_ALONE.exec(text.normalize('NFKC'));
  if (!found) return dates;
  const place = { start: found.index, end: found.index + found[0].length, text: found[0] };
  const day = Number(found[1]);
  if (day < 1 || day > 31) return [{ ...place, kind: 'impossible' }];
  const { today } = context;
  const near = [0, -1, 1, -2, 2].flatMap((months) => {
    const { year, month } = partsOf(plusMonths(today, months));
    const date = civilDate(year, month, day);
    return date && (liesIn(rule) === 'near' || date <= today) ? [date] : [];
  });
  return near[0] ? [{ ...place, kind: 'exact', date: near[0] }] : [{ ...place, kind: 'impossible' }];
}

/** @returns whether a text names a day of the month, maybe nothing else of a date */
export function namesDay(text: string): boolean {
  return DAY_ALONE.test(text.normalize('NFKC'));
}

/** @returns what the dates of a reply mean for the question that is open, or what is wrong with them */
export function givenByReply(
  dates: readonly FoundDate[],
  { rule, problem }: DateState,
  today: CivilDate,
): Pick<DateState, 'given'> & { problem?: DateProblem } {
  const impossible = dates.find(({ kind }) => kind === 'impossible');
  if (impossible) return { given: [], problem: { kind: 'impossible', text: impossible.text } };
  const ambiguous = dates.find((date) => date.kind === 'ambiguous');
  if (ambiguous) return { given: [], problem: { kind: 'choose', dates: ambiguous.readings } };
  const given = dates.flatMap((date) => {
    if (date.kind === 'exact') return [settled(date, liesIn(rule), today)];
    if (date.kind !== 'yearless') return [];
    // The year of the day that was refused still holds.
    const [year] = (problem?.kind === 'impossible' ? YEAR.exec(problem.text) : null) ?? [];
    const resolved =
      (year && civilDate(Number(year), date.month, date.day)) ?? resolveYear(date, liesIn(rule), today);
    return resolved ? [resolved] : [];
  });
  return given.length > 0
    ? { given: [...new Set(given)] }
    : { given, problem: { kind: 'impossible', text: dates[0]!.text } };
}
