// The days that a report is about, as they are named on the command line.
import { TZDate } from '@date-fns/tz';
import { formatISO } from 'date-fns';
import { type CivilDate, parseCivilDate, partsOf, plusDays } from '../../knowledge/dates/civilDate.js';
import type { Period } from '../feedback/outcomeReport.js';
import { UsageError } from './commandLine.js';

const DEFAULT_DAYS = 30;

export interface PeriodOptions {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly days?: string | undefined;
}

/** Whole days, the last one included. */
export interface ReportPeriod extends Period {
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
}

/**
 * @param timeZone - the IANA zone whose days are meant
 * @throws {UsageError}
 */
export function periodOf(options: PeriodOptions, timeZone: string, now = Date.now()): ReportPeriod {
  if (options.days !== undefined && (options.from !== undefined || options.to !== undefined))
    throw new UsageError('Give either --days or --from and --to.');
  const today = formatISO(new TZDate(now, timeZone), { representation: 'date' }) as CivilDate;
  const lastDay = options.to === undefined ? today : day('--to', options.to);
  const firstDay =
    options.from === undefined ? plusDays(lastDay, 1 - daysIn(options.days)) : day('--from', options.from);
  if (firstDay > lastDay)
    throw new UsageError(`The period ends (${lastDay}) before it begins (${firstDay}).`);
  return {
    firstDay,
    lastDay,
    from: startOf(firstDay, timeZone),
    until: startOf(plusDays(lastDay, 1), timeZone),
  };
}

function daysIn(option: string | undefined): number {
  if (option === undefined) return DEFAULT_DAYS;
  if (!/^[1-9]\d{0,3}$/.test(option))
    throw new UsageError(`--days must be a whole number from 1 to 9999, not "${option}".`);
  return Number(option);
}

function day(name: string, text: string): CivilDate {
  const date = parseCivilDate(text);
  if (!date) throw new UsageError(`${name} must be a day like 2026-11-30, not "${text}".`);
  return date;
}

/** The moment at which a day begins. */
function startOf(date: CivilDate, timeZone: string): number {
  const { year, month, day: dayOfMonth } = partsOf(date);
  return new TZDate(year, month - 1, dayOfMonth, timeZone).getTime();
}
