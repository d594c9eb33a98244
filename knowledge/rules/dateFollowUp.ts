// What a message makes of the last date that was worked out: "and if I redeem it a month later?", "no, 2 December".
import { type CivilDate, civilDate, daysBetween, partsOf, plusMonths } from '../dates/civilDate.js';
import { settled } from '../dates/floatingDay.js';
import { findDates, resolveYear } from '../dates/findDates.js';
import { findSpans, type Span } from '../dates/findSpans.js';
import type { YearlessDate } from '../dates/foundDate.js';
import { aboutLastDate, isAskedAs } from './aboutLastDate.js';
import { findCues } from './dateCues.js';
import {
  type DateQuestionContext,
  isDoneUnder,
  notBeforeOf,
  asksIfItEnds,
  supposedAs,
  understandDateQuestion,
  withManner,
} from './dateQuestion.js';
import { type DateRuleId, dateRules } from './dateRules.js';
import { agoWithoutSaying, isShift, shift } from './dateShift.js';
import { type DateState, liesIn } from './dateState.js';
import { corrects as isCorrection, ordinalIn, ownersIn, says } from './followUpWords.js';
import { askedWhichIsFirst, type KnownDate, whoIn } from './knownDates.js';
import { lettersOf, weightOf, without } from './weight.js';

const SUPPOSES =
  /\b(?:and|what|how) (?:if|about)\b|\bif\b|^and\b|\binstead\b|\bhad (?:it|i|we|she|he|they)\b|\bwere (?:it|i|we)\b|なら|だったら|たら|だと|場合|の時は|のときは|では[？?]?$|は[？?]$/iu;
const ASKS_POSSIBLE =
  /\b(?:can|could|(?<!\d )may(?! \d)|ok(?:ay)?|fine|possible|allowed|in time|too (?:late|early))\b|でき(?:ます|る)|使え|られ(?:ます|る)|大丈夫|間に合|いいです|[てで]も(?:いい|よい|よろしい)|可能|OK|手遅れ|[遅早](?:い|すぎ)|無理|だめ|ダメ|駄目|平気/iu;
const ASKS_WITH_BE = /\b(?:will|is|are|was|were|would)\b/iu;
/** A supposition that asks for a yes or no as well. */
const ASKS_VERDICT =
  /\b(?:can|could|(?<!\d )may(?! \d)|still|ok(?:ay)?|possible|allowed|in time|too (?:late|early))\b|使え(?:ます|る)|でき(?:ます|る)|大丈夫|間に合|手遅れ|[遅早](?:い|すぎ)/iu;
const DECIDES = /^(?:(?:ok(?:ay)?|so|then)[, ]+)?(?:i|we)(?:'ll|’ll| will)\b|\bthen[.!]?$|します[。！!]?$/iu;
/** Says of something else when it was: not on which day it is to be done. */
const WAS = /\b(?:was|were|did|had|got|gave|given|redeemed|assigned)\b|(?:まし|でし)た|だった/iu;
/** What says more than this stands on its own. */
const LONGEST_FOLLOW_UP = 60;

/** 5月1日のは: the one of that day. */
const THAT_OF_IT = /^の(?:は|やつ|ぶん|分|もの|キー)/u;
const DAYS_LEFT = /\bdays\b.{0,12}\b(?:left|remain\w*|to go)\b|(?:あと|残り)何日|残り?日数/iu;

/** A message, and how its dates are read. */
export interface Told extends DateQuestionContext {
  readonly text: string;
}

/**
 * @param last - the date that was worked out last, or the rule that was told last
 * @param known - the dates that were told before
 * @param earlier - the rule that was told before, which a message can only mean that names its day
 * @returns the question that it comes to: corrected, supposed otherwise, for another day; undefined where it is no follow-up
 */
export function followUp(
  last: DateState | undefined,
  message: Told,
  known: readonly KnownDate[] = [],
  earlier?: DateRuleId,
): DateState | undefined {
  const first = askedWhichIsFirst(last, message.text, known);
  if (first) return first;
  const told = earlier && { rule: earlier, asked: { kind: 'date' } as const, given: [], others: [] };
  const spokenOf = recalled(last, message, known) ?? (told && names(told, message.text) ? told : undefined);
  if (spokenOf && hasDate(spokenOf) && namesOnlyAPerson(message)) {
    // Whose day has not been told is asked for it.
    return { ...asksForDate(spokenOf), given: spokenOf === last ? [] : spokenOf.given };
  }
  const next = spokenOf && (expiryTold(spokenOf, message) ?? comesTo(spokenOf, message));
  return next && { ...next, asked: withManner(message.text, next.asked) };
}

/** What a message speaks of that names somebody, or that asks for days where no date was answered last. */
function recalled(
  last: DateState | undefined,
  { text, today, locale }: Told,
  known: readonly KnownDate[],
): DateState | undefined {
  if (findDates(text, { today, locale }).some((date) => date.kind !== 'exact' || date.date !== today))
    return last;
  const isAnswered = last !== undefined && hasDate(last);
  const who = whoIn(text);
  const ofRule = known.filter(({ rule }) => last === undefined || rule === last.rule);
  const state = ({ rule, given }: KnownDate): DateState => ({
    rule,
    asked: { kind: 'date' },
    given: [given],
    others: [],
  });
  if (who === undefined || isShift(text))
    return isAnswered || !DAYS_LEFT.test(text) ? last : ofRule.slice(-1).map(state)[0];
  const theirs = ofRule.findLast((each) => each.who === who);
  if (theirs) return state(theirs);
  // Whose day has not been told is asked for, where the day of somebody else is known.
  const isOfOthers = ofRule.length > 1 || ofRule.some((each) => each.who !== undefined);
  return isOfOthers && last?.given.length === 1 ? { ...last, asked: { kind: 'date' }, given: [] } : last;
}

/** "And Carla's?" */
function namesOnlyAPerson({ text, today, locale }: Told): boolean {
  const owners = ownersIn(text);
  if (
    owners.length !== 1 ||
    !isAskedAs(text) ||
    findDates(text, { today, locale }).length > 0 ||
    isShift(text)
  )
    return false;
  return weightOf(without(text, owners).replace(/\b(?:and|what about|how about)\b|[のはも]/giu, ' ')) === 0;
}

/** "But the benefits expire on the 3rd": what has been redeemed goes on; "does it end then?" is answered. */
function expiryTold(last: DateState, { text, today, locale }: Told): DateState | undefined {
  if (last.rule !== 'key-usable-until' || last.given.length === 0) return undefined;
  const dates = findDates(text, { today, locale });
  const cues = findCues(text);
  const isTold =
    cues.some(({ part }) => part === 'expiry') && cues.every(({ part }) => part !== 'redemption');
  const [date] = dates;
  if (!isTold || !date || dates.length > 1) return undefined;
  const day =
    date.kind === 'exact'
      ? date.date
      : date.kind === 'yearless'
        ? resolveYear(date, 'near', today)
        : undefined;
  if (!day) return undefined;
  const others = [{ role: 'expiry', date: day } as const];
  const asked = withManner(text, { kind: 'verdict', day });
  if (asked.kind === 'verdict' && asked.isEnd) return { ...last, asked, others };
  return isAskedAs(text) || /いつ|何日|\bwhen\b/iu.test(text)
    ? undefined
    : { ...last, asked: { kind: 'date' }, others };
}

function comesTo(last: DateState, message: Told): DateState | undefined {
  const { text, today, locale } = message;
  const said = text.normalize('NFKC').trim();
  if (said.length > LONGEST_FOLLOW_UP) return undefined;
  const dates = findDates(text, { today, locale });
  const isToday = dates.every((date) => date.kind === 'exact' && date.date === today);
  if (isToday && !isShift(said)) {
    const about = aboutLastDate(last, said, today);
    if (about) return about;
  }
  const corrects = isCorrection(said);
  const supposes = corrects || SUPPOSES.test(said);
  const isQuestion = isAskedAs(said);
  const isAsked = ASKS_POSSIBLE.test(said) || (isQuestion && ASKS_WITH_BE.test(said));
  const base = isAsked && !SUPPOSES.test(said) ? last : basisOf(last, said);
  const from = base.given[0];
  // What a correction asks for is what was asked for before; a supposition asks for no more than it says.
  const replacing = (given: CivilDate): DateState => ({
    ...(corrects || ASKS_VERDICT.test(said) ? base : asksForDate(base)),
    given: inPlaceOfOne(base.given, given, ordinalIn(said)),
  });
  const owners = ownersIn(text);
  const isOne = says.anotherOne.test(said) || THAT_OF_IT.test(text.slice(dates[0]?.end ?? text.length));
  const isOfAnother =
    !asksIfItEnds(said) && (isOne || (owners.length > 0 && !isAsked) || (!isQuestion && WAS.test(said)));
  const asksOfDay = base === last && !corrects && !isOfAnother && !names(base, said);
  const verdict = base.asked.kind === 'verdict' ? base.asked : undefined;

  if (supposes && isShift(said)) {
    const start = asksOfDay && verdict ? verdict.day : from;
    const shifted = start && shift(start, said);
    if (start === undefined) return base;
    if (!shifted) return undefined;
    return asksOfDay && verdict ? { ...base, asked: { kind: 'verdict', day: shifted } } : replacing(shifted);
  }

  if (corrects && dates.length === 0 && liesIn(base.rule) === 'past') {
    const ago = agoWithoutSaying(today, said);
    if (ago && weightOf(ago.rest.replace(says.light, ' ')) <= 2) return replacing(ago.date);
  }
  const [date] = dates;
  const span = date ? undefined : spanIn(text, base, today);
  if (!date && !span) return undefined;
  if (!isAbout(base, text) || isQuestionOfItsOwn(message)) return undefined;
  const { start, end } = date ?? span!;
  const rest = without(text, [{ start, end }, ...findCues(text), ...owners]);
  const isBare = dates.length === 1 && lettersOf(without(text, [{ start, end }, ...owners])).length <= 4;
  const besides = weightOf(rest.replace(says.light, ' '));
  const isLight = dates.length <= 1 && besides <= 4;
  const tells = isLight && !isAsked && !isQuestion && date !== undefined && !DECIDES.test(said);
  const isNamed = isLight && date !== undefined && names(base, said);
  const isOwned = isLight && owners.length > 0;
  const replaces = supposes && (corrects ? besides <= 12 : besides <= 8 || names(base, said));
  const asksPossible = isLight && !names(base, said) && (isAsked || asksIfItEnds(said) || DECIDES.test(said));
  const isRedeeming = last.rule === 'key-redeem-by' && base === last && isLight && isAsked;
  if (!replaces && !isBare && !asksPossible && !isRedeeming && !tells && !isOwned && !isNamed)
    return undefined;
  const isElsewhere = findCues(text).some(({ part }) => part === 'unrelated');
  const isDayOfVerdict = isElsewhere || isRedeeming || (asksOfDay && (verdict !== undefined || asksPossible));

  if (span) {
    const isYetToCome = from !== undefined && from <= today && span.from > today && asksOfDay;
    if (isDayOfVerdict || (isYetToCome && happensFirst(base)))
      return { ...base, asked: { kind: 'verdict', day: span.to, from: span.from } };
    return from && sameDayIn(span, from, replacing);
  }
  if (date!.kind === 'impossible')
    return { ...base, given: [], problem: { kind: 'impossible', text: date!.text } };
  if (date!.kind === 'ambiguous')
    return { ...base, given: [], problem: { kind: 'choose', dates: date!.readings } };
  if (isDayOfVerdict) {
    const lies = verdict && verdict.day < today ? undefined : 'future';
    const day = date!.kind === 'exact' ? settled(date!, lies, today) : dayOfVerdict(date!, base, today);
    return day && { ...base, asked: { kind: 'verdict', day } };
  }
  const resolved =
    date!.kind === 'exact'
      ? settled(date!, supposedAs(said) ?? liesIn(base.rule), today)
      : inPlaceOf(from, date!, base.rule, said, today);
  return resolved && replacing(resolved);
}

/** Of several days the one that is named is another; without a name all of them are. */
function inPlaceOfOne(
  before: readonly CivilDate[],
  given: CivilDate,
  which: number | undefined,
): CivilDate[] {
  return which !== undefined && which < before.length && before.length > 1
    ? before.map((day, index) => (index === which ? given : day))
    : [given];
}

/** The day without a year that takes the place of another: on its side of today, and near it. */
function inPlaceOf(
  from: CivilDate | undefined,
  date: YearlessDate,
  rule: DateRuleId,
  said: string,
  today: CivilDate,
): CivilDate | undefined {
  const lies = supposedAs(said) ?? liesIn(rule);
  if (from === undefined) return resolveYear(date, lies, today);
  if (from > today || liesIn(rule) !== 'past') return resolveYear(date, 'near', from);
  if (lies !== 'past') return resolveYear(date, lies, today);
  const { year } = partsOf(from);
  const sameYear = civilDate(year, date.month, date.day);
  return sameYear && sameYear <= today ? sameYear : resolveYear(date, 'past', today);
}

/** A day without a year that is asked about after another: of the same time, and not before what it takes. */
function dayOfVerdict(
  date: YearlessDate,
  { rule, asked, given }: DateState,
  today: CivilDate,
): CivilDate | undefined {
  if (asked.kind === 'verdict' && asked.day < today) return resolveYear(date, 'near', asked.day);
  // After an expiry date long ago nobody asks about a day to come.
  const [start] = given;
  if (start && daysBetween(start, today) > 366) return resolveYear(date, 'near', start);
  return resolveYear(date, 'future', notBeforeOf(dateRules[rule], given, today));
}

function spanIn(text: string, { rule, given }: DateState, today: CivilDate): Span | undefined {
  return findSpans(text, [], { today, notBefore: notBeforeOf(dateRules[rule], given, today) })[0];
}

/** The month that takes the place of the one of a day that was given. */
function sameDayIn(
  { from, to }: Span,
  given: CivilDate,
  replacing: (date: CivilDate) => DateState,
): DateState | undefined {
  if (daysBetween(from, to) > 31) return undefined;
  const [month, before] = [partsOf(from), partsOf(given)];
  return replacing(plusMonths(given, (month.year - before.year) * 12 + month.month - before.month));
}

/** It says when the thing was or will be, and asks about another day: nothing of the last answer is needed. */
function isQuestionOfItsOwn({ text, today, locale }: Told): boolean {
  const question = understandDateQuestion(text, { today, locale });
  return (
    question !== undefined &&
    question.given.length > 0 &&
    question.asked.kind === 'verdict' &&
    (question.asked.from !== undefined || findDates(text, { today, locale }).length > 1)
  );
}

function hasDate({ given }: DateState): boolean {
  return given.length > 0;
}

function asksForDate(state: DateState): DateState {
  return { ...state, asked: { kind: 'date' } };
}

function happensFirst({ rule }: DateState): boolean {
  return liesIn(rule) === 'past';
}

/** Supposing another day of redemption, after the last day to redeem was asked for, asks about the key itself. */
function basisOf(last: DateState, text: string): DateState {
  const redeems = findCues(text).some(({ part }) => part === 'redemption');
  const [expiry] = last.given;
  if (last.rule !== 'key-redeem-by' || !redeems) return last;
  const given = last.others.flatMap(({ role, date }) => (role === 'redemption' ? [date] : []));
  return {
    rule: 'key-usable-until',
    asked: { kind: 'date' },
    given,
    others: expiry ? [{ role: 'expiry', date: expiry }] : [],
  };
}

function names({ rule }: DateState, text: string): boolean {
  return findCues(text).some(({ part }) => part === dateRules[rule].needs);
}

/** Whether a message that names parts names the one that the last answer started from, or what is done under its rule. */
function isAbout({ rule }: DateState, text: string): boolean {
  const parts = findCues(text).map(({ part }) => part);
  return (
    parts.includes(dateRules[rule].needs) ||
    parts.every((part) => part === 'unrelated' || isDoneUnder(rule, part))
  );
}
