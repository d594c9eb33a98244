import { Dialog } from 'botbuilder-dialogs';
import { ruleStatedBy } from '../knowledge/rules/dateRules.js';
import { chosenSubject } from './choice.js';
import { remarkIn } from './cue.js';
import { DiagnosisDialog } from './diagnosisDialog.js';
import { messageOf } from './message.js';
import { WaitingDialog } from './waitingDialog.js';
import { WalkthroughDialog } from './walkthroughDialog.js';
/** From this confidence on, an entry is worth offering where nothing was sure enough to answer. */
const NEAR = 0.15;
export class FaqDialog extends WaitingDialog {
    index;
    respond;
    lastDateAnswer;
    lastEntry;
    static id = 'faq';
    /** Another question takes the place of "which of these do you mean?". */
    outlastsDigressions = false;
    constructor(index, respond, lastDateAnswer, lastEntry) {
        super(FaqDialog.id);
        this.index = index;
        this.respond = respond;
        this.lastDateAnswer = lastDateAnswer;
        this.lastEntry = lastEntry;
    }
    takes({ text }, instance) {
        return chosenSubject(text, this.openChoices(instance)) !== undefined;
    }
    async beginDialog(dc) {
        return this.answer(dc, messageOf(dc.context));
    }
    /** Asks the open clarify question again, after a digression. */
    async repromptDialog(context, instance) {
        const { language } = messageOf(context);
        await this.respond(context, { kind: 'clarify', choices: this.openChoices(instance) }, language);
    }
    /** Asks again when an old card was used in between. */
    async resumeDialog(dc) {
        await this.repromptDialog(dc.context, dc.activeDialog);
        return Dialog.EndOfTurn;
    }
    /** Takes the reply to a clarify question: one of the choices, or none of them. */
    async continueDialog(dc) {
        const message = messageOf(dc.context);
        const picked = chosenSubject(message.text, this.openChoices(dc.activeDialog));
        if (picked !== undefined && picked !== 'none')
            return this.give(dc, picked, message);
        await this.respond(dc.context, { kind: 'noneOfThese' }, message.language);
        return dc.endDialog();
    }
    async answer(dc, { text, language }) {
        const match = this.index.match(text);
        const remark = match.outcome === 'answer' ? undefined : remarkIn(text);
        if (remark) {
            await this.respond(dc.context, { kind: remark }, language);
            return dc.endDialog();
        }
        switch (match.outcome) {
            case 'answer':
                return this.give(dc, match.answer, { language });
            case 'clarify':
                await this.respond(dc.context, { kind: 'clarify', choices: match.choices }, language);
                dc.activeDialog.state.choices = match.choices.map(({ entry, fact }) => ({
                    entry: entry.id,
                    ...(fact && { fact: fact.id }),
                }));
                return Dialog.EndOfTurn;
            case 'none': {
                const near = match.candidates
                    .filter(({ confidence }) => confidence >= NEAR)
                    .map(({ entry }) => ({ entry }));
                await this.respond(dc.context, { kind: 'none', topic: match.topic, near }, language);
                return dc.endDialog();
            }
        }
    }
    /**
     * Gives an answer, or begins what it stands for. Where it states a date rule, a date that the user names next is
     * meant for it.
     */
    async give(dc, subject, { language }) {
        const { entry, fact } = subject;
        await this.lastEntry.set(dc.context, entry.id);
        if (fact?.starts)
            return begin(dc, fact.starts, entry);
        await this.respond(dc.context, { kind: 'answer', ...subject }, language);
        const rule = ruleStatedBy(entry.id, fact?.id);
        if (rule) {
            await this.lastDateAnswer.set(dc.context, {
                rule: rule.id,
                asked: { kind: 'date' },
                given: [],
                others: [],
            });
        }
        return !fact && entry.starts ? begin(dc, entry.starts, entry) : dc.endDialog();
    }
    /** The choices that still exist: the FAQ may have changed since they were offered. */
    openChoices(instance) {
        const { choices = [] } = instance.state;
        return choices.flatMap(({ entry: entryId, fact: factId }) => {
            const entry = this.index.faq.entries.find(({ id }) => id === entryId);
            return entry ? [{ entry, fact: entry.facts.find(({ id }) => id === factId) }] : [];
        });
    }
}
/** Leaves the question for a walkthrough or a diagnosis; one of the same entry that is open goes on by itself. */
async function begin(dc, what, { id }) {
    const dialog = what === 'walkthrough' ? WalkthroughDialog.id : DiagnosisDialog.id;
    const start = { entry: id };
    const isOpen = dc.stack.some((open) => open.id === dialog && open.state.entry === id);
    return isOpen ? dc.endDialog() : dc.replaceDialog(dialog, start);
}
//# sourceMappingURL=faqDialog.js.map