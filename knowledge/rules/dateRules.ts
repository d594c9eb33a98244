// The date rules of the FAQ: which day follows from a day that the user knows.
import { type CivilDate, plusDays, plusYears } from '../dates/civilDate.js';
import type { EntryId, FactId } from '../faq/schema.js';

/** The part that a day plays in a rule: what the user is asked for. */
export type DateRole = 'expiry' | 'redemption' | 'renewal' | 'assignment' | 'renewal-start';

export type DateRuleId =
  | 'key-redeem-by'
  | 'key-usable-until'
  | 'user-assigned-until'
  | 'reassign-from'
  | 'renew-from'
  | 'benefits-until';

export interface DateRule {
  readonly id: DateRuleId;
  /** The entry that the rule comes from, to cite in a reply. */
  readonly entry: EntryId;
  /** The fact of that entry which states the rule. */
  readonly fact?: FactId;
  /** Which day `dateFor` is to be given. */
  readonly needs: DateRole;
  /** Whether the resulting day is the last one (`until`) or the first one (`from`); it counts either way. */
  readonly bound: 'until' | 'from';
  /** @throws RangeError where the resulting day would lie after the year 9999 */
  readonly dateFor: (given: CivilDate) => CivilDate;
}

export const dateRules: Readonly<Record<DateRuleId, DateRule>> = {
  'key-redeem-by': {
    id: 'key-redeem-by',
    entry: 'benefit-expiry-date',
    fact: 'redeem-deadline',
    needs: 'expiry',
    bound: 'until',
    dateFor: keyRedeemBy,
  },
  'key-usable-until': {
    id: 'key-usable-until',
    entry: 'benefit-expiry-date',
    fact: 'key-valid-one-year',
    needs: 'redemption',
    bound: 'until',
    dateFor: keyUsableUntil,
  },
  'user-assigned-until': {
    id: 'user-assigned-until',
    entry: 'benefit-expiry-date',
    fact: 'user-assignment-30-days',
    needs: 'renewal',
    bound: 'until',
    dateFor: userAssignedUntil,
  },
  'benefits-until': {
    id: 'benefits-until',
    entry: 'benefit-expiry-date',
    fact: 'benefits-until-renewal-date',
    needs: 'renewal',
    bound: 'until',
    dateFor: benefitsUntil,
  },
  'reassign-from': {
    id: 'reassign-from',
    entry: 'visual-studio-activation',
    fact: 'reassign-after-90-days',
    needs: 'assignment',
    bound: 'from',
    dateFor: reassignFrom,
  },
  'renew-from': {
    id: 'renew-from',
    entry: 'membership-renewal-window',
    fact: 'any-day-after-start',
    needs: 'renewal-start',
    bound: 'from',
    dateFor: renewFrom,
  },
};

/**
 * @param asked - the rule that the question was about, where it was about one
 * @returns the rule that an entry of the FAQ, or a fact of it, states; undefined where it states none
 */
export function ruleStatedBy(
  entry: EntryId,
  fact: FactId | undefined,
  asked?: DateRule,
): DateRule | undefined {
  // "When does my key run out?" is about the key, even where the answer begins with the deadline.
  if (asked?.id === 'key-usable-until' && asked.entry === entry) return asked;
  return Object.values(dateRules).find((rule) => rule.entry === entry && rule.fact === fact);
}

/**
 * Whether what the rule is about is possible on a day. Only the rule's own bound is looked at: that a key
 * cannot be used before it is redeemed, for one, is not asked.
 *
 * @param rule - one of `dateRules`
 * @param given - the day that the rule needs
 * @param day - the day asked about, such as today
 * @example
 * // Is a key that was redeemed on 1 December 2020 still usable a year later?
 * isPossibleOn(dateRules['key-usable-until'], '2020-12-01', '2021-12-01'); // => true
 */
export function isPossibleOn(rule: DateRule, given: CivilDate, day: CivilDate): boolean {
  const date = rule.dateFor(given);
  return rule.bound === 'until' ? day <= date : day >= date;
}

/**
 * The last day to redeem a product key (entry `benefit-expiry-date`). The day itself counts; a reply should
 * still advise against waiting for it, as the entry's example redeems before it.
 *
 * @example
 * keyRedeemBy('2021-01-31'); // => '2021-01-31'
 */
function keyRedeemBy(expiry: CivilDate): CivilDate {
  return expiry;
}

/**
 * The last day to use a redeemed product key, whatever the benefit expiry date is (entry
 * `benefit-expiry-date`). Of 29 February, 28 February.
 *
 * @example
 * keyUsableUntil('2020-12-01'); // => '2021-12-01'
 */
function keyUsableUntil(redemption: CivilDate): CivilDate {
  return plusYears(redemption, 1);
}

/**
 * The last day to activate and use benefits that need a user assignment (entry `benefit-expiry-date`).
 *
 * @example
 * userAssignedUntil('2021-01-31'); // => '2021-03-02'
 */
function userAssignedUntil(renewal: CivilDate): CivilDate {
  return plusDays(renewal, 30);
}

/**
 * The last day to redeem the benefits of the one-year enrollment (entry `benefit-expiry-date`).
 *
 * @example
 * benefitsUntil('2021-01-31'); // => '2021-01-31'
 */
function benefitsUntil(renewal: CivilDate): CivilDate {
  return renewal;
}

/**
 * The first day to reassign a Visual Studio subscription (entry `visual-studio-activation`), counted from
 * its original assignment.
 *
 * @example
 * reassignFrom('2021-01-31'); // => '2021-05-01'
 */
function reassignFrom(assignment: CivilDate): CivilDate {
  return plusDays(assignment, 90);
}

/**
 * The first day to renew the membership (entry `membership-renewal-window`).
 *
 * @example
 * renewFrom('2021-01-01'); // => '2021-01-01'
 */
function renewFrom(renewalStart: CivilDate): CivilDate {
  return renewalStart;
}
