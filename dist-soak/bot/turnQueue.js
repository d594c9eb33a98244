export class TurnQueue {
    #last = new Map();
    async onTurn(context, next) {
        const { channelId, conversation } = context.activity;
        const key = `${channelId}/${conversation.id}`;
        const turn = (this.#last.get(key) ?? Promise.resolve()).then(next);
        const settled = turn.catch(() => undefined);
        this.#last.set(key, settled);
        try {
            await turn;
        }
        finally {
            if (this.#last.get(key) === settled)
                this.#last.delete(key);
        }
    }
}
//# sourceMappingURL=turnQueue.js.map