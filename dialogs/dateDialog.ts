// Works out a date by a rule of the FAQ: asks for what is missing, then answers.
import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import { type CivilDate, civilDate, partsOf, plusMonths } from '../knowledge/dates/civilDate.js';
import { findDates, resolveYear } from '../knowledge/dates/findDates.js';
import type { FoundDate } from '../knowledge/dates/foundDate.js';
import {
  type Asked,
  type DateQuestionContext,
  understandDateQuestion,
} from '../knowledge/rules/dateQuestion.js';
import { type DateRule, dateRules, isPossibleOn } from '../knowledge/rules/dateRules.js';
import type { QuestionIndex } from '../knowledge/search/faqIndex.js';
import { ordinalIn } from './choice.js';
import { remarkIn } from './cue.js';
import { type DateDialogState, liesIn, reconciled, stateOf } from './dateDialogState.js';
import type { LastDateAnswer } from './lastDateAnswer.js';
import type { Outcomes } from './outcome.js';
import type { DateProblem, DateReply, Respond } from './reply.js';
import { messageOf, type ReceivedMessage } from './message.js';
import { moveIn } from './move.js';
import { WaitingDialog } from './waitingDialog.js';

/** Beyond it, the day that a rule gives may lie outside of the calendar. */
const LAST_DAY: CivilDate = '9998-01-01';

/** As it is kept while a date is asked for. */
export interface OpenDateQuestion extends DateDialogState {
  /** The outcome of the question that it was asked for. */
  readonly outcome?: string | undefined;
}

export class DateDialog extends WaitingDialog {
  static readonly id = 'date';
  override outlastsDigressions(): boolean {
    return true;
  }

  constructor(
    private readonly index: QuestionIndex,
    private readonly respond: Respond,
    private readonly lastAnswer: LastDateAnswer,
    private readonly outcomes: Outcomes,
  ) {
    super(DateDialog.id);
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const { outcome, ...state } = options as OpenDateQuestion;
    const noted = { kind: 'date', entry: dateRules[state.rule].entry } as const;
    const id =
      outcome === undefined
        ? await this.outcomes.note(dc.context, noted)
        : await this.outcomes.settle(dc.context, outcome, noted);
    return this.proceed(dc, state, id);
  }

  /** What was wrong with a date is said once; which of two is meant stays open. */
  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { problem, ...state } = instance.state as DateDialogState;
    await this.ask(context, problem?.kind === 'choose' ? { ...state, problem } : state);
  }

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    await this.repromptDialog(dc.context, dc.activeDialog!);
    return Dialog.EndOfTurn;
  }

  /** Takes a date, a choice among dates, and what nobody else would understand. */
  override takes({ text, today, locale }: ReceivedMessage, instance: DialogInstance): boolean {
    return (
      datesIn(text, instance.state as DateDialogState, { today, locale }).length > 0 ||
      chosenDate(text, instance.state as DateDialogState) !== undefined ||
      (moveIn(text) === undefined &&
        remarkIn(text) === undefined &&
        this.index.match(text).outcome === 'none')
    );
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { outcome, ...state } = dc.activeDialog!.state as OpenDateQuestion;
    const { text, today, locale } = messageOf(dc.context);
    const goOn = async (next: DateDialogState) => {
      const noted = { kind: 'date', entry: dateRules[next.rule].entry } as const;
      return this.proceed(dc, next, await this.outcomes.settle(dc.context, outcome, noted));
    };
    const chosen = chosenDate(text, state);
    if (chosen) return goOn({ ...asBegun(state), given: [chosen] });
    const dates = datesIn(text, state, { today, locale });
    if (dates.length === 0) {
      const problem = state.problem?.kind === 'choose' ? state.problem : ({ kind: 'none' } as const);
      return goOn({ ...state, problem });
    }
    const asked = understandDateQuestion(text, { today, locale });
    const isDated = asked && (asked.given.length > 0 || asked.impossible !== undefined);
    const rule = isDated && asked.rule.id !== state.rule ? asked : undefined;
    return goOn(rule ? stateOf(rule) : { ...asBegun(state), ...taken(dates, state, today) });
  }

  private async proceed(
    dc: DialogContext,
    begun: DateDialogState,
    outcome: string,
  ): Promise<DialogTurnResult> {
    const { context } = dc;
    const outside = begun.given.find((date) => date > LAST_DAY);
    const state = outside
      ? { ...begun, given: [], problem: { kind: 'impossible', text: outside } as const }
      : begun;
    if (state.problem || state.given.length === 0) {
      dc.activeDialog!.state = { ...state, outcome } satisfies OpenDateQuestion;
      await this.ask(context, state);
      return Dialog.EndOfTurn;
    }
    const { language, today } = messageOf(context);
    await this.respond(context, answerTo(reconciled(state), today), language);
    await this.lastAnswer.set(context, state);
    return dc.endDialog();
  }

  private async ask(context: TurnContext, { rule, problem }: DateDialogState): Promise<void> {
    const { language } = messageOf(context);
    await this.respond(context, { kind: 'askDate', rule: dateRules[rule], problem }, language);
  }
}

function answerTo({ rule: id, asked, given, others }: DateDialogState, today: CivilDate): DateReply {
  const rule = dateRules[id];
  const results = given.map((start) => ({ given: start, date: rule.dateFor(start) }));
  return {
    kind: 'dateAnswer',
    rule,
    results,
    others,
    today,
    ...(asked.kind === 'verdict' && {
      verdict: {
        day: asked.day,
        from: asked.from,
        isPossible: verdictFor(rule, given, asked),
        isNegative: asked.isNegative === true,
      },
    }),
    countsDays: asked.kind === 'date' && asked.countsDays === true,
  };
}

function verdictFor(
  rule: DateRule,
  given: readonly CivilDate[],
  { day, from = day }: Extract<Asked, { kind: 'verdict' }>,
): 'yes' | 'partly' | 'no' {
  const isPossible = (on: CivilDate) => given.every((start) => isPossibleOn(rule, start, on));
  if (isPossible(from) !== isPossible(day)) return 'partly';
  return isPossible(day) ? 'yes' : 'no';
}

/** The dates of a reply to the question for a date, which may leave out the month: 15日です. */
function datesIn(text: string, { rule }: DateDialogState, context: DateQuestionContext): FoundDate[] {
  const dates = findDates(text, context);
  const found = dates.length > 0 ? null : DAY_ALONE.exec(text.normalize('NFKC'));
  if (!found) return dates;
  const place = { start: found.index, end: found.index + found[0].length, text: found[0] };
  const day = Number(found[1]);
  if (day < 1 || day > 31) return [{ ...place, kind: 'impossible' }];
  const { today } = context;
  const near = [0, -1, 1, -2, 2].flatMap((months) => {
    const { year, month } = partsOf(plusMonths(today, months));
    const date = civilDate(year, month, day);
    return date && (liesIn(rule) === 'near' || date <= today) ? [date] : [];
  });
  return near[0] ? [{ ...place, kind: 'exact', date: near[0] }] : [{ ...place, kind: 'impossible' }];
}

const DAY_ALONE = /(?<![\d月〜~年])(\d{1,2})日(?![間後前目以ほくぐたか])/u;

/** What the dates of a reply to the question for a date mean. */
function taken(
  dates: readonly FoundDate[],
  { rule, problem }: DateDialogState,
  today: CivilDate,
): Pick<DateDialogState, 'given'> & { problem?: DateProblem } {
  const impossible = dates.find(({ kind }) => kind === 'impossible');
  if (impossible) return { given: [], problem: { kind: 'impossible', text: impossible.text } };
  const ambiguous = dates.find((date) => date.kind === 'ambiguous');
  if (ambiguous) return { given: [], problem: { kind: 'choose', dates: ambiguous.readings } };
  const given = dates.flatMap((date) => {
    if (date.kind === 'exact') return [date.date];
    if (date.kind !== 'yearless') return [];
    // The year of the day that was refused still holds.
    const [year] = (problem?.kind === 'impossible' ? /\d{4}/.exec(problem.text) : null) ?? [];
    const resolved =
      (year && civilDate(Number(year), date.month, date.day)) ?? resolveYear(date, liesIn(rule), today);
    return resolved ? [resolved] : [];
  });
  return given.length > 0
    ? { given: [...new Set(given)] }
    : { given, problem: { kind: 'impossible', text: dates[0]!.text } };
}

/** Which of the offered dates a message picks by its number. */
function chosenDate(text: string, { problem }: DateDialogState): CivilDate | undefined {
  const number = problem?.kind === 'choose' ? ordinalIn(text) : undefined;
  return problem?.kind === 'choose' && number !== undefined ? problem.dates.at(number) : undefined;
}

function asBegun({ rule, asked, given, others }: DateDialogState): DateDialogState {
  return { rule, asked, given, others };
}
