import { civilDate, partsOf, plusDays, plusMonths } from '../knowledge/dates/civilDate.js';
import { findDates, resolveYear } from '../knowledge/dates/findDates.js';
import { findCues, isRole } from '../knowledge/rules/dateCues.js';
import { dateRules } from '../knowledge/rules/dateRules.js';
import { liesIn } from './dateDialogState.js';
const CORRECTS = /^(?:no\b|nope|sorry|oops|wait|actually|correction|i meant?|i mean|not\b|いや|いえ|いいえ|違|ちが|すみません|すいません|ごめん|訂正|間違)|i meant|ではなく|じゃなく|の間違い|でした$/iu;
const SUPPOSES = /\b(?:and|what|how) (?:if|about)\b|\bif\b|^and\b|\binstead\b|なら|だったら|だと|場合|の時は|のときは|では[？?]?$|は[？?]$/iu;
const SHIFT = /(\d+|an?|one|two|three|four|five|six|ten|[一二三四五六七八九十])\s*(days?|weeks?|months?|years?|日|週間|週|か月|ヶ月|カ月|ヵ月|ケ月|年)\s*(later|after that|earlier|sooner|before that|遅|後|あと|早|前)/iu;
const NUMBERS = {
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    ten: 10,
    一: 1,
    二: 2,
    三: 3,
    四: 4,
    五: 5,
    六: 6,
    七: 7,
    八: 8,
    九: 9,
    十: 10,
};
/** What says more than this stands on its own. */
const LONGEST_FOLLOW_UP = 60;
/** Nobody supposes more days, weeks, months or years. */
const MOST_SHIFTED = 1000;
export class LastDateAnswer {
    #property;
    constructor(conversationState) {
        this.#property = conversationState.createProperty('lastDateAnswer');
    }
    async set(context, state) {
        await this.#property.set(context, state);
    }
    async forget(context) {
        await this.#property.delete(context);
    }
    /** @returns what the message makes of the last answer: corrected, supposed otherwise; undefined where it is none of these */
    async followedBy(context, message) {
        const last = await this.#property.get(context);
        return last && followUp(last, message);
    }
}
function followUp(last, { text, today, locale }) {
    const said = text.normalize('NFKC').trim();
    if (said.length > LONGEST_FOLLOW_UP)
        return undefined;
    const corrects = CORRECTS.test(said);
    const supposes = corrects || SUPPOSES.test(said);
    const base = basisOf(last, said);
    const from = base.given[0];
    const hasShift = supposes && SHIFT.test(said);
    if (hasShift)
        return from === undefined ? base : shiftedBy(base, from, said);
    const dates = findDates(text, { today, locale });
    const [date] = dates;
    const isBare = date !== undefined &&
        dates.length === 1 &&
        text.replace(date.text, '').replace(/[\p{P}\p{S}\s]/gu, '').length <= 4;
    if (date && (supposes || isBare)) {
        if (!isAbout(base, text))
            return undefined;
        if (date.kind === 'impossible')
            return { ...base, given: [], problem: { kind: 'impossible', text: date.text } };
        if (date.kind === 'ambiguous')
            return { ...base, given: [], problem: { kind: 'choose', dates: date.readings } };
        // The year of the date that it takes the place of, where there is such a day.
        const year = from && partsOf(from).year;
        const resolved = date.kind === 'exact'
            ? date.date
            : ((year && civilDate(year, date.month, date.day)) ?? resolveYear(date, liesIn(base.rule), today));
        if (!resolved)
            return undefined;
        const isAskedDay = base.asked.kind === 'verdict' && base === last && !corrects && !names(base, text);
        return isAskedDay
            ? { ...base, asked: { kind: 'verdict', day: resolved } }
            : { ...base, given: [resolved] };
    }
    const month = from && supposes && isAbout(base, text) ? /(?<!\d)(\d{1,2})月(?!\d)/u.exec(said) : null;
    return month ? { ...base, given: [plusMonths(from, Number(month[1]) - partsOf(from).month)] } : undefined;
}
/** Supposing another day of redemption, after the last day to redeem was asked for, asks about the key itself. */
function basisOf(last, text) {
    const redeems = findCues(text).some(({ part }) => part === 'redemption');
    const [expiry] = last.given;
    if (last.rule !== 'key-redeem-by' || !redeems || !expiry)
        return last;
    const given = last.others.flatMap(({ role, date }) => (role === 'redemption' ? [date] : []));
    return {
        rule: 'key-usable-until',
        asked: { kind: 'date' },
        given,
        others: [{ role: 'expiry', date: expiry }],
    };
}
function shiftedBy(base, from, said) {
    const shifted = shift(from, said);
    return shifted && { ...base, given: [shifted] };
}
function names({ rule }, text) {
    return findCues(text).some(({ part }) => part === dateRules[rule].needs);
}
/** Whether a message that names a part names the one that the last answer started from. */
function isAbout({ rule }, text) {
    const parts = findCues(text).map(({ part }) => part);
    return parts.length === 0 || parts.includes(dateRules[rule].needs) || parts.every((part) => !isRole(part));
}
function shift(from, text) {
    const [, count = '', unit = '', direction = ''] = SHIFT.exec(text) ?? [];
    if (count === '')
        return undefined;
    const sign = /^(?:later|after|遅|後|あと)/iu.test(direction) ? 1 : -1;
    const amount = sign * (NUMBERS[count.toLowerCase()] ?? Number(count));
    if (Math.abs(amount) > MOST_SHIFTED)
        return undefined;
    if (/^(?:day|日)/iu.test(unit))
        return plusDays(from, amount);
    if (/^(?:week|週)/iu.test(unit))
        return plusDays(from, 7 * amount);
    return plusMonths(from, /^(?:year|年)/iu.test(unit) ? 12 * amount : amount);
}
//# sourceMappingURL=lastDateAnswer.js.map