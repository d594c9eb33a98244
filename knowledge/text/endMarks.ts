// Marks at the end of what is said: 「次へ。」, "next!!!".

/**
 * A row of marks is looked at from its beginning only. Without that, each of its marks would be tried as the first: a
 * message of nothing else but 「、」 would take a minute.
 */
const END_MARKS = /(?<![\p{P}\p{S}])[\p{P}\p{S}]+$/u;

/**
 * @returns the text without the punctuation and the signs at its end, and without spaces around it
 * @example
 * withoutEndMarks('keep it ?!'); // => 'keep it'
 */
export function withoutEndMarks(text: string): string {
  return text.replace(END_MARKS, '').trim();
}
