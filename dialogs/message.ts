// What the user wrote in this turn, read once and kept for every dialog of the turn.
import type { TurnContext } from 'botbuilder';
import type { CivilDate } from '../knowledge/dates/civilDate.js';
import type { Language } from '../knowledge/faq/language.js';

/** A message as it was received. */
export interface ReceivedMessage {
  /** What is read of it: see `boundedText`. */
  readonly text: string;
  /** All of it, for what is kept as it was written: a field of a form, a comment. */
  readonly whole: string;
  /** The user's today. */
  readonly today: CivilDate;
  /** The client's locale, which tells how to read 03/04/2021. */
  readonly locale: string | undefined;
  readonly now: Date;
  /** The place that a button on a card was made for, where one was pressed that belongs to a place. */
  readonly pressedAt?: string | undefined;
}

export interface Message extends ReceivedMessage {
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
