// The entry that was answered from last, so that "walk me through it" has something to mean.
import type { BotState, StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { EntryId } from '../knowledge/faq/schema.js';

export class LastEntry {
  readonly #property: StatePropertyAccessor<EntryId | undefined>;

  constructor(conversationState: BotState) {
    this.#property = conversationState.createProperty('lastEntry');
  }

  async get(context: TurnContext): Promise<EntryId | undefined> {
    return this.#property.get(context);
  }

  async set(context: TurnContext, entry: EntryId): Promise<void> {
    await this.#property.set(context, entry);
  }

  async forget(context: TurnContext): Promise<void> {
    await this.#property.delete(context);
  }
}
