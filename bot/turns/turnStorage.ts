// The storage as the bot's states see it: what a turn writes is kept back until the turn is committed as a whole.
import type { Storage, StoreItem, StoreItems } from 'botbuilder';
import type { ItemStorage } from '../storage/itemStorage.js';
import { currentTurn } from './turn.js';

export class TurnStorage implements Storage {
  constructor(private readonly items: ItemStorage) {}

  async read(keys: string[]): Promise<StoreItems> {
    const turn = currentTurn.getStore();
    if (!turn) return this.items.read(keys);
    turn.checkGoesOn();
    const found: [key: string, item: StoreItem][] = [];
    const unread: string[] = [];
    for (const key of keys) {
      const changed = turn.changes.get(key);
      const ahead = turn.read.get(key);
      if (changed) found.push([key, copyOf(changed)]);
      else if (turn.changes.has(key)) continue;
      else if (turn.read.delete(key)) found.push(...(ahead ? [[key, ahead] as [string, StoreItem]] : []));
      else unread.push(key);
    }
    const others = await this.items.read(unread, turn.queries);
    return Object.fromEntries([...found, ...Object.entries(others as Record<string, StoreItem>)]);
  }

  async write(changes: StoreItems): Promise<void> {
    const turn = currentTurn.getStore();
    if (!turn) return this.items.write(changes);
    turn.checkGoesOn();
    for (const [key, item] of Object.entries(changes)) {
      turn.changes.set(key, copyOf(item as StoreItem));
    }
  }

  async delete(keys: string[]): Promise<void> {
    const turn = currentTurn.getStore();
    if (!turn) return this.items.delete(keys);
    turn.checkGoesOn();
    for (const key of keys) turn.changes.set(key, undefined);
  }

  /** The keys below a prefix, which are of the conversation that the turn is of. */
  async keysUnder(prefix: string): Promise<string[]> {
    return this.items.keysUnder(prefix, currentTurn.getStore()?.queries);
  }

  /** Deletes at once all items below a prefix, of which the turn has changed none. */
  async deleteUnder(prefix: string): Promise<void> {
    const turn = currentTurn.getStore();
    turn?.checkGoesOn();
    await this.items.deleteUnder(prefix, turn?.queries);
  }
}

/** As it will be read from the database. */
function copyOf(item: StoreItem): StoreItem {
  return JSON.parse(JSON.stringify(item)) as StoreItem;
}
