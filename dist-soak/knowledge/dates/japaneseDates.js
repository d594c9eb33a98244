// Dates with 年, 月 and 日: 2021年1月31日, 令和三年三月三十一日, 昨年の12月1日, 3月末. chrono's own Japanese
// parsers know no kanji numerals, no months' ends and no years told from this one, so none of them is used.
import { partsOf } from './civilDate.js';
import { dateParser, lastOfMonth } from './dateParser.js';
import { ERA, ERA_LETTER, yearOfEra } from './eras.js';
import { NUMBER, readNumber } from './kanjiNumerals.js';
const YEARS_FROM_THIS = {
    一昨年: -2,
    おととし: -2,
    昨年: -1,
    去年: -1,
    今年: 0,
    本年: 0,
    来年: 1,
    再来年: 2,
};
const YEAR = `(?:(?:(?<era>${ERA}|(?<![a-z])${ERA_LETTER})\\s?(?<eraYear>元|${NUMBER})|(?<year>${NUMBER}))\\s?年` +
    `|(?<relativeYear>${Object.keys(YEARS_FROM_THIS).join('|')}))` +
    // The same year in the other calendar: 2021年(令和3年).
    '(?:\\s?\\([^()年]{1,6}年\\))?\\s?の?\\s?';
/** The end of a range within the month: 〜10日, から10日まで. */
export const TO_LAST_DAY = `(?:\\s?(?:[~〜–-]|から(?=\\s?${NUMBER}\\s?日(?:まで|の間)))\\s?(?<lastDay>${NUMBER})\\s?日(?![間目前後]))?`;
/** The last day of a month that was named before. */
export const LAST_DAY = '(?:末日?|最終日)';
const dayOfNamedMonth = dateParser(new RegExp(`(?:${YEAR})?(?<month>${NUMBER})\\s?月\\s?の?\\s?` +
    `(?:(?<day>${NUMBER})\\s?日(?![間目])${TO_LAST_DAY}|${LAST_DAY})`, 'i'), (groups, { today }) => {
    const year = yearOf(groups, partsOf(today).year);
    const month = readNumber(groups['month']);
    if (groups['day'] === undefined)
        return lastOfMonth(year, month, today);
    const lastDay = groups['lastDay'] === undefined ? undefined : readNumber(groups['lastDay']);
    return { year, month, day: readNumber(groups['day']), lastDay };
}, /[\d〇零一二三四五六七八九十百千./]$/);
const NAMED_DAYS = {
    年末: [12, 31],
    大晦日: [12, 31],
    大みそか: [12, 31],
    元日: [1, 1],
    元旦: [1, 1],
    クリスマス: [12, 25],
};
const namedDay = dateParser(new RegExp(`(?:${YEAR})?(?<name>${Object.keys(NAMED_DAYS).join('|')})(?!年始|調整|イブ)`, 'i'), (groups, { today }) => {
    const [month, day] = NAMED_DAYS[groups['name']];
    return { year: yearOf(groups, partsOf(today).year), month, day };
}, /[\d〇零一二三四五六七八九十百千毎]$/);
const endOfYear = dateParser(new RegExp(`${YEAR}末`, 'i'), (groups, { today }) => ({ year: yearOf(groups, partsOf(today).year), month: 12, day: 31 }), /[\d〇零一二三四五六七八九十百千]$/);
const FISCAL_YEARS_FROM_THIS = { 昨: -1, 前: -1, 今: 0, 本: 0, 来: 1 };
const endOfFiscalYear = dateParser(/(?:(?<year>\d{4})|(?<which>[昨前今本来]))?年度末/, (groups, { today }) => {
    const { year, month } = partsOf(today);
    const thisFiscalYear = month < 4 ? year - 1 : year;
    const which = groups['which'];
    const fiscalYear = which === undefined
        ? groups['year'] && Number(groups['year'])
        : thisFiscalYear + FISCAL_YEARS_FROM_THIS[which];
    // A fiscal year ends in the calendar year after the one it is named for.
    return { year: fiscalYear ? fiscalYear + 1 : undefined, month: 3, day: 31 };
}, /[\d毎翌]$/);
export const JAPANESE_DATES = [dayOfNamedMonth, namedDay, endOfYear, endOfFiscalYear];
function yearOf(groups, thisYear) {
    const { era, eraYear, year, relativeYear } = groups;
    if (relativeYear !== undefined)
        return thisYear + YEARS_FROM_THIS[relativeYear];
    if (era !== undefined)
        return yearOfEra(era, eraYear === '元' ? 1 : readNumber(eraYear));
    if (year === undefined)
        return undefined;
    const number = readNumber(year);
    // A year of one digit is one of the present era, of two digits one of the present century.
    if (number < 10)
        return yearOfEra('令和', number);
    return number < 100 ? 2000 + number : number;
}
//# sourceMappingURL=japaneseDates.js.map