// Takes people through a procedure one step at a time: only an order to move changes the step.
import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Language } from '../knowledge/faq/language.js';
import type { Entry, EntryId } from '../knowledge/faq/schema.js';
import {
  fieldAt,
  formOf,
  type Place,
  placeAfter,
  placeBefore,
  placesOf,
} from '../knowledge/rules/procedure.js';
import type { QuestionIndex } from '../knowledge/search/faqIndex.js';
import { remarkIn } from './cue.js';
import type { FormDrafts } from './formDrafts.js';
import { FormStep } from './formStep.js';
import { messageOf, type ReceivedMessage } from './message.js';
import { type Move, moveIn, saysDone, tellsTrouble } from './move.js';
import type { FieldLead, Respond, WalkthroughLead } from './reply.js';
import { WaitingDialog } from './waitingDialog.js';
import { type PausedWalkthroughs, placeName, type WalkthroughState } from './walkthroughState.js';

/** The entry to walk through; `from` goes on where a walkthrough was stopped. */
export type WalkthroughStart =
  { readonly entry: EntryId; readonly startOver?: boolean } | { readonly from: WalkthroughState };

/** After this long without a message the user may have forgotten the step, so it is offered rather than shown. */
const IDLE_AFTER_MINUTES = 30;

/** So sure, the trouble is with something else than the step. */
const ABOUT_ANOTHER = 0.3;
const LONGEST_TROUBLE = 120;

export class WalkthroughDialog extends WaitingDialog {
  static readonly id = 'walkthrough';
  override outlastsDigressions(): boolean {
    return true;
  }
  readonly #form: FormStep;

  constructor(
    private readonly index: QuestionIndex,
    private readonly respond: Respond,
    private readonly paused: PausedWalkthroughs,
    private readonly drafts: FormDrafts,
  ) {
    super(WalkthroughDialog.id);
    this.#form = new FormStep(index, drafts);
  }

  /**
   * Begins at the first step. A walkthrough of the same entry that was stopped is offered instead; one of another
   * entry that is under way is stopped, so that there are never two.
   */
  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const start = options as WalkthroughStart;
    const { now } = messageOf(dc.context);
    const entry = 'from' in start ? start.from.entry : start.entry;
    const paused = await this.paused.of(dc.context, entry);
    await this.paused.forget(dc.context, entry);
    const other = WalkthroughDialog.under(dc);
    if (other) await this.paused.add(dc.context, other.state as WalkthroughState);
    // What was open has given way to this.
    dc.stack.splice(0, dc.stack.length - 1);
    if ('from' in start) return this.show(dc, start.from, 'continued');
    if (paused && !start.startOver) {
      dc.activeDialog!.state = { ...paused, isOffered: true };
      return this.resumeDialog(dc);
    }
    const state = { run: randomUUID(), entry, step: 1, seen: now.toISOString() };
    return this.show(dc, state, start.startOver ? 'startedOver' : other ? 'leftAnother' : 'started');
  }

  override takes(message: ReceivedMessage, instance: DialogInstance): boolean {
    const state = instance.state as WalkthroughState;
    const entry = this.entryOf(state);
    if (!entry) return false;
    const place = this.formPlace(entry, state);
    return (
      moveIn(message.text) !== undefined ||
      this.#form.takes(message, place) ||
      (place.field === undefined && this.isTroubleHere(message.text, entry))
    );
  }

  override isMaterial({ text }: ReceivedMessage, instance: DialogInstance): boolean {
    const state = instance.state as WalkthroughState;
    return state.field !== undefined && moveIn(text) === undefined;
  }

  override placeOf(instance: DialogInstance): string {
    return placeName(instance.state as WalkthroughState);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const state = dc.activeDialog!.state as WalkthroughState;
    const entry = this.entryOf(state);
    if (!entry) return this.endAsOutdated(dc);
    const message = messageOf(dc.context);
    const move = moveIn(message.text);
    // "Yes" to "Continue?" is no order to move, and nobody can have done a step that was not shown.
    if (state.isOffered && (move?.kind === 'agree' || move?.kind === 'continue' || move?.kind === 'next'))
      return this.show(dc, state, 'continued');
    const filled = await this.#form.continue(dc.context, message, move, this.formPlace(entry, state));
    if (filled) return this.show(dc, { ...state, ...filled.place, draft: filled.draft }, filled.lead, filled);
    return this.moved(dc, entry, state, move);
  }

  /** Shows the step again after a digression, or offers it after a long time. */
  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const state = instance.state as WalkthroughState;
    const entry = this.entryOf(state);
    if (!entry) return;
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

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    await this.repromptDialog(dc.context, dc.activeDialog!);
    return Dialog.EndOfTurn;
  }

  /** Stops, and keeps the place to go on from. */
  async pause(dc: DialogContext): Promise<DialogTurnResult> {
    const state = dc.activeDialog!.state as WalkthroughState;
    const entry = this.entryOf(state);
    if (!entry) return this.endAsOutdated(dc);
    const { language } = messageOf(dc.context);
    await this.paused.add(dc.context, { ...state, isOffered: false });
    await this.respond(dc.context, { kind: 'walkthroughPaused', ...placeIn(entry, state) }, language);
    return dc.endDialog();
  }

  /** Goes back to the first step, with nothing filled in. */
  async startOver(dc: DialogContext): Promise<DialogTurnResult> {
    const { entry, draft } = dc.activeDialog!.state as WalkthroughState;
    if (draft !== undefined) await this.drafts.delete(dc.context, draft);
    return dc.replaceDialog(WalkthroughDialog.id, { entry, startOver: true } satisfies WalkthroughStart);
  }

  /** The walkthrough that goes on when the active dialog ends, if there is one. */
  static under(dc: DialogContext): DialogInstance | undefined {
    return dc.stack.find((instance) => instance.id === WalkthroughDialog.id && instance !== dc.activeDialog);
  }

  private async moved(
    dc: DialogContext,
    entry: Entry,
    state: WalkthroughState,
    move: Move | undefined,
  ): Promise<DialogTurnResult> {
    const { faq } = this.index;
    const { language } = messageOf(dc.context);
    switch (move?.kind) {
      case 'next':
      case 'agree':
      case 'skip': {
        const next = placeAfter(faq, entry, state);
        // Only "done" puts the summary away: it is being copied.
        const hasSummary = !next && formOf(faq, entry, state.step) !== undefined && state.draft !== undefined;
        if (hasSummary && !saysDone(messageOf(dc.context).text)) return this.show(dc, state);
        if (next) {
          const place = await this.#form.toFillIn(dc.context, next, this.formPlace(entry, state));
          return this.show(dc, at(state, place), move.kind === 'skip' ? 'skipped' : undefined);
        }
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
        dc.activeDialog!.state = this.shownNow(dc, state);
        await this.respond(dc.context, { kind: 'stuck', ...placeIn(entry, state) }, language);
        return Dialog.EndOfTurn;
      case 'repeat':
      case 'continue':
        return this.show(dc, state);
    }
  }

  /** Goes to a place and says what is to be done there. */
  private async show(
    dc: DialogContext,
    state: WalkthroughState,
    lead?: WalkthroughLead | FieldLead,
    { summaryIn }: { readonly summaryIn?: Language | undefined } = {},
  ): Promise<DialogTurnResult> {
    const entry = this.entryOf(state);
    if (!entry) return this.endAsOutdated(dc);
    const shown = { ...this.shownNow(dc, state), ...(summaryIn && { summaryIn }) };
    dc.activeDialog!.state = shown;
    await this.say(dc.context, entry, shown, { lead });
    return Dialog.EndOfTurn;
  }

  /** Reminds of a walkthrough that was left for the one which has ended. */
  private async offerPaused(context: TurnContext): Promise<void> {
    const paused = await this.paused.latest(context);
    const entry = paused && this.entryOf(paused);
    if (!paused || !entry) return;
    const { language } = messageOf(context);
    await this.respond(context, { kind: 'walkthroughPaused', ...placeIn(entry, paused) }, language);
  }

  private shownNow(dc: DialogContext, state: WalkthroughState): WalkthroughState {
    return { ...state, seen: messageOf(dc.context).now.toISOString(), isOffered: false };
  }

  private async say(
    context: TurnContext,
    entry: Entry,
    state: WalkthroughState,
    how: { readonly lead?: WalkthroughLead | FieldLead | undefined; readonly isBrief?: boolean },
  ): Promise<void> {
    const { language } = messageOf(context);
    const place = placeIn(entry, state);
    const form = formOf(this.index.faq, entry, state.step);
    const field = fieldAt(this.index.faq, entry, state);
    if (form && field) {
      const isFirst = form.fields[0] === field;
      await this.respond(context, { kind: 'askField', ...place, form, field, isFirst, ...how }, language);
      return;
    }
    const summary = form && (await this.#form.summary(context, form, state, language));
    await this.respond(context, { kind: 'step', ...place, summary, ...how }, language);
  }

  private async endAsOutdated(dc: DialogContext): Promise<DialogTurnResult> {
    await this.respond(dc.context, { kind: 'outdatedButton' }, messageOf(dc.context).language);
    return dc.endDialog();
  }

  private formPlace(entry: Entry, state: WalkthroughState) {
    const { faq } = this.index;
    // What a later step needs can be given early.
    const ahead =
      entry.steps.findIndex(({ form }, index) => index >= state.step - 1 && form !== undefined) + 1;
    const name = entry.steps[ahead - 1]?.form;
    const form = formOf(faq, entry, ahead);
    return { entry, state, name, form, isHere: ahead === state.step, field: fieldAt(faq, entry, state) };
  }

  /** Whether a message says that the step does not work out, and the FAQ knows nothing else about it. */
  private isTroubleHere(text: string, entry: Entry): boolean {
    if (text.length > LONGEST_TROUBLE || !tellsTrouble(text)) return false;
    if (remarkIn(text)) return false;
    const { outcome, candidates } = this.index.match(text);
    const [likeliest] = candidates;
    const isAboutAnother =
      likeliest && likeliest.entry.id !== entry.id && likeliest.confidence > ABOUT_ANOTHER;
    return outcome !== 'answer' && !isAboutAnother;
  }

  /** @returns undefined where the FAQ has changed since, and has no such steps any more */
  private entryOf({ entry: id, step }: WalkthroughState): Entry | undefined {
    const entry = this.index.faq.entries.find((each) => each.id === id);
    return entry && entry.steps.length >= step ? entry : undefined;
  }
}

function placeIn(entry: Entry, state: WalkthroughState) {
  return { entry, step: state.step, at: placeName(state) };
}

function at(state: WalkthroughState, { step, field }: Place): WalkthroughState {
  return { ...state, step, field };
}
