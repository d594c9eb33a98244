// The days that were told in a conversation, so that they need not be told again: "and how long has Carla's got?"
import { createHash } from 'node:crypto';
import type { CivilDate } from '../dates/civilDate.js';
import { type DateRuleId, dateRules } from './dateRules.js';
import type { DateState } from './dateState.js';
import { ownersIn, says } from './followUpWords.js';

const MAX_KNOWN = 6;

export interface KnownDate {
  readonly rule: DateRuleId;
  readonly given: CivilDate;
  /** Whose it is: a mark of the name, which is not kept. */
  readonly who?: string | undefined;
}

/** @returns the mark of the one person whom a text speaks of */
export function whoIn(text: string): string | undefined {
  const names = new Set(ownersIn(text).map(({ name }) => name.toLowerCase()));
  const [name] = names;
  return name === undefined || names.size > 1
    ? undefined
    : createHash('sha256').update(name).digest('base64url').slice(0, 6);
}

/** What is known after an answer; what is corrected takes the place of what was wrong. */
export function knownAfter(
  known: readonly KnownDate[],
  { rule, given }: DateState,
  who: string | undefined,
  wrong: CivilDate | undefined,
): KnownDate[] {
  const owner = who ?? known.find((each) => each.rule === rule && each.given === wrong)?.who;
  const others = known.filter(
    (each) => each.rule !== rule || (!given.includes(each.given) && each.given !== wrong),
  );
  const told = given.map((day) => {
    const before = known.find((each) => each.rule === rule && each.given === day)?.who;
    const whose = given.length > 1 ? before : (owner ?? before);
    return { rule, given: day, ...(whose !== undefined && { who: whose }) };
  });
  return [...others, ...told].slice(-MAX_KNOWN);
}

/** What holds for the whole company is not asked for twice; a key that is redeemed after the known expiry date is too late. */
export function withKnown(state: DateState, known: readonly KnownDate[]): DateState {
  const knownFor = (rule: DateRuleId) => known.findLast((each) => each.rule === rule)?.given;
  const { needs } = dateRules[state.rule];
  if (state.given.length === 0 && !state.problem && needs !== 'redemption' && needs !== 'assignment') {
    const day = knownFor(state.rule);
    return day ? { ...state, given: [day] } : state;
  }
  const expiry = state.rule === 'key-usable-until' ? knownFor('key-redeem-by') : undefined;
  const [given] = state.given;
  return expiry && given && given > expiry && !state.others.some(({ role }) => role === 'expiry')
    ? { ...state, others: [...state.others, { role: 'expiry', date: expiry }] }
    : state;
}

/** "Which runs out first?": all that are known of the kind that was spoken of last. */
export function askedWhichIsFirst(
  last: DateState | undefined,
  text: string,
  known: readonly KnownDate[],
): DateState | undefined {
  if (!says.whichIsFirst.test(text)) return undefined;
  const rule = last?.rule ?? known.at(-1)?.rule;
  if (rule === undefined) return undefined;
  const told = known.filter((each) => each.rule === rule).map(({ given }) => given);
  const given = [...new Set([...told, ...(last?.given ?? [])])].sort();
  return given.length > 1 ? { rule, asked: { kind: 'date', isFirst: true }, given, others: [] } : undefined;
}
