// Numbers as Japanese writes them: in digits, or in kanji by place (二〇二三) or by unit (三十一).
const DIGITS = '〇一二三四五六七八九';
const UNITS = { 十: 10, 百: 100, 千: 1000 };
/** The source of a pattern for a number of up to four digits, or in kanji. */
export const NUMBER = '(?:\\d{1,4}|[〇零一二三四五六七八九十百千]{1,7})';
/** @param text what `NUMBER` matches */
export function readNumber(text) {
    if (/^\d/.test(text))
        return Number(text);
    let sum = 0;
    let pending = 0;
    for (const character of text.replaceAll('零', '〇')) {
        const unit = UNITS[character];
        if (unit === undefined) {
            pending = pending * 10 + DIGITS.indexOf(character);
        }
        else {
            sum += (pending || 1) * unit;
            pending = 0;
        }
    }
    return sum + pending;
}
//# sourceMappingURL=kanjiNumerals.js.map