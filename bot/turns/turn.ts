// A turn in progress: what it has changed and replied, none of which is stored or sent before it has ended.
import type { Activity, ResourceResponse, Storage, StoreItem, StoreItems, TurnContext } from 'botbuilder';
import type { Queries } from '../storage/database.js';
import type { ItemStorage } from '../storage/itemStorage.js';

export class TurnOverError extends Error {
  override readonly name = 'TurnOverError';

  constructor() {
    super('The turn was given up: it can neither change nor send anything any more');
  }
}

const TURN = Symbol('turn');

/** The turn that a context is of. Not AsyncLocalStorage: under it every promise of the framework costs more in Node 20. */
export function turnOf(context: TurnContext): Turn {
  return context.turnState.get<Turn>(TURN);
}

/** The storage as a turn sees it: with its own changes, which are kept back until it is committed as a whole. */
export class Turn implements Storage {
  readonly replies: Partial<Activity>[] = [];
  /** The items that it has written, in JSON, and those that it has deleted (undefined). */
  readonly changes = new Map<string, string | undefined>();
  /** What to change beside items, before the commit; after a crash between the two the turn is run again. */
  readonly beforeCommit: ((queries: Queries) => Promise<void>)[] = [];
  /** What to do at the same time as the commit. */
  readonly alongside: (() => void)[] = [];
  /** Every item that was read or changed, in JSON; undefined where there is none. */
  readonly #known: Map<string, string | undefined>;
  #isOver = false;

  /**
   * @param queries - over the connection that holds the conversation's lock
   * @param known - what was read of the storage before, in JSON, with undefined for what was not there
   */
  constructor(
    private readonly items: ItemStorage,
    private readonly queries: Queries,
    known: ReadonlyMap<string, string | undefined> = new Map(),
  ) {
    this.#known = new Map(known);
  }

  /** Makes it the turn of a context. */
  begin(context: TurnContext): void {
    context.turnState.set(TURN, this);
  }

  end(): void {
    this.#isOver = true;
  }

  /** Ends it, and gives one that knows nothing of its changes. */
  another(): Turn {
    this.end();
    return new Turn(this.items, this.queries);
  }

  /**
   * Keeps replies until the turn is committed.
   * @throws {TurnOverError}
   */
  reply(activities: readonly Partial<Activity>[]): ResourceResponse[] {
    this.#checkGoesOn();
    this.replies.push(...activities);
    return activities.map(() => ({ id: '' }));
  }

  /** @returns the item under a key, in JSON */
  async readJson(key: string): Promise<string | undefined> {
    this.#checkGoesOn();
    if (!this.#known.has(key)) await this.#readUnknown([key]);
    return this.#known.get(key);
  }

  writeJson(key: string, json: string): void {
    this.#checkGoesOn();
    this.#known.set(key, json);
    this.changes.set(key, json);
  }

  async read(keys: string[]): Promise<StoreItems> {
    this.#checkGoesOn();
    await this.#readUnknown(keys.filter((key) => !this.#known.has(key)));
    const found = keys.map((key) => [key, this.#known.get(key)] as const);
    return Object.fromEntries(
      found.flatMap(([key, json]) => (json === undefined ? [] : [[key, JSON.parse(json) as StoreItem]])),
    );
  }

  // The contract of the storage is asynchronous.
  // eslint-disable-next-line @typescript-eslint/require-await
  async write(changes: StoreItems): Promise<void> {
    for (const [key, item] of Object.entries(changes)) this.writeJson(key, JSON.stringify(item));
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async delete(keys: string[]): Promise<void> {
    this.#checkGoesOn();
    for (const key of keys) {
      this.#known.set(key, undefined);
      this.changes.set(key, undefined);
    }
  }

  /** The keys below a prefix, which are of the conversation that the turn is of. */
  async keysUnder(prefix: string): Promise<string[]> {
    return this.items.keysUnder(prefix, this.queries);
  }

  /** Deletes at once all items below a prefix, of which the turn has changed none. */
  async deleteUnder(prefix: string): Promise<void> {
    this.#checkGoesOn();
    await this.items.deleteUnder(prefix, this.queries);
  }

  async #readUnknown(keys: string[]): Promise<void> {
    if (keys.length === 0) return;
    const found = await this.items.readJson(keys, this.queries);
    for (const key of keys) this.#known.set(key, found.get(key));
  }

  #checkGoesOn(): void {
    if (this.#isOver) throw new TurnOverError();
  }
}
