import { Dialog } from 'botbuilder-dialogs';
import { findDates, resolveYear } from '../knowledge/dates/findDates.js';
import { understandDateQuestion } from '../knowledge/rules/dateQuestion.js';
import { dateRules, isPossibleOn } from '../knowledge/rules/dateRules.js';
import { ordinalIn } from './choice.js';
import { remarkIn } from './cue.js';
import { liesIn, reconciled, stateOf } from './dateDialogState.js';
import { messageOf } from './message.js';
import { WaitingDialog } from './waitingDialog.js';
/** Beyond it, the day that a rule gives may lie outside of the calendar. */
const LAST_DAY = '9998-01-01';
export class DateDialog extends WaitingDialog {
    index;
    respond;
    lastAnswer;
    static id = 'date';
    outlastsDigressions = true;
    constructor(index, respond, lastAnswer) {
        super(DateDialog.id);
        this.index = index;
        this.respond = respond;
        this.lastAnswer = lastAnswer;
    }
    async beginDialog(dc, options) {
        return this.proceed(dc, options);
    }
    async repromptDialog(context, instance) {
        await this.ask(context, instance.state);
    }
    async resumeDialog(dc) {
        await this.repromptDialog(dc.context, dc.activeDialog);
        return Dialog.EndOfTurn;
    }
    /** Takes a date, a choice among dates, and what nobody else would understand. */
    takes({ text, today, locale }, instance) {
        return (findDates(text, { today, locale }).length > 0 ||
            chosenDate(text, instance.state) !== undefined ||
            (this.index.match(text).outcome === 'none' && remarkIn(text) === undefined));
    }
    async continueDialog(dc) {
        const state = dc.activeDialog.state;
        const { text, today, locale } = messageOf(dc.context);
        const chosen = chosenDate(text, state);
        if (chosen)
            return this.proceed(dc, { ...asBegun(state), given: [chosen] });
        const dates = findDates(text, { today, locale });
        if (dates.length === 0) {
            const problem = state.problem?.kind === 'choose' ? state.problem : { kind: 'none' };
            return this.proceed(dc, { ...state, problem });
        }
        const asked = understandDateQuestion(text, { today, locale });
        const rule = asked && asked.rule.id !== state.rule && asked.given.length > 0 ? asked : undefined;
        return this.proceed(dc, rule ? stateOf(rule) : { ...asBegun(state), ...taken(dates, state, today) });
    }
    async proceed(dc, begun) {
        const { context } = dc;
        const outside = begun.given.find((date) => date > LAST_DAY);
        const state = outside
            ? { ...begun, given: [], problem: { kind: 'impossible', text: outside } }
            : begun;
        if (state.problem || state.given.length === 0) {
            dc.activeDialog.state = state;
            await this.ask(context, state);
            return Dialog.EndOfTurn;
        }
        const { language, today } = messageOf(context);
        await this.respond(context, answerTo(reconciled(state), today), language);
        await this.lastAnswer.set(context, state);
        return dc.endDialog();
    }
    async ask(context, { rule, problem }) {
        const { language } = messageOf(context);
        await this.respond(context, { kind: 'askDate', rule: dateRules[rule], problem }, language);
    }
}
function answerTo({ rule: id, asked, given, others }, today) {
    const rule = dateRules[id];
    const results = given.map((start) => ({ given: start, date: rule.dateFor(start) }));
    const isPossible = asked.kind === 'verdict' && given.every((start) => isPossibleOn(rule, start, asked.day));
    return {
        kind: 'dateAnswer',
        rule,
        results,
        others,
        today,
        ...(asked.kind === 'verdict' && { verdict: { day: asked.day, isPossible } }),
    };
}
/** What the dates of a reply to the question for a date mean. */
function taken(dates, { rule }, today) {
    const impossible = dates.find(({ kind }) => kind === 'impossible');
    if (impossible)
        return { given: [], problem: { kind: 'impossible', text: impossible.text } };
    const ambiguous = dates.find((date) => date.kind === 'ambiguous');
    if (ambiguous)
        return { given: [], problem: { kind: 'choose', dates: ambiguous.readings } };
    const given = dates.flatMap((date) => {
        if (date.kind === 'exact')
            return [date.date];
        const resolved = date.kind === 'yearless' ? resolveYear(date, liesIn(rule), today) : undefined;
        return resolved ? [resolved] : [];
    });
    return given.length > 0 ? { given } : { given, problem: { kind: 'impossible', text: dates[0].text } };
}
/** Which of the offered dates a message picks by its number. */
function chosenDate(text, { problem }) {
    const number = problem?.kind === 'choose' ? ordinalIn(text) : undefined;
    return problem?.kind === 'choose' && number !== undefined ? problem.dates.at(number) : undefined;
}
function asBegun({ rule, asked, given, others }) {
    return { rule, asked, given, others };
}
//# sourceMappingURL=dateDialog.js.map