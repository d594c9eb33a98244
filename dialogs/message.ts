// What the user wrote in this turn, read once and kept for every dialog of the turn.
import type { TurnContext } from 'botbuilder';
import type { CivilDate } from '../knowledge/dates/civilDate.js';
import type { Language } from '../knowledge/faq/language.js';
import type { Offer } from './memory.js';
import type { Clause, Reading } from '../knowledge/understanding/reading.js';

/** What a message does, and what is known of the one who sent it. */
export interface Message {
  /** The whole message, as it was written. */
  readonly text: string;
  readonly reading: Reading;
  /** What of it is to be met now; a message may do several things. */
  readonly clause: Clause;
  /** Something else of the message is met after this, so that the place where it goes on need not be shown yet. */
  readonly hasMore: boolean;
  /** The user's today. */
  readonly today: CivilDate;
  /** The client's locale, which tells how to read 03/04/2021. */
  readonly locale: string | undefined;
  readonly now: Date;
  /** The place that a button on a card was made for, where one was pressed that belongs to a place. */
  readonly pressedAt?: string | undefined;
  /** What the last reply offered. */
  readonly offer?: Offer | undefined;
  /** The last reply was an apology. */
  readonly hasApologised: boolean;
  /** The language to reply in. */
  readonly language: Language;
}

const MESSAGE = Symbol('message');

export function setMessage(context: TurnContext, message: Message): void {
  context.turnState.set(MESSAGE, message);
}

export function messageOf(context: TurnContext): Message {
  return context.turnState.get<Message>(MESSAGE);
}
