// What the bot says, before it is put into words: dialogs decide the reply, the edge phrases and renders it.
import type { TurnContext } from 'botbuilder';
import type { Language } from '../knowledge/faq/language.js';
import type { Entry, Fact, UncoveredTopic } from '../knowledge/faq/schema.js';

/** An entry of the FAQ, or one detail of it. */
export interface Subject {
  readonly entry: Entry;
  readonly fact?: Fact | undefined;
}

export type Reply =
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
