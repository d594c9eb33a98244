// What the value of a secret looks like, by its kind and by how near to the name it stands.
import { NO_VALUE } from './secretFormats.js';
import type { Nearness } from './secretNames.js';
import { NAMES_WITH_DIGITS, SECRET_WORDS, type SecretKind } from './secretWords.js';

const noValues = new Set(Object.values(SECRET_WORDS).flatMap((words) => words.noValues));

export const YEAR = /^(?:19|20)\d\d$/;

/** Whether a word looks like the value of a name: the farther it stands, the more it must. */
export function looksLike(kind: SecretKind, value: string, nearness: Nearness): boolean {
  if (value.length < 3 || NO_VALUE.test(value)) return false;
  const digits = value.replace(/\D/g, '').length;
  switch (kind) {
    case 'id':
      if (nearness === 'far') return digits >= 5 && !NAMES_WITH_DIGITS.test(value);
      return digits >= 1 && !YEAR.test(value);
    case 'contract':
      return digits >= 5;
    case 'key': {
      const isLettered = digits > 0 && /[A-Za-z]/.test(value);
      if (nearness === 'told') return (value.length >= 6 && digits > 0) || value.length >= 12;
      if (nearness === 'near') return isLettered && value.length >= 8;
      return isLettered && value.length >= 16 && /^[\w~.+/=-]+$/.test(value);
    }
    default:
      if (/^\d+$/.test(value)) return nearness !== 'far' && digits >= 4;
      if (nearness === 'told') return !noValues.has(value.toLowerCase());
      if (nearness === 'near') return digits > 0 || hasSign(value) || /^[a-z]+[A-Z]/.test(value);
      return isStrong(value) && !NAMES_WITH_DIGITS.test(value);
  }
}

/** Beside letters, a sign that no word has; an exclamation mark at the end is the sentence's. */
export function hasSign(value: string): boolean {
  return /[A-Za-z\d]/.test(value) && /[@#$%^&*~]|!(?=.)/u.test(value);
}

/** Nobody takes it for a word: a sign in it, or three of small letters, capitals, digits and signs. */
function isStrong(value: string): boolean {
  if (value.length < 6 || /[\\/]/.test(value)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[!@#$%^&*~?]/].filter((kind) => kind.test(value)).length;
  return kinds >= 3 && /\d/.test(value);
}

/** With a digit or a sign in it, it is no label. */
export function isMixed(value: string): boolean {
  return /\d/.test(value) || hasSign(value);
}

/** `my password is "swordfish"`, but not 'the page says that my password is "expired"'. */
export function isSaidQuoted(value: string, between: string, kind: SecretKind): boolean {
  return (
    kind === 'password' &&
    /^[!-~]{3,}$/.test(value) &&
    /\S/.test(between.slice(0, -1)) &&
    !noValues.has(value.toLowerCase())
  );
}
