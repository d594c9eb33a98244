// Asks about the user's own case and says what follows from it.
import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Entry, EntryId } from '../knowledge/faq/schema.js';
import {
  choiceIn,
  choiceNamedWithin,
  type DiagnosisChoice,
  findingOf,
  questionOf,
} from '../knowledge/rules/diagnosis.js';
import type { QuestionIndex } from '../knowledge/search/faqIndex.js';
import { ordinalIn } from './choice.js';
import { messageOf, type ReceivedMessage } from './message.js';
import { isQuestion } from './move.js';
import type { Respond } from './reply.js';
import { WaitingDialog } from './waitingDialog.js';
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

const MOST_ASKED_AGAIN = 3;

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
    const [first] = this.entryOf(entry)?.diagnosis?.questions ?? [];
    return this.ask(dc, { run: randomUUID(), entry, question: first?.id ?? '' });
  }

  /** It is no use to ask on and on when the user talks of other things. */
  override outlastsDigressions(instance: DialogInstance): boolean {
    return ((instance.state as DiagnosisState).askedAgain ?? 0) < MOST_ASKED_AGAIN;
  }

  override takes({ text }: ReceivedMessage, instance: DialogInstance): boolean {
    return this.chosen(text, instance.state as DiagnosisState) !== undefined;
  }

  override placeOf(instance: DialogInstance): string {
    return placeName(instance.state as DiagnosisState);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const state = dc.activeDialog!.state as DiagnosisState;
    const { text, language } = messageOf(dc.context);
    const entry = this.entryOf(state.entry);
    const choice = this.chosen(text, state);
    if (!entry?.diagnosis || !choice) return this.ask(dc, state);
    const finding = findingOf(entry.diagnosis, choice);
    if (finding.kind === 'question') return this.ask(dc, { ...state, question: finding.question.id });
    const { conclusion } = finding;
    await this.respond(dc.context, { kind: 'diagnosisConclusion', entry, conclusion }, language);
    const { walkthrough } = conclusion;
    // One that is under way already goes on by itself.
    return walkthrough === undefined || WalkthroughDialog.under(dc)
      ? dc.endDialog()
      : dc.replaceDialog(WalkthroughDialog.id, { entry: walkthrough } satisfies WalkthroughStart);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await this.say(context, instance.state as DiagnosisState, true);
  }

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { activeDialog } = dc;
    const state = activeDialog!.state as DiagnosisState;
    activeDialog!.state = { ...state, askedAgain: (state.askedAgain ?? 0) + 1 };
    await this.repromptDialog(dc.context, activeDialog!);
    return Dialog.EndOfTurn;
  }

  private async ask(dc: DialogContext, state: DiagnosisState): Promise<DialogTurnResult> {
    dc.activeDialog!.state = state;
    if (await this.say(dc.context, state)) return Dialog.EndOfTurn;
    // The FAQ has changed since: there is no such question any more.
    await this.respond(dc.context, { kind: 'outdatedButton' }, messageOf(dc.context).language);
    return dc.endDialog();
  }

  private async say(context: TurnContext, state: DiagnosisState, isBrief = false): Promise<boolean> {
    const entry = this.entryOf(state.entry);
    const question = entry?.diagnosis && questionOf(entry.diagnosis, state.question);
    if (!entry || !question) return false;
    const { language } = messageOf(context);
    const at = placeName(state);
    await this.respond(context, { kind: 'diagnosisQuestion', entry, question, at, isBrief }, language);
    return true;
  }

  private chosen(text: string, { entry, question: id }: DiagnosisState): DiagnosisChoice | undefined {
    const { diagnosis } = this.entryOf(entry) ?? {};
    const question = diagnosis && questionOf(diagnosis, id);
    if (!question) return undefined;
    const number = ordinalIn(text);
    return (
      (number === undefined ? undefined : question.choices.at(number)) ??
      choiceIn(question, text) ??
      (isQuestion(text) ? undefined : choiceNamedWithin(question, text))
    );
  }

  private entryOf(id: EntryId): Entry | undefined {
    return this.index.faq.entries.find((entry) => entry.id === id);
  }
}

function placeName({ run, question }: DiagnosisState): string {
  return `${run}/${question}`;
}
