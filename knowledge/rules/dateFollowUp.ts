// What a message makes of the last date that was worked out: "and if I redeem it a month later?", "no, 2 December".
import { type CivilDate, civilDate, daysBetween, partsOf, plusDays, plusMonths } from '../dates/civilDate.js';
import { findDates, resolveYear } from '../dates/findDates.js';
import { findSpans, type Span } from '../dates/findSpans.js';
import type { YearlessDate } from '../dates/foundDate.js';
import { findCues } from './dateCues.js';
import {
  asksIfOver,
  type DateQuestionContext,
  isDoneUnder,
  notBeforeOf,
  understandDateQuestion,
} from './dateQuestion.js';
import { type DateRuleId, dateRules } from './dateRules.js';
import { type DateState, liesIn } from './dateState.js';

const CORRECTS =
  /^(?:no\b|nope|sorry|oops|wait|actually|correction|i meant?|i mean|not\b|いや|いえ|いいえ|違|ちが|すみません|すいません|ごめん|訂正|間違)|i meant|ではなく|じゃなく|の間違い|でした$/iu;
const SUPPOSES =
  /\b(?:and|what|how) (?:if|about)\b|\bif\b|^and\b|\binstead\b|なら|だったら|たら|だと|場合|の時は|のときは|では[？?]?$|は[？?]$/iu;
const ASKS_POSSIBLE =
  /\b(?:can|could|may|will|is|are|was|were|would|ok(?:ay)?|possible|allowed|in time|too (?:late|early))\b|でき(?:ます|る)|使え|られ(?:ます|る)|大丈夫|間に合|いいです|[てで]も(?:いい|よい|よろしい)|可能|OK|手遅れ|[遅早](?:い|すぎ)/iu;
/** A supposition that asks for a yes or no as well. */
const ASKS_VERDICT =
  /\b(?:can|could|may|still|ok(?:ay)?|possible|allowed|in time|too (?:late|early))\b|使え(?:ます|る)|でき(?:ます|る)|大丈夫|間に合|手遅れ|[遅早](?:い|すぎ)/iu;
const DECIDES = /^(?:(?:ok(?:ay)?|so|then)[, ]+)?(?:i|we)(?:'ll|’ll| will)\b|\bthen[.!]?$|します[。！!]?$/iu;
const ASKS_WHEN_ONLY =
  /^(?:では|じゃあ?|それで|で|結局)?[、,\s]*(?:いつ|何日|何月何日)(?:から|までに?|に)?(?:なら)?(?:できます|使えます|いいの?です|です|なのです|なんです)?か?[？?。]?$|^(?:(?:so|then|and|ok(?:ay)?)[, ]+)*(?:(?:until|till|from|by|since) )?(?:when|(?:what|which) (?:date|day))(?: (?:then|exactly|is that|can i|can we|would that be))*[?.]?$/iu;
/** What a message has to say no more than, beside its date, to be about the last answer. */
const LIGHT =
  /\b(?:can|could|may|will|would|should|is|are|was|were|be|do|does|i|we|you|he|she|it|they|that|this|them|his|her|the|a|my|our|ok|okay|fine|good|possible|allowed|enough|still|already|even|in|time|too|late|early|soon|on|by|at|until|till|before|after|from|what|how|about|if|and|so|then|or|but|please|hmm|well|instead|i'll|we'll|it's|keys?|product|benefits?|subscriptions?|visual studio|vs|licen[sc]es?|membership)\b|でも|なら|場合|もし|手遅れ|遅い|早い|遅すぎ|早すぎ|ちょうど|だと|だったら|では|じゃあ?|それ|その|この|日|まで(?:に)?|から|大丈夫|間に合い|間に合う|できます|できる|られます|られる|可能|いいです|よいです|どうです|です|ます|します|する|した|たら|して|て|まだ|もう|キー|特典|サブスクリプション|サブスク|メンバーシップ|再?割り?当て|OK|ません|か|に|は|を|が|の|も|で|と|ね|よ|え|い/giu;
const SHIFT =
  /((?<!\d)\d{1,6}|an?|one|two|three|four|five|six|ten|[一二三四五六七八九十])\s*(days?|weeks?|months?|years?|日|週間|週|か月|ヶ月|カ月|ヵ月|ケ月|年)\s*(later|after that|earlier|sooner|before that|遅|後|あと|早|前)/iu;
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** What says more than this stands on its own. */
const LONGEST_FOLLOW_UP = 60;
/** Nobody supposes more days, weeks, months or years. */
const MOST_SHIFTED = 1000;

/** A message, and how its dates are read. */
export interface Told extends DateQuestionContext {
  readonly text: string;
}

/** @returns the question that it comes to: corrected, supposed otherwise, for another day; undefined where it is no follow-up */
export function followUp(last: DateState, message: Told): DateState | undefined {
  const next = comesTo(last, message);
  if (next?.asked.kind !== 'verdict' || !asksIfOver(message.text)) return next;
  return { ...next, asked: { ...next.asked, isNegative: true } };
}

function comesTo(last: DateState, message: Told): DateState | undefined {
  const { text, today, locale } = message;
  const said = text.normalize('NFKC').trim();
  if (said.length > LONGEST_FOLLOW_UP) return undefined;
  if (ASKS_WHEN_ONLY.test(said)) return last.given.length > 0 ? asksForDate(last) : undefined;
  const corrects = CORRECTS.test(said);
  const supposes = corrects || SUPPOSES.test(said);
  const isAsked = ASKS_POSSIBLE.test(said);
  const base = isAsked && !SUPPOSES.test(said) ? last : basisOf(last, said);
  const from = base.given[0];
  // What a correction asks for is what was asked for before; a supposition asks for no more than it says.
  const replacing = (given: CivilDate): DateState => ({
    ...(corrects || ASKS_VERDICT.test(said) ? base : asksForDate(base)),
    given: [given],
  });
  const asksOfDay = base === last && !corrects && !names(base, said);
  const verdict = base.asked.kind === 'verdict' ? base.asked : undefined;

  if (supposes && SHIFT.test(said)) {
    const start = asksOfDay && verdict ? verdict.day : from;
    const shifted = start && shift(start, said);
    if (start === undefined) return base;
    if (!shifted) return undefined;
    return asksOfDay && verdict ? { ...base, asked: { kind: 'verdict', day: shifted } } : replacing(shifted);
  }

  const dates = findDates(text, { today, locale });
  const [date] = dates;
  const span = date ? undefined : spanIn(text, base, today);
  if (!date && !span) return undefined;
  if (!isAbout(base, text) || isQuestionOfItsOwn(message)) return undefined;
  const { start, end } = date ?? span!;
  const rest = withoutOwners(text.slice(0, start) + text.slice(end), last);
  const isBare = dates.length === 1 && lettersOf(rest).length <= 4;
  const besides = weightOf(withoutCues(rest).replace(LIGHT, ''));
  const isLight = dates.length <= 1 && besides <= 4;
  const replaces = supposes && (corrects || besides <= 8 || names(base, said));
  const asksPossible = isLight && !names(base, said) && (isAsked || DECIDES.test(said));
  const isRedeeming = last.rule === 'key-redeem-by' && base === last && isLight && isAsked;
  if (!replaces && !isBare && !asksPossible && !isRedeeming) return undefined;
  const isDayOfVerdict = isRedeeming || (asksOfDay && (verdict !== undefined || asksPossible));

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
    const day = date!.kind === 'exact' ? date!.date : dayOfVerdict(date!, base, today);
    return day && { ...base, asked: { kind: 'verdict', day } };
  }
  const resolved = date!.kind === 'exact' ? date!.date : inPlaceOf(from, date!, base.rule, said, today);
  return resolved && replacing(resolved);
}

/** The day without a year that takes the place of another: on its side of today, and near it. */
function inPlaceOf(
  from: CivilDate | undefined,
  date: YearlessDate,
  rule: DateRuleId,
  said: string,
  today: CivilDate,
): CivilDate | undefined {
  if (from === undefined) return resolveYear(date, isPlanned(said) ? 'future' : liesIn(rule), today);
  if (from > today || liesIn(rule) !== 'past') return resolveYear(date, 'near', from);
  if (isPlanned(said)) return resolveYear(date, 'future', today);
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

function asksForDate(state: DateState): DateState {
  return { ...state, asked: { kind: 'date' } };
}

function happensFirst({ rule }: DateState): boolean {
  return liesIn(rule) === 'past';
}

function isPlanned(said: string): boolean {
  return (
    /\bif\b|\bwill\b|たら|なら|場合/iu.test(said) &&
    !/\b(?:was|were|had|did)\b|でした|ました|だった/iu.test(said)
  );
}

/** Of several things the one that is named is among those that are listed again. */
function withoutOwners(text: string, { given }: DateState): string {
  return given.length > 1
    ? text.replace(/\p{Lu}\p{L}{1,30}['’]s|[\p{L}]{1,8}(?:さん|様|氏)の分?/gu, '')
    : text;
}

function withoutCues(text: string): string {
  return findCues(text).reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + ' ' + rest.slice(end),
    text,
  );
}

/** How much is said: a letter of Japanese says as much as two of English. */
function weightOf(text: string): number {
  return Array.from(lettersOf(text)).reduce((sum, letter) => sum + (letter > '\u2E7F' ? 2 : 1), 0);
}

function lettersOf(text: string): string {
  return text.replace(/[\p{P}\p{S}\s]/gu, '');
}

/** Supposing another day of redemption, after the last day to redeem was asked for, asks about the key itself. */
function basisOf(last: DateState, text: string): DateState {
  const redeems = findCues(text).some(({ part }) => part === 'redemption');
  const [expiry] = last.given;
  if (last.rule !== 'key-redeem-by' || !redeems || !expiry) return last;
  const given = last.others.flatMap(({ role, date }) => (role === 'redemption' ? [date] : []));
  return {
    rule: 'key-usable-until',
    asked: { kind: 'date' },
    given,
    others: [{ role: 'expiry', date: expiry }],
  };
}

function names({ rule }: DateState, text: string): boolean {
  return findCues(text).some(({ part }) => part === dateRules[rule].needs);
}

/** Whether a message that names parts names the one that the last answer started from, or what is done under its rule. */
function isAbout({ rule }: DateState, text: string): boolean {
  const parts = findCues(text).map(({ part }) => part);
  return parts.includes(dateRules[rule].needs) || parts.every((part) => isDoneUnder(rule, part));
}

function shift(from: CivilDate, text: string): CivilDate | undefined {
  const [, count = '', unit = '', direction = ''] = SHIFT.exec(text) ?? [];
  if (count === '') return undefined;
  const sign = /^(?:later|after|遅|後|あと)/iu.test(direction) ? 1 : -1;
  const amount = sign * (NUMBERS[count.toLowerCase()] ?? Number(count));
  if (Math.abs(amount) > MOST_SHIFTED) return undefined;
  if (/^(?:day|日)/iu.test(unit)) return plusDays(from, amount);
  if (/^(?:week|週)/iu.test(unit)) return plusDays(from, 7 * amount);
  return plusMonths(from, /^(?:year|年)/iu.test(unit) ? 12 * amount : amount);
}
