// Takes people through a procedure one step at a time: only an order to move changes the step.
import { randomUUID } from 'node:crypto';
import { Dialog } from 'botbuilder-dialogs';
import { fieldAt, formOf, placeAfter, placeBefore, placesOf, } from '../knowledge/rules/procedure.js';
import { normalise } from '../knowledge/search/normalise.js';
import { FormStep } from './formStep.js';
import { messageOf } from './message.js';
import { moveIn } from './move.js';
import { WaitingDialog } from './waitingDialog.js';
import { placeName } from './walkthroughState.js';
/** After this long without a message the user may have forgotten the step, so it is offered rather than shown. */
const IDLE_AFTER_MINUTES = 30;
const TROUBLE = /\b(?:can't|cannot|can not|couldn't|unable to|don't see|doesn't|won't|not (?:there|shown|working|visible|available)|greyed out|grayed out|no such|nothing happens|stuck)\b|ない|ません|グレーアウト|押せな|困っ|エラー/u;
const LONGEST_TROUBLE = 120;
export class WalkthroughDialog extends WaitingDialog {
    index;
    respond;
    paused;
    drafts;
    static id = 'walkthrough';
    outlastsDigressions = true;
    #form;
    constructor(index, respond, paused, drafts) {
        super(WalkthroughDialog.id);
        this.index = index;
        this.respond = respond;
        this.paused = paused;
        this.drafts = drafts;
        this.#form = new FormStep(index, drafts);
    }
    /**
     * Begins at the first step. A walkthrough of the same entry that was stopped is offered instead; one of another
     * entry that is under way is stopped, so that there are never two.
     */
    async beginDialog(dc, options) {
        const start = options;
        const { now } = messageOf(dc.context);
        if ('from' in start) {
            await this.paused.forget(dc.context);
            return this.show(dc, start.from, 'continued');
        }
        const paused = await this.paused.get(dc.context);
        if (paused?.entry === start.entry)
            await this.paused.forget(dc.context);
        if (paused?.entry === start.entry && !start.startOver) {
            dc.activeDialog.state = { ...paused, isOffered: true };
            return this.resumeDialog(dc);
        }
        const other = WalkthroughDialog.under(dc);
        if (other) {
            await this.paused.set(dc.context, other.state);
            dc.stack.splice(dc.stack.indexOf(other), 1);
        }
        const state = { run: randomUUID(), entry: start.entry, step: 1, seen: now.toISOString() };
        return this.show(dc, state, start.startOver ? 'startedOver' : other ? 'leftAnother' : 'started');
    }
    takes(message, instance) {
        const state = instance.state;
        const entry = this.entryOf(state);
        if (!entry)
            return false;
        const place = this.formPlace(entry, state);
        return (moveIn(message.text) !== undefined ||
            this.#form.takes(message, place) ||
            (place.field === undefined && this.isTroubleHere(message.text, entry)));
    }
    isMaterial({ text }, instance) {
        const state = instance.state;
        return state.field !== undefined && moveIn(text) === undefined;
    }
    placeOf(instance) {
        return placeName(instance.state);
    }
    async continueDialog(dc) {
        const state = dc.activeDialog.state;
        const entry = this.entryOf(state);
        if (!entry)
            return this.endAsOutdated(dc);
        const message = messageOf(dc.context);
        const move = moveIn(message.text);
        // "Yes" to "Continue?" is no order to move.
        if (state.isOffered && (move?.kind === 'agree' || move?.kind === 'continue'))
            return this.show(dc, state, 'continued');
        const filled = await this.#form.continue(message, move, this.formPlace(entry, state));
        if (filled)
            return this.show(dc, { ...state, ...filled.place, draft: filled.draft }, filled.lead, filled);
        return this.moved(dc, entry, state, move);
    }
    /** Shows the step again after a digression, or offers it after a long time. */
    async repromptDialog(context, instance) {
        const state = instance.state;
        const entry = this.entryOf(state);
        if (!entry)
            return;
        const { language, now } = messageOf(context);
        const idleMinutes = (now.getTime() - new Date(state.seen).getTime()) / 60_000;
        if (idleMinutes >= IDLE_AFTER_MINUTES || state.isOffered) {
            instance.state = { ...state, isOffered: true, seen: now.toISOString() };
            await this.respond(context, { kind: 'offerToContinue', ...placeIn(entry, state) }, language);
            return;
        }
        instance.state = { ...state, seen: now.toISOString() };
        await this.say(context, entry, state, { isBrief: true });
    }
    async resumeDialog(dc) {
        await this.repromptDialog(dc.context, dc.activeDialog);
        return Dialog.EndOfTurn;
    }
    /** Stops, and keeps the place to go on from. */
    async pause(dc) {
        const state = dc.activeDialog.state;
        const entry = this.entryOf(state);
        if (!entry)
            return this.endAsOutdated(dc);
        const { language } = messageOf(dc.context);
        await this.paused.set(dc.context, { ...state, isOffered: false });
        await this.respond(dc.context, { kind: 'walkthroughPaused', ...placeIn(entry, state) }, language);
        return dc.endDialog();
    }
    /** Goes back to the first step, with nothing filled in. */
    async startOver(dc) {
        const { entry, draft } = dc.activeDialog.state;
        if (draft !== undefined)
            await this.drafts.delete(draft);
        return dc.replaceDialog(WalkthroughDialog.id, { entry, startOver: true });
    }
    /** The walkthrough that goes on when the active dialog ends, if there is one. */
    static under(dc) {
        return dc.stack.find((instance) => instance.id === WalkthroughDialog.id && instance !== dc.activeDialog);
    }
    async moved(dc, entry, state, move) {
        const { faq } = this.index;
        const { language } = messageOf(dc.context);
        switch (move?.kind) {
            case 'next':
            case 'agree':
            case 'skip': {
                const next = placeAfter(faq, entry, state);
                if (next)
                    return this.show(dc, at(state, next), move.kind === 'skip' ? 'skipped' : undefined);
                await this.respond(dc.context, { kind: 'walkthroughDone', entry }, language);
                await this.offerPaused(dc.context);
                return dc.endDialog();
            }
            case 'back': {
                const before = placeBefore(faq, entry, state);
                return this.show(dc, before ? at(state, before) : state, before ? undefined : 'firstAlready');
            }
            case 'goTo': {
                const place = placesOf(faq, entry).find(({ step }) => step === move.step);
                return this.show(dc, place ? at(state, place) : state, place ? undefined : 'noSuchStep');
            }
            case 'stuck':
            case undefined:
                dc.activeDialog.state = this.shownNow(dc, state);
                await this.respond(dc.context, { kind: 'stuck', ...placeIn(entry, state) }, language);
                return Dialog.EndOfTurn;
            case 'repeat':
            case 'continue':
                return this.show(dc, state);
        }
    }
    /** Goes to a place and says what is to be done there. */
    async show(dc, state, lead, { summaryIn } = {}) {
        const entry = this.entryOf(state);
        if (!entry)
            return this.endAsOutdated(dc);
        const shown = { ...this.shownNow(dc, state), ...(summaryIn && { summaryIn }) };
        dc.activeDialog.state = shown;
        await this.say(dc.context, entry, shown, { lead });
        return Dialog.EndOfTurn;
    }
    /** Reminds of a walkthrough that was left for the one which has ended. */
    async offerPaused(context) {
        const paused = await this.paused.get(context);
        const entry = paused && this.entryOf(paused);
        if (!paused || !entry)
            return;
        const { language } = messageOf(context);
        await this.respond(context, { kind: 'walkthroughPaused', ...placeIn(entry, paused) }, language);
    }
    shownNow(dc, state) {
        return { ...state, seen: messageOf(dc.context).now.toISOString(), isOffered: false };
    }
    async say(context, entry, state, how) {
        const { language } = messageOf(context);
        const place = placeIn(entry, state);
        const form = formOf(this.index.faq, entry, state.step);
        const field = fieldAt(this.index.faq, entry, state);
        if (form && field) {
            const isFirst = form.fields[0] === field;
            await this.respond(context, { kind: 'askField', ...place, form, field, isFirst, ...how }, language);
            return;
        }
        const summary = form && (await this.#form.summary(form, state, language));
        await this.respond(context, { kind: 'step', ...place, summary, ...how }, language);
    }
    async endAsOutdated(dc) {
        await this.respond(dc.context, { kind: 'outdatedButton' }, messageOf(dc.context).language);
        return dc.endDialog();
    }
    formPlace(entry, state) {
        const { faq } = this.index;
        const name = entry.steps[state.step - 1]?.form;
        const form = formOf(faq, entry, state.step);
        return { entry, state, name, form, field: fieldAt(faq, entry, state) };
    }
    /** Whether a message says that the step does not work out, and the FAQ knows nothing else about it. */
    isTroubleHere(text, entry) {
        if (text.length > LONGEST_TROUBLE || !TROUBLE.test(normalise(text)))
            return false;
        const match = this.index.match(text);
        return match.outcome !== 'answer' || (match.answer.entry === entry && match.answer.fact === undefined);
    }
    /** @returns undefined where the FAQ has changed since, and has no such steps any more */
    entryOf({ entry: id, step }) {
        const entry = this.index.faq.entries.find((each) => each.id === id);
        return entry && entry.steps.length >= step ? entry : undefined;
    }
}
function placeIn(entry, state) {
    return { entry, step: state.step, at: placeName(state) };
}
function at(state, { step, field }) {
    return { ...state, step, field };
}
//# sourceMappingURL=walkthroughDialog.js.map