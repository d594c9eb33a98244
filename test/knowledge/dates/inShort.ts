// What findDates finds, written short, so that a test reads as a table.
import type { CivilDate } from '../../../knowledge/dates/civilDate.js';
import { findDates } from '../../../knowledge/dates/findDates.js';
import type { FoundDate } from '../../../knowledge/dates/foundDate.js';

/** A Wednesday. */
export const TODAY: CivilDate = '2021-11-17';

/** A day is itself, one without a year --12-01, one of two readings has both. */
export function inShort(text: string, locale?: string, today: CivilDate = TODAY): string[] {
  return findDates(text, { today, locale }).map(short);
}

function short(found: FoundDate): string {
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
