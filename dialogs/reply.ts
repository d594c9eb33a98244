// What the bot says, before it is put into words: dialogs decide the reply, the edge phrases and renders it.
import type { TurnContext } from 'botbuilder';
import type { CivilDate } from '../knowledge/dates/civilDate.js';
import type { Language } from '../knowledge/faq/language.js';
import type { Entry, Fact, UncoveredTopic } from '../knowledge/faq/schema.js';
import type { DateRole, DateRule } from '../knowledge/rules/dateRules.js';

/** An entry of the FAQ, or one detail of it. */
export interface Subject {
  readonly entry: Entry;
  readonly fact?: Fact | undefined;
}

/** A date worked out by a rule. */
export interface DateReply {
  readonly kind: 'dateAnswer';
  readonly rule: DateRule;
  /** Each date that was given, with the date that the rule makes of it; at least one. */
  readonly results: readonly { readonly given: CivilDate; readonly date: CivilDate }[];
  /** Where yes or no was asked: whether it is possible on the day. */
  readonly verdict?: { readonly day: CivilDate; readonly isPossible: boolean };
  /** Further dates of the question. */
  readonly others: readonly { readonly role: DateRole; readonly date: CivilDate }[];
  readonly today: CivilDate;
}

/** Why a date is asked for once more. */
export type DateProblem =
  /** The words name a day that does not exist. */
  | { readonly kind: 'impossible'; readonly text: string }
  /** One of these is meant. */
  | { readonly kind: 'choose'; readonly dates: readonly CivilDate[] }
  /** The message held no date. */
  | { readonly kind: 'none' };

export type Reply =
  | DateReply
  /** Which date is it? The rule says what it is needed for. */
  | { readonly kind: 'askDate'; readonly rule: DateRule; readonly problem?: DateProblem | undefined }
  | (Subject & { readonly kind: 'answer' })
  /** Which of these is meant? */
  | { readonly kind: 'clarify'; readonly choices: readonly Subject[] }
  /** The FAQ does not answer this; `topic` names what it does not cover, `near` are entries that may help. */
  | { readonly kind: 'none'; readonly topic?: UncoveredTopic | undefined; readonly near: readonly Subject[] }
  | {
      readonly kind:
        | 'welcome'
        | 'help'
        | 'greeting'
        | 'thanks'
        | 'goodbye'
        | 'aboutBot'
        | 'human'
        | 'frustration'
        | 'cancelled'
        | 'nothingToCancel'
        | 'startedOver'
        | 'languagePinned'
        | 'chooseLanguage'
        /** None of the choices of a clarify question was meant. */
        | 'noneOfThese'
        | 'noText'
        | 'attachmentOnly'
        | 'outdatedButton'
        | 'failure';
    };

/** Sends a reply in a language. */
export type Respond = (context: TurnContext, reply: Reply, language: Language) => Promise<void>;
