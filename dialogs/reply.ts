// What the bot says, before it is put into words: dialogs decide the reply, the edge phrases and renders it.
import type { TurnContext } from 'botbuilder';
import type { CivilDate } from '../knowledge/dates/civilDate.js';
import type { Aspect } from '../knowledge/faq/aspect.js';
import type { Language } from '../knowledge/faq/language.js';
import type { Entry, Fact, Field, Form, UncoveredTopic } from '../knowledge/faq/schema.js';
import type { DateRole, DateRule } from '../knowledge/rules/dateRules.js';
import type { DateProblem } from '../knowledge/rules/dateState.js';
import type { Conclusion, DiagnosisChoice, DiagnosisQuestion } from '../knowledge/rules/diagnosis.js';
import type { FormValues } from '../knowledge/rules/formValues.js';
import type { Lead } from '../knowledge/understanding/polarity.js';

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
  /** Where yes or no was asked: whether it is possible on the day, or from one day to the other. */
  readonly verdict?: {
    readonly day: CivilDate;
    readonly from?: CivilDate | undefined;
    readonly isPossible: 'yes' | 'partly' | 'no';
    /** Whether "yes" would say that it is not possible: "is it too late?" */
    readonly isNegative: boolean;
    /** Whether "yes" would say that the day is the last one: "until the 3rd?" */
    readonly isEnd: boolean;
    /** Whether neither yes nor no would be understood. */
    readonly isOpen: boolean;
  };
  /** Whether to say how many days from today it is. */
  readonly countsDays: boolean;
  /** Whether to say which of several comes first. */
  readonly isFirst: boolean;
  /** Further dates of the question. */
  readonly others: readonly { readonly role: DateRole; readonly date: CivilDate }[];
  readonly today: CivilDate;
}

/** A place in a walkthrough. */
export interface WalkthroughPlace {
  readonly entry: Entry;
  /** The step, counted from 1. */
  readonly step: number;
  /** The name of the place, for its buttons. */
  readonly at: string;
}

/** What is said before a step or a question of a walkthrough. */
export type WalkthroughLead =
  | 'started'
  | 'startedOver'
  | 'continued'
  | 'skipped'
  | 'firstAlready'
  | 'noSuchStep'
  /** Another walkthrough was left for this one. */
  | 'leftAnother'
  /** What was said is not understood; the step is shown again. */
  | 'notUnderstood'
  /** It is not taken for done. */
  | 'stillHere'
  /** How far it is. */
  | 'progress'
  | 'takeYourTime';

/** What became of a message that was meant for a field. */
export type FieldLead =
  | { readonly kind: 'noted'; readonly isMasked: boolean; readonly cut: number }
  | { readonly kind: 'leftOut' }
  /** What to write was asked; the question says it once more. */
  | { readonly kind: 'fieldHelp' }
  /** The summary will be in this language; fields are still missing. */
  | { readonly kind: 'summaryIn'; readonly language: Language }
  | { readonly kind: 'impossible'; readonly text: string };

/** A form that is ready to be used. */
export interface FormSummary {
  readonly form: Form;
  readonly values: FormValues;
  /** The id of the draft, for its file. */
  readonly draft: string;
  readonly language: Language;
}

export type WalkthroughReply =
  | (WalkthroughPlace & {
      readonly kind: 'step';
      readonly lead?: WalkthroughLead | FieldLead | undefined;
      /** Only reminded of, after something else. */
      readonly isBrief?: boolean;
      readonly summary?: FormSummary | undefined;
    })
  | (WalkthroughPlace & {
      readonly kind: 'askField';
      readonly form: Form;
      readonly field: Field;
      readonly lead?: WalkthroughLead | FieldLead | undefined;
      /** The first question of its form. */
      readonly isFirst: boolean;
      /** Only reminded of, after something else. */
      readonly isBrief?: boolean;
    })
  /** What to do where the step does not work out. */
  | (WalkthroughPlace & { readonly kind: 'stuck' })
  /** What was filled in so far, before a field is asked for. */
  | { readonly kind: 'summarySoFar'; readonly summary: FormSummary }
  | { readonly kind: 'nothingFilledIn' }
  /** All steps at once; it goes on where it was. */
  | (WalkthroughPlace & { readonly kind: 'allSteps' })
  /** "You were at step 4. Continue?" */
  | (WalkthroughPlace & { readonly kind: 'offerToContinue' })
  | (WalkthroughPlace & { readonly kind: 'walkthroughPaused' })
  | { readonly kind: 'walkthroughDone'; readonly entry: Entry };

/** Why a question of a diagnosis is asked once more: some choices were ruled out, or several lead apart. */
export type DiagnosisLead = 'denied' | 'several';

/** A question of a diagnosis, or what follows from the replies. */
export type DiagnosisReply =
  | {
      readonly kind: 'diagnosisQuestion';
      readonly entry: Entry;
      readonly question: DiagnosisQuestion;
      readonly at: string;
      /** Only reminded of, after something else. */
      readonly isBrief?: boolean;
      readonly lead?: DiagnosisLead | undefined;
    }
  | {
      readonly kind: 'diagnosisConclusion';
      readonly entry: Entry;
      readonly conclusion: Conclusion;
      /** What it is concluded from, where the user named several. */
      readonly named: readonly DiagnosisChoice[];
    };

/** What is kept of the person in this conversation. */
export interface Known {
  readonly kind: 'known';
  /** The person has asked for the language that is spoken, and did not just write in it. */
  readonly isPinned: boolean;
  /** What was talked of, the last one at the end. */
  readonly topics: readonly Subject[];
  /** The dates that were worked out with last. */
  readonly dates?:
    | {
        readonly rule: DateRule;
        readonly told: readonly { readonly role: DateRole; readonly date: CivilDate }[];
      }
    | undefined;
  /** `isOpen`: it goes on now; else it was set aside. */
  readonly guides: readonly { readonly entry: Entry; readonly step: number; readonly isOpen: boolean }[];
  /** Forms that were begun: how many of each, and which of their fields are filled in. */
  readonly forms: readonly {
    readonly form: Form;
    readonly count: number;
    readonly fields: readonly Field[];
  }[];
}

export type Reply =
  | DateReply
  | WalkthroughReply
  | DiagnosisReply
  /** Which date is it? The rule says what it is needed for. */
  | { readonly kind: 'askDate'; readonly rule: DateRule; readonly problem?: DateProblem | undefined }
  /** `lead` is the word that it begins with, where yes or no fits how it was asked. */
  | (Subject & { readonly kind: 'answer'; readonly lead?: Lead | undefined })
  /** Which of these is meant? */
  | { readonly kind: 'clarify'; readonly choices: readonly Subject[] }
  /** The FAQ does not answer this; `topic` names what it does not cover, `near` are entries that may help. */
  | {
      readonly kind: 'none';
      readonly topic?: UncoveredTopic | undefined;
      readonly near: readonly Subject[];
      /** The reply before was an apology, too. */
      readonly isAgain: boolean;
    }
  /** The bot does nothing in the user's place, or has done nothing; `near` are entries that tell how it is done. */
  | { readonly kind: 'cannotAct' | 'hasNotActed' | 'cannotRemind'; readonly near: readonly Subject[] }
  /** The FAQ does not say this of what was talked of. */
  | (Subject & { readonly kind: 'unsaid'; readonly aspect: Aspect })
  /** The last answer in other words: in short, or where it stands. */
  | (Subject & { readonly kind: 'inShort' | 'source' | 'confirmed' | 'noExample' })
  /** All that the FAQ says of a subject, each in a line. */
  | { readonly kind: 'overview'; readonly topics: readonly Subject[] }
  /** Which languages the bot speaks; `asked` is the one that was asked for. */
  | { readonly kind: 'languages'; readonly asked: Language | undefined; readonly isOther: boolean }
  | Known
  | PlainReply;

/** A reply that is nothing but its kind. */
export interface PlainReply {
  readonly kind:
    | 'welcome'
    /** Where several people talk. */
    | 'groupWelcome'
    | 'help'
    /** Invites a question. */
    | 'ask'
    /** Which date is to be worked out? */
    | 'chooseDate'
    | 'greeting'
    | 'thanks'
    /** A word of thanks before the point of the message is met. */
    | 'thanksLead'
    /** A word of regret before it. */
    | 'sorryLead'
    | 'acknowledged'
    | 'declined'
    | 'noNeedToApologise'
    | 'smallTalk'
    | 'takeYourTime'
    /** Nothing but the FAQ is told, whatever is asked of the bot. */
    | 'onlyTheFaq'
    | 'goodbye'
    | 'aboutBot'
    | 'human'
    | 'frustration'
    | 'cancelled'
    | 'nothingToCancel'
    /** There is no walkthrough to go on with. */
    | 'nothingToContinue'
    | 'startedOver'
    | 'languagePinned'
    /** Shall what is kept of the person be deleted? */
    | 'askToForget'
    | 'forgotten'
    /** It was not to be deleted. */
    | 'notForgotten'
    | 'chooseLanguage'
    /** None of the choices of a clarify question was meant. */
    | 'noneOfThese'
    | 'noText'
    | 'attachmentOnly'
    /** A card was sent to the bot, such as one from its search command. */
    | 'cardOnly'
    | 'outdatedButton'
    /** What is open has moved on since, and is shown again below. */
    | 'overtakenButton'
    /** Thanks for a good verdict on an answer. */
    | 'liked'
    /** What was missing in the answer? */
    | 'disliked'
    | 'commentNoted'
    | 'noComment'
    /** The verdict or the comment could not be kept. */
    | 'verdictLost'
    /** Asks not to post secrets. */
    | 'secretPosted'
    | 'failure';
}

/** Adds a reply to what the turn says, in a language. */
export type Respond = (context: TurnContext, reply: Reply, language: Language) => Promise<void>;
