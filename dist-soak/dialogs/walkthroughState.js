/** The name of a place, which its buttons carry. */
export function placeName({ run, step, field }) {
    return `${run}/${step}${field === undefined ? '' : `/${field}`}`;
}
/** The walkthrough that was stopped last, to go on with when the user likes. */
export class PausedWalkthrough {
    #property;
    constructor(conversationState) {
        this.#property = conversationState.createProperty('pausedWalkthrough');
    }
    async get(context) {
        return this.#property.get(context);
    }
    async set(context, state) {
        await this.#property.set(context, state);
    }
    async forget(context) {
        await this.#property.delete(context);
    }
}
//# sourceMappingURL=walkthroughState.js.map