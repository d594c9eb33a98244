// Routes every message. Commands come first, in every state; then the topmost open dialog that the message is meant
// for; all else is a digression, answered above the open dialogs, which show again where they are when it ends.
import type { Attachment, BotState, TurnContext } from 'botbuilder';
import {
  Dialog,
  type DialogContext,
  type DialogInstance,
  DialogSet,
  type DialogState,
  type DialogStateManagerConfiguration,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import { z } from 'zod';
import { parseCivilDate } from '../knowledge/dates/civilDate.js';
import { understandDateQuestion } from '../knowledge/rules/dateQuestion.js';
import { type DateRuleId, dateRules } from '../knowledge/rules/dateRules.js';
import type { QuestionIndex } from '../knowledge/search/faqIndex.js';
import type { ConversationLanguage } from './conversationLanguage.js';
import { type Command, commandIn } from './cue.js';
import { DateDialog, type OpenDateQuestion } from './dateDialog.js';
import { type DateDialogState, stateOf } from './dateDialogState.js';
import { DiagnosisDialog } from './diagnosisDialog.js';
import { FaqDialog } from './faqDialog.js';
import { FeedbackDialog, type GivenVerdict } from './feedbackDialog.js';
import type { FormDrafts } from './formDrafts.js';
import type { LastDateAnswer } from './lastDateAnswer.js';
import type { LastEntry } from './lastEntry.js';
import { type Message, messageOf, type ReceivedMessage, setMessage } from './message.js';
import { asksForGuidance, moveIn } from './move.js';
import type { Outcomes } from './outcome.js';
import type { Reply, Respond } from './reply.js';
import { nowOf, todayOf } from './today.js';
import { verdictInWords, verdictPressed, type Verdicts } from './verdict.js';
import type { WaitingDialog } from './waitingDialog.js';
import { WalkthroughDialog, type WalkthroughStart } from './walkthroughDialog.js';
import type { PausedWalkthroughs } from './walkthroughState.js';

/** What the dialogs need from outside. */
export interface MainDialogParts {
  readonly conversationState: BotState;
  readonly index: QuestionIndex;
  readonly language: ConversationLanguage;
  readonly lastDateAnswer: LastDateAnswer;
  readonly lastEntry: LastEntry;
  readonly pausedWalkthroughs: PausedWalkthroughs;
  readonly drafts: FormDrafts;
  readonly outcomes: Outcomes;
  readonly verdicts: Verdicts;
  readonly respond: Respond;
  /** The IANA zone of users whose client doesn't tell theirs. */
  readonly timeZone: string;
}

/** Where the framework looks for the configuration of its memory in a turn. */
const MEMORY = 'DialogStateManagerConfiguration';

interface OuterState {
  readonly dialogs: DialogState;
}

/** What the date input of a card sends. */
const DateInput = z.object({
  rule: z.enum(Object.keys(dateRules) as [DateRuleId, ...DateRuleId[]]),
  date: z.string().default(''),
});

/** What a button of a step or a question sends: the place that it belongs to. */
const PlacedButton = z.object({ at: z.string() });

/**
 * The root of the dialogs. It is none itself: the framework would make a context, a stack and a state of its own for it
 * in every turn.
 */
export class MainDialog {
  readonly #dialogs: DialogSet;
  /** The same for every turn; the framework would put it together anew for each. */
  #memory: DialogStateManagerConfiguration | undefined;
  readonly #walkthrough: WalkthroughDialog;

  constructor(private readonly parts: MainDialogParts) {
    this.#dialogs = new DialogSet(parts.conversationState.createProperty<DialogState>('dialogs'));
    const { index, respond, lastDateAnswer, lastEntry, pausedWalkthroughs, drafts, outcomes } = parts;
    this.#walkthrough = new WalkthroughDialog(index, respond, pausedWalkthroughs, drafts);
    this.#dialogs.add(this.#walkthrough);
    this.#dialogs.add(new DiagnosisDialog(index, respond));
    this.#dialogs.add(new FaqDialog(index, respond, lastDateAnswer, lastEntry, outcomes));
    this.#dialogs.add(new DateDialog(index, respond, lastDateAnswer, outcomes));
    this.#dialogs.add(new FeedbackDialog(index, respond, parts.verdicts));
  }

  /** Takes the message of a turn. */
  async run(context: TurnContext): Promise<void> {
    if (this.#memory) context.turnState.set(MEMORY, this.#memory);
    const dc = await this.#dialogs.createContext(context);
    this.#memory ??= dc.state.configuration;
    // Conversations that a version of the bot has left whose root was a dialog.
    const [outer] = dc.stack;
    if (outer?.id === 'main') dc.stack.splice(0, 1, ...(outer.state as OuterState).dialogs.dialogStack);
    await this.route(dc);
  }

  private async route(dc: DialogContext): Promise<DialogTurnResult> {
    const { context } = dc;
    const { language: languages, timeZone } = this.parts;
    const text = context.activity.text.trim();
    const command = commandIn(text);
    if (command?.kind === 'pinLanguage') await languages.pin(context, command.language);
    const received: ReceivedMessage = {
      text,
      today: todayOf(context, timeZone),
      locale: context.activity.locale,
      now: nowOf(context),
      pressedAt: PlacedButton.safeParse(context.activity.value).data?.at,
    };
    const waiting = this.waitingFor(dc, received);
    const isMaterial =
      !command && waiting !== undefined && this.dialogOf(waiting).isMaterial?.(received, waiting) === true;
    const message: Message = { ...received, language: await languages.of(context, { isMaterial }) };
    setMessage(context, message);

    // "What was missing?" is asked once: whatever else is said leaves it.
    if (
      command?.kind !== 'cancel' &&
      dc.activeDialog?.id === FeedbackDialog.id &&
      waiting !== dc.activeDialog
    )
      dc.stack.pop();
    if (message.pressedAt !== undefined && !waiting)
      return this.digress(dc, { kind: dc.activeDialog ? 'overtakenButton' : 'outdatedButton' });
    if (command?.kind === 'cancel') return this.cancel(dc);
    if (command?.kind === 'startOver') return this.startOver(dc);
    if (command) return this.digress(dc, replyTo(command));
    const input = dateInput(context);
    const verdict = await this.verdictIn(dc, text, waiting);
    if (verdict) return dc.beginDialog(FeedbackDialog.id, verdict);
    // A question that is open stays open below it.
    if (input) return this.beginDates(dc, input);
    const wordless = withoutWords(context, text);
    if (wordless) return this.digress(dc, wordless);

    if (waiting) {
      const isAfterChoices = dc.activeDialog?.id === FaqDialog.id && waiting !== dc.activeDialog;
      dc.stack.splice(dc.stack.indexOf(waiting) + 1);
      // "OK" to "which of these do you mean?" is no order to the walkthrough below.
      if (isAfterChoices && moveIn(text)?.kind === 'agree') {
        await dc.repromptDialog();
        return Dialog.EndOfTurn;
      }
      return dc.continueDialog();
    }
    const { activeDialog: open } = dc;
    if (open && !this.dialogOf(open).outlastsDigressions(open)) dc.stack.pop();
    const fallback = await this.withoutContext(dc, text);
    if (fallback) return fallback;
    const dates =
      (await this.parts.lastDateAnswer.followedBy(context, message)) ?? this.dateQuestionIn(message);
    return dates ? this.beginDates(dc, dates) : dc.beginDialog(FaqDialog.id);
  }

  /** Replies to what is no business of an open dialog, which then shows again where it is. */
  private async digress(dc: DialogContext, reply: Reply): Promise<DialogTurnResult> {
    await this.parts.respond(dc.context, reply, messageOf(dc.context).language);
    if (!dc.activeDialog) return dc.endDialog();
    await dc.repromptDialog();
    return Dialog.EndOfTurn;
  }

  /** Leaves the open dialog, and goes on with one below it. A walkthrough is kept to go on with later. */
  private async cancel(dc: DialogContext): Promise<DialogTurnResult> {
    const { respond, lastDateAnswer } = this.parts;
    await lastDateAnswer.forget(dc.context);
    if (dc.activeDialog?.id === WalkthroughDialog.id) return this.#walkthrough.pause(dc);
    const reply = { kind: dc.activeDialog ? 'cancelled' : 'nothingToCancel' } as const;
    await respond(dc.context, reply, messageOf(dc.context).language);
    return dc.endDialog();
  }

  /** Forgets tickets, guides and dates, and begins the open walkthrough again; without one, also what was asked last. */
  private async startOver(dc: DialogContext): Promise<DialogTurnResult> {
    const { respond, lastDateAnswer, lastEntry, pausedWalkthroughs, drafts } = this.parts;
    await drafts.forgetAll(dc.context);
    await pausedWalkthroughs.forgetAll(dc.context);
    await lastDateAnswer.forget(dc.context);
    const walkthrough = dc.stack.find(({ id }) => id === WalkthroughDialog.id);
    if (walkthrough) {
      dc.stack.splice(dc.stack.indexOf(walkthrough) + 1);
      return this.#walkthrough.startOver(dc);
    }
    await respond(dc.context, { kind: 'startedOver' }, messageOf(dc.context).language);
    await lastEntry.forget(dc.context);
    await this.parts.outcomes.forget(dc.context);
    return dc.cancelAllDialogs();
  }

  /** There is one question for a date at a time. */
  private async beginDates(dc: DialogContext, state: DateDialogState): Promise<DialogTurnResult> {
    if (dc.activeDialog?.id !== DateDialog.id) return dc.beginDialog(DateDialog.id, state);
    const { rule, outcome } = dc.activeDialog.state as OpenDateQuestion;
    return dc.replaceDialog(DateDialog.id, { ...state, ...(rule === state.rule && { outcome }) });
  }

  /** Messages that mean something only after others, such as "continue": what to do where nothing waits for them. */
  private async withoutContext(dc: DialogContext, text: string): Promise<DialogTurnResult | undefined> {
    const { index, lastEntry, pausedWalkthroughs } = this.parts;
    if (asksForGuidance(text)) {
      const last = await lastEntry.get(dc.context);
      const entry = index.faq.entries.find(({ id, steps }) => id === last && steps.length > 0);
      if (entry) return dc.beginDialog(WalkthroughDialog.id, { entry: entry.id } satisfies WalkthroughStart);
    }
    if (!dc.activeDialog && isNoneOfThese(text)) return this.digress(dc, { kind: 'outdatedButton' });
    const move = moveIn(text)?.kind;
    if (move === undefined || move === 'agree' || move === 'stuck') return undefined;
    if (dc.stack.some(({ id }) => id === WalkthroughDialog.id)) return undefined;
    const from = move === 'continue' ? await pausedWalkthroughs.latest(dc.context) : undefined;
    if (!from) return this.digress(dc, { kind: 'nothingToContinue' });
    dc.stack.splice(0);
    return dc.beginDialog(WalkthroughDialog.id, { from } satisfies WalkthroughStart);
  }

  /** The verdict that a button gives, or words that nobody waits for: on the user's last question. */
  private async verdictIn(
    dc: DialogContext,
    text: string,
    waiting: DialogInstance | undefined,
  ): Promise<GivenVerdict | undefined> {
    const pressed = verdictPressed(dc.context);
    if (pressed) return pressed;
    const verdict = waiting ? undefined : verdictInWords(text);
    const outcome = verdict && (await this.parts.outcomes.last(dc.context));
    return outcome === undefined ? undefined : { outcome, verdict: verdict! };
  }

  /** The open dialog that a button belongs to, or else the topmost one that a message is meant for. */
  private waitingFor(dc: DialogContext, message: ReceivedMessage): DialogInstance | undefined {
    const { pressedAt } = message;
    return dc.stack.findLast((instance) => {
      const dialog = this.dialogOf(instance);
      return pressedAt === undefined
        ? dialog.takes(message, instance)
        : dialog.placeOf?.(instance) === pressedAt;
    });
  }

  private dialogOf({ id }: DialogInstance): WaitingDialog {
    return this.#dialogs.find(id) as WaitingDialog;
  }

  /** What the message asks about dates, unless the FAQ knows better what it is about. */
  private dateQuestionIn({ text, today, locale }: Message): DateDialogState | undefined {
    const question = understandDateQuestion(text, { today, locale });
    if (!question?.isSpecific) return undefined;
    // The rule is of another FAQ.
    if (!this.parts.index.faq.entries.some(({ id }) => id === question.rule.entry)) return undefined;
    // Without a date the words alone tell the rule, and the FAQ may know better what they are about.
    const [likeliest] = this.parts.index.match(text).candidates;
    const isAnother = question.given.length === 0 && likeliest?.entry.id !== question.rule.entry;
    return isAnother ? undefined : stateOf(question);
  }
}

function replyTo({ kind }: Exclude<Command, { kind: 'cancel' } | { kind: 'startOver' }>): Reply {
  return { kind: kind === 'pinLanguage' ? 'languagePinned' : kind };
}

/** The date that a card's input sends, for the rule that the card was about; asked for again where it is empty. */
function dateInput({ activity }: TurnContext): DateDialogState | undefined {
  const { data } = DateInput.safeParse(activity.value);
  if (!data) return undefined;
  const date = parseCivilDate(data.date);
  const state = { rule: data.rule, asked: { kind: 'date' }, others: [] } as const;
  return date ? { ...state, given: [date] } : { ...state, given: [], problem: { kind: 'none' } };
}

/** "None of these" means nothing any more when its question is closed. */
function isNoneOfThese(text: string): boolean {
  return /^(?:none of these|どれでもない)$/iu.test(text);
}

/** What to reply to a message that has no words to match. */
function withoutWords({ activity }: TurnContext, text: string): Reply | undefined {
  if (/[\p{L}\p{N}]/u.test(text)) return undefined;
  const attachments = text === '' ? (activity.attachments ?? []) : [];
  if (attachments.some(isCard)) return { kind: 'cardOnly' };
  if (attachments.some(({ contentType }) => contentType !== 'text/html')) return { kind: 'attachmentOnly' };
  if (text === '' && activity.value !== undefined && activity.value !== null)
    return { kind: 'outdatedButton' };
  return { kind: 'noText' };
}

/** As it is, or as what Teams makes of one that a search command has put into a message. */
function isCard({ contentType, content }: Attachment): boolean {
  if (contentType.startsWith('application/vnd.microsoft.card.')) return true;
  return contentType === 'text/html' && String(content).includes('schema.skype.com/InputExtension');
}
