import { ComponentDialog, } from 'botbuilder-dialogs';
import { z } from 'zod';
import { parseCivilDate } from '../knowledge/dates/civilDate.js';
import { understandDateQuestion } from '../knowledge/rules/dateQuestion.js';
import { dateRules } from '../knowledge/rules/dateRules.js';
import { commandIn } from './cue.js';
import { DateDialog } from './dateDialog.js';
import { stateOf } from './dateDialogState.js';
import { DiagnosisDialog } from './diagnosisDialog.js';
import { FaqDialog } from './faqDialog.js';
import { messageOf, setMessage } from './message.js';
import { asksForGuidance, moveIn } from './move.js';
import { nowOf, todayOf } from './today.js';
import { WalkthroughDialog } from './walkthroughDialog.js';
/** What the date input of a card sends. */
const DateInput = z.object({
    rule: z.enum(Object.keys(dateRules)),
    date: z.string().default(''),
});
/** What a button of a step or a question sends: the place that it belongs to. */
const PlacedButton = z.object({ at: z.string() });
export class MainDialog extends ComponentDialog {
    parts;
    static id = 'main';
    #walkthrough;
    constructor(parts) {
        super(MainDialog.id);
        this.parts = parts;
        const { index, respond, lastDateAnswer, lastEntry, pausedWalkthrough, drafts } = parts;
        this.#walkthrough = new WalkthroughDialog(index, respond, pausedWalkthrough, drafts);
        this.addDialog(this.#walkthrough);
        this.addDialog(new DiagnosisDialog(index, respond));
        this.addDialog(new FaqDialog(index, respond, lastDateAnswer, lastEntry));
        this.addDialog(new DateDialog(index, respond, lastDateAnswer));
    }
    async onBeginDialog(dc) {
        return this.route(dc);
    }
    async onContinueDialog(dc) {
        return this.route(dc);
    }
    async route(dc) {
        const { context } = dc;
        const { language: languages, timeZone } = this.parts;
        const text = context.activity.text.trim();
        const command = commandIn(text);
        if (command?.kind === 'pinLanguage')
            await languages.pin(context, command.language);
        const received = {
            text,
            today: todayOf(context, timeZone),
            locale: context.activity.locale,
            now: nowOf(context),
            pressedAt: PlacedButton.safeParse(context.activity.value).data?.at,
        };
        const waiting = this.waitingFor(dc, received);
        const isMaterial = !command && waiting !== undefined && this.dialogOf(waiting).isMaterial?.(received, waiting) === true;
        const message = { ...received, language: await languages.of(context, { isMaterial }) };
        setMessage(context, message);
        if (message.pressedAt !== undefined && !waiting)
            return this.digress(dc, { kind: 'outdatedButton' });
        if (command?.kind === 'cancel')
            return this.cancel(dc);
        if (command?.kind === 'startOver')
            return this.startOver(dc);
        if (command)
            return this.digress(dc, replyTo(command));
        const input = dateInput(context);
        // A question that is open stays open below it.
        if (input)
            return this.beginDates(dc, input);
        const wordless = withoutWords(context, text);
        if (wordless)
            return this.digress(dc, wordless);
        if (waiting) {
            dc.stack.splice(dc.stack.indexOf(waiting) + 1);
            return dc.continueDialog();
        }
        if (dc.activeDialog && !this.dialogOf(dc.activeDialog).outlastsDigressions)
            dc.stack.pop();
        const fallback = await this.withoutContext(dc, text);
        if (fallback)
            return fallback;
        const dates = (await this.parts.lastDateAnswer.followedBy(context, message)) ?? this.dateQuestionIn(message);
        return dates ? this.beginDates(dc, dates) : dc.beginDialog(FaqDialog.id);
    }
    /** Replies to what is no business of an open dialog, which then shows again where it is. */
    async digress(dc, reply) {
        await this.parts.respond(dc.context, reply, messageOf(dc.context).language);
        if (!dc.activeDialog)
            return dc.endDialog();
        await dc.repromptDialog();
        return MainDialog.EndOfTurn;
    }
    /** Leaves the open dialog, and goes on with one below it. A walkthrough is kept to go on with later. */
    async cancel(dc) {
        const { respond, lastDateAnswer } = this.parts;
        await lastDateAnswer.forget(dc.context);
        if (dc.activeDialog?.id === WalkthroughDialog.id)
            return this.#walkthrough.pause(dc);
        const reply = { kind: dc.activeDialog ? 'cancelled' : 'nothingToCancel' };
        await respond(dc.context, reply, messageOf(dc.context).language);
        return dc.endDialog();
    }
    /** Begins the open walkthrough again; without one, forgets what was talked about. */
    async startOver(dc) {
        const { respond, lastDateAnswer, lastEntry, pausedWalkthrough } = this.parts;
        const walkthrough = dc.stack.find(({ id }) => id === WalkthroughDialog.id);
        if (walkthrough) {
            dc.stack.splice(dc.stack.indexOf(walkthrough) + 1);
            return this.#walkthrough.startOver(dc);
        }
        await respond(dc.context, { kind: 'startedOver' }, messageOf(dc.context).language);
        await lastDateAnswer.forget(dc.context);
        await lastEntry.forget(dc.context);
        await pausedWalkthrough.forget(dc.context);
        return dc.cancelAllDialogs();
    }
    /** There is one question for a date at a time. */
    async beginDates(dc, state) {
        return dc.activeDialog?.id === DateDialog.id
            ? dc.replaceDialog(DateDialog.id, state)
            : dc.beginDialog(DateDialog.id, state);
    }
    /** Messages that mean something only after others, such as "continue": what to do where nothing waits for them. */
    async withoutContext(dc, text) {
        const { index, lastEntry, pausedWalkthrough } = this.parts;
        if (asksForGuidance(text)) {
            const last = await lastEntry.get(dc.context);
            const entry = index.faq.entries.find(({ id, steps }) => id === last && steps.length > 0);
            if (entry)
                return dc.beginDialog(WalkthroughDialog.id, { entry: entry.id });
        }
        if (dc.activeDialog)
            return undefined;
        if (isNoneOfThese(text))
            return this.digress(dc, { kind: 'outdatedButton' });
        if (moveIn(text)?.kind !== 'continue')
            return undefined;
        const from = await pausedWalkthrough.get(dc.context);
        return from
            ? dc.beginDialog(WalkthroughDialog.id, { from })
            : this.digress(dc, { kind: 'nothingToContinue' });
    }
    /** The open dialog that a button belongs to, or else the topmost one that a message is meant for. */
    waitingFor(dc, message) {
        const { pressedAt } = message;
        return dc.stack.findLast((instance) => {
            const dialog = this.dialogOf(instance);
            return pressedAt === undefined
                ? dialog.takes(message, instance)
                : dialog.placeOf?.(instance) === pressedAt;
        });
    }
    dialogOf({ id }) {
        return this.findDialog(id);
    }
    /** What the message asks about dates, unless the FAQ knows better what it is about. */
    dateQuestionIn({ text, today, locale }) {
        const question = understandDateQuestion(text, { today, locale });
        if (!question?.isSpecific)
            return undefined;
        // Without a date the words alone tell the rule, and the FAQ may know better what they are about.
        const [likeliest] = this.parts.index.match(text).candidates;
        const isAnother = question.given.length === 0 && likeliest?.entry.id !== question.rule.entry;
        return isAnother ? undefined : stateOf(question);
    }
}
function replyTo({ kind }) {
    return { kind: kind === 'pinLanguage' ? 'languagePinned' : kind };
}
/** The date that a card's input sends, for the rule that the card was about; asked for again where it is empty. */
function dateInput({ activity }) {
    const { data } = DateInput.safeParse(activity.value);
    if (!data)
        return undefined;
    const date = parseCivilDate(data.date);
    const state = { rule: data.rule, asked: { kind: 'date' }, others: [] };
    return date ? { ...state, given: [date] } : { ...state, given: [], problem: { kind: 'none' } };
}
/** "None of these" means nothing any more when its question is closed. */
function isNoneOfThese(text) {
    return /^(?:none of these|どれでもない)$/iu.test(text);
}
/** What to reply to a message that has no words to match. */
function withoutWords({ activity }, text) {
    if (/[\p{L}\p{N}]/u.test(text))
        return undefined;
    if (text === '' && activity.attachments?.some(({ contentType }) => contentType !== 'text/html')) {
        return { kind: 'attachmentOnly' };
    }
    if (text === '' && activity.value !== undefined && activity.value !== null)
        return { kind: 'outdatedButton' };
    return { kind: 'noText' };
}
//# sourceMappingURL=mainDialog.js.map