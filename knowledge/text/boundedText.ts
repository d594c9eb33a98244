// How much of a message is read. Whatever looks for a meaning in a message looks at no more of it than this, so that a
// pasted log costs about what a long question does: a question beside a log stands at one of its ends.

/** An e-mail of 1,500 characters is read as a whole, a log is not. In UTF-16 units. */
export const MAX_READ = 2_000;
/** Of the dates that a message names, so many are read; a list of twenty people still gets its twenty answers. */
export const MAX_DATES = 20;
/** Of the words that tell what a date is about ("redeemed", 割り当て), so many are read. */
export const MAX_CUES = 60;

/** Stands for what is left out, on a line of its own, so that no sentence goes on over it. */
const GAP = '\n…\n';
const MAX_AT_EACH_END = Math.floor((MAX_READ - GAP.length) / 2);

/** A part of a text that is read. */
export interface Passage {
  /** Where it stands in the text. */
  readonly start: number;
  readonly text: string;
  /** Whether the text goes on before or after: a date at that edge may be half of one. */
  readonly isCut: { readonly before: boolean; readonly after: boolean };
}

/** @returns the whole of most texts as one passage; of a longer one its beginning and its end */
export function passagesOf(text: string): Passage[] {
  const isLong = text.length > MAX_READ;
  const gap = isLong ? -1 : text.indexOf(GAP);
  if (!isLong && gap < 0) return [{ start: 0, text, isCut: { before: false, after: false } }];
  const end = isLong ? boundaryAt(text, MAX_AT_EACH_END) : gap;
  const start = isLong ? boundaryAt(text, text.length - MAX_AT_EACH_END) : gap + GAP.length;
  return [
    { start: 0, text: text.slice(0, end), isCut: { before: false, after: true } },
    { start, text: text.slice(start), isCut: { before: true, after: false } },
  ];
}

/**
 * @returns what is read of a message; what was bounded before stays as it is
 * @example
 * boundedText('My key fails. ' + log + ' What now?'); // => 'My key fails. 10:00 start …\n…\n… 11:30 end What now?'
 */
export function boundedText(message: string): string {
  if (message.length <= MAX_READ) return message;
  return passagesOf(message)
    .map(({ text }) => text)
    .join(GAP);
}

/** @returns so many items at most, from both ends: of a long list the last ones stand beside the question */
export function firstAndLast<T>(items: readonly T[], max: number): T[] {
  if (items.length <= max) return [...items];
  const half = Math.floor(max / 2);
  return [...items.slice(0, max - half), ...items.slice(items.length - half)];
}

/** A place at or right after the given one that is not within a surrogate pair. */
function boundaryAt(text: string, place: number): number {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(place - 1, place + 1)) ? place + 1 : place;
}
