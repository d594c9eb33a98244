import { parseCivilDate } from '../knowledge/dates/civilDate.js';
/**
 * @param timeZone - the IANA zone for clients that don't tell their local time
 * @returns the day of the activity's `localTimestamp`, else today in the activity's or the given zone
 */
export function todayOf({ activity }, timeZone) {
    const local = activity.localTimestamp;
    const told = typeof local === 'string' ? parseCivilDate(local.slice(0, 10)) : undefined;
    return told ?? dayIn(activity.localTimezone) ?? dayIn(timeZone);
}
/** @returns when the activity was sent, by the channel's clock, else this machine's */
export function nowOf({ activity }) {
    const sent = activity.timestamp;
    return sent instanceof Date && !Number.isNaN(sent.getTime()) ? sent : new Date();
}
/** Making a format takes longer than the rest of many a turn. There are only so many time zones. */
const formats = new Map();
function dayIn(timeZone) {
    if (!timeZone)
        return undefined;
    try {
        let format = formats.get(timeZone);
        if (!format) {
            // The Canadian format is YYYY-MM-DD.
            format = new Intl.DateTimeFormat('en-CA', { timeZone });
            formats.set(timeZone, format);
        }
        return parseCivilDate(format.format(new Date()));
    }
    catch {
        // Not a zone that this system knows.
        return undefined;
    }
}
//# sourceMappingURL=today.js.map