export class LastEntry {
    #property;
    constructor(conversationState) {
        this.#property = conversationState.createProperty('lastEntry');
    }
    async get(context) {
        return this.#property.get(context);
    }
    async set(context, entry) {
        await this.#property.set(context, entry);
    }
    async forget(context) {
        await this.#property.delete(context);
    }
}
//# sourceMappingURL=lastEntry.js.map