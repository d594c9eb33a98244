// One turn at a time in a conversation, in the order of arrival; other conversations do not wait.
import type { Middleware, TurnContext } from 'botbuilder';

export class TurnQueue implements Middleware {
  readonly #last = new Map<string, Promise<void>>();

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const { channelId, conversation } = context.activity;
    const key = `${channelId}/${conversation.id}`;
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(next);
    const settled = turn.catch(() => undefined);
    this.#last.set(key, settled);
    try {
      await turn;
    } finally {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    }
  }
}
