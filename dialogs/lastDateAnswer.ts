// The last date that was worked out, so that the next message can build on it.
import type { BotState, StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DateDialogState } from './dateDialogState.js';
import { followUp } from './dateFollowUp.js';
import type { Message } from './message.js';

export class LastDateAnswer {
  readonly #property: StatePropertyAccessor<DateDialogState | undefined>;

  constructor(conversationState: BotState) {
    this.#property = conversationState.createProperty('lastDateAnswer');
  }

  async set(context: TurnContext, state: DateDialogState): Promise<void> {
    await this.#property.set(context, state);
  }

  async forget(context: TurnContext): Promise<void> {
    await this.#property.delete(context);
  }

  /** @returns the question that a message comes to which builds on the last answer; undefined where it is none */
  async followedBy(context: TurnContext, message: Message): Promise<DateDialogState | undefined> {
    const last = await this.#property.get(context);
    return last && followUp(last, message);
  }
}
