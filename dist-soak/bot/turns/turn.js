// A turn in progress: what it has changed and replied, none of which is stored or sent before it has ended.
import { AsyncLocalStorage } from 'node:async_hooks';
export class TurnOverError extends Error {
    name = 'TurnOverError';
    constructor() {
        super('The turn was given up: it can neither change nor send anything any more');
    }
}
export class Turn {
    queries;
    read;
    /** The items it has written, and those it has deleted (undefined). */
    changes = new Map();
    replies = [];
    #isOver = false;
    /**
     * @param queries - over the connection that holds the conversation's lock
     * @param read - items read ahead, as nearly every turn needs them
     */
    constructor(queries, read) {
        this.queries = queries;
        this.read = read;
    }
    /** @throws {TurnOverError} */
    checkGoesOn() {
        if (this.#isOver)
            throw new TurnOverError();
    }
    end() {
        this.#isOver = true;
    }
}
/** The turn that the running code belongs to. */
export const currentTurn = new AsyncLocalStorage();
//# sourceMappingURL=turn.js.map