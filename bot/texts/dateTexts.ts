// What the bot says about dates; dateTexts.en.ts and dateTexts.ja.ts write it. Dates come in already formatted.
import type { DateRole, DateRuleId } from '../../knowledge/rules/dateRules.js';

/** What a date ends or begins: the time to do something, the time to use something, or the time from which it is possible. */
export type Limit = 'deadline' | 'end' | 'start';

export interface DateTexts {
  /** The date that a rule gives, as a sentence. */
  readonly answer: Readonly<Record<DateRuleId, (date: string) => string>>;
  /** The rule, applied to the date that was given. */
  readonly because: Readonly<Record<DateRuleId, (given: string) => string>>;
  /** Said of a last day that is still to come. */
  readonly notOnLastDay: string;
  /** The rule, without a date. */
  readonly rule: Readonly<Record<DateRuleId, string>>;
  readonly ask: Readonly<Record<DateRole, string>>;
  /** That the date may be written in words, with an example. */
  readonly askHint: (needs: DateRole) => string;
  /** The button beside the date input. */
  readonly submit: string;
  readonly impossible: (words: string) => string;
  readonly choose: (dates: readonly string[]) => string;
  readonly noDate: string;
  /** To who does not know a date: where it stands, or that the FAQ does not say. */
  readonly unknown: Readonly<Record<DateRole, string>>;
  /** To who says that it has not happened yet: what to tell in its place. */
  readonly notYet: Readonly<Record<DateRole, string>>;
  readonly today: string;
  /** What an answer to a question that can be answered by yes or no begins with. */
  readonly lead: { readonly yes: string; readonly no: string };
  readonly possible: (day: string, limit: Limit, answer: string) => string;
  /** A month or a year of which only the beginning (an end, a deadline) or the end (a start) is possible. */
  readonly partlyPossible: (span: string, limit: Limit, answer: string) => string;
  readonly impossibleOn: (day: string, limit: Limit, answer: string, date: string, isPast: boolean) => string;
  /** To "does it end on that day?": whether it does, and when it ends. */
  readonly ends: (isSo: boolean, answer: string) => string;
  /** How far the date is from today. */
  readonly daysLeft: (days: number) => string;
  readonly hasPassed: string;
  /** One of several: what was given, and the date. */
  readonly item: (role: string, given: string, bound: 'until' | 'from', date: string) => string;
  /** How far the date of one of several is from today, behind it. */
  readonly itemDaysLeft: (days: number) => string;
  /** The one of several that comes first. */
  readonly first: (item: string) => string;
  /** What a date is, on the timeline. */
  readonly role: Readonly<Record<DateRole, string>>;
  readonly result: Readonly<Record<DateRuleId, string>>;
  readonly addToCalendar: string;
  /** A button that has the date of a rule worked out; the bot must understand it as that question. */
  readonly workOut: Readonly<Record<DateRuleId, string>>;
}
