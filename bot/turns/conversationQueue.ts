// One thing at a time in a conversation, in the order of arrival; other conversations do not wait.

export class ConversationQueue {
  readonly #last = new Map<string, Promise<void>>();
  #length = 0;

  /** How many are waiting or at work. */
  get length(): number {
    return this.#length;
  }

  async run<T>(conversation: string, work: () => Promise<T>): Promise<T> {
    this.#length += 1;
    const turn = (this.#last.get(conversation) ?? Promise.resolve()).then(work);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(conversation, settled);
    try {
      return await turn;
    } finally {
      this.#length -= 1;
      if (this.#last.get(conversation) === settled) this.#last.delete(conversation);
    }
  }
}
