// A question about the date that was worked out last which names no day: "days left?", まだ大丈夫？, "until when, then?".
import type { CivilDate } from '../dates/civilDate.js';
import { findCues } from './dateCues.js';
import { type Asked, isDoneUnder, understandDateQuestion } from './dateQuestion.js';
import { dateRules } from './dateRules.js';
import type { DateState } from './dateState.js';
import { ordinalIn, ownersIn, says } from './followUpWords.js';
import { weightOf, without } from './weight.js';

/** A question of yes or no has its mark, or the form of one; "OK" and 大丈夫です are none. */
const IS_QUESTION =
  /[?？]\s*$|か[。\s]*$|^(?:so |and |but |then |now )*(?:is|are|was|were|can|could|may|does|do|has|have|am)\b/iu;
/** Speaks of keys in general, so that the FAQ's own sentence is asked for. */
const IN_GENERAL =
  /\b(?:an?|any|each|every) (?:\w+ )?(?:keys?|subscriptions?|licen[sc]es?)\b|\bkeys\b|キー|特典|サブスク/iu;

/** @returns whether a message asks, by its mark or its form */
export function isAskedAs(said: string): boolean {
  return IS_QUESTION.test(said);
}

/** @returns the question, put to the same date; undefined where the message says something else */
export function aboutLastDate(last: DateState, said: string, today: CivilDate): DateState | undefined {
  const asked = askedAbout(said, today);
  if (!asked) return undefined;
  const own = understandDateQuestion(said, { today });
  if (own && own.rule.id !== last.rule) return undefined;
  const cues = findCues(said);
  if (!cues.every(({ part }) => part === dateRules[last.rule].needs || isDoneUnder(last.rule, part)))
    return undefined;
  let rest = without(said, [...cues, ...ownersIn(said)]);
  for (const words of [says.countsDays, says.asksDate, says.asksIfOver, says.asksIfPossible, says.light])
    rest = rest.replace(words, ' ');
  if (weightOf(rest) > 2) return undefined;
  const counts = asked.kind === 'date' && asked.countsDays === true;
  if (last.given.length === 0) return counts ? { ...last, asked } : undefined;
  if (asked.kind === 'date' && IN_GENERAL.test(said) && !/[あ残]と?り?何日|days/iu.test(said))
    return undefined;
  const which = ordinalIn(said);
  const one = which === undefined ? undefined : last.given[which];
  return { ...last, asked, ...(one && { given: [one] }) };
}

function askedAbout(said: string, today: CivilDate): Asked | undefined {
  const has = (words: RegExp) => said.search(words) >= 0;
  if (has(says.countsDays)) return { kind: 'date', countsDays: true };
  const isQuestion = IS_QUESTION.test(said);
  if (isQuestion && has(says.asksEitherWay)) return { kind: 'verdict', day: today, isOpen: true };
  if (has(says.asksDate)) return { kind: 'date' };
  if (!isQuestion) return undefined;
  if (has(says.asksIfOver)) return { kind: 'verdict', day: today, isNegative: true };
  return has(says.asksIfPossible) ? { kind: 'verdict', day: today } : undefined;
}
