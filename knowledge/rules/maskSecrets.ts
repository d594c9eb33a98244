// Masks what must not be kept, shown or logged: Access and Contract IDs, product keys, passwords, addresses of people.

import { foldWidth } from '../dates/foldWidth.js';

/** What stands in the place of a secret. */
export const MASK = '••••';

/** Whatever dash a keyboard or a word processor makes of a hyphen; the last two are long vowels in kana. */
const HYPHEN = String.raw`\-‒–—―ーｰ`;
const OPENING = String.raw`[\s"'「『（(]*`;
/** What may stand between a name and its value. */
const BETWEEN = String.raw`${OPENING}(?:is|was|are|no\b\.?|number|番号|は|が|:|=|#|→|-)*${OPENING}`;
/** Days and codes that are read aloud are no numbers of a person. */
const NO_SECRET = String.raw`(?!\d{4}[-./]\d{1,2}(?!\d)|\d{1,2}[-./]\d{1,2}[-./]\d{4}(?!\d)|0x|kb\d)`;
/** A number may end a sentence; a version or an address goes on after the point. */
const NUMBER_ENDS = String.raw`(?!\w|\.\d)`;

/** Twenty-five letters and digits in fives; between spaces, five words of five letters have no digit. */
const PRODUCT_KEY = new RegExp(
  String.raw`(?<![A-Z0-9])(?:[A-Z0-9]{5}(?:\s?[${HYPHEN}]\s?[A-Z0-9]{5}){4}|(?=[A-Z\s]{0,28}\d)[A-Z0-9]{5}(?:\s[A-Z0-9]{5}){4})(?![A-Z0-9])`,
  'giu',
);
/** In one piece, they have a digit or are all capitals: no word is so long. */
const UNBROKEN_KEY =
  /(?<![A-Za-z0-9])(?:(?=[A-Za-z]{0,24}\d)(?=\d{0,24}[A-Za-z])[A-Za-z0-9]{25}|[A-Z]{25})(?![A-Za-z0-9])/gu;
/** Bounded, as a long run of letters without an at sign would otherwise be read over and over. */
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu;
/** The value has a digit: "the access ID is where?" gives none. */
const SUPPORT_ID = new RegExp(
  String.raw`((?:access|contract|support|アクセス|契約|サポート|コントラクト)(?:\s|・|-|_|の)*(?:ids?|アイディー|番号|number|code|コード)` +
    String.raw`(?:\s*(?:/|&|and|と|および)\s*(?:access|contract|アクセス|契約|コントラクト)?[\s_-]*(?:ids?|番号))?${BETWEEN})` +
    String.raw`(?=[\w${HYPHEN}]{0,32}\d)[A-Z0-9][\w${HYPHEN}]{3,}` +
    // "IDs: 12345678 and 23456789".
    String.raw`(?:\s*(?:[,、/&]|and|or|と)\s*${NO_SECRET}(?=[A-Z_-]{0,32}\d)[A-Z0-9][\w-]{5,})*`,
  'giu',
);
/** Without "ID", the value alone must look like one: "contract: 98765432". */
const SUPPORT_NUMBER = new RegExp(
  String.raw`((?:access|contract|アクセス|契約|コントラクト)${BETWEEN})${NO_SECRET}(?=(?:[A-Z_-]{0,16}\d){5})[A-Z0-9][\w-]{4,}`,
  'giu',
);
const PASSWORD_NAME = String.raw`(?:password|passwd|passcode|passphrase|pwd|\bpw\b|\bpin\b|パスワード|パスコード|パスフレーズ|暗証番号)`;
/** After a colon anything is one; in a sentence, what has a digit or a sign: "the password is wrong" tells none. */
const PASSWORD = new RegExp(
  String.raw`((?:${PASSWORD_NAME}|\bpass(?=\s*[:=]))\s*(?:[:=]+\s*["'「]?|(?:is|was|は|が|→)\s*["'「]?(?=[!-~]{0,64}[\d!@#$%^&*])))([!-~]{3,})`,
  'giu',
);
/** Right after its name, too; here a sign at the end is one of the sentence: "password expired!" */
const BARE_PASSWORD = new RegExp(
  String.raw`(${PASSWORD_NAME}${OPENING})(?=[!-~]{0,64}\d|[!-~]{0,64}[@#$%^&*!][!-~]{0,64}[a-z])([!-~]{3,})`,
  'giu',
);
/** Between the groups of a telephone number. */
const GAP = String.raw`[ ().${HYPHEN}]{1,2}`;
/** With a plus sign, a leading zero or the groups of a North American number; dates and error codes have none of these. */
const PHONE = new RegExp(
  String.raw`(?<![\w.+])(?!\d{1,2}[-.]\d{1,2}[-.]\d{4}(?!\d))` +
    String.raw`(?:\+\d(?:[ ().${HYPHEN}]{0,3}\d){7,}|0\d{9,10}|0\d{1,4}${GAP}\d{6,8}` +
    String.raw`|(?=(?:(?:${GAP})?\d){9})0\d{1,4}${GAP}\d{1,4}${GAP}\d{3,4}|0\d{2,3}(?:[${HYPHEN}]\d{2,3}){3}` +
    String.raw`|\(0\d{1,4}\)\s?\d{1,4}[\s.${HYPHEN}]?\d{3,4}` +
    String.raw`|(?:1[\s.${HYPHEN}])?(?:\(\d{3}\)\s?|\d{3}[\s.${HYPHEN}])\d{3}[\s.${HYPHEN}]\d{4})` +
    String.raw`(?:\s?(?:x|ext\.?|extension|内線)\s?\d{1,6})?${NUMBER_ENDS}`,
  'giu',
);
/** Named as such, fewer digits are one, too. */
const NAMED_PHONE = new RegExp(
  String.raw`((?:\btel|\bphone|\btelephone|\bmobile|\bfax|電話|携帯|ファックス)(?:\s?(?:number|no\.|番号))?${BETWEEN})` +
    String.raw`${NO_SECRET}\d(?:[\s().${HYPHEN}]?\d){5,14}`,
  'giu',
);
/** So many digits in a row, or fours of them, are an ID or a number of a person; error codes are shorter or negative. */
const LONG_NUMBER = new RegExp(
  String.raw`(?<![\w.]|(?<!\w)-|\b[0-9a-f]{4}-)(?:\d{9,}|\d{4}([-\s])\d{4}\1\d{4}(?:\1\d{1,4})?)${NUMBER_ENDS}`,
  'giu',
);

/** What is in every text that holds a secret of some kind: most messages have none of it, and are not searched for one. */
const SIGNS = [
  /\d/,
  new RegExp(`[\\d${HYPHEN}]`, 'u'),
  /@/,
  /pass|pwd|pw|pin|パス|暗証/iu,
  /[A-Za-z0-9]{25}/,
];
const [DIGIT, DIGIT_OR_HYPHEN, AT_SIGN, PASSWORD_WORD, LONG_WORD] = [0, 1, 2, 3, 4] as const;

/** In this order, what they are seen by, and what takes their place. */
const SECRETS: readonly (readonly [RegExp, number, string])[] = [
  [PRODUCT_KEY, DIGIT_OR_HYPHEN, MASK],
  [UNBROKEN_KEY, LONG_WORD, MASK],
  [EMAIL, AT_SIGN, MASK],
  [SUPPORT_ID, DIGIT, `$1${MASK}`],
  [SUPPORT_NUMBER, DIGIT, `$1${MASK}`],
  [PASSWORD, PASSWORD_WORD, `$1${MASK}`],
  [BARE_PASSWORD, PASSWORD_WORD, `$1${MASK}`],
  [PHONE, DIGIT, MASK],
  [NAMED_PHONE, DIGIT, `$1${MASK}`],
  [LONG_NUMBER, DIGIT, MASK],
];

/**
 * @returns the text with a mask in the place of each secret, whatever the width of its letters
 * @example
 * maskSecrets('Access ID: A1234567, error 0x80070643'); // => 'Access ID: ••••, error 0x80070643'
 */
export function maskSecrets(text: string): string {
  const folded = foldWidth(text);
  const has = SIGNS.map((sign) => sign.test(folded));
  let masked = folded;
  for (const [pattern, sign, mask] of SECRETS) {
    if (has[sign]) masked = masked.replace(pattern, mask);
  }
  return masked === folded ? text : masked;
}
