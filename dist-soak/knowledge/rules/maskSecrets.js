// Masks what must not be kept, shown or logged: Access and Contract IDs, product keys, passwords, addresses of people.
import { foldWidth } from '../dates/foldWidth.js';
/** What stands in the place of a secret. */
export const MASK = '••••';
/** Twenty-five letters and digits in fives. */
const PRODUCT_KEY = /\b[A-Z0-9]{5}(?:[-‐–—\s][A-Z0-9]{5}){4}\b/giu;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const BETWEEN = String.raw `[\s"'「『（(]*(?:is|was|are|no\.?|number|番号|は|が|:|=|#|→|-)*[\s"'「『]*`;
/** The value has a digit: "the access ID is where?" gives none. */
const SUPPORT_ID = new RegExp(String.raw `((?:access|contract|support|アクセス|契約|サポート|コントラクト)(?:\s|・|-|_)*(?:ids?|アイディー|番号|number)` +
    String.raw `(?:\s*/\s*(?:access|contract|契約|アクセス)?\s*ids?)?${BETWEEN})((?=[\w‐–-]*\d)[A-Z0-9][\w‐–-]{3,})`, 'giu');
const PASSWORD_NAME = String.raw `(?:password|passwd|passcode|pwd|\bpw\b|\bpin\b|パスワード|パスコード|暗証番号)`;
/** After a colon anything is one; in a sentence, what has a digit or a sign: "the password is wrong" tells none. */
const PASSWORD = new RegExp(String.raw `(${PASSWORD_NAME}\s*(?:[:=]+\s*["'「]?|(?:is|was|は|が)\s*["'「]?(?=[!-~]*[\d!@#$%^&*])))([!-~]{3,})`, 'giu');
/** With a plus sign, a leading zero or the groups of a North American number; dates and error codes have none of these. */
const PHONE = /(?<![\w.+])(?:\+\d[\d\s().-]{7,16}\d|0\d{1,4}[-\s(.][\d\s().-]{5,12}\d|0\d{9,10}|\(\d{3}\)\s?\d{3}[-.\s]\d{4}|\d{3}[-.]\d{3}[-.]\d{4})(?![\w.])/gu;
/** So many digits in a row are an ID or a number of a person; error codes are shorter. */
const LONG_NUMBER = /(?<![\w.-])\d{9,}(?![\w.-])/gu;
/**
 * @returns the text with a mask in the place of each secret, whatever the width of its letters
 * @example
 * maskSecrets('Access ID: A1234567, error 0x80070643'); // => 'Access ID: ••••, error 0x80070643'
 */
export function maskSecrets(text) {
    const folded = foldWidth(text);
    const masked = folded
        .replace(PRODUCT_KEY, MASK)
        .replace(EMAIL, MASK)
        .replace(SUPPORT_ID, `$1${MASK}`)
        .replace(PASSWORD, `$1${MASK}`)
        .replace(PHONE, MASK)
        .replace(LONG_NUMBER, MASK);
    return masked === folded ? text : masked;
}
//# sourceMappingURL=maskSecrets.js.map