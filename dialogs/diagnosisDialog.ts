// Asks about the user's own case and says what follows from it.
import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Entry, EntryId } from '../knowledge/faq/schema.js';
import {
  type Decided,
  decided,
  type DiagnosisQuestion,
  findingOf,
  namesOf,
  questionOf,
} from '../knowledge/rules/diagnosis.js';
import type { QuestionIndex } from '../knowledge/search/faqIndex.js';
import type { Clause } from '../knowledge/understanding/reading.js';
import { messageOf } from './message.js';
import type { DiagnosisLead, Respond } from './reply.js';
import { type Asked, WaitingDialog } from './waitingDialog.js';
import { WalkthroughDialog, type WalkthroughStart } from './walkthroughDialog.js';

/** The entry whose diagnosis begins. */
export interface DiagnosisStart {
  readonly entry: EntryId;
}

/** Kept in the state while a question is open. */
interface DiagnosisState extends DiagnosisStart {
  readonly run: string;
  readonly question: string;
  /** How often it was asked again after something else. */
  readonly askedAgain?: number;
}

const MAX_ASKED_AGAIN = 3;
/** A few words that are no question and nothing else name something that is not among the choices. */
const MAX_LETTERS_OF_NAME = 40;

export class DiagnosisDialog extends WaitingDialog {
  static readonly id = 'diagnosis';

  constructor(
    private readonly index: QuestionIndex,
    private readonly respond: Respond,
  ) {
    super(DiagnosisDialog.id);
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const { entry } = options as DiagnosisStart;
    // One that is open already gives way.
    const older = dc.stack.findIndex((open) => open.id === DiagnosisDialog.id && open !== dc.activeDialog);
    if (older >= 0) dc.stack.splice(older, 1);
    const [first] = this.#entryOf(entry)?.diagnosis?.questions ?? [];
    return this.#ask(dc, { run: randomUUID(), entry, question: first?.id ?? '' });
  }

  /** It is no use to ask on and on when the user talks of other things. */
  override outlastsDigressions(instance: DialogInstance): boolean {
    return ((instance.state as DiagnosisState).askedAgain ?? 0) < MAX_ASKED_AGAIN;
  }

  override asked(instance: DialogInstance): Asked {
    const question = this.#questionOf(instance.state as DiagnosisState);
    const choices =
      question?.choices.map((choice) => ({ names: namesOf(choice), means: choice.means })) ?? [];
    return { expects: 'diagnosis', choices };
  }

  override takes(clause: Clause, instance: DialogInstance): boolean {
    const question = this.#questionOf(instance.state as DiagnosisState);
    return question !== undefined && this.#decided(question, clause) !== undefined;
  }

  override placeOf(instance: DialogInstance): string {
    return placeName(instance.state as DiagnosisState);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const state = dc.activeDialog!.state as DiagnosisState;
    const { clause, language } = messageOf(dc.context);
    const entry = this.#entryOf(state.entry);
    const question = this.#questionOf(state);
    const reply = question && this.#decided(question, clause);
    if (!entry?.diagnosis || !reply) return this.#ask(dc, state);
    if ('undecided' in reply) return this.#ask(dc, state, reply.undecided);
    const finding = findingOf(entry.diagnosis, reply.choice);
    if (finding.kind === 'question') return this.#ask(dc, { ...state, question: finding.question.id });
    const { conclusion } = finding;
    const named = clause.picked.isDoubtful
      ? []
      : clause.picked.affirmed.map((place) => question.choices[place]!);
    await this.respond(dc.context, { kind: 'diagnosisConclusion', entry, conclusion, named }, language);
    const { walkthrough } = conclusion;
    // One that is under way already goes on by itself.
    return walkthrough === undefined || WalkthroughDialog.under(dc)
      ? dc.endDialog()
      : dc.replaceDialog(WalkthroughDialog.id, { entry: walkthrough } satisfies WalkthroughStart);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await this.#say(context, instance.state as DiagnosisState, { isBrief: true });
  }

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { activeDialog } = dc;
    const state = activeDialog!.state as DiagnosisState;
    activeDialog!.state = { ...state, askedAgain: (state.askedAgain ?? 0) + 1 };
    return super.resumeDialog(dc);
  }

  async #ask(dc: DialogContext, state: DiagnosisState, lead?: DiagnosisLead): Promise<DialogTurnResult> {
    dc.activeDialog!.state = state;
    if (await this.#say(dc.context, state, { lead })) return Dialog.EndOfTurn;
    // The FAQ has changed since: there is no such question any more.
    await this.respond(dc.context, { kind: 'outdatedButton' }, messageOf(dc.context).language);
    return dc.endDialog();
  }

  async #say(
    context: TurnContext,
    state: DiagnosisState,
    how: { readonly isBrief?: boolean; readonly lead?: DiagnosisLead | undefined },
  ): Promise<boolean> {
    const entry = this.#entryOf(state.entry);
    const question = this.#questionOf(state);
    if (!entry || !question) return false;
    const { language } = messageOf(context);
    const at = placeName(state);
    await this.respond(context, { kind: 'diagnosisQuestion', entry, question, at, ...how }, language);
    return true;
  }

  /** What something said comes to as a reply; undefined where it is none. */
  #decided(question: DiagnosisQuestion, clause: Clause): Decided | undefined {
    const { act, number, picked, isQuestion, match, text } = clause;
    const { choices } = question;
    if (act === 'choose' && picked.affirmed.length === 0 && number !== undefined) {
      const choice = choices.at(number > 0 ? number - 1 : number);
      return choice && { choice };
    }
    // A question that the FAQ answers is one, also where it names a choice.
    if (isQuestion && (act === 'ask' || picked.affirmed.length === 0)) return undefined;
    const { affirmed } = picked;
    // "No other" is none of them, and denies none by its name.
    const isOther = (place: number) => choices[place]!.means === 'other';
    const deniesOther = affirmed.length === 0 && picked.denied.some(isOther);
    const denied = picked.denied.filter((place) => !isOther(place));
    if (
      picked.isDoubtful &&
      affirmed.length + denied.length > 0 &&
      choices.some(({ means }) => means === 'unknown')
    )
      return decided(question, { affirmed: [], denied: [], means: 'unknown' });
    const means = MEANS[act];
    if (act === 'chooseBoth') return decided(question, { affirmed: [], denied: [], means });
    if (affirmed.length + denied.length > 0) return decided(question, { affirmed, denied });
    if (means ?? deniesOther) return decided(question, { affirmed, denied, means: means ?? 'none' });
    const isName =
      act === 'ask' && match.outcome === 'none' && !clause.denies && text.length <= MAX_LETTERS_OF_NAME;
    const other = isName ? choices.find((choice) => choice.means === 'other') : undefined;
    return other && { choice: other };
  }

  #questionOf({ entry, question }: DiagnosisState): DiagnosisQuestion | undefined {
    const { diagnosis } = this.#entryOf(entry) ?? {};
    return diagnosis && questionOf(diagnosis, question);
  }

  #entryOf(id: EntryId): Entry | undefined {
    return this.index.faq.entries.find((entry) => entry.id === id);
  }
}

/** What an act says of all choices together. */
const MEANS: Partial<Record<Clause['act'], 'all' | 'none' | 'unknown'>> = {
  chooseBoth: 'all',
  chooseNone: 'none',
  no: 'none',
  unsure: 'unknown',
};

function placeName({ run, question }: DiagnosisState): string {
  return `${run}/${question}`;
}
