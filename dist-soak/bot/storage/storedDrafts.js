export class StoredDrafts {
    storage;
    constructor(storage) {
        this.storage = storage;
    }
    async read(id) {
        const { [keyOf(id)]: item } = (await this.storage.read([keyOf(id)]));
        return item;
    }
    async write(id, { form, values }) {
        // The turns of a conversation come one by one, so nobody else writes its drafts.
        await this.storage.write({ [keyOf(id)]: { form, values, eTag: '*' } });
    }
    async delete(id) {
        await this.storage.delete([keyOf(id)]);
    }
}
function keyOf(id) {
    return `tickets/${id}`;
}
//# sourceMappingURL=storedDrafts.js.map