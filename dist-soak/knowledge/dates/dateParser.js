import { civilDate, partsOf, plusDays, plusMonths, plusYears } from './civilDate.js';
import { resolveYear } from './resolveYear.js';
/**
 * @param read gives undefined where the words mean no day after all
 * @param notAfter what must not stand directly before. A lookbehind in `pattern` would not do: chrono
 * matches it against the rest of the text, cut off after the last find.
 */
export function dateParser(pattern, read, notAfter) {
    return {
        pattern: () => pattern,
        extract: (context, match) => {
            const start = match.index ?? 0;
            const before = context.text.slice(Math.max(0, start - LOOK_BACK), start);
            if (notAfter.test(before))
                return null;
            const reading = read(match.groups ?? {}, { today: todayOf(context), text: context.text, before });
            if (!reading)
                return null;
            const { year, month, day, lastDay, tag } = reading;
            const known = { month, day, ...(year === undefined ? {} : { year }) };
            const until = lastDay === undefined ? undefined : { ...known, day: lastDay };
            const result = context.createParsingResult(start, match[0], known, until);
            return tag === undefined ? result : result.addTag(tag);
        },
    };
}
const LOOK_BACK = 24;
/** chrono reckons in the process's time zone; noon there is the same civil day whatever the zone. */
export function referenceOf(today) {
    const { year, month, day } = partsOf(today);
    return new Date(year, month - 1, day, 12);
}
export function todayOf({ refDate }) {
    return civilDate(refDate.getFullYear(), refDate.getMonth() + 1, refDate.getDate());
}
/** A day so far from today, months and years with their last day where one is too short. */
export function awayFrom(today, count, unit) {
    if (Math.abs(count) > FARTHEST[unit])
        return undefined;
    switch (unit) {
        case 'day':
            return partsOf(plusDays(today, count));
        case 'week':
            return partsOf(plusDays(today, 7 * count));
        case 'month':
            return partsOf(plusMonths(today, count));
        case 'year':
            return partsOf(plusYears(today, count));
    }
}
// About a century: what is farther away is not spoken of as so many days from today.
const FARTHEST = { day: 36_525, week: 5_218, month: 1_200, year: 100 };
/** The last day of a named month; without a year, which matters for February, as in the nearest. */
export function lastOfMonth(year, month, today) {
    const nearest = resolveYear({ month, day: 1 }, 'near', today) ?? today;
    return { year, month, day: lastDayOf(year ?? partsOf(nearest).year, month) };
}
/** 31 where there is no such month, so that the whole is impossible. */
function lastDayOf(year, month) {
    return [31, 30, 29, 28].find((day) => civilDate(year, month, day)) ?? 31;
}
/** The month so many after that of `today`, with one of its days. */
export function dayOfMonth(today, months, day) {
    const { year, month } = partsOf(plusMonths(today, months));
    return { year, month, day: day === 'last' ? lastDayOf(year, month) : day };
}
//# sourceMappingURL=dateParser.js.map