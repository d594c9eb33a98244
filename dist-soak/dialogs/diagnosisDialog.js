// Asks about the user's own case and says what follows from it.
import { randomUUID } from 'node:crypto';
import { Dialog } from 'botbuilder-dialogs';
import { choiceIn, findingOf, questionOf } from '../knowledge/rules/diagnosis.js';
import { ordinalIn } from './choice.js';
import { messageOf } from './message.js';
import { WaitingDialog } from './waitingDialog.js';
import { WalkthroughDialog } from './walkthroughDialog.js';
export class DiagnosisDialog extends WaitingDialog {
    index;
    respond;
    static id = 'diagnosis';
    outlastsDigressions = true;
    constructor(index, respond) {
        super(DiagnosisDialog.id);
        this.index = index;
        this.respond = respond;
    }
    async beginDialog(dc, options) {
        const { entry } = options;
        // One that is open already gives way.
        dc.stack = dc.stack.filter(({ id }, index) => id !== DiagnosisDialog.id || index === dc.stack.length - 1);
        const [first] = this.entryOf(entry)?.diagnosis?.questions ?? [];
        return this.ask(dc, { run: randomUUID(), entry, question: first?.id ?? '' });
    }
    takes({ text }, instance) {
        return this.chosen(text, instance.state) !== undefined;
    }
    placeOf(instance) {
        return placeName(instance.state);
    }
    async continueDialog(dc) {
        const state = dc.activeDialog.state;
        const { text, language } = messageOf(dc.context);
        const entry = this.entryOf(state.entry);
        const choice = this.chosen(text, state);
        if (!entry?.diagnosis || !choice)
            return this.ask(dc, state);
        const finding = findingOf(entry.diagnosis, choice);
        if (finding.kind === 'question')
            return this.ask(dc, { ...state, question: finding.question.id });
        const { conclusion } = finding;
        await this.respond(dc.context, { kind: 'diagnosisConclusion', entry, conclusion }, language);
        const { walkthrough } = conclusion;
        // One that is under way already goes on by itself.
        return walkthrough === undefined || WalkthroughDialog.under(dc)
            ? dc.endDialog()
            : dc.replaceDialog(WalkthroughDialog.id, { entry: walkthrough });
    }
    async repromptDialog(context, instance) {
        await this.say(context, instance.state);
    }
    async resumeDialog(dc) {
        await this.repromptDialog(dc.context, dc.activeDialog);
        return Dialog.EndOfTurn;
    }
    async ask(dc, state) {
        dc.activeDialog.state = state;
        if (await this.say(dc.context, state))
            return Dialog.EndOfTurn;
        // The FAQ has changed since: there is no such question any more.
        await this.respond(dc.context, { kind: 'outdatedButton' }, messageOf(dc.context).language);
        return dc.endDialog();
    }
    async say(context, state) {
        const entry = this.entryOf(state.entry);
        const question = entry?.diagnosis && questionOf(entry.diagnosis, state.question);
        if (!entry || !question)
            return false;
        const { language } = messageOf(context);
        await this.respond(context, { kind: 'diagnosisQuestion', entry, question, at: placeName(state) }, language);
        return true;
    }
    chosen(text, { entry, question: id }) {
        const { diagnosis } = this.entryOf(entry) ?? {};
        const question = diagnosis && questionOf(diagnosis, id);
        if (!question)
            return undefined;
        const number = ordinalIn(text);
        return (number === undefined ? undefined : question.choices.at(number)) ?? choiceIn(question, text);
    }
    entryOf(id) {
        return this.index.faq.entries.find((entry) => entry.id === id);
    }
}
function placeName({ run, question }) {
    return `${run}/${question}`;
}
//# sourceMappingURL=diagnosisDialog.js.map