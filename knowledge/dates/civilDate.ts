// A day in the calendar, free of clock and time zone, and the arithmetic on it.
import { UTCDate } from '@date-fns/utc';
import { addDays, addMonths, addYears, differenceInCalendarDays } from 'date-fns';

/**
 * A day of the Gregorian calendar as `YYYY-MM-DD`; days compare as their texts do. Years 0001 to 9999: the
 * arithmetic throws a RangeError where it would leave them.
 */
export type CivilDate = `${number}-${number}-${number}`;

/** @returns undefined where there is no such day, as for 30 February */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && isInCalendar(date) ? civilDateOf(date) : undefined;
}

/** @returns undefined where the text is not an existing day as `YYYY-MM-DD` */
export function parseCivilDate(text: string): CivilDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? civilDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

export function partsOf(date: CivilDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

export function plusDays(date: CivilDate, days: number): CivilDate {
  return moved(date, addDays, days);
}

/** The same day of another month, or the last day of a month that is too short. */
export function plusMonths(date: CivilDate, months: number): CivilDate {
  return moved(date, addMonths, months);
}

/** The same day of another year; of 29 February, 28 February where there is none. */
export function plusYears(date: CivilDate, years: number): CivilDate {
  return moved(date, addYears, years);
}

/** @returns how many days `later` lies after `earlier`; negative where before */
export function daysBetween(earlier: CivilDate, later: CivilDate): number {
  return differenceInCalendarDays(utc(later), utc(earlier));
}

function moved(date: CivilDate, add: (date: UTCDate, amount: number) => Date, amount: number): CivilDate {
  const result = add(utc(date), amount);
  if (!isInCalendar(result)) {
    throw new RangeError(`${add.name}(${date}, ${amount}) is outside of the years 0001 to 9999`);
  }
  return civilDateOf(result);
}

/** Anything else has a text of another length, which would not compare as the day does. */
function isInCalendar(date: Date): boolean {
  return date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999;
}

function utc(date: CivilDate): UTCDate {
  return new UTCDate(`${date}T00:00:00Z`);
}

function civilDateOf(date: Date): CivilDate {
  return date.toISOString().slice(0, 10) as CivilDate;
}
