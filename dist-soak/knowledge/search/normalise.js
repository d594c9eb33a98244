// One spelling for what people type in many: widths, case, invisible characters, long-vowel marks.
const INVISIBLE = /(?!\s)[\p{Cf}\p{Cc}\p{Variation_Selector}]/gu;
/**
 * Brings a message to the spelling that the index is written in: well-formed Unicode in compatibility form
 * (full-width letters become half-width, half-width kana full-width), lower case, straight apostrophes, no
 * invisible characters, single spaces, and no long-vowel mark at the end of a katakana word (サーバー, サーバ).
 */
export function normalise(text) {
    return text
        .toWellFormed()
        .normalize('NFKC')
        .replace(INVISIBLE, '')
        .replace(/\s+/gu, ' ')
        .toLowerCase()
        .replace(/[\u2018\u2019]/gu, "'")
        .replace(/(?<=[\p{Script=Katakana}ー]{2})ー+(?![\p{Script=Katakana}ー])/gu, '')
        .trim();
}
//# sourceMappingURL=normalise.js.map