// Which year a day without one belongs to.
import { civilDate, daysBetween, partsOf } from './civilDate.js';
// From a leap year to the next; across 1900 and 2100, where it is eight years, no year is guessed.
const YEARS_TO_LEAP = [0, 1, 2, 3, 4];
/**
 * Gives a year-less day the year that the context means.
 *
 * @param lies 'past' for the latest such day on or before today, 'future' for the earliest on or after it,
 * 'near' for the closest one
 * @returns undefined where no year has the day (31 November), or for 29 February none that is near enough:
 * four years for 'past' and 'future', this year and its neighbours for 'near'
 * @example resolveYear({ month: 12, day: 1 }, 'past', '2021-03-02') // '2020-12-01'
 */
export function resolveYear({ month, day }, lies, today) {
    const { year } = partsOf(today);
    switch (lies) {
        case 'past':
            return YEARS_TO_LEAP.map((years) => civilDate(year - years, month, day)).find((date) => date !== undefined && date <= today);
        case 'future':
            return YEARS_TO_LEAP.map((years) => civilDate(year + years, month, day)).find((date) => date !== undefined && date >= today);
        case 'near':
            return [-1, 0, 1]
                .map((years) => civilDate(year + years, month, day))
                .filter((date) => date !== undefined)
                .sort((a, b) => Math.abs(daysBetween(a, today)) - Math.abs(daysBetween(b, today)))[0];
    }
}
//# sourceMappingURL=resolveYear.js.map