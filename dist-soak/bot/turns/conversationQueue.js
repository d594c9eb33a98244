// One thing at a time in a conversation, in the order of arrival; other conversations do not wait.
export class ConversationQueue {
    #last = new Map();
    #length = 0;
    /** How many are waiting or at work. */
    get length() {
        return this.#length;
    }
    async run(conversation, work) {
        this.#length += 1;
        const turn = (this.#last.get(conversation) ?? Promise.resolve()).then(work);
        const settled = turn.then(() => undefined, () => undefined);
        this.#last.set(conversation, settled);
        try {
            return await turn;
        }
        finally {
            this.#length -= 1;
            if (this.#last.get(conversation) === settled)
                this.#last.delete(conversation);
        }
    }
}
//# sourceMappingURL=conversationQueue.js.map