// Routes every message. It is read once; then each thing that it does is met in turn: by the topmost open dialog that it
// is meant for, by the table of what is met everywhere, or as a digression, after which the open dialogs show again where
// they are.
import type { BotState, TurnContext } from 'botbuilder';
import {
  Dialog,
  type DialogContext,
  type DialogInstance,
  DialogSet,
  type DialogState,
  type DialogStateManagerConfiguration,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import { followUp } from '../knowledge/rules/dateFollowUp.js';
import { type Act, MOVES } from '../knowledge/understanding/acts.js';
import type { Clause, Reading, Situation, Topic } from '../knowledge/understanding/reading.js';
import type { LiveIndex } from '../knowledge/understanding/liveIndex.js';
import type { ConversationLanguage } from './conversationLanguage.js';
import { DateDialog, type OpenDateQuestion } from './dateDialog.js';
import { ruleStatedBy } from '../knowledge/rules/dateRules.js';
import { type DateState, stateOf } from '../knowledge/rules/dateState.js';
import { DiagnosisDialog } from './diagnosisDialog.js';
import { FaqDialog, type FaqStart, hasGuide } from './faqDialog.js';
import { FeedbackDialog, type GivenVerdict } from './feedbackDialog.js';
import type { FormDrafts } from './formDrafts.js';
import type { Memory, Remembered } from './memory.js';
import { type Message, messageOf, setMessage } from './message.js';
import type { Outcomes } from './outcome.js';
import { dateInput, pressedAt, verdictPressed, withoutWords } from './pressed.js';
import type { PlainReply, Reply, Respond, Subject } from './reply.js';
import { nowOf, todayOf } from './today.js';
import { type ForgetPerson, Rights } from './rights.js';
import type { Verdicts } from './verdict.js';
import type { WaitingDialog } from './waitingDialog.js';
import { WalkthroughDialog, type WalkthroughStart } from './walkthroughDialog.js';

/** What the dialogs need from outside. */
export interface MainDialogParts {
  readonly conversationState: BotState;
  readonly index: LiveIndex;
  readonly language: ConversationLanguage;
  readonly memory: Memory;
  readonly drafts: FormDrafts;
  readonly outcomes: Outcomes;
  readonly verdicts: Verdicts;
  readonly respond: Respond;
  readonly forgetPerson: ForgetPerson;
  /** The IANA zone of users whose client doesn't tell theirs. */
  readonly timeZone: string;
}

/** Where the framework looks for the configuration of its memory in a turn. */
const MEMORY = 'DialogStateManagerConfiguration';

interface OuterState {
  readonly dialogs: DialogState;
}

/** What meets an act where no open dialog takes it. */
type Meets = (dc: DialogContext, message: Message) => Promise<DialogTurnResult>;

/** What stands around the point of a message, and is not met beside it. */
const AROUND: readonly Clause['act'][] = [
  'greet',
  'courtesy',
  'acknowledge',
  'apologise',
  'announceQuestion',
  'wait',
  'smallTalk',
  'yes',
  'no',
  'bye',
];
/** What a question about the last date may look like. */
const COMMENTS_OR_SETTINGS: readonly Clause['act'][] = [
  'yes',
  'no',
  'acknowledge',
  'courtesy',
  'complain',
  'changeLanguage',
];
const AGREES: readonly Clause['act'][] = ['yes', 'acknowledge'];
/** What is said in a word or two before the point is met. */
const LEADS: Partial<Record<Clause['act'], Reply>> = {
  thank: { kind: 'thanksLead' },
  complain: { kind: 'sorryLead' },
  notHelped: { kind: 'sorryLead' },
};

/**
 * The root of the dialogs. It is none itself: the framework would make a context, a stack and a state of its own for it
 * in every turn.
 */
export class MainDialog {
  readonly #dialogs: DialogSet;
  /** The same for every turn; the framework would put it together anew for each. */
  #memory: DialogStateManagerConfiguration | undefined;
  readonly #walkthrough: WalkthroughDialog;
  readonly #rights: Rights;

  constructor(private readonly parts: MainDialogParts) {
    this.#dialogs = new DialogSet(parts.conversationState.createProperty<DialogState>('dialogs'));
    const { index, respond, memory, drafts, outcomes } = parts;
    this.#rights = new Rights(parts);
    this.#walkthrough = new WalkthroughDialog(index, respond, memory, drafts);
    this.#dialogs.add(this.#walkthrough);
    this.#dialogs.add(new DiagnosisDialog(index, respond));
    this.#dialogs.add(new FaqDialog(index, respond, memory, outcomes));
    this.#dialogs.add(new DateDialog(respond, memory, outcomes));
    this.#dialogs.add(new FeedbackDialog(respond, parts.verdicts));
  }

  /**
   * What is met in the same way wherever the conversation is. An act that stands here and that the topmost dialog takes,
   * such as "no" to its question, is the dialog's. `ask` is met last, below.
   */
  readonly #everywhere: Partial<Record<Act, Meets>> = {
    askHelp: this.#says('help'),
    announceQuestion: this.#says('ask'),
    announceDate: this.#says('chooseDate'),
    changeLanguage: this.#says('chooseLanguage'),
    speak: async (dc, message) => this.#speak(dc, message),
    askLanguages: async (dc, { clause }) =>
      this.#digress(dc, { kind: 'languages', asked: clause.language, isOther: clause.namesOtherLanguage }),
    stop: async (dc) => this.#stop(dc),
    startOver: async (dc) => this.#startOver(dc),
    resume: async (dc) => this.#resume(dc),
    guide: async (dc) => this.#guide(dc),
    helped: async (dc) => this.#verdict(dc, 'like'),
    notHelped: async (dc) => this.#verdict(dc, 'dislike'),
    askWhy: async (dc, message) => this.#askAgain(dc, message, 'why'),
    askExample: async (dc, message) => this.#askAgain(dc, message, 'which'),
    askSimpler: async (dc) => this.#aboutLast(dc, 'inShort'),
    askSource: async (dc) => this.#aboutLast(dc, 'source'),
    doubt: async (dc) => this.#aboutLast(dc, 'confirmed'),
    askMore: async (dc, message) => this.#more(dc, message),
    repeat: async (dc) => this.#sayAgain(dc),
    greet: this.#says('greeting'),
    courtesy: this.#says('greeting'),
    thank: this.#says('thanks'),
    bye: this.#says('goodbye'),
    acknowledge: async (dc) => this.#agrees(dc),
    yes: async (dc) => this.#agrees(dc),
    no: async (dc) => this.#declines(dc),
    apologise: this.#says('noNeedToApologise'),
    smallTalk: this.#says('smallTalk'),
    complain: this.#says('frustration'),
    wait: this.#says('takeYourTime'),
    askIdentity: this.#says('aboutBot'),
    askPerson: this.#says('human'),
    askKnown: async (dc) => this.#digress(dc, await this.#rights.known(dc)),
    forgetMe: async (dc) => {
      await this.#rights.ask(dc);
      return Dialog.EndOfTurn;
    },
    manipulate: this.#says('onlyTheFaq'),
    doForMe: async (dc) => this.#cannot(dc, 'cannotAct'),
    haveYouDone: async (dc) => this.#cannot(dc, 'hasNotActed'),
    remindMe: async (dc) => this.#cannot(dc, 'cannotRemind'),
    // A button of a question that is closed; in other words it may be about what was talked of: "it isn't listed".
    chooseNone: async (dc, message) =>
      message.clause.confidence === 1
        ? this.#digress(dc, { kind: dc.activeDialog ? 'overtakenButton' : 'outdatedButton' })
        : this.#answer(dc, message),
  };

  /** Takes the message of a turn. */
  async run(context: TurnContext): Promise<void> {
    if (this.#memory) context.turnState.set(MEMORY, this.#memory);
    const dc = await this.#dialogs.createContext(context);
    this.#memory ??= dc.state.configuration;
    // Conversations that a version of the bot has left whose root was a dialog.
    const [outer] = dc.stack;
    if (outer?.id === 'main') dc.stack.splice(0, 1, ...(outer.state as OuterState).dialogs.dialogStack);
    await this.#read(dc);
  }

  async #read(dc: DialogContext): Promise<void> {
    const { context } = dc;
    const { index, memory, timeZone } = this.parts;
    const { activity } = context;
    const text = activity.text.trim();
    const today = todayOf(context, timeZone);
    const remembered = await memory.of(context);
    const { offer, hasApologised } = remembered;
    const situation = this.#situation(dc, remembered, today);
    // "Shall I delete it?" comes before what else is open; whatever is no reply to it is read as if it had not been asked.
    const isToForget = offer?.kind === 'forget' && pressedAt(context) === undefined;
    const replied = isToForget && index.understand(text, { ...situation, expects: 'offer', choices: [] });
    const toForget = replied ? Rights.answer(replied) : undefined;
    const reading = toForget && replied ? replied : index.understand(text, situation);
    // Both last until the next message.
    if (offer || hasApologised) await memory.change(context, { offer: undefined, hasApologised: false });
    const message = {
      text,
      reading,
      today,
      locale: activity.locale,
      now: nowOf(context),
      pressedAt: pressedAt(context),
      offer,
      hasApologised,
      language: await this.#languageOf(dc, reading),
    };
    if (toForget) {
      setMessage(context, { ...message, clause: reading.clauses[0]!, hasMore: false });
      if (toForget === 'delete') await this.#rights.forget(dc);
      else await this.#digress(dc, { kind: 'notForgotten' });
      return;
    }
    const clauses = inOrder(reading.clauses);
    const answered: Topic[] = [];
    for (const [index, clause] of clauses.entries()) {
      const lead = clauses.length > 1 ? LEADS[clause.act] : undefined;
      if (lead) {
        await this.parts.respond(context, lead, message.language);
        continue;
      }
      const hasMore = clauses.slice(index + 1).some(({ act }) => LEADS[act] === undefined);
      setMessage(context, { ...message, clause, hasMore });
      await this.#meet(dc);
      if (clause.act === 'ask') answered.push(...(await memory.of(context)).topics.slice(-1));
    }
    if (answered.length > 1) await memory.change(context, { list: answered });
  }

  /** Where the conversation is, for whoever reads the next message. */
  #situation(
    dc: DialogContext,
    { topics, list, paused, offer }: Remembered,
    today: Situation['today'],
  ): Situation {
    const { activeDialog } = dc;
    const asked = activeDialog
      ? this.#dialogOf(activeDialog).asked(activeDialog)
      : { expects: offer ? ('offer' as const) : ('nothing' as const) };
    return {
      choices: [],
      ...asked,
      isGuiding: dc.stack.some(({ id }) => id === WalkthroughDialog.id),
      isPaused: paused.length > 0,
      focus: topics.at(-1),
      list,
      today,
      locale: dc.context.activity.locale,
    };
  }

  async #languageOf(dc: DialogContext, reading: Reading): Promise<Message['language']> {
    const { language: languages } = this.parts;
    const ordered = reading.clauses.find(({ act, language }) => act === 'speak' && language !== undefined);
    if (ordered) await languages.pin(dc.context, ordered.language!);
    const [clause] = reading.clauses;
    const waiting = this.#waitingFor(dc, clause!, pressedAt(dc.context));
    const isMaterial =
      waiting !== undefined && this.#dialogOf(waiting).isMaterial?.(clause!, waiting) === true;
    return languages.of(dc.context, isMaterial ? undefined : reading.language);
  }

  /** Meets one thing that the message does. */
  async #meet(dc: DialogContext): Promise<DialogTurnResult> {
    const { context } = dc;
    const message = messageOf(context);
    const { clause, pressedAt } = message;
    const waiting = this.#waitingFor(dc, clause, pressedAt);
    // "What was missing?" is asked once: whatever else is said leaves it.
    if (dc.activeDialog?.id === FeedbackDialog.id && waiting !== dc.activeDialog && clause.act !== 'stop')
      dc.stack.pop();
    if (pressedAt !== undefined && !waiting)
      return this.#digress(dc, { kind: dc.activeDialog ? 'overtakenButton' : 'outdatedButton' });
    const verdict = verdictPressed(context);
    if (verdict) return dc.beginDialog(FeedbackDialog.id, verdict);
    const input = dateInput(context);
    if (input) return this.#beginDates(dc, input);
    const wordless = clause.act === 'ask' ? withoutWords(context, message.text) : undefined;
    if (wordless) return this.#digress(dc, wordless);
    if (waiting && (pressedAt === undefined || this.#dialogOf(waiting).takes(clause, waiting))) {
      const isBelow = waiting !== dc.activeDialog;
      dc.stack.splice(dc.stack.indexOf(waiting) + 1);
      // What is agreed to then was said by what stood above.
      if (!isBelow || !AGREES.includes(clause.act)) return dc.continueDialog();
      await dc.repromptDialog();
      return Dialog.EndOfTurn;
    }
    const meets = clause.act === 'ask' ? undefined : this.#everywhere[clause.act];
    // "Can it be changed already?" is about the last date rather than the language.
    const dates =
      meets && clause.isQuestion && COMMENTS_OR_SETTINGS.includes(clause.act)
        ? await this.#followsDates(dc, message)
        : undefined;
    if (dates) return this.#beginDates(dc, dates);
    if (meets) return meets(dc, message);
    // An order to move where nothing is to be moved may be a question about the FAQ's own subjects.
    const isMove = (MOVES as readonly Clause['act'][]).includes(clause.act);
    const isKnown = clause.match.outcome !== 'none' || clause.match.topic !== undefined;
    if (isMove && (clause.confidence === 1 || !isKnown || clause.act === 'goToStep'))
      return this.#move(dc, message);
    if (clause.act === 'choose') return this.#choose(dc, message);
    return this.#answer(dc, message);
  }

  /** What asks something: of dates, building on the last date, or of the FAQ. */
  async #answer(dc: DialogContext, message: Message): Promise<DialogTurnResult> {
    const { clause } = message;
    const [named] = clause.subjects;
    // "Everything about keys": the parts of it, rather than the one that fits best.
    if (named !== undefined && clause.wantsEverything) return this.#overview(dc, named);
    const { activeDialog: open } = dc;
    if (open && !this.#dialogOf(open).outlastsDigressions(open)) dc.stack.pop();
    const dates = (await this.#followsDates(dc, message)) ?? this.#dateQuestionIn(message);
    return dates ? this.#beginDates(dc, dates) : dc.beginDialog(FaqDialog.id);
  }

  /** The question about dates that a message comes to which builds on the last date. */
  async #followsDates(
    dc: DialogContext,
    { text, clause, reading, today, locale }: Message,
  ): Promise<DateState | undefined> {
    const { dates, known, topics } = await this.parts.memory.of(dc.context);
    // "No, the 5th" corrects: what stands before the date counts.
    const isOneAsk = reading.clauses.filter(({ act }) => act === 'ask').length === 1;
    const told = topics.flatMap(({ entry, fact }) =>
      fact === undefined ? [] : (ruleStatedBy(entry, fact) ?? []),
    );
    return followUp(dates, { text: isOneAsk ? text : clause.text, today, locale }, known, told.at(-1)?.id);
  }

  #says(kind: PlainReply['kind']): Meets {
    return async (dc) => this.#digress(dc, { kind });
  }

  /** Replies to what is no business of an open dialog, which then shows again where it is. */
  async #digress(dc: DialogContext, reply: Reply): Promise<DialogTurnResult> {
    const { language, hasMore } = messageOf(dc.context);
    await this.parts.respond(dc.context, reply, language);
    if (!dc.activeDialog) return dc.endDialog();
    if (!hasMore) await dc.repromptDialog();
    return Dialog.EndOfTurn;
  }

  /** From now on in another language; what is open is shown in it. */
  async #speak(dc: DialogContext, { clause }: Message): Promise<DialogTurnResult> {
    if (clause.language === undefined)
      return this.#digress(dc, { kind: 'languages', asked: undefined, isOther: clause.namesOtherLanguage });
    const { hasMore, language } = messageOf(dc.context);
    const isAnswered = (await this.#last(dc)) !== undefined || (await this.#lastDates(dc)) !== undefined;
    if (dc.activeDialog || hasMore || !isAnswered) return this.#digress(dc, { kind: 'languagePinned' });
    await this.parts.respond(dc.context, { kind: 'languagePinned' }, language);
    return this.#sayAgain(dc);
  }

  /** Leaves the open dialog, and goes on with one below it. A walkthrough is kept to go on with later. */
  async #stop(dc: DialogContext): Promise<DialogTurnResult> {
    const { respond, memory } = this.parts;
    await memory.change(dc.context, { dates: undefined });
    if (dc.activeDialog?.id === WalkthroughDialog.id) return this.#walkthrough.pause(dc);
    const reply = { kind: dc.activeDialog ? 'cancelled' : 'nothingToCancel' } as const;
    await respond(dc.context, reply, messageOf(dc.context).language);
    return dc.endDialog();
  }

  /** Forgets tickets, guides and dates, and begins the open walkthrough again; without one, also what was asked last. */
  async #startOver(dc: DialogContext): Promise<DialogTurnResult> {
    const { respond, memory, drafts } = this.parts;
    await drafts.forgetAll(dc.context);
    await memory.forget(dc.context);
    const walkthrough = dc.stack.find(({ id }) => id === WalkthroughDialog.id);
    if (walkthrough) {
      dc.stack.splice(dc.stack.indexOf(walkthrough) + 1);
      return this.#walkthrough.startOver(dc);
    }
    await respond(dc.context, { kind: 'startedOver' }, messageOf(dc.context).language);
    await this.parts.outcomes.forget(dc.context);
    return dc.cancelAllDialogs();
  }

  /** Goes on with the walkthrough that was stopped last. */
  async #resume(dc: DialogContext): Promise<DialogTurnResult> {
    const from = (await this.parts.memory.of(dc.context)).paused.at(-1);
    if (!from) return this.#digress(dc, { kind: 'nothingToContinue' });
    dc.stack.splice(0);
    return dc.beginDialog(WalkthroughDialog.id, { from } satisfies WalkthroughStart);
  }

  /** Leads through what was answered last. */
  async #guide(dc: DialogContext): Promise<DialogTurnResult> {
    const last = (await this.parts.memory.of(dc.context)).topics.at(-1);
    const entry = this.parts.index.faq.entries.find((each) => each.id === last?.entry && hasGuide(each));
    if (!entry) return this.#digress(dc, { kind: 'help' });
    return dc.beginDialog(WalkthroughDialog.id, { entry: entry.id } satisfies WalkthroughStart);
  }

  /** Takes one of what was answered together, by its number. */
  async #choose(dc: DialogContext, message: Message): Promise<DialogTurnResult> {
    const { list } = await this.parts.memory.of(dc.context);
    const { number, followUp } = message.clause;
    const topic = number === undefined ? undefined : list.at(number > 0 ? number - 1 : number);
    const subject = topic && followUp?.kind !== 'topic' ? this.#subjectOf(topic) : undefined;
    if (!subject && message.offer?.kind === 'guide' && message.offer.isListed && number !== undefined)
      return this.#move(dc, message);
    if (!subject) return this.#answer(dc, message);
    return dc.beginDialog(FaqDialog.id, { subject } satisfies FaqStart);
  }

  /** An order to move without a guide goes to a step of the procedure that was listed last, where there is such a one. */
  async #move(dc: DialogContext, { clause, offer }: Message): Promise<DialogTurnResult> {
    const { act, saysDone, number } = clause;
    const [named] = clause.subjects;
    if (act === 'showAll' && named !== undefined) return this.#overview(dc, named);
    const isListed = offer?.kind === 'guide' && offer.isListed;
    if (!isListed || (act !== 'next' && act !== 'goToStep' && act !== 'choose')) {
      // "And then?" asks about what was talked of; "next" is an order.
      const asks = clause.followUp?.kind === 'topic' && (clause.isQuestion || clause.confidence < 1);
      return asks
        ? this.#answer(dc, messageOf(dc.context))
        : this.#digress(dc, { kind: 'nothingToContinue' });
    }
    // Who reports what was done has done the first step.
    const step = act !== 'next' ? Math.max(1, number ?? 1) : saysDone ? 2 : 1;
    return dc.beginDialog(WalkthroughDialog.id, { entry: offer.entry, step } satisfies WalkthroughStart);
  }

  /** Takes what was offered. */
  async #agrees(dc: DialogContext): Promise<DialogTurnResult> {
    const { offer, clause } = messageOf(dc.context);
    if (offer && clause.act === 'yes') {
      if (offer.kind === 'guide')
        return dc.beginDialog(WalkthroughDialog.id, { entry: offer.entry } satisfies WalkthroughStart);
      const subject = offer.kind === 'answer' ? this.#subjectOf(offer) : undefined;
      if (subject) return dc.beginDialog(FaqDialog.id, { subject } satisfies FaqStart);
    }
    if (!dc.activeDialog) return this.#digress(dc, { kind: 'acknowledged' });
    await dc.repromptDialog();
    return Dialog.EndOfTurn;
  }

  async #declines(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#digress(dc, { kind: 'declined' });
  }

  #subjectOf({ entry: entryId, fact: factId }: Topic): Subject | undefined {
    const entry = this.parts.index.faq.entries.find(({ id }) => id === entryId);
    return entry && { entry, fact: entry.facts.find(({ id }) => id === factId) };
  }

  /** What the bot does not do, with what it can tell about how it is done. */
  async #cannot(
    dc: DialogContext,
    kind: 'cannotAct' | 'hasNotActed' | 'cannotRemind',
  ): Promise<DialogTurnResult> {
    const near = FaqDialog.near(this.parts.index.match(messageOf(dc.context).clause.text));
    const [first] = near;
    if (first && kind === 'cannotAct') {
      await this.parts.respond(dc.context, { kind, near: [] }, messageOf(dc.context).language);
      return dc.beginDialog(FaqDialog.id, { subject: first } satisfies FaqStart);
    }
    if (first && hasGuide(first.entry))
      await this.parts.memory.change(dc.context, {
        offer: { kind: 'guide', entry: first.entry.id, isListed: false },
      });
    return this.#digress(dc, { kind, near });
  }

  /** What was answered last, where it still stands in the FAQ. */
  async #last(dc: DialogContext): Promise<Subject | undefined> {
    const last = (await this.parts.memory.of(dc.context)).topics.at(-1);
    return last && this.#subjectOf(last);
  }

  /** The date that was worked out last, where nothing else was answered since. */
  async #lastDates(dc: DialogContext): Promise<DateState | undefined> {
    const { dates } = await this.parts.memory.of(dc.context);
    return dates && dates.given.length > 0 ? dates : undefined;
  }

  /** Says the last answer in another way. The one to a question about dates has its rule and source with it. */
  async #aboutLast(dc: DialogContext, kind: 'inShort' | 'source' | 'confirmed'): Promise<DialogTurnResult> {
    const dates = await this.#lastDates(dc);
    if (dates) return dc.beginDialog(DateDialog.id, dates);
    const last = await this.#last(dc);
    if (!last) return this.#answer(dc, messageOf(dc.context));
    return this.#digress(dc, { kind, ...last });
  }

  /** Why, or which for example: the FAQ may say it of what was talked of last. */
  async #askAgain(dc: DialogContext, message: Message, aspect: 'why' | 'which'): Promise<DialogTurnResult> {
    const dates = await this.#lastDates(dc);
    if (dates) return dc.beginDialog(DateDialog.id, dates);
    const last = (await this.parts.memory.of(dc.context)).topics.at(-1);
    const subject = last && this.#subjectOf(last);
    if (!subject) return this.#answer(dc, message);
    const { subjects } = this.parts.index;
    for (const place of subjects.placesOf(last)) {
      const [topic] = subjects.answering(place.subject, aspect);
      const found = topic && this.#subjectOf(topic);
      if (found) return dc.beginDialog(FaqDialog.id, { subject: found } satisfies FaqStart);
    }
    return this.#digress(
      dc,
      aspect === 'why' ? { kind: 'unsaid', ...subject, aspect } : { kind: 'noExample', ...subject },
    );
  }

  /** More about the last answer: the whole entry of a detail, else what else the FAQ says of the subject. */
  async #more(dc: DialogContext, message: Message): Promise<DialogTurnResult> {
    const [named] = message.clause.subjects;
    if (named !== undefined) return this.#overview(dc, named);
    const last = await this.#last(dc);
    if (!last) return this.#answer(dc, message);
    if (last.fact) return dc.beginDialog(FaqDialog.id, { subject: { entry: last.entry } } satisfies FaqStart);
    const [place] = this.parts.index.subjects.placesOf({ entry: last.entry.id });
    return place ? this.#overview(dc, place.subject) : this.#digress(dc, { kind: 'answer', ...last });
  }

  /** Everything that the FAQ says of a subject. */
  async #overview(dc: DialogContext, name: string): Promise<DialogTurnResult> {
    const topics = this.parts.index.subjects.about(name).flatMap((topic) => {
      const subject = this.#subjectOf(topic);
      return subject && !subject.fact?.starts ? [subject] : [];
    });
    const [first] = topics;
    if (first)
      await this.parts.memory.talkedOf(dc.context, {
        entry: first.entry.id,
        fact: first.fact?.id,
        subject: name,
      });
    return this.#digress(dc, { kind: 'overview', topics });
  }

  /** Gives the last answer once more, in the language that holds now. */
  async #sayAgain(dc: DialogContext): Promise<DialogTurnResult> {
    const dates = await this.#lastDates(dc);
    if (dates) return dc.beginDialog(DateDialog.id, dates);
    const last = await this.#last(dc);
    if (!last) return this.#digress(dc, { kind: 'nothingToContinue' });
    return dc.beginDialog(FaqDialog.id, { subject: last } satisfies FaqStart);
  }

  /** A verdict in words, on the answer to the user's last question. */
  async #verdict(dc: DialogContext, verdict: GivenVerdict['verdict']): Promise<DialogTurnResult> {
    const outcome = await this.parts.outcomes.last(dc.context);
    if (outcome === undefined)
      return this.#digress(dc, { kind: verdict === 'like' ? 'thanks' : 'frustration' });
    return dc.beginDialog(FeedbackDialog.id, { outcome, verdict } satisfies GivenVerdict);
  }

  /** There is one question for a date at a time; what else is open stays open below it. */
  async #beginDates(dc: DialogContext, state: DateState): Promise<DialogTurnResult> {
    if (dc.activeDialog?.id !== DateDialog.id) return dc.beginDialog(DateDialog.id, state);
    const { rule, outcome } = dc.activeDialog.state as OpenDateQuestion;
    return dc.replaceDialog(DateDialog.id, { ...state, ...(rule === state.rule && { outcome }) });
  }

  /** The open dialog that a button belongs to, or else the topmost one that something said is meant for. */
  #waitingFor(dc: DialogContext, clause: Clause, pressedAt: string | undefined): DialogInstance | undefined {
    return dc.stack.findLast((instance) => {
      const dialog = this.#dialogOf(instance);
      return pressedAt === undefined
        ? dialog.takes(clause, instance)
        : dialog.placeOf?.(instance) === pressedAt;
    });
  }

  #dialogOf({ id }: DialogInstance): WaitingDialog {
    return this.#dialogs.find(id) as WaitingDialog;
  }

  /** What the message asks about dates, unless the FAQ knows better what it is about. */
  #dateQuestionIn({ clause, today }: Message): DateState | undefined {
    const { dates, match } = clause;
    if (!dates?.isSpecific) return undefined;
    // The rule is of another FAQ.
    if (!this.parts.index.faq.entries.some(({ id }) => id === dates.rule.entry)) return undefined;
    // Without a date the words alone tell the rule, and the FAQ may know better what they are about.
    const [likeliest] = match.candidates;
    const hasDay = dates.given.length > 0 || (dates.asked.kind === 'verdict' && dates.asked.day !== today);
    const isAnother = !hasDay && likeliest?.entry.id !== dates.rule.entry;
    return isAnother ? undefined : stateOf(dates);
  }
}

/**
 * What of a message is met, and in which order: a language first, then what is asked, then what moves the conversation
 * on, so that the reply ends where it goes on.
 */
function inOrder(clauses: readonly Clause[]): Clause[] {
  const isAnswered = ({ act, match, dates, followUp }: Clause) =>
    act === 'ask' && (match.outcome === 'answer' || dates?.isSpecific === true || followUp?.kind === 'topic');
  const isOrder = ({ act }: Clause) => act === 'speak' || act === 'repeat' || act === 'stop';
  const points = clauses
    .filter(({ act }) => !AROUND.includes(act))
    // What stands beside an order or a question that is answered, and asks nothing itself, belongs to its story.
    .filter(
      (clause) =>
        clause.act !== 'ask' ||
        clause.isQuestion ||
        isAnswered(clause) ||
        !clauses.some((each) => isAnswered(each) || isOrder(each)),
    )
    .filter(({ act }, index, all) => act === 'ask' || all.findIndex((each) => each.act === act) === index);
  if (points.length === 0)
    return clauses.length > 1 ? [clauses.find(({ act }) => act !== 'courtesy') ?? clauses[0]!] : [...clauses];
  const order = ({ act }: Clause) => (LEADS[act] ? 0 : act === 'speak' ? 1 : act === 'ask' ? 2 : 3);
  const inOrder = [...points].sort((a, b) => order(a) - order(b));
  const isLedOnly = inOrder.every(({ act }) => LEADS[act] !== undefined);
  return isLedOnly ? inOrder.slice(0, 1) : inOrder;
}
