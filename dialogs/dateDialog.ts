// Works out a date by a rule of the FAQ: asks for what is missing, then answers.
import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import type { CivilDate } from '../knowledge/dates/civilDate.js';
import { type Asked as AskedDate, understandDateQuestion } from '../knowledge/rules/dateQuestion.js';
import { datesOfReply, givenByReply } from '../knowledge/rules/dateReply.js';
import { type DateRule, dateRules, isPossibleOn } from '../knowledge/rules/dateRules.js';
import { type DateState, reconciled, stateOf } from '../knowledge/rules/dateState.js';
import { corrects } from '../knowledge/rules/followUpWords.js';
import { knownAfter, whoIn, withKnown } from '../knowledge/rules/knownDates.js';
import type { Clause } from '../knowledge/understanding/reading.js';
import type { Memory } from './memory.js';
import { messageOf } from './message.js';
import type { Outcomes } from './outcome.js';
import type { DateReply, Respond } from './reply.js';
import { type Asked, WaitingDialog } from './waitingDialog.js';

/** Beyond it, the day that a rule gives may lie outside of the calendar. */
const LAST_DAY: CivilDate = '9998-01-01';

/** What is used until its end, rather than done by a deadline. */
const ENDING: readonly DateState['rule'][] = ['key-usable-until', 'user-assigned-until'];

/** As it is kept while a date is asked for. */
export interface OpenDateQuestion extends DateState {
  /** The outcome of the question that it was asked for. */
  readonly outcome?: string | undefined;
}

export class DateDialog extends WaitingDialog {
  static readonly id = 'date';
  override outlastsDigressions(): boolean {
    return true;
  }

  constructor(
    private readonly respond: Respond,
    private readonly memory: Memory,
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
    const { problem, ...state } = instance.state as DateState;
    await this.ask(context, problem?.kind === 'choose' ? { ...state, problem } : state);
  }

  override asked(instance: DialogInstance): Asked {
    const { problem } = instance.state as DateState;
    const dates = problem?.kind === 'choose' ? problem.dates : [];
    return { expects: 'date', choices: dates.map((date) => ({ names: [date] })) };
  }

  /** Takes a date, a choice among dates, that there is none to tell, and what nobody else would understand. */
  override takes(clause: Clause, instance: DialogInstance): boolean {
    const { act, found, isQuestion, match } = clause;
    if (act === 'unsure' || act === 'notYet') return true;
    if (act !== 'ask') return chosenDate(clause, instance.state as DateState) !== undefined;
    if (found.length > 0 || clause.namesDay) return true;
    return match.outcome === 'none' && !isQuestion;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { outcome, ...state } = dc.activeDialog!.state as OpenDateQuestion;
    const { clause, text, today, locale } = messageOf(dc.context);
    const goOn = async (next: DateState) => {
      const noted = { kind: 'date', entry: dateRules[next.rule].entry } as const;
      return this.proceed(dc, next, await this.outcomes.settle(dc.context, outcome, noted));
    };
    const chosen = chosenDate(clause, state);
    if (chosen) return goOn({ ...asBegun(state), given: [chosen] });
    if (clause.act === 'unsure') return goOn({ ...asBegun(state), problem: { kind: 'unknown' } });
    if (clause.act === 'notYet') return goOn({ ...asBegun(state), problem: { kind: 'notYet' } });
    const dates = datesOfReply(text, state, { today, locale });
    if (dates.length === 0) {
      const problem = state.problem?.kind === 'choose' ? state.problem : ({ kind: 'none' } as const);
      return goOn({ ...state, problem });
    }
    const asked = understandDateQuestion(text, { today, locale });
    const isDated = asked && (asked.given.length > 0 || asked.impossible !== undefined);
    const rule = isDated && asked.rule.id !== state.rule ? asked : undefined;
    return goOn(rule ? stateOf(rule) : { ...asBegun(state), ...givenByReply(dates, state, today) });
  }

  private async proceed(dc: DialogContext, asked: DateState, outcome: string): Promise<DialogTurnResult> {
    const { context } = dc;
    const { dates: last, known } = await this.memory.of(context);
    const begun = withKnown(asked, known);
    const outside = begun.given.find((date) => date > LAST_DAY);
    const state = outside
      ? { ...begun, given: [], problem: { kind: 'impossible', text: outside } as const }
      : begun;
    if (state.problem || state.given.length === 0) {
      dc.activeDialog!.state = { ...state, outcome } satisfies OpenDateQuestion;
      await this.ask(context, state);
      return Dialog.EndOfTurn;
    }
    const { language, today, text } = messageOf(context);
    const answered = reconciled(state);
    await this.respond(context, answerTo(answered, today), language);
    const wrong =
      corrects(text) && last?.rule === state.rule && last.given.length === 1 ? last.given[0] : undefined;
    await this.memory.change(context, {
      // What is said next is about what was answered; what was asked may still be asked of another day.
      dates: answered.rule === state.rule ? state : answered,
      known: knownAfter(known, answered, whoIn(text), wrong),
    });
    return dc.endDialog();
  }

  private async ask(context: TurnContext, { rule, problem }: DateState): Promise<void> {
    const { language } = messageOf(context);
    await this.respond(context, { kind: 'askDate', rule: dateRules[rule], problem }, language);
  }
}

function answerTo({ rule: id, asked, given, others }: DateState, today: CivilDate): DateReply {
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
        isEnd: asked.isEnd === true && ENDING.includes(id),
        isOpen: asked.isOpen === true || (asked.isEnd === true && !ENDING.includes(id)),
      },
    }),
    countsDays: asked.kind === 'date' && asked.countsDays === true,
    isFirst: asked.kind === 'date' && asked.isFirst === true,
  };
}

function verdictFor(
  rule: DateRule,
  given: readonly CivilDate[],
  { day, from = day }: Extract<AskedDate, { kind: 'verdict' }>,
): 'yes' | 'partly' | 'no' {
  const isPossible = (on: CivilDate) => given.every((start) => isPossibleOn(rule, start, on));
  if (isPossible(from) !== isPossible(day)) return 'partly';
  return isPossible(day) ? 'yes' : 'no';
}

/** Which of the offered dates is picked by its number. */
function chosenDate({ act, number }: Clause, { problem }: DateState): CivilDate | undefined {
  if (problem?.kind !== 'choose' || act !== 'choose' || number === undefined) return undefined;
  return problem.dates.at(number > 0 ? number - 1 : number);
}

function asBegun({ rule, asked, given, others }: DateState): DateState {
  return { rule, asked, given, others };
}
