import { findDates } from '../../../knowledge/dates/findDates.js';
/** A Wednesday. */
export const TODAY = '2021-11-17';
/** A day is itself, one without a year --12-01, one of two readings has both. */
export function inShort(text, locale, today = TODAY) {
    return findDates(text, { today, locale }).map(short);
}
function short(found) {
    switch (found.kind) {
        case 'exact':
            return found.date;
        case 'yearless':
            return `--${String(found.month).padStart(2, '0')}-${String(found.day).padStart(2, '0')}`;
        case 'ambiguous':
            return found.readings.join(' or ');
        case 'impossible':
            return 'impossible';
    }
}
//# sourceMappingURL=inShort.js.map