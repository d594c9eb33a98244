// "On Saturday" and "the 25th" name a day of any week, or of any month: the last one of what has happened.
import { type CivilDate, civilDate, partsOf, plusDays, plusMonths } from './civilDate.js';
import type { ExactDate } from './foundDate.js';

/** Tags of a day that is one of each week, or of each month. */
export const FLOATS = { week: 'floats/week', month: 'floats/month' } as const;

/** @returns the day that is meant where it is known to have happened, or to be still to come */
export function settled(
  { date, floats }: ExactDate,
  lies: 'past' | 'near' | 'future' | undefined,
  today: CivilDate,
): CivilDate {
  const sign = lies === 'past' && date > today ? -1 : lies === 'future' && date < today ? 1 : 0;
  if (floats === undefined || sign === 0) return date;
  if (floats === 'week') return plusDays(date, 7 * sign);
  const { day } = partsOf(date);
  // Not every month has a 31st.
  const days = [1, 2].map((months) => {
    const { year, month } = partsOf(plusMonths(date, months * sign));
    return civilDate(year, month, day);
  });
  return days.find((each) => each !== undefined) ?? date;
}
