// Secrets that are seen by their form alone, whatever stands beside them, and what has the form of one but is none.

/** Whatever dash a keyboard or a word processor makes of a hyphen; the last two are long vowels in kana. */
export const HYPHEN = String.raw`\-‐‑‒–—―−ーｰ`;
/** A number may end a sentence; a version or an address goes on after the point. */
const NUMBER_ENDS = String.raw`(?!\w|\.\d)`;
/** Between the groups of a telephone number. */
const GAP = String.raw`[ ().${HYPHEN}]{1,2}`;
const GUID = String.raw`[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}`;

/** Codes that are read aloud to support; all that begins with one of these is left alone. */
const HARMLESS = [
  // A security identifier of Windows.
  String.raw`(?<!\w)[Ss]-1(?:-\d{1,14}){1,15}`,
  GUID,
  String.raw`(?<!\w)0[xX][0-9A-Fa-f]+`,
  String.raw`(?<![A-Za-z])[Kk][Bb]\d+`,
  // An error in decimal digits: "error code 2147942402".
  String.raw`(?:[Ee]rror|ERROR|HRESULT|エラー)(?:\s?(?:[Cc]ode|コード|番号|[Nn]umber))?[\s:#は(]{0,4}-?\d{1,10}(?!\w|[-.]\d)`,
  // Years beside each other.
  String.raw`(?<![\w.-])(?:19|20)\d\d(?:[-\s](?:19|20)\d\d){1,3}(?![\w-])`,
];

/** Bounded where they repeat, or disjoint, so that no text takes longer than its length. */
const SECRET = [
  // A JSON Web Token.
  String.raw`(?<![\w-])eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*){0,3}`,
  // A client secret of Microsoft Entra ID.
  String.raw`(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,40}`,
  String.raw`(?<=\b(?:[Bb]earer|BEARER|[Bb]asic)\s{1,3})(?=[\w.~+/=-]{0,64}\d)[\w.~+/=-]{16,}`,
  String.raw`(?<![\w-])(?:gh[pousr]_|github_pat_|glpat-|npm_|xox[abprs]-|sk_live_|sk_test_|sk-|pk_live_|AKIA|AIza)[\w-]{16,}`,
  // What stands between the lines of a private key.
  String.raw`(?<=-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)[^-]{1,20000}`,
  // The password in an address: https://name:password@host
  String.raw`(?<=\b[A-Za-z][A-Za-z\d+.-]{1,15}:\/\/[^\s/:@]{1,64}:)[^\s/@]{1,128}(?=@)`,
  // The signature or the key in one.
  String.raw`(?<=[?&](?:sig|signature|code|token|access_token|key|api_key|apikey|password|pwd)=)[^\s&#"'<>]{8,}`,
  // Keys of 256 and 512 bits in Base64.
  String.raw`(?<![\w+/=])(?:[A-Za-z\d+/]{86}==|[A-Za-z\d+/]{43}=)(?![\w+/=])`,
  // A product key: twenty-five letters and digits in fives; between spaces, five words of five letters have no digit.
  String.raw`(?<![A-Za-z\d])(?:[A-Za-z\d]{5}(?:\s{0,2}[${HYPHEN}]\s{0,2}[A-Za-z\d]{5}){4}|(?=[A-Za-z\s]{0,28}\d)[A-Za-z\d]{5}(?:\s[A-Za-z\d]{5}){4})(?![A-Za-z\d])`,
  // In one piece, it has a digit or is all capitals: no word is so long.
  String.raw`(?<![A-Za-z\d])(?:(?=[A-Za-z]{0,24}\d)(?=\d{0,24}[A-Za-z])[A-Za-z\d]{25}|[A-Z]{25})(?![A-Za-z\d])`,
  // An e-mail address.
  String.raw`(?<mail>(?<![\p{Script=Latin}\d._%+-])[\p{Script=Latin}\d._%+-]{1,64}@[\p{Script=Latin}\d-]{1,63}(?:\.[\p{Script=Latin}\d-]{1,63}){1,8})`,
  // A telephone number has a plus sign, a leading zero or the groups of a North American one; dates have none of these.
  String.raw`(?<phone>(?<![\w.+])(?!\d{1,2}[-.]\d{1,2}[-.]\d{4}(?!\d))` +
    String.raw`(?:\+\d(?:[ ().${HYPHEN}]{0,3}\d){7,}|0\d{9,10}|0\d{1,4}${GAP}\d{6,8}` +
    String.raw`|(?=(?:(?:${GAP})?\d){9})0\d{1,4}${GAP}\d{1,4}${GAP}\d{3,4}|0\d{2,3}(?:[${HYPHEN}]\d{2,3}){3}` +
    String.raw`|\(0\d{1,4}\)\s?\d{1,4}[\s.${HYPHEN}]?\d{3,4}` +
    String.raw`|(?:1[\s.${HYPHEN}])?(?:\(\d{3}\)\s?|\d{3}[\s.${HYPHEN}])\d{3}[\s.${HYPHEN}]\d{4})` +
    String.raw`(?:\s?(?:x|ext\.?|extension|内線)\s?\d{1,6})?${NUMBER_ENDS})`,
  // So many digits in a row, or fours of them, are an ID or a number of a person; error codes are shorter or negative.
  String.raw`(?<![\w.]|(?<!\w)-)(?:\d{9,}|\d{4}(?<gap>[-\s])\d{4}\k<gap>\d{4}(?:\k<gap>\d{1,4})?)${NUMBER_ENDS}`,
];

/** Every match is a secret but those of the group `harmless`; how to reach a person stands in `mail` or `phone`. */
export const FORMATS = new RegExp(
  String.raw`(?<harmless>(?:${HARMLESS.join('|')})(?![\w!@#$%^&*]))|${SECRET.join('|')}`,
  'gu',
);

/** What may stand where the value of a secret would, and is none: codes, days, versions, lengths, addresses. */
export const NO_VALUE = new RegExp(
  `^(?:${[
    '0x[0-9a-f]+',
    String.raw`kb\d+`,
    String.raw`(?:aadsts|av|mc)\d+`,
    String.raw`\{?${GUID}\}?`,
    String.raw`s-1(?:-\d+)+`,
    String.raw`\d{4}[-./]\d{1,2}(?:[-./]\d{1,2}(?:t.*)?)?`,
    String.raw`\d{1,2}[-./]\d{1,2}[-./]\d{2,4}`,
    String.raw`\d{1,2}:\d{2}(?::\d{2})?`,
    String.raw`v?\d+(?:\.\d+)+`,
    String.raw`\d{1,4}-?(?:character|char|digit|letter|day|month|year|week|hour|minute|min|time|bit)s?`,
    String.raw`\d+(?:st|nd|rd|th|%|h|d|x|kb|mb|gb)`,
    String.raw`[($€¥]?\d{1,3}\+?%?`,
    String.raw`[$€¥][\d.,]+`,
    String.raw`(?:https?:\/\/|www\.|[a-z]:[\\/]|\\\\|\.{0,2}\/).*`,
  ].join('|')})$`,
  'iu',
);
