// The user's today, which is the day on their own clock and not the server's, and the time of a message.
import type { TurnContext } from 'botbuilder';
import { type CivilDate, parseCivilDate } from '../knowledge/dates/civilDate.js';

/**
 * @param timeZone - the IANA zone for clients that don't tell their local time
 * @returns the day of the activity's `localTimestamp`, else today in the activity's or the given zone
 */
export function todayOf({ activity }: TurnContext, timeZone: string): CivilDate {
  const local = activity.localTimestamp as unknown;
  const told = typeof local === 'string' ? parseCivilDate(local.slice(0, 10)) : undefined;
  return told ?? dayIn(activity.localTimezone) ?? dayIn(timeZone)!;
}

/** @returns when the activity was sent, by the channel's clock, else this machine's */
export function nowOf({ activity }: TurnContext): Date {
  const sent: unknown = activity.timestamp;
  return sent instanceof Date && !Number.isNaN(sent.getTime()) ? sent : new Date();
}

/** Clocks differ from UTC by whole quarters of an hour, so that a day begins nowhere within one. */
const QUARTER = 15 * 60 * 1000;

/**
 * Time zones have some six hundred names, and offsets like +09:45 a few thousand. Whatever clients send, no more formats
 * than this are kept: each takes 25 KB.
 */
const MAX_ZONES = 600;

/** By their names in lower case, as `aSIA/tOKYO` is a zone, too: its format and the day of a quarter, which take long. */
const zones = new Map<
  string,
  { readonly format: Intl.DateTimeFormat; quarter: number; day: CivilDate | undefined }
>();

function dayIn(timeZone: string | undefined): CivilDate | undefined {
  if (!timeZone) return undefined;
  try {
    const name = timeZone.toLowerCase();
    let zone = zones.get(name);
    if (!zone) {
      // The Canadian format is YYYY-MM-DD.
      zone = { format: new Intl.DateTimeFormat('en-CA', { timeZone }), quarter: NaN, day: undefined };
      if (zones.size === MAX_ZONES) zones.delete(zones.keys().next().value!);
      zones.set(name, zone);
    }
    const now = Date.now();
    const quarter = Math.floor(now / QUARTER);
    if (zone.quarter !== quarter) {
      zone.day = parseCivilDate(zone.format.format(now));
      zone.quarter = quarter;
    }
    return zone.day;
  } catch {
    // Not a zone that this system knows.
    return undefined;
  }
}
