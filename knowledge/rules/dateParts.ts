// Which part each date of a message plays, from the words around it.
import { type Cue, isRole, type Part } from './dateCues.js';

/** Where a date, or a month or a year, stands in the text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export const SENTENCE_END = /[。！？!?\n]|\.(?=\s|$)/u;
const CLAUSE_END = /[、,;；]|\b(?:but|and|so|then|while|though)\b|が、|けど|ので|から、|のに/iu;

/** A cue this near, in Japanese letters, belongs to the date beyond doubt. */
const ADJACENT = 10;
/** One farther than this does not; what is to be done stands nearer to its day than what a day is. */
const FAR = 40;
const FAR_FOR_ACTION = 24;
const LONGEST_LIST_GAP = 30;
/** Letters between them count half a point at least, so that so many make them far. */
const LETTERS_TOO_FAR = 2 * FAR;

/**
 * For each date the part that the nearest fitting cue gives it; dates in a list share the part of the one that
 * stands beside the cue. Undefined where nothing tells.
 */
export function partsOfDates(
  text: string,
  dates: readonly Place[],
  cues: readonly Cue[],
): (Part | undefined)[] {
  const claims = dates.map((date) =>
    cues
      .map((cue) => ({ cue, part: cue.part, cost: distance(text, date, cue, dates) }))
      .filter(({ part, cost }) => cost < (isRole(part) ? FAR : FAR_FOR_ACTION))
      .sort((a, b) => a.cost - b.cost),
  );
  // What happened, happened on one day, the one that is said right after it; a list says otherwise.
  const nearest = dates.map((date, index) =>
    claims[index]!.find(
      ({ cue }) =>
        cue.kind !== 'event' ||
        !isRole(cue.part) ||
        cue.end > date.start ||
        !dates.some((other, at) => at < index && other.start >= cue.end && claims[at]![0]?.cue === cue),
    ),
  );
  const isOpen = (index: number) => (nearest[index]?.cost ?? FAR) >= ADJACENT;
  const parts = nearest.map((each) => each?.part);
  // English names the event before the list, Japanese after it.
  for (let index = 1; index < dates.length; index += 1) {
    if (isOpen(index) && isListed(text, dates[index - 1]!, dates[index]!, cues))
      parts[index] = parts[index - 1];
  }
  for (let index = dates.length - 2; index >= 0; index -= 1) {
    const follows = isListed(text, dates[index]!, dates[index + 1]!, cues);
    if (isOpen(index) && !isOpen(index + 1) && follows) parts[index] = parts[index + 1];
    if (parts[index] === undefined && follows) parts[index] = parts[index + 1];
  }
  return parts;
}

/** A date after "until" or "by" is no second one of its kind, and one after a mere "in" or "at" neither. */
const SAYS_WHEN_ELSE = /\b(?:until|till|by|before|after)\s*(?:the\s+)?$|^\s*(?:on|in|at)\s*$/iu;

/** Whether two dates stand in one list, as in "Anna on 5 May and Raj on 20 June". */
function isListed(text: string, first: Place, second: Place, cues: readonly Cue[]): boolean {
  if (second.start - first.end > LONGEST_LIST_GAP) return false;
  const between = text.slice(first.end, second.start);
  const hasCue = cues.some(({ start, end }) => start >= first.end && end <= second.start);
  return !hasCue && !SENTENCE_END.test(between) && !SAYS_WHEN_ELSE.test(between);
}

/** How far a cue is from a date; a boundary between them, another date, or the wrong side, counts as far. */
function distance(text: string, date: Place, cue: Cue, dates: readonly Place[]): number {
  const isBefore = cue.end <= date.start;
  const [from, to] = isBefore ? [cue.end, date.start] : [date.end, cue.start];
  // With most pairs of a long message nothing more is to be done.
  if (to - from > LETTERS_TOO_FAR) return Infinity;
  const between = text.slice(from, to);
  const letters = Array.from(between).reduce((sum, letter) => sum + (letter > '\u2E7F' ? 1 : 0.5), 0);
  const isDirect =
    cue.kind === 'label' && isBefore && /^[\p{P}\s]*$/u.test(between) && !SENTENCE_END.test(between);
  const boundary = isDirect ? 0 : SENTENCE_END.test(between) ? FAR : CLAUSE_END.test(between) ? 12 : 0;
  const othersBetween = dates.filter(
    (other) => other !== date && other.start >= from && other.end <= to,
  ).length;
  return letters + wrongSide(cue, isBefore) + boundary + othersBetween * 10;
}

function wrongSide({ kind, script }: Cue, isBefore: boolean): number {
  if (kind === 'label') return isBefore ? 0 : 5;
  if (script === 'latin') return isBefore ? 0 : 3;
  return isBefore ? 8 : 0;
}
