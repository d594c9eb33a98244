// How much a message says beside what has been read of it.
import type { Place } from './dateParts.js';

/** A letter of Japanese says as much as two of English. */
export function weightOf(text: string): number {
  return Array.from(lettersOf(text)).reduce((sum, letter) => sum + (letter > '\u2E7F' ? 2 : 1), 0);
}

export function lettersOf(text: string): string {
  return text.replace(/[\p{P}\p{S}\s]/gu, '');
}

/** The text with spaces in the places of some of its words, which may overlap. */
export function without(text: string, places: readonly Place[]): string {
  return places.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}
