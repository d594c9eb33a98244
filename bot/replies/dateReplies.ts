// Puts what was worked out about dates, and what is missing for it, into words and cards.
import type { DateReply } from '../../dialogs/reply.js';
import { type CivilDate, daysBetween } from '../../knowledge/dates/civilDate.js';
import { formatDate, formatSpan } from '../../knowledge/dates/formatDate.js';
import type { Language } from '../../knowledge/faq/language.js';
import type { DateRule } from '../../knowledge/rules/dateRules.js';
import type { DateProblem } from '../../knowledge/rules/dateState.js';
import type { Limit } from '../texts/dateTexts.js';
import { dateTextsIn } from '../texts/textsIn.js';
import { type CardElement, type TimelineDay, timeline } from './cards.js';
import { withoutMarkup } from './markdown.js';

export interface DateWording {
  readonly paragraphs: readonly string[];
  readonly card: readonly CardElement[];
}

export function dateAnswer(reply: DateReply, language: Language): DateWording {
  const texts = dateTextsIn(language);
  const { rule, results, verdict, today } = reply;
  const format = (date: CivilDate) => formatDate(date, language);
  const [{ given, date } = results[0]!] = results;
  const answer = texts.answer[rule.id](format(date));
  const card = timeline(daysOf(reply, language));

  if (results.length > 1) {
    const items = results.map((each) => {
      const item = texts.item(texts.role[rule.needs], format(each.given), rule.bound, format(each.date));
      const isAhead = reply.countsDays && each.date >= today;
      return isAhead ? `${item}${texts.itemDaysLeft(daysBetween(today, each.date))}` : item;
    });
    if (reply.isFirst) items[0] = texts.first(items[0]!);
    return { paragraphs: [items.map((item) => `- ${item}`).join('\n'), texts.rule[rule.id]], card };
  }
  const isPast = date < today;
  const space = language === 'en' ? ' ' : '';
  const limit = limitOf(rule);
  const isAhead = limit === 'deadline' && date > today && verdict?.isPossible !== 'no';
  const because = [texts.because[rule.id](format(given)), ...(isAhead ? [texts.notOnLastDay] : [])].join(
    space,
  );
  if (verdict) {
    const { day: last, from = last } = verdict;
    // "Does it stop on the 6th?" where the 5th is the last day: both are right.
    const isDayAfter = daysBetween(date, last) === 1;
    if (verdict.isEnd)
      return { paragraphs: [isDayAfter ? answer : texts.ends(last === date, answer), because], card };
    const day = from === last && last === today ? texts.today : formatSpan(from, last, language);
    const sentences = {
      yes: () => texts.possible(day, limit, answer),
      partly: () => texts.partlyPossible(day, limit, answer),
      no: () => texts.impossibleOn(day, limit, answer, format(date), isPast),
    };
    const lead = (verdict.isPossible === 'no') === verdict.isNegative ? texts.lead.yes : texts.lead.no;
    const sentence = sentences[verdict.isPossible]();
    return { paragraphs: [verdict.isOpen ? capitalised(sentence) : lead + sentence, because], card };
  }
  const passed = isPast && rule.bound === 'until' ? [texts.hasPassed] : [];
  const left = reply.countsDays && !isPast ? [texts.daysLeft(daysBetween(today, date))] : [];
  return { paragraphs: [[answer, ...passed, ...left].join(space), because], card };
}

/** Benefits are redeemed by a deadline; what has been redeemed or assigned is used until its end. */
function limitOf({ id, bound }: DateRule): Limit {
  if (bound === 'from') return 'start';
  return id === 'key-usable-until' || id === 'user-assigned-until' ? 'end' : 'deadline';
}

/** The question for a date: what was wrong before, the question, the rule it is needed for. */
export function dateQuestion(rule: DateRule, problem: DateProblem | undefined, language: Language): string[] {
  const texts = dateTextsIn(language);
  const ask = texts.ask[rule.needs];
  switch (problem?.kind) {
    case 'impossible':
      return [
        `${texts.impossible(withoutMarkup(problem.text))}${language === 'en' ? ' ' : ''}${ask}`,
        texts.askHint(rule.needs),
      ];
    case 'choose':
      return [ask, texts.choose(problem.dates.map((date) => formatDate(date, language)))];
    case 'none':
      return [`${texts.noDate}${language === 'en' ? ' ' : ''}${ask}`, texts.askHint(rule.needs)];
    case 'unknown':
    case 'notYet':
      return [texts[problem.kind][rule.needs]];
    case undefined:
      return [ask, `${texts.rule[rule.id]}${language === 'en' ? ' ' : ''}${texts.askHint(rule.needs)}`];
  }
}

/** A date input that sends the rule with the date, so that an old card still means what it asked for. */
export function dateInput(
  rule: DateRule,
  language: Language,
): { body: CardElement[]; actions: CardElement[] } {
  const texts = dateTextsIn(language);
  return {
    body: [{ type: 'Input.Date', id: 'date', label: texts.role[rule.needs] }],
    actions: [{ type: 'Action.Submit', title: texts.submit, data: { rule: rule.id } }],
  };
}

function daysOf({ rule, results, others, today }: DateReply, language: Language): TimelineDay[] {
  const texts = dateTextsIn(language);
  const days = [
    ...others.map(({ role, date }) => ({ date, label: texts.role[role], isResult: false })),
    ...results
      .filter(({ given, date }) => given !== date)
      .map(({ given }) => ({ date: given, label: texts.role[rule.needs], isResult: false })),
    { date: today, label: capitalised(texts.today), isResult: false },
    ...results.map(({ date }) => ({ date, label: texts.result[rule.id], isResult: true })),
  ];
  return days
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((day) => ({ ...day, date: formatDate(day.date, language) }));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
