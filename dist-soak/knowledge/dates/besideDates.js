const ENGLISH = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
const WEEKDAY_AFTER = new RegExp(`^(?:\\s?[(［[]\\s*(?:[月火水木金土日](?:曜日?)?(?:[・,、]?祝日?)?|${ENGLISH}\\.?)\\s*[)\\]]` +
    `|\\s?[、,]?[月火水木金土日]曜日?|,?\\s+${ENGLISH.replace('(?:day)?', 'day')}\\b)`, 'i');
const WEEKDAY_BEFORE = new RegExp(`(?:\\b(?:on|last|next|this)\\s+)?\\b${ENGLISH}\\.?,?\\s+(?:the\\s+)?$`, 'i');
/** 12月1日(火), "Friday, December 1" and "Dec 1 (Wed)" are one date each, and the date decides. */
export const WEEKDAY_BESIDE = {
    refine: (context, results) => {
        for (const result of results) {
            const end = result.index + result.text.length;
            result.text += WEEKDAY_AFTER.exec(context.text.slice(end, end + 24))?.[0] ?? '';
            const before = WEEKDAY_BEFORE.exec(context.text.slice(Math.max(0, result.index - 24), result.index));
            if (before && /^\w/.test(result.text) && /\d/.test(result.text)) {
                result.index -= before[0].length;
                result.text = before[0] + result.text;
            }
        }
        return results.sort((a, b) => a.index - b.index);
    },
};
/** The words between the ends of a range. */
export const RANGE = '(?:から|[~〜–-]|to|until|through|till)';
const ONLY_RANGE = new RegExp(`^\\s*${RANGE}\\s*$`, 'i');
/** In "December 20 to January 5, 2022" and 2021年12月1日〜12月10日 one end gives the other its year. */
export const YEAR_OF_RANGE = {
    refine: (context, results) => {
        for (const [at, from] of results.entries()) {
            const to = results[at + 1];
            if (!to || !ONLY_RANGE.test(context.text.slice(from.index + from.text.length, to.index)))
                continue;
            if (from.start.isDateWithUnknownYear() === to.start.isDateWithUnknownYear())
                continue;
            if (from.start.isDateWithUnknownYear())
                assignYear(from, to, -1);
            else
                assignYear(to, from, 1);
        }
        return results;
    },
};
/** @param overTheYear the years to add where the ends would otherwise be in the wrong order */
function assignYear(yearless, dated, overTheYear) {
    const year = dated.start.get('year');
    const turn = (monthAndDay(yearless) - monthAndDay(dated)) * overTheYear < 0 ? overTheYear : 0;
    yearless.start.assign('year', year + turn);
}
function monthAndDay({ start }) {
    return start.get('month') * 100 + start.get('day');
}
//# sourceMappingURL=besideDates.js.map