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
import { MOVES } from '../knowledge/understanding/acts.js';
import type { Clause } from '../knowledge/understanding/reading.js';
import type { FormDrafts } from './formDrafts.js';
import { FormStep } from './formStep.js';
import type { Memory } from './memory.js';
import { messageOf } from './message.js';
import type { FieldLead, Respond, WalkthroughLead } from './reply.js';
import { type Asked, WaitingDialog } from './waitingDialog.js';
import { placeName, type WalkthroughState } from './walkthroughState.js';

/** The entry to walk through; `from` goes on where a walkthrough was stopped. */
export type WalkthroughStart =
  | { readonly entry: EntryId; readonly startOver?: boolean; /** Counted from 1. */ readonly step?: number }
  | { readonly from: WalkthroughState };

/** After this long without a message the user may have forgotten the step, so it is offered rather than shown. */
const IDLE_AFTER_MINUTES = 30;

/** So sure, the trouble is with something else than the step. */
const ABOUT_ANOTHER = 0.3;
const MAX_LETTERS_OF_TROUBLE = 120;
const HAS_WORDS = /\p{L}{2}/u;

/** What moves a guide, or is said at a step of it. Stopping and starting over are met in the same way everywhere. */
const TAKEN: readonly Clause['act'][] = [
  ...MOVES.filter((act) => act !== 'stop' && act !== 'startOver'),
  'unsure',
  'yes',
  'acknowledge',
  'no',
];

/** What is said at a field besides. */
const SAID_OF_FIELDS: readonly Clause['act'][] = ['chooseNone', 'chooseBoth'];

export class WalkthroughDialog extends WaitingDialog {
  static readonly id = 'walkthrough';
  override outlastsDigressions(): boolean {
    return true;
  }
  readonly #form: FormStep;

  constructor(
    private readonly index: QuestionIndex,
    private readonly respond: Respond,
    private readonly memory: Memory,
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
    const { paused: all } = await this.memory.of(dc.context);
    const paused = all.find((each) => each.entry === entry);
    const other = WalkthroughDialog.under(dc)?.state as WalkthroughState | undefined;
    await this.setAside(dc.context, entry, other);
    // What was open has given way to this.
    dc.stack.splice(0, dc.stack.length - 1);
    if ('from' in start) return this.show(dc, start.from, 'continued');
    if (paused && !start.startOver) {
      dc.activeDialog!.state = { ...paused, isOffered: true };
      await this.repromptDialog(dc.context, dc.activeDialog!);
      return Dialog.EndOfTurn;
    }
    await this.memory.talkedOf(dc.context, { entry });
    const state = { run: randomUUID(), entry, step: start.step ?? 1, seen: now.toISOString() };
    return this.show(dc, state, start.startOver ? 'startedOver' : other ? 'leftAnother' : 'started');
  }

  override asked(instance: DialogInstance): Asked {
    const state = instance.state as WalkthroughState;
    const entry = this.entryOf(state);
    const field = entry && fieldAt(this.index.faq, entry, state);
    if (state.isOffered) return { expects: 'offer' };
    if (!field) return { expects: 'step' };
    return { expects: 'field', choices: field.choices.map((choice) => ({ names: Object.values(choice) })) };
  }

  override takes(clause: Clause, instance: DialogInstance): boolean {
    const state = instance.state as WalkthroughState;
    const entry = this.entryOf(state);
    if (!entry) return false;
    const place = this.formPlace(entry, state);
    if (TAKEN.includes(clause.act) || (place.field && SAID_OF_FIELDS.includes(clause.act))) return true;
    return (
      this.#form.takes(clause, place) || (place.field === undefined && this.isTroubleHere(clause, entry))
    );
  }

  override isMaterial({ act }: Clause, instance: DialogInstance): boolean {
    const state = instance.state as WalkthroughState;
    return state.field !== undefined && act === 'ask';
  }

  override placeOf(instance: DialogInstance): string {
    return placeName(instance.state as WalkthroughState);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const state = dc.activeDialog!.state as WalkthroughState;
    const entry = this.entryOf(state);
    if (!entry) return this.endAsOutdated(dc);
    const { clause } = messageOf(dc.context);
    // "Yes" to "Continue?" is no order to move, and nobody can have done a step that was not shown.
    if (state.isOffered) {
      if (AGREES.includes(clause.act)) return this.show(dc, state, 'continued');
      if (clause.act === 'no') return this.pause(dc);
    }
    const filled = await this.#form.continue(dc.context, this.formPlace(entry, state));
    if (filled?.isUnwanted) return this.end(dc, entry);
    if (filled) {
      if (filled.showsSummary) await this.saySummary(dc.context, entry, state);
      return this.show(dc, { ...state, ...filled.place, draft: filled.draft }, filled.lead, filled);
    }
    return this.moved(dc, entry, state, clause);
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
    instance.state = { ...state, seen: now.toISOString(), isReminder: true };
    await this.say(context, entry, state, { isBrief: true });
  }

  /** Stops, and keeps the place to go on from. */
  async pause(dc: DialogContext): Promise<DialogTurnResult> {
    const state = dc.activeDialog!.state as WalkthroughState;
    const entry = this.entryOf(state);
    if (!entry) return this.endAsOutdated(dc);
    const { language } = messageOf(dc.context);
    await this.setAside(dc.context, state.entry, { ...state, isOffered: false });
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
    clause: Clause,
  ): Promise<DialogTurnResult> {
    switch (clause.act) {
      case 'yes':
      case 'acknowledge':
        // What is agreed to then is the answer in between, and not that the step is done.
        return state.isReminder ? this.show(dc, state, 'stillHere') : this.onward(dc, entry, state, clause);
      case 'next':
      case 'skip':
        return this.onward(dc, entry, state, clause);
      case 'back': {
        const before = placeBefore(this.index.faq, entry, state);
        return this.show(dc, before ? at(state, before) : state, before ? undefined : 'firstAlready');
      }
      case 'goToStep': {
        const step = clause.number === -1 ? entry.steps.length : (clause.number ?? state.step);
        const place = placesOf(this.index.faq, entry).find((each) => each.step === step);
        return this.show(dc, place ? at(state, place) : state, place ? undefined : 'noSuchStep');
      }
      case 'progress':
        return this.show(dc, state, 'progress');
      case 'notYet':
      case 'wait':
      case 'no':
        return this.show(dc, state, 'takeYourTime');
      case 'showAll': {
        const { language } = messageOf(dc.context);
        await this.respond(dc.context, { kind: 'allSteps', ...placeIn(entry, state) }, language);
        dc.activeDialog!.state = this.shownNow(dc, state);
        return Dialog.EndOfTurn;
      }
      case 'repeat':
      case 'resume':
      case 'guide':
      case 'showSummary':
      case 'changeEntry':
        return this.show(dc, state);
      case 'ask':
        if (!clause.tellsTrouble) return this.show(dc, state, 'notUnderstood');
        return this.help(dc, entry, state);
      default:
        return this.help(dc, entry, state);
    }
  }

  /** What to do where the step does not work out. */
  private async help(dc: DialogContext, entry: Entry, state: WalkthroughState): Promise<DialogTurnResult> {
    dc.activeDialog!.state = this.shownNow(dc, state);
    const { language } = messageOf(dc.context);
    await this.respond(dc.context, { kind: 'stuck', ...placeIn(entry, state) }, language);
    return Dialog.EndOfTurn;
  }

  /** Goes to the next place, or ends after the last. */
  private async onward(
    dc: DialogContext,
    entry: Entry,
    state: WalkthroughState,
    { act, saysDone }: Clause,
  ): Promise<DialogTurnResult> {
    const { faq } = this.index;
    const next = placeAfter(faq, entry, state);
    if (next) {
      const place = await this.#form.toFillIn(dc.context, next, this.formPlace(entry, state));
      return this.show(dc, at(state, place), act === 'skip' ? 'skipped' : undefined);
    }
    // A mere "OK" does not put the summary away: it is being copied.
    const hasSummary = formOf(faq, entry, state.step) !== undefined && state.draft !== undefined;
    if (hasSummary && !(act === 'next' && saysDone)) return this.show(dc, state);
    return this.end(dc, entry);
  }

  private async end(dc: DialogContext, entry: Entry): Promise<DialogTurnResult> {
    await this.respond(dc.context, { kind: 'walkthroughDone', entry }, messageOf(dc.context).language);
    await this.offerPaused(dc.context);
    return dc.endDialog();
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
    // The rest of the message may go on to another step.
    if (!messageOf(dc.context).hasMore) await this.say(dc.context, entry, shown, { lead });
    return Dialog.EndOfTurn;
  }

  /** Keeps a walkthrough to go on with later, one an entry; that of the given entry is kept no more. */
  private async setAside(
    context: TurnContext,
    entry: EntryId,
    state: WalkthroughState | undefined,
  ): Promise<void> {
    const { paused } = await this.memory.of(context);
    const others = paused.filter((each) => each.entry !== entry && each.entry !== state?.entry);
    if (state || others.length < paused.length)
      await this.memory.change(context, { paused: state ? [...others, state] : others });
  }

  /** Reminds of a walkthrough that was left for the one which has ended. */
  private async offerPaused(context: TurnContext): Promise<void> {
    const paused = (await this.memory.of(context)).paused.at(-1);
    const entry = paused && this.entryOf(paused);
    if (!paused || !entry) return;
    const { language } = messageOf(context);
    await this.respond(context, { kind: 'walkthroughPaused', ...placeIn(entry, paused) }, language);
  }

  private shownNow(dc: DialogContext, state: WalkthroughState): WalkthroughState {
    return {
      ...state,
      seen: messageOf(dc.context).now.toISOString(),
      isOffered: false,
      isReminder: undefined,
    };
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

  /** What was filled in so far, before its last field is. */
  private async saySummary(context: TurnContext, entry: Entry, state: WalkthroughState): Promise<void> {
    const { language } = messageOf(context);
    const form = formOf(this.index.faq, entry, state.step);
    const summary = form && (await this.#form.summary(context, form, state, language));
    await this.respond(
      context,
      summary ? { kind: 'summarySoFar', summary } : { kind: 'nothingFilledIn' },
      language,
    );
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

  /** Whether something said tells that the step does not work out, and the FAQ knows nothing else about it. */
  private isTroubleHere(
    { act, text, tellsTrouble, match, isQuestion, dates, found }: Clause,
    entry: Entry,
  ): boolean {
    if (act !== 'ask' || text.length > MAX_LETTERS_OF_TROUBLE || isQuestion || match.outcome === 'answer')
      return false;
    // A report that the FAQ knows nothing about tells what the screen shows.
    if (!tellsTrouble)
      return (
        match.outcome === 'none' &&
        !match.topic &&
        dates === undefined &&
        found.length === 0 &&
        HAS_WORDS.test(text)
      );
    const [likeliest] = match.candidates;
    const isAboutAnother =
      likeliest && likeliest.entry.id !== entry.id && likeliest.confidence > ABOUT_ANOTHER;
    return !isAboutAnother;
  }

  /** @returns undefined where the FAQ has changed since, and has no such steps any more */
  private entryOf({ entry: id, step }: WalkthroughState): Entry | undefined {
    const entry = this.index.faq.entries.find((each) => each.id === id);
    return entry && entry.steps.length >= step ? entry : undefined;
  }
}

/** What takes "Continue?" up. */
const AGREES: readonly Clause['act'][] = ['yes', 'acknowledge', 'resume', 'next', 'guide', 'repeat'];

function placeIn(entry: Entry, state: WalkthroughState) {
  return { entry, step: state.step, at: placeName(state) };
}

function at(state: WalkthroughState, { step, field }: Place): WalkthroughState {
  return { ...state, step, field };
}
