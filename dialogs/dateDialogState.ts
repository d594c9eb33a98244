// What a dialog about dates knows: the rule, the dates given so far, and what is wrong with them.
import type { CivilDate } from '../knowledge/dates/civilDate.js';
import type { Asked, DateQuestion } from '../knowledge/rules/dateQuestion.js';
import type { DateRuleId } from '../knowledge/rules/dateRules.js';
import type { DateProblem } from './reply.js';

/** Kept in the state while the dialog waits for a date. */
export interface DateDialogState {
  readonly rule: DateRuleId;
  readonly asked: Asked;
  readonly given: readonly CivilDate[];
  readonly others: DateQuestion['others'];
  readonly problem?: DateProblem;
}

/** The state to begin the dialog with, for a question. */
export function stateOf(question: DateQuestion): DateDialogState {
  const { rule, asked, given, others, impossible, ambiguous, unclear } = question;
  const problem: DateProblem | undefined =
    impossible !== undefined
      ? { kind: 'impossible', text: impossible }
      : ambiguous && given.length === 0
        ? { kind: 'choose', dates: ambiguous.readings }
        : unclear && { kind: 'choose', dates: unclear };
  return { rule: rule.id, asked, given, others, ...(problem && { problem }) };
}
