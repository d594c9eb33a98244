// What the user wrote in this turn, read once and kept for every dialog of the turn.
import type { TurnContext } from 'botbuilder';
import type { CivilDate } from '../knowledge/dates/civilDate.js';
import type { Language } from '../knowledge/faq/language.js';

export interface Message {
  readonly text: string;
  /** The language to reply in. */
  readonly language: Language;
  /** The user's today. */
  readonly today: CivilDate;
  /** The client's locale, which tells how to read 03/04/2021. */
  readonly locale: string | undefined;
}

const MESSAGE = Symbol('message');

export function setMessage(context: TurnContext, message: Message): void {
  context.turnState.set(MESSAGE, message);
}

export function messageOf(context: TurnContext): Message {
  return context.turnState.get<Message>(MESSAGE);
}
