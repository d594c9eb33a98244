import { civilDate, partsOf } from '../dates/civilDate.js';
import { findDates, resolveYear } from '../dates/findDates.js';
import { findCues, isRole } from './dateCues.js';
import { partsOfDates } from './dateParts.js';
import { dateRules } from './dateRules.js';
import { ruleMeant } from './ruleMeant.js';
/** "In a few weeks" names no day. */
const VAGUE = /\b(?:few|couple|several|some|many)\b|数(?:日|週|か月|ヶ月|カ月|年)/iu;
const WANTS_CALENDAR_DATE = /\b(?:exact(?:ly)?|actual|concrete|precise(?:ly)?)\b.{0,20}\b(?:date|day|when)\b|\b(?:date|day)\b.{0,12}\bexact(?:ly)?\b|\b(?:what|which)(?:'s)?(?: \w+){0,3} (?:date|dates|day|days)\b|何年何月|何月何日|何日(?!か(?!ら)|後|間|あ|ほど|くらい|ぐらい)|具体的|日付|正確な日|\bneed (?:the|a|to know the) (?:\w+ )?date\b|how many days.{0,25}left|あと何日|残り何日|日(?:は|が).{0,8}(?:わか|分か)(?:りません|らない)|忘れ/iu;
const HAPPENED_SOMETIME = /\b(?:a while (?:ago|back)|some ?time ago|ages ago|long ago|the other day|last year|recently|earlier this year|months ago|weeks ago)\b|だいぶ前|かなり前|ずいぶん前|ずっと前|以前|この前|こないだ|この間|先日|少し前|しばらく前|前に引き?換え|昔/iu;
/** Asks whether it is possible now, which takes the user's own date to tell. */
const ABOUT_NOW = /\btoo (?:late|early|soon)\b|\byet\b|\balready\b|\bin time\b|今からでも|まだ間に合|もう.{0,40}(?:大丈夫|できますか|いいですか|ええ|いい|平気|OK)/iu;
const ASKS_WHEN = /\bwhen\b|\b(?:what|which)(?:'s)?(?: \w+){0,3} (?:date|day|dates|days|time)\b|\bhow (?:long|soon|early|late|much longer|many days)\b|\b(?:until|till|by|from|since) (?:what|which|when)\b|\bearliest\b|\blatest\b|\blast day\b|\b(?:until|till)\s*\?|\bfinal day\b|\bdeadline\b|\bdate\b.{0,6}(?:please|pls)|いつ|何日|何月|何年|どのくらい|どれくらい|どれだけ|何時まで|最終日|期日|締め?切|日付|最短/iu;
const YES_NO = /(?:^|[.!?,;:…]\s*|\b(?:so|and|but|or|then|hi|hello|today|ok|now)[,:]?\s+|[^\p{ASCII}]\s*)(?:can|could|may|is|are|was|were|am|do|does|did|will|would|should|has|have)\b|\b(?:still|already|ok(?:ay)?|possible|allowed|in time|too late|too early)\b.*\?|\bcan (?:i|we|they|he|she|the|our|my)\b|(?:ます|です|でしょう|ません|た|る|い|大丈夫|可能|OK|ok|オーケー|平気|の)か(?:ね|な)?[？?。!！」\s]*$|(?:ます|です|ません)か(?=[？?。])|(?:使える|できる|間に合う|いける|大丈夫|OK|可能|もう遅い|まだ)[？?\s]*$|[？?]/iu;
const IS_PAST = /\b(?:was|were|had|redeemed|assigned|gave|given|claimed|expired|ended|used|did)\b|(?:まし|でし)た|だった|[^ま]た(?:。|の|ん|が|けど|ところ|[？?\s]|$)|済み|ずみ|割り?当てた|引き?換えた/iu;
const WAS = /\b(?:was|were|did|had)\b|(?:でし|まし)た/iu;
const IS_PLANNED = /\b(?:will|if|going to|plan|planning|would|tomorrow|next|intend|about to|want to)\b|予定|つもり|したら|する場合|換えたら|当てたら|ようと|来月|来週|来年|明日|今度|換えます|当てます/iu;
/** @returns undefined where the message asks nothing that a date rule answers */
export function understandDateQuestion(text, context) {
    const found = findDates(text, context).filter((date) => !VAGUE.test(date.text));
    const cues = findCues(text).filter((cue) => found.every(({ start, end }) => cue.end <= start || cue.start >= end));
    const parts = partsOfDates(text, found, cues);
    const ruleId = ruleMeant(text, cues, parts, findCues(lastQuestion(text)));
    if (!ruleId)
        return undefined;
    const rule = dateRules[ruleId];
    const impossible = found.find(({ kind }) => kind === 'impossible')?.text;
    const ambiguous = found.find((date) => date.kind === 'ambiguous');
    const placed = found.flatMap((date, index) => {
        const part = parts[index];
        const resolved = resolve(text, date, part, context.today);
        return resolved ? [{ date: resolved, part }] : [];
    });
    const isNamed = cues.some(({ part }) => part === rule.needs || isSameEvent(rule, part));
    const { given, unclear } = givenDates(text, rule, isNamed, placed, context.today);
    const others = placed.flatMap(({ date, part }) => isRole(part) && part !== rule.needs ? [{ role: part, date }] : []);
    const asked = askedOf(text, rule, placed, context.today);
    const isVerdict = asked.kind === 'verdict';
    const hasOwnDate = given.length + others.length > 0 ||
        !!(impossible ?? ambiguous ?? unclear) ||
        (isVerdict && placed.length > 0);
    const asksAboutNow = HAPPENED_SOMETIME.test(text) || (isVerdict && ABOUT_NOW.test(text));
    return {
        rule,
        asked,
        given,
        others,
        ...(impossible !== undefined && { impossible }),
        ...(ambiguous && { ambiguous }),
        ...(unclear && { unclear }),
        isSpecific: hasOwnDate || WANTS_CALENDAR_DATE.test(text) || asksAboutNow,
    };
}
/** The day that a found date means where it stands. */
function resolve(text, found, part, today) {
    switch (found.kind) {
        case 'exact':
            return found.date;
        case 'yearless': {
            const clause = clauseAround(text, found);
            const isEvent = part === 'redemption' || part === 'assignment';
            if (IS_PLANNED.test(clause))
                return resolveYear(found, 'future', today);
            if (isEvent)
                return resolveYear(found, IS_PAST.test(clause) || IS_PAST.test(text) ? 'past' : 'near', today);
            if (part !== undefined && !isRole(part)) {
                return resolveYear(found, WAS.test(clause) ? 'past' : 'future', today);
            }
            return resolveYear(found, IS_PAST.test(clause) ? 'past' : 'near', today);
        }
        case 'ambiguous':
        case 'impossible':
            return undefined;
    }
}
function clauseAround(text, { start, end }) {
    const before = text
        .slice(0, start)
        .split(/[。！？!?\n;]|\.\s|、|,\s(?=\D)/u)
        .at(-1) ?? '';
    const after = text.slice(end).split(/[。！？!?\n;]|\.\s|、|,/u)[0] ?? '';
    return `${before} ${after}`;
}
/** Several things are asked about, each with a date of its own. */
const FOR_EACH = /\beach\b|\bboth\b|respectively|それぞれ|各々/iu;
function givenDates(text, rule, isNamed, placed, today) {
    const isForEach = FOR_EACH.test(text);
    const own = placed
        .filter(({ part }) => part === rule.needs || isSameEvent(rule, part) || (isForEach && !isRole(part)))
        .map(({ date }) => date);
    // Beside another date, today is when it is asked about.
    const notToday = own.filter((date) => date !== today);
    const given = notToday.length > 0 ? notToday : own.slice(0, 1);
    if (given.length > 0)
        return { given };
    // A date that nothing else claims can only be the one that the rule needs, where the message speaks of such a
    // one at all; two of them must be told apart.
    const loose = placed
        .filter(({ part, date }) => part === undefined && date !== today)
        .map(({ date }) => date);
    if (loose.length === 1)
        return { given: isNamed ? loose : [] };
    return loose.length > 1 ? { given: [], unclear: loose } : { given: [] };
}
const DOING = {
    'key-redeem-by': ['redemption', 'activating', 'using'],
    'key-usable-until': ['using', 'reassigning'],
    'user-assigned-until': ['using', 'activating', 'assignment', 'reassigning', 'redemption'],
    'benefits-until': ['using', 'activating', 'redemption'],
    'reassign-from': ['reassigning', 'using'],
    'renew-from': ['renewing', 'using', 'renewal'],
};
/** A question that says when gets the date; one that can be answered by yes or no gets the verdict for the day it names. */
function askedOf(text, rule, placed, today) {
    const question = lastQuestion(text);
    if (ASKS_WHEN.test(question) || !YES_NO.test(question))
        return { kind: 'date' };
    const doing = placed.find(({ part }) => part !== rule.needs && part && DOING[rule.id].includes(part));
    return { kind: 'verdict', day: doing?.date ?? monthMeant(question, today) ?? today };
}
/** The sentence that asks; where none is marked, the whole message. */
function lastQuestion(text) {
    const sentences = text.match(/[^。！？!?\n]+(?:[。！？!?\n]+|$)/gu) ?? [text];
    const asking = sentences.filter((sentence) => /[?？]|か(?:ね|な)?[。\s]*$/u.test(sentence));
    return asking.find((sentence) => ASKS_WHEN.test(sentence)) ?? asking.at(-1) ?? text;
}
/** The last day of a month that is named without a day, as in 今年の12月でも使えますか. */
function monthMeant(text, today) {
    const named = /(来年の?|今年の?)?(\d{1,2})月(?!\d|[\s\S]?日)/u.exec(text.normalize('NFKC'));
    if (!named)
        return undefined;
    const { year } = partsOf(today);
    const month = Number(named[2]);
    const meant = named[1]?.startsWith('来年') ? year + 1 : year;
    return [31, 30, 29, 28].map((day) => civilDate(meant, month, day)).find((date) => date !== undefined);
}
/** To activate a key is to redeem it. */
function isSameEvent(rule, part) {
    return rule.id === 'key-usable-until' && part === 'activating';
}
//# sourceMappingURL=dateQuestion.js.map