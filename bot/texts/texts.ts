// What the bot has sentences for; en.ts and ja.ts write them. A sentence that a language lacks does not compile.
import type { Aspect } from '../../knowledge/faq/aspect.js';
import type { Lead } from '../../knowledge/understanding/polarity.js';
import type { Verdict } from '../../dialogs/verdict.js';

/** Everything the bot says that is not content of the FAQ. Markdown as Teams, Web Chat and the Emulator share it. */
export interface Texts {
  /** The name of the language, in the language. */
  readonly languageName: string;
  /** @param faq - the title of the FAQ */
  welcome(faq: string): string;
  /** Where several people talk, so that the bot must be mentioned. */
  groupWelcome(faq: string): string;
  help(faq: string): string;
  ask(faq: string): string;
  chooseDate: string;
  chooseDateHint: string;
  /** Where the FAQ has no date rules. */
  noDates: string;
  greeting(faq: string): string;
  thanks: string;
  /** Before what the message asks besides. */
  thanksLead: string;
  sorryLead: string;
  acknowledged: string;
  declined: string;
  noNeedToApologise: string;
  smallTalk(faq: string): string;
  takeYourTime: string;
  /** To who wants something else of it than answers from its FAQ. */
  onlyTheFaq(faq: string): string;
  /** @param asked - whether one was asked for that it speaks, or one that it doesn't */
  languages(asked: 'ours' | 'another' | undefined): string;
  cannotRemind: string;
  goodbye: string;
  aboutBot(faq: string): string;
  human(support: string | undefined): string;
  /** @param support - a link to people who help, if the FAQ names one */
  frustration(support: string | undefined): string;
  /** To who asks the bot to do something in their place. */
  cannotAct: string;
  /** To who asks whether the bot has done something. */
  hasNotActed: string;
  cancelled: string;
  nothingToCancel: string;
  nothingToContinue: string;
  startedOver(faq: string): string;
  languagePinned: string;
  chooseLanguage: string;
  clarify: string;
  clarifyHint: string;
  /** A button that says that no choice is meant; it sends itself. */
  noneOfThese: string;
  noneOfTheseReply(support: string | undefined): string;
  /** @param topic - what the question seems to be about, where the FAQ says that it does not cover it */
  none(topic: string | undefined, support: string | undefined): string;
  /** In the place of a second apology in a row: what can be done instead. */
  noneAgain(topic: string | undefined, support: string | undefined): string;
  near: string;
  /** That the FAQ does not say something of what was talked of: `title` names it. */
  unsaid(aspect: Aspect, title: string): string;
  /** Where the last answer stands. */
  sourceOf(question: string, section: string): string;
  confirmed: string;
  /** The way to people who may know. */
  askThere(support: string): string;
  noExample: string;
  overview: string;
  noText: string;
  attachmentOnly: string;
  cardOnly: string;
  outdatedButton: string;
  overtakenButton: string;
  /** The buttons of a verdict; they send themselves. */
  readonly verdict: Readonly<Record<Verdict, string>>;
  liked: string;
  /** Asks what was missing. */
  disliked(support: string | undefined): string;
  commentNoted(support: string | undefined): string;
  noComment: string;
  verdictLost(support: string | undefined): string;
  /** In the place of a card whose button is answered with a new message. */
  continuedBelow: string;
  /** To who has posted a password, a key or an ID. */
  secretPosted: string;
  failure: string;
  /** Stands in the chat in the place of the middle of a very long message. @param count - characters */
  omitted(count: number): string;
  /** An answer that begins with yes, no, or that it is as was said. */
  readonly lead: Readonly<Record<Lead, (answer: string) => string>>;
  /** The line that names the entry an answer comes from. */
  source(question: string): string;
  /** A link with what it leads to. */
  link(title: string, url: string): string;
}
