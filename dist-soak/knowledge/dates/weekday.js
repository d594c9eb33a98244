// Weeks that run from Monday to Sunday, and the weekdays in them.
import { daysBetween, plusDays } from './civilDate.js';
const A_MONDAY = '2001-01-01';
export function weekdayOf(date) {
    return ((daysBetween(A_MONDAY, date) % 7) + 7) % 7;
}
/** @param weeks how many weeks after the week of `today`; negative for before */
export function weekdayInWeek(today, weekday, weeks) {
    return plusDays(today, weekday - weekdayOf(today) + 7 * weeks);
}
/** The first such day on or after `date`. */
export function weekdayFrom(date, weekday) {
    return plusDays(date, (weekday - weekdayOf(date) + 7) % 7);
}
/** The latest such day strictly before `today`. */
export function weekdayBefore(today, weekday) {
    return weekdayFrom(plusDays(today, -7), weekday);
}
/** The first such day strictly after `today`. */
export function weekdayAfter(today, weekday) {
    return weekdayFrom(plusDays(today, 1), weekday);
}
/** The one such day that is at most three days from `today`. */
export function weekdayNear(today, weekday) {
    return weekdayFrom(plusDays(today, -3), weekday);
}
//# sourceMappingURL=weekday.js.map