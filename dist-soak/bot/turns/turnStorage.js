import { currentTurn } from './turn.js';
export class TurnStorage {
    items;
    constructor(items) {
        this.items = items;
    }
    async read(keys) {
        const turn = currentTurn.getStore();
        if (!turn)
            return this.items.read(keys);
        turn.checkGoesOn();
        const found = [];
        const unread = [];
        for (const key of keys) {
            const changed = turn.changes.get(key);
            const ahead = turn.read.get(key);
            if (changed)
                found.push([key, copyOf(changed)]);
            else if (turn.changes.has(key))
                continue;
            else if (turn.read.delete(key))
                found.push(...(ahead ? [[key, ahead]] : []));
            else
                unread.push(key);
        }
        const others = await this.items.read(unread, turn.queries);
        return Object.fromEntries([...found, ...Object.entries(others)]);
    }
    async write(changes) {
        const turn = currentTurn.getStore();
        if (!turn)
            return this.items.write(changes);
        turn.checkGoesOn();
        for (const [key, item] of Object.entries(changes)) {
            turn.changes.set(key, copyOf(item));
        }
    }
    async delete(keys) {
        const turn = currentTurn.getStore();
        if (!turn)
            return this.items.delete(keys);
        turn.checkGoesOn();
        for (const key of keys)
            turn.changes.set(key, undefined);
    }
}
/** As it will be read from the database. */
function copyOf(item) {
    return JSON.parse(JSON.stringify(item));
}
//# sourceMappingURL=turnStorage.js.map