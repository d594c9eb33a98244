// What a message means: one value a turn, which the dialogs compare and nobody reads letters after.
import type { CivilDate } from '../dates/civilDate.js';
import type { Aspect } from '../faq/aspect.js';
import type { FoundDate } from '../dates/foundDate.js';
import type { Language } from '../faq/language.js';
import type { DateQuestion } from '../rules/dateQuestion.js';
import type { Match } from '../search/match.js';
import type { DetectedLanguage } from '../text/detectLanguage.js';
import type { Act } from './acts.js';

/** What the bot waits for, which makes some acts likelier than others. */
export type Expectation =
  | 'nothing'
  /** Which of the listed choices is meant? */
  | 'choice'
  /** A question about the user's own case, with choices. */
  | 'diagnosis'
  | 'date'
  /** A field of a form. */
  | 'field'
  /** That a step of a guide is done. */
  | 'step'
  /** Yes or no to what was offered. */
  | 'offer'
  /** What was missing in an answer. */
  | 'comment';

/** A choice that was listed. */
export interface Choice {
  /** Its title, and other words for it, in every language. */
  readonly names: readonly string[];
  /** What it stands for beside a thing of its own: all of them, none, another one, not known. */
  readonly means?: 'all' | 'none' | 'other' | 'unknown' | undefined;
}

/** An entry of the FAQ or one of its facts, by id. */
export interface Topic {
  readonly entry: string;
  readonly fact?: string | undefined;
  /** The subject that was named. */
  readonly subject?: string | undefined;
}

/** What something that says less than a question comes to, after what was talked of. */
export type FollowUp =
  | { readonly kind: 'topic'; readonly topic: Topic; readonly subject?: string }
  /** The FAQ does not say this of the topic. */
  | { readonly kind: 'unsaid'; readonly topic: Topic; readonly aspect: Aspect };

/** Where the conversation is, as plain data. */
export interface Situation {
  readonly expects: Expectation;
  /** As they were listed. */
  readonly choices: readonly Choice[];
  /** A guide is open, maybe below something else. */
  readonly isGuiding: boolean;
  /** A guide was stopped, and can be gone on with. */
  readonly isPaused: boolean;
  /** What was answered last, or what the open guide is about. */
  readonly focus?: Topic | undefined;
  /** What was answered together, in its order. */
  readonly list?: readonly Topic[] | undefined;
  /** The user's own day. */
  readonly today: CivilDate;
  /** The client's locale, which tells how to read 03/04/2021. */
  readonly locale?: string | undefined;
}

/** Which of the listed choices a clause names: their places in the list. */
export interface Picked {
  readonly affirmed: readonly number[];
  /** "not Azure Pass", and what was so and is no more. */
  readonly denied: readonly number[];
  /** The clause says that it is not certain. */
  readonly isDoubtful: boolean;
}

/** Something that a message does. */
export interface Clause {
  readonly text: string;
  /** `ask`: it asks or tells something, of the FAQ's subjects or of anything else. */
  readonly act: Act | 'ask';
  /** From 0 to 1. */
  readonly confidence: number;
  /** The act that comes next, and how probable it is. */
  readonly runnerUp?: { readonly act: Act | 'ask'; readonly confidence: number } | undefined;
  /** Whether it is put as a question or asks for information. */
  readonly isQuestion: boolean;
  /** The number of a step or of a choice, counted from 1; -1 is the last. */
  readonly number?: number | undefined;
  /** The one of the bot's languages that is named. */
  readonly language?: Language | undefined;
  /** It names a language that the bot does not speak. */
  readonly namesOtherLanguage: boolean;
  /** It denies something. */
  readonly denies: boolean;
  /** It says that something does not work. */
  readonly tellsTrouble: boolean;
  /** It asks to be led through something, one step after the other. */
  readonly wantsGuidance: boolean;
  /** It says that something is done. */
  readonly saysDone: boolean;
  /** It orders to go on. */
  readonly saysOnward: boolean;
  /** It says that all is done, and nothing of what was done. */
  readonly saysFinished: boolean;
  /** It says that something is wanted. */
  readonly wants: boolean;
  /** It speaks of filling something in. */
  readonly speaksOfWriting: boolean;
  /** It asks for all that is known of something. */
  readonly wantsEverything: boolean;
  /** It asks for all at once. */
  readonly wantsAll: boolean;
  /** It holds a word that denies: "don't delete it", 「消さないで」. */
  readonly isNegated: boolean;
  readonly picked: Picked;
  /** What it comes to after what was talked of last. */
  readonly followUp?: FollowUp | undefined;
  /** The subjects of the FAQ that it names. */
  readonly subjects: readonly string[];
  /** What it asks for of the FAQ. */
  readonly match: Match;
  /** The dates that it names. */
  readonly found: readonly FoundDate[];
  /** It names a day, maybe without its month. */
  readonly namesDay: boolean;
  /** What it asks for by a date rule. */
  readonly dates?: DateQuestion | undefined;
}

export interface Reading {
  /** The whole message. */
  readonly text: string;
  readonly language: DetectedLanguage | undefined;
  /** In their order; one at least. Of a message without letters and digits it is an `ask` with no match. */
  readonly clauses: readonly Clause[];
}
