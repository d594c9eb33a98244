// The last date that was worked out, so that the next message can build on it.
import type { BotState, StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DateState } from '../knowledge/rules/dateState.js';
import { followUp } from '../knowledge/rules/dateFollowUp.js';
import type { Message } from './message.js';

export class LastDateAnswer {
  readonly #property: StatePropertyAccessor<DateState | undefined>;

  constructor(conversationState: BotState) {
    this.#property = conversationState.createProperty('lastDateAnswer');
  }

  async set(context: TurnContext, state: DateState): Promise<void> {
    await this.#property.set(context, state);
  }

  async forget(context: TurnContext): Promise<void> {
    await this.#property.delete(context);
  }

  /** @returns the question that a message comes to which builds on the last answer; undefined where it is none */
  async followedBy(context: TurnContext, message: Message): Promise<DateState | undefined> {
    const last = await this.#property.get(context);
    return last && followUp(last, message);
  }
}
