// One spelling for what people type in many: widths, case, invisible characters, long-vowel marks.

/** Letters, signs and spaces that most messages have no others than: none of them is invisible or curly. */
const USUAL =
  /^[\t\n\r -~\u3000-\u3002\u3005\u300c-\u300f\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff\uff01-\uff5e]*$/;
const INVISIBLE = /(?!\s)[\p{Cf}\p{Cc}\p{Variation_Selector}]/gu;
/** Spaces that are not single ones already. */
const SPACES = /[^\S ]\s*| \s+/gu;

/**
 * Brings a message to the spelling that the index is written in: well-formed Unicode in compatibility form
 * (full-width letters become half-width, half-width kana full-width), lower case, straight apostrophes, no
 * invisible characters, single spaces, and no long-vowel mark at the end of a katakana word (サーバー, サーバ).
 */
export function normalise(text: string): string {
  const composed = USUAL.test(text)
    ? text.normalize('NFKC')
    : text
        .toWellFormed()
        .normalize('NFKC')
        .replace(INVISIBLE, '')
        .replace(/[\u2018\u2019]/gu, "'");
  const lower = composed.replace(SPACES, ' ').toLowerCase().trim();
  return lower.includes('ー') ? lower.replace(/[\p{Script=Katakana}ー]{3,}/gu, withoutLongVowel) : lower;
}

/** サーバー is サーバ, while キー keeps its mark. */
function withoutLongVowel(word: string): string {
  let end = word.length;
  while (end > 2 && word[end - 1] === 'ー') end -= 1;
  return word.slice(0, end);
}

/** The words of a message in that spelling, with single spaces between them and nothing else but apostrophes. */
export function bareWords(text: string): string {
  return normalise(text)
    .replace(/ ?[^\p{L}\p{N}'ー ][^\p{L}\p{N}'ー]*/gu, ' ')
    .trim();
}
