// Understands a question about dates: which rule it is about, and which date plays which part.
import type { CivilDate } from '../dates/civilDate.js';
import { daysBetween } from '../dates/civilDate.js';
import { settled } from '../dates/floatingDay.js';
import { findDates, resolveYear } from '../dates/findDates.js';
import { findSpans, type Span } from '../dates/findSpans.js';
import type { AmbiguousDate, FoundDate, YearlessDate } from '../dates/foundDate.js';
import { boundedText } from '../text/boundedText.js';
import { type Cue, findCues, isRole, type Part } from './dateCues.js';
import { partsOfDates, type Place } from './dateParts.js';
import { type DateRole, type DateRule, type DateRuleId, dateRules } from './dateRules.js';
import { ruleMeant } from './ruleMeant.js';

/** A date of the message and the part that it plays; undefined where nothing tells. */
interface PlacedDate {
  readonly date: CivilDate;
  readonly part: Part | undefined;
  readonly found: FoundDate;
}

/** What is asked: the date that the rule gives, or whether it is possible on a day, or from one day to another. */
export type Asked =
  | {
      readonly kind: 'date';
      /** How many days from today it is, too. */
      readonly countsDays?: boolean;
      /** Which of several comes first. */
      readonly isFirst?: boolean;
    }
  | {
      readonly kind: 'verdict';
      readonly day: CivilDate;
      readonly from?: CivilDate;
      /** "Is it too late?": yes means no. */
      readonly isNegative?: boolean;
      /** "Until the 3rd?", "does it stop working on the 3rd?": yes means that this is the last day. */
      readonly isEnd?: boolean;
      /** "Wouldn't the 3rd do?": nobody can tell what yes would mean. */
      readonly isOpen?: boolean;
    };

export interface DateQuestion {
  readonly rule: DateRule;
  readonly asked: Asked;
  /** The dates that the rule is to be applied to; empty where they must be asked for. */
  readonly given: readonly CivilDate[];
  /** Every other date of the message that plays a part in a rule: shown beside the answer. */
  readonly others: readonly { readonly role: DateRole; readonly date: CivilDate }[];
  /** Words that name a day that does not exist. */
  readonly impossible?: string;
  readonly ambiguous?: AmbiguousDate;
  /** Dates of which one is the needed one, but nothing tells which. */
  readonly unclear?: readonly CivilDate[];
  /** Whether the message names a date or asks for one of the calendar; else it is a general question. */
  readonly isSpecific: boolean;
}

export interface DateQuestionContext {
  readonly today: CivilDate;
  readonly locale?: string | undefined;
}

/** "In a few weeks" names no day. */
const VAGUE = /\b(?:few|couple|several|some|many)\b|数(?:日|週|か月|ヶ月|カ月|年)/iu;
const WANTS_CALENDAR_DATE =
  /\b(?:exact(?:ly)?|actual|concrete|precise(?:ly)?)\b.{0,20}\b(?:date|day|when)\b|\b(?:date|day)\b.{0,12}\bexact(?:ly)?\b|\b(?:what|which)(?:'s)?(?: \w+){0,3} (?:date|dates|day|days)\b|何年何月|何月何日|(?<!猶予(?:期間)?(?:は|って|が)?)何日(?!か(?!ら)|後|間|あ|ほど|くらい|ぐらい|た[てっ]|経|過ぎ|すぎ|待|必要|の猶予)|具体的|日付|正確な日|\bneed (?:the|a|to know the) (?:\w+ )?date\b|how many days.{0,25}left|あと何日|残り何日|日(?:は|が).{0,8}(?:わか|分か)(?:りません|らない)|忘れ/iu;
const ROUGHLY_BEFORE =
  /(?:\b(?:around|about|approximately|roughly|circa|sometime near|somewhere around)|~)\s+(?:the\s+)?$/iu;
const ROUGHLY_AFTER = /^\s?(?:頃|ごろ|くらい|ぐらい|あたり|前後|or so\b|-ish\b|ish\b)/iu;
const HAPPENED_SOMETIME =
  /\b(?:early|late|mid|the middle of|sometime|some time|beginning of|start of) (?:in )?(?:last|this) (?:month|year|week)\b|\b(?:around|about|roughly|approximately)\b.{0,20}\d|\d日?\s?(?:頃|ごろ|あたり|前後)|先月の?(?:上旬|中旬|下旬|半ば|初め|はじめ)|\b(?:a while (?:ago|back)|some ?time ago|ages ago|long ago|the other day|last year|recently|earlier this year|months ago|weeks ago)\b|だいぶ前|かなり前|ずいぶん前|ずっと前|以前|この前|こないだ|この間|先日|少し前|しばらく前|前に引き?換え|昔/iu;
/** Asks whether it is possible now, which takes the user's own date to tell. */
const ABOUT_NOW =
  /\btoo (?:late|early|soon)\b|\byet\b|\balready\b|\bin time\b|今からでも|まだ間に合|もう.{0,40}(?:大丈夫|できますか|いいですか|ええ|いい|平気|OK)/iu;
const ASKS_WHEN =
  /\bwhen\b|\b(?:what|which)(?:'s)?(?: \w+){0,3} (?:date|day|dates|days|time)\b|\bhow (?:long|soon|early|late|much longer|many days)\b|\b(?:until|till|by|from|since) (?:what|which|when)\b|\bearliest\b|\blatest\b|\blast day\b|\b(?:until|till)\s*\?|\bfinal day\b|\bdeadline\b|\bdate\b.{0,6}(?:please|pls)|いつ|何日|何月|何年|どのくらい|どれくらい|どれだけ|何時まで|最終日|期日|締め?切|日付|最短/iu;
const YES_NO =
  /(?:^|[.!?,;:…]\s*|\b(?:so|and|but|or|then|hi|hello|today|ok|now)[,:]?\s+|[^\p{ASCII}]\s{0,9})(?:can|could|may|is|are|was|were|am|do|does|did|will|would|should|has|have)\b|\b(?:still|already|ok(?:ay)?|possible|allowed|in time|too late|too early)\b.*\?|\bcan (?:i|we|they|he|she|the|our|my)\b|(?:ます|です|でしょう|ません|た|る|い|大丈夫|可能|OK|ok|オーケー|平気|の)か(?:ね|な)?[？?。!！」\s]*$|(?:ます|です|ません)か(?=[？?。])|(?:使える|できる|間に合う|いける|大丈夫|OK|可能|もう遅い|まだ)[？?\s]*$|[？?]/iu;
const IS_PAST =
  /\b(?:was|were|had|redeemed|assigned|gave|given|claimed|expired|ended|used|did)\b|(?:まし|でし)た|だった|[^ま]た(?:。|の|ん|が|けど|ところ|[？?\s]|$)|済み|ずみ|割り?当てた|引き?換えた/iu;
/** Asks whether the time is over, or has not come. */
const ASKS_IF_OVER =
  /\btoo (?:late|early|soon)\b|\bdead\b.{0,30}\?|(?:手遅れ|[遅早](?:い|すぎ(?:る|ます)?)|(?:過ぎ|切れ|失効し)(?:てい?(?:る|ます)|まし?た)|期限切れ|無理|だめ|ダメ|駄目|(?:でき|使え|られ)ない(?=って|という|ん?ですよね|よね))(?:って|という)?(?:こと)?[のん]?(?:です|でしょう|なの)?(?:よ?ね)?か?[？?。\s]*$/iu;
/** "Isn't the 3rd all right?" and 「3日じゃだめ？」 are answered by neither yes nor no. */
const ASKS_EITHER_WAY =
  /(?:じゃ|では)(?:だめ|ダメ|駄目|無理)|(?:でき|使え|られ)(?:ないです|ません)か|切れ(?:ません|ない)|\bisn['’]t (?:it|that) (?:possible|allowed|ok(?:ay)?)\b|\bnot (?:possible|allowed)\b/iu;
/** Says that a day is the last one: "so until 3 May?", 使えるのは5月3日まで？, "does it stop working then?" */
const ASKS_IF_IT_ENDS =
  /(?:^|[.,;:]\s|\b(?:so|only|and|it's|that's|is it)\s)(?:only )?(?:until|till)\s[^.,;?]{1,30}\?|\d日まで(?:なん|なの)?(?:です|でしょう|だ)?(?:よね|ね|か)?[？?]|\b(?:stops? working|dies?)\b|切れ(?:る|ます)(?:の|ん)?(?:です|でしょう)?(?:よね|ね|か)?[？?。\s]*$/iu;
/** "Have the benefits expired?" asks it, too; "Can I use it after the benefits have expired?" does not. */
const ENDS_WITH_OVER = /\b(?:expired|passed|lapsed|missed|ended)\b(?: already| now| by now| yet)?\s?[?.]?$/iu;
const HAS = /\b(?:has|have|is|are|did)\b/iu;
const JOINS_CLAUSES = /\b(?:after|before|when|once|if|that|which|although|though|but|since|until)\b/iu;
const ASKS_IF_STILL =
  /\b(?:can|(?<!\d )may(?! \d)|could|still|in time)\b|(?:\bnot|n['’]t) (?:it )?too\b|まだ(?!早|無理|だめ|ダメ|駄目)|間に合|(?:でき|使え|られ)(?:ます|る)|大丈夫/iu;
const ASKS_HOW_MANY_DAYS =
  /\bhow many (?:more )?days\b|\bdays\b.{0,12}\b(?:left|remaining|to go)\b|(?:あと|残り|後)何日|何日(?:残|あり)/iu;
const WAS = /\b(?:was|were|did|had)\b|(?:でし|まし)た/iu;
const IS_PLANNED =
  /(?:\b|['’])(?:will|ll)\b|\b(?:if|going to|plan|planning|would|tomorrow|next|intend|about to|want to)\b|予定|つもり|する場合|ようと|来月|来週|来年|明日|今度|換えます|当てます/iu;
/** 「10月1日に割り当てたら」 may be said of what has happened. */
const IS_SUPPOSED = /たら|なら|場合|だと/u;
/** "If I redeemed it on March 5", 引き換えていたら: of what has happened, and nothing that will be. */
const WAS_SUPPOSED =
  /\b(?:if|had)\b.{0,20}\b(?:redeemed|assigned|activated|claimed|gave|was|were|did|had)\b|て(?:い|)(?:たら|た場合|たなら|れば)/iu;
/** "A key redeemed on July 4", where the date follows. */
const WAS_DONE =
  /(?<!\b(?:be|been|get|gets|getting) )\b(?:redeemed|assigned|activated|claimed|given)(?: \w+){0,3}? (?:on|at)(?: the)?\s*$/iu;

/** @returns where the day of something that is supposed or planned lies; undefined where nothing tells */
export function supposedAs(text: string): 'past' | 'near' | 'future' | undefined {
  if (WAS_SUPPOSED.test(text)) return 'past';
  if (IS_PLANNED.test(text) && !/\b(?:was|were|had|did)\b|でした|ました|だった/iu.test(text)) return 'future';
  return IS_SUPPOSED.test(text) && !/でした|ました|だった(?!ら)/u.test(text) ? 'near' : undefined;
}

/** @returns undefined where the message asks nothing that a date rule answers */
export function understandDateQuestion(
  message: string,
  context: DateQuestionContext,
): DateQuestion | undefined {
  const text = boundedText(message);
  const found = findDates(text, context).filter((date) => !VAGUE.test(date.text));
  const all = findCues(text);
  const cues = besideDates(all, found);
  const parts = partsOfDates(text, found, cues);
  // What the last question names, the text names.
  const ruleId = ruleMeant(
    text,
    cues,
    parts,
    () => all.some(isOfReassigning) && findCues(lastQuestion(text)).some(isOfReassigning),
  );
  if (!ruleId) return undefined;
  const rule = dateRules[ruleId];

  // The next year has no 29 February.
  const isMissing = (date: FoundDate, part: Part | undefined) =>
    date.kind === 'yearless' &&
    isRole(part) &&
    !isRough(text, date) &&
    resolve(text, date, part, context.today) === undefined;
  const impossible = found.find(
    (date, index) => date.kind === 'impossible' || isMissing(date, parts[index]),
  )?.text;
  const ambiguous = found.find((date) => date.kind === 'ambiguous');
  // What is to be done on a day to come says nothing of when the rest was.
  const elsewhen = found
    .flatMap((date, index) =>
      date.kind === 'exact' && (isRole(parts[index]) || date.date < context.today) ? [date.date] : [],
    )
    .find(isFarFrom(context.today));
  const placed = found.flatMap((date, index): PlacedDate[] => {
    const part = parts[index];
    if (isRough(text, date)) return [];
    const resolved =
      elsewhen && date.kind === 'yearless'
        ? resolveYear(date, 'near', elsewhen)
        : resolve(text, date, part, context.today);
    return resolved ? [{ date: resolved, part, found: date }] : [];
  });
  const isNamed = cues.some(({ part }) => part === rule.needs || isSameEvent(rule, part));
  const { given, unclear } = givenDates(text, rule, isNamed, placed, context.today);
  const others = placed
    .flatMap(({ date, part }) => (isRole(part) && part !== rule.needs ? [{ role: part, date }] : []))
    .filter(({ role, date }, index, all) => {
      return index === all.findIndex((other) => other.role === role && other.date === date);
    });
  const asked = withManner(text, askedOf(text, rule, placed, given, context.today));
  const isVerdict = asked.kind === 'verdict';
  const hasOwnDate =
    given.length + others.length > 0 ||
    !!(impossible ?? ambiguous ?? unclear) ||
    (isVerdict && placed.length > 0);
  const asksAboutNow = () => HAPPENED_SOMETIME.test(text) || (isVerdict && ABOUT_NOW.test(text));
  return {
    rule,
    asked,
    given,
    others,
    ...(impossible !== undefined && { impossible }),
    ...(ambiguous && { ambiguous }),
    ...(unclear && { unclear }),
    isSpecific: hasOwnDate || WANTS_CALENDAR_DATE.test(text) || asksAboutNow(),
  };
}

/** "Around 5 October" and 10月5日ごろ name no day. */
function isRough(text: string, { start, end }: Place): boolean {
  return (
    ROUGHLY_BEFORE.test(text.slice(Math.max(0, start - 24), start)) ||
    ROUGHLY_AFTER.test(text.slice(end, end + 8))
  );
}

/** The cues of a text that are no part of the words of its dates. */
function besideDates(cues: readonly Cue[], places: readonly Place[]): Cue[] {
  return cues.filter((cue) => places.every(({ start, end }) => cue.end <= start || cue.start >= end));
}

function isOfReassigning({ part }: Cue): boolean {
  return part === 'reassigning';
}

/** Whether a message that names a day is about another time than now: year-less days beside it are of that time. */
function isFarFrom(today: CivilDate): (date: CivilDate) => boolean {
  return (date) => Math.abs(daysBetween(date, today)) > 366;
}

/** The day that a found date means where it stands. */
function resolve(
  text: string,
  found: FoundDate,
  part: Part | undefined,
  today: CivilDate,
): CivilDate | undefined {
  switch (found.kind) {
    case 'exact': {
      if (found.floats === undefined) return found.date;
      const clause = clauseAround(text, found);
      return settled(found, supposedAs(clause) ?? (IS_PAST.test(clause) ? 'past' : undefined), today);
    }
    case 'yearless': {
      const clause = clauseAround(text, found);
      const isEvent = part === 'redemption' || part === 'assignment';
      if (isEvent && WAS_DONE.test(text.slice(0, found.start))) return resolveYear(found, 'past', today);
      const supposed = supposedAs(clause);
      if (supposed) return resolveYear(found, supposed, today);
      if (isEvent)
        return resolveYear(found, IS_PAST.test(clause) || IS_PAST.test(text) ? 'past' : 'near', today);
      if (part !== undefined && !isRole(part)) {
        return resolveYear(found, WAS.test(clause) ? 'past' : 'future', today);
      }
      return IS_PAST.test(clause) ? resolveYear(found, 'past', today) : nearOrToCome(found, today);
    }
    case 'ambiguous':
    case 'impossible':
      return undefined;
  }
}

/** An expiry date of long ago is told with its year, or as past. */
const LONGEST_AGO_DAYS = 60;

function nearOrToCome(found: YearlessDate, today: CivilDate): CivilDate | undefined {
  const near = resolveYear(found, 'near', today);
  if (near && daysBetween(near, today) <= LONGEST_AGO_DAYS) return near;
  const toCome = resolveYear(found, 'future', today);
  return toCome && daysBetween(today, toCome) <= 366 ? toCome : undefined;
}

function clauseAround(text: string, { start, end }: FoundDate): string {
  const before =
    text
      .slice(0, start)
      .split(/[。！？!?\n;]|\.\s|、|,\s(?=\D)/u)
      .at(-1) ?? '';
  const after = text.slice(end).split(/[。！？!?\n;]|\.\s|、|,/u)[0] ?? '';
  return `${before} ${after}`;
}

/** Several things are asked about, each with a date of its own. */
const FOR_EACH = /\beach\b|\bboth\b|respectively|それぞれ|各々/iu;

function givenDates(
  text: string,
  rule: DateRule,
  isNamed: boolean,
  placed: readonly PlacedDate[],
  today: CivilDate,
): { given: CivilDate[]; unclear?: CivilDate[] } {
  const isForEach = FOR_EACH.test(text);
  // A log says the same day on every line.
  const daysOf = (which: (placed: PlacedDate) => boolean) => [
    ...new Set(placed.filter(which).map(({ date }) => date)),
  ];
  const own = daysOf(
    ({ part }) => part === rule.needs || isSameEvent(rule, part) || (isForEach && !isRole(part)),
  );
  // Beside another date, today is when it is asked about.
  const notToday = own.filter((date) => date !== today);
  const given = notToday.length > 0 ? notToday : own.slice(0, 1);
  if (given.length > 0) return { given };
  // A date that nothing else claims can only be the one that the rule needs, where the message speaks of such a
  // one at all; two of them must be told apart.
  const loose = daysOf(({ part, date }) => part === undefined && date !== today);
  if (loose.length === 1) return { given: isNamed ? loose : [] };
  return loose.length > 1 ? { given: [], unclear: loose } : { given: [] };
}

const THAT_DAY = /\b(?:on|by) (?:that|the same|the very) (?:very )?day\b|その日|当日|同日/iu;

/** "She leaves on 1 December. Can I move it then?" */
const THEN = /\bthen\s*\?|そのとき|その時|それまで/iu;

const DOING: Readonly<Record<DateRuleId, readonly Part[]>> = {
  'key-redeem-by': ['redemption', 'activating', 'using'],
  'key-usable-until': ['using', 'reassigning'],
  'user-assigned-until': ['using', 'activating', 'assignment', 'reassigning', 'redemption'],
  'benefits-until': ['using', 'activating', 'redemption'],
  'reassign-from': ['reassigning', 'using'],
  'renew-from': ['renewing', 'using', 'renewal'],
};

/** @returns whether what a part names is possible, or not, by a rule: a membership is not renewed under the rule of keys */
export function isDoneUnder(rule: DateRuleId, part: Part): boolean {
  return DOING[rule].includes(part);
}

/** "And the one of 1 December?", "what if I redeem it later?": asks for the date once more. */
const SUPPOSES_ONLY =
  /^(?:and |so |but )*(?:what|how) (?:if|about)\b(?!.*\b(?:can|could|still|ok(?:ay)?|possible|in time|too late)\b)|(?:は|たら|なら|だと|場合|すると|れば)(?:どう(?:です|なります)?か?)?[、。\s]*[？?]?$/iu;

/** A question that says when gets the date; one that can be answered by yes or no gets the verdict for the day it names. */
function askedOf(
  text: string,
  rule: DateRule,
  placed: readonly PlacedDate[],
  given: readonly CivilDate[],
  today: CivilDate,
): Asked {
  const question = lastQuestion(text);
  if (ASKS_WHEN.test(question) || !YES_NO.test(question)) return { kind: 'date' };
  const doing = placed.find(({ part }) => part !== rule.needs && part && isDoneUnder(rule.id, part));
  const loose = placed.filter(({ part, date }) => part === undefined && !given.includes(date));
  const isOneDay = loose.every(({ date }) => date === loose[0]!.date);
  const day = doing ?? (given.length > 0 && isOneDay ? loose[0] : undefined);
  if (day) return { kind: 'verdict', day: dayOfDoing(day, rule, question, given, today) };
  const elsewhere = placed.find(({ part }) => part === 'unrelated');
  const thatDay = THAT_DAY.test(question)
    ? (elsewhere ?? placed[0])
    : THEN.test(question)
      ? elsewhere
      : undefined;
  if (thatDay) return { kind: 'verdict', day: thatDay.date };
  const span = spanOfDoing(question, rule, given, today);
  if (span) return { kind: 'verdict', day: span.to, from: span.from };
  return SUPPOSES_ONLY.test(question.trim()) ? { kind: 'date' } : { kind: 'verdict', day: today };
}

/** @returns whether a question is put so that "yes" says that something is not possible: "is it too late?" */
function asksIfOver(question: string): boolean {
  return (ASKS_IF_OVER.test(question) || endsWithOver(question.trim())) && !ASKS_IF_STILL.test(question);
}

function endsWithOver(question: string): boolean {
  const end = ENDS_WITH_OVER.exec(question);
  if (!end) return false;
  const sentence = question.slice(0, end.index).split(/[.?!]/u).at(-1)!;
  // "One question: has it expired?"
  return [sentence, sentence.split(/:\s/u).at(-1)!].some(
    (clause) => HAS.test(clause) && !JOINS_CLAUSES.test(clause),
  );
}

export function asksIfItEnds(question: string): boolean {
  return ASKS_IF_IT_ENDS.test(question);
}

/** How what is asked is put: from the other side, for the end, or for a number of days. */
export function withManner(text: string, asked: Asked): Asked {
  if (asked.kind === 'date') return ASKS_HOW_MANY_DAYS.test(text) ? { ...asked, countsDays: true } : asked;
  const question = lastQuestion(text);
  if (ASKS_EITHER_WAY.test(question)) return { ...asked, isOpen: true };
  if (asksIfItEnds(question)) return { ...asked, isEnd: true };
  return asksIfOver(question) ? { ...asked, isNegative: true } : asked;
}

/** The month or year in which something is to be done: not the one in which it began. */
function spanOfDoing(
  question: string,
  rule: DateRule,
  given: readonly CivilDate[],
  today: CivilDate,
): Span | undefined {
  const dates = findDates(question, { today });
  const spans = findSpans(question, dates, { today, notBefore: notBeforeOf(rule, given, today) });
  if (spans.length === 0) return undefined;
  const places = [...dates, ...spans].sort((a, b) => a.start - b.start);
  const parts = partsOfDates(question, places, besideDates(findCues(question), places));
  return spans.find((span) => parts[places.indexOf(span)] !== rule.needs);
}

/** The day on which something is to be done; without a year, one to come, and not before what it takes. */
function dayOfDoing(
  { date, part, found }: PlacedDate,
  rule: DateRule,
  question: string,
  given: readonly CivilDate[],
  today: CivilDate,
): CivilDate {
  if (found.kind !== 'yearless') return date;
  const meant =
    part === undefined ? (resolveYear(found, WAS.test(question) ? 'past' : 'future', today) ?? date) : date;
  const notBefore = startOf(rule, given);
  return notBefore && meant < notBefore ? (resolveYear(found, 'future', notBefore) ?? meant) : meant;
}

/** Nothing is used before it is redeemed, nor reassigned before it is assigned. */
function startOf({ needs }: DateRule, given: readonly CivilDate[]): CivilDate | undefined {
  return needs === 'redemption' || needs === 'assignment' ? given[0] : undefined;
}

/**
 * @param given - what the rule is applied to
 * @returns the first day that a day without a year can mean on which something is to be done
 */
export function notBeforeOf(rule: DateRule, given: readonly CivilDate[], today: CivilDate): CivilDate {
  const start = startOf(rule, given);
  return start && start > today ? start : today;
}

/** The sentence that asks; where none is marked, the whole message. */
function lastQuestion(text: string): string {
  const sentences = text.match(/[^。！？!?\n]+[。！？!?\n]*/gu) ?? [text];
  const asking = sentences.filter((sentence) => /[?？]|か(?:ね|な)?[。\s]*$/u.test(sentence));
  return asking.find((sentence) => ASKS_WHEN.test(sentence)) ?? asking.at(-1) ?? text;
}

/** To activate a key is to redeem it. */
function isSameEvent(rule: DateRule, part: Part | undefined): boolean {
  return rule.id === 'key-usable-until' && part === 'activating';
}
