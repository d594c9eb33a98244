// What is known of a question about dates: the rule, the dates given so far, and what is wrong with them.
import type { CivilDate } from '../dates/civilDate.js';
import type { Asked, DateQuestion } from './dateQuestion.js';
import { type DateRole, type DateRuleId, dateRules } from './dateRules.js';

/** Why a date is asked for once more. */
export type DateProblem =
  /** The words name a day that does not exist. */
  | { readonly kind: 'impossible'; readonly text: string }
  /** One of these is meant. */
  | { readonly kind: 'choose'; readonly dates: readonly CivilDate[] }
  /** The message held no date. */
  | { readonly kind: 'none' }
  /** The user does not know it. */
  | { readonly kind: 'unknown' }
  /** It has not happened yet. */
  | { readonly kind: 'notYet' };

/** Kept while a date is asked for, and for what is asked next. */
export interface DateState {
  readonly rule: DateRuleId;
  readonly asked: Asked;
  readonly given: readonly CivilDate[];
  readonly others: DateQuestion['others'];
  readonly problem?: DateProblem;
}

/** Where a day of a rule lies whose year was not named: what has happened, in the past. */
export function liesIn(rule: DateRuleId): 'past' | 'near' {
  const { needs } = dateRules[rule];
  return needs === 'redemption' || needs === 'assignment' ? 'past' : 'near';
}

/** The state to begin the dialog with, for a question. */
export function stateOf(question: DateQuestion): DateState {
  const { rule, asked, given, others, impossible, ambiguous, unclear } = question;
  const problem: DateProblem | undefined =
    impossible !== undefined
      ? { kind: 'impossible', text: impossible }
      : ambiguous && given.length === 0
        ? { kind: 'choose', dates: ambiguous.readings }
        : unclear && { kind: 'choose', dates: unclear };
  return { rule: rule.id, asked, given, others, ...(problem && { problem }) };
}

/**
 * A key that is redeemed after the benefit expiry date is too late, whatever was asked; one that is redeemed before
 * it is in time.
 */
export function reconciled(state: DateState): DateState {
  const other = (role: DateRole) => state.others.find((each) => each.role === role)?.date;
  const [given] = state.given;
  const expiry = other('expiry');
  if (state.rule === 'key-usable-until' && given && expiry && given > expiry) {
    const others = [{ role: 'redemption', date: given } as const];
    return { rule: 'key-redeem-by', asked: { kind: 'verdict', day: given }, given: [expiry], others };
  }
  const redemption = other('redemption');
  if (state.rule === 'key-redeem-by' && redemption && state.asked.kind === 'date') {
    return { ...state, asked: { kind: 'verdict', day: redemption } };
  }
  return state;
}
