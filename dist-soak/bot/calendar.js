// Calendar files for dates that were worked out. All that makes one is in its address, so nothing is stored.
import { createEvent } from 'ics';
import { parseCivilDate, partsOf, plusDays } from '../knowledge/dates/civilDate.js';
import { languageOfLocale } from '../knowledge/faq/language.js';
import { dateRules } from '../knowledge/rules/dateRules.js';
import { dateTextsIn } from './texts/textsIn.js';
/** The path of the calendar file for the day that a rule gives. */
export function calendarPath(rule, date, language) {
    return `/calendar/${rule}/${date}/${language}.ics`;
}
/**
 * @returns an all-day event in iCalendar format; undefined where the parts of the path name no rule, day or language
 */
export function calendarFile(ruleId, day, languageCode) {
    const rule = Object.values(dateRules).find(({ id }) => id === ruleId);
    const date = parseCivilDate(day);
    const language = languageOfLocale(languageCode);
    if (!rule || !date || !language || date === '9999-12-31')
        return undefined;
    const texts = dateTextsIn(language);
    const { error, value } = createEvent({
        productId: 'mpn-benefits-bot',
        uid: `${rule.id}-${date}@mpn-benefits-bot`,
        title: texts.result[rule.id],
        description: texts.rule[rule.id],
        start: dayOf(date),
        end: dayOf(plusDays(date, 1)),
        busyStatus: 'FREE',
        transp: 'TRANSPARENT',
    });
    if (error)
        throw error;
    return value ?? undefined;
}
function dayOf(date) {
    const { year, month, day } = partsOf(date);
    return [year, month, day];
}
//# sourceMappingURL=calendar.js.map