// Weeks that run from Monday to Sunday, and the weekdays in them.
import { type CivilDate, civilDate, daysBetween, partsOf, plusDays, plusMonths } from './civilDate.js';
import type { Reading } from './dateParser.js';

/** Days since Monday: 0 is Monday, 6 is Sunday. */
export type Weekday = number;

const A_MONDAY: CivilDate = '2001-01-01';

export function weekdayOf(date: CivilDate): Weekday {
  return ((daysBetween(A_MONDAY, date) % 7) + 7) % 7;
}

/** @param weeks how many weeks after the week of `today`; negative for before */
export function weekdayInWeek(today: CivilDate, weekday: Weekday, weeks: number): CivilDate {
  return plusDays(today, weekday - weekdayOf(today) + 7 * weeks);
}

/** The first such day on or after `date`. */
export function weekdayFrom(date: CivilDate, weekday: Weekday): CivilDate {
  return plusDays(date, (weekday - weekdayOf(date) + 7) % 7);
}

/** The latest such day strictly before `today`. */
export function weekdayBefore(today: CivilDate, weekday: Weekday): CivilDate {
  return weekdayFrom(plusDays(today, -7), weekday);
}

/** The first such day strictly after `today`. */
export function weekdayAfter(today: CivilDate, weekday: Weekday): CivilDate {
  return weekdayFrom(plusDays(today, 1), weekday);
}

/** The one such day that is at most three days from `today`. */
export function weekdayNear(today: CivilDate, weekday: Weekday): CivilDate {
  return weekdayFrom(plusDays(today, -3), weekday);
}

/** The nearest day of a month that falls on a weekday; a day that does not exist where none of this year or the next does. */
export function weekdayOfMonth(today: CivilDate, weekday: Weekday, day: number): Reading {
  const { year, month } = partsOf(today);
  for (const months of [0, -1, 1, -2, 2, -3, 3, 4, -4, 5, -5, 6, -6]) {
    const of = partsOf(plusMonths(today, months));
    const date = civilDate(of.year, of.month, day);
    if (date && weekdayOf(date) === weekday) return { ...of, day };
  }
  return { year, month, day: 32 };
}
