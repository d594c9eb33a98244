// Weeks that run from Monday to Sunday, and the weekdays in them.
import { type CivilDate, daysBetween, plusDays } from './civilDate.js';

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
