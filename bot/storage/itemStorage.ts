// The Bot Framework's storage contract: conversation and user state, and whatever else is kept under a key.
import { createHash, randomUUID } from 'node:crypto';
import type { Storage, StoreItem, StoreItems } from 'botbuilder';
import { type Database, placeholders, type Queries, type SqlValue } from './database.js';

/** An item was changed since it was read. */
export class ETagConflictError extends Error {
  override readonly name = 'ETagConflictError';

  constructor(readonly key: string) {
    super(`"${key}" was changed since it was read`);
  }
}

interface Row {
  readonly key: string;
  readonly value: string;
  readonly etag: string;
  readonly expires_at: number;
}

const DAY = 24 * 60 * 60 * 1000;
/** Columns of an index may be only so long in PostgreSQL. */
const LONGEST_KEY = 500;

export class ItemStorage implements Storage {
  /** @param keepDays - how many days after its last use an item is forgotten */
  constructor(
    private readonly database: Database,
    private readonly keepDays: number,
  ) {}

  /** @returns the items that there are, under their keys */
  async read(keys: string[] | null, queries: Queries = this.database): Promise<StoreItems> {
    if (!keys?.length) return {};
    const wanted = new Map(keys.map((key) => [columnOf(key), key]));
    const rows = await queries.query<Row>(
      `SELECT key, value, etag, expires_at FROM items WHERE key IN (${placeholders(wanted.size)})`,
      [...wanted.keys()],
    );
    await this.keep(rows, queries);
    return Object.fromEntries(
      rows.map(({ key, value, etag }) => [
        wanted.get(key)!,
        { ...(JSON.parse(value) as object), eTag: etag },
      ]),
    );
  }

  /**
   * Writes all changes or none. An item with an eTag other than '*' must not have changed since it was read.
   * @throws {ETagConflictError}
   */
  async write(changes: StoreItems | null): Promise<void> {
    await this.store(Object.entries(changes ?? {}) as [string, StoreItem][], this.database);
  }

  /**
   * Writes and deletes (undefined) items; the third of an entry is when to forget it, in milliseconds since 1970.
   * @throws {ETagConflictError}
   */
  async store(
    changes: readonly (readonly [key: string, item: StoreItem | undefined, until?: number])[],
    queries: Queries,
  ): Promise<void> {
    const deleted = changes.filter(([, item]) => item === undefined).map(([key]) => key);
    if (deleted.length > 0) await this.delete(deleted, queries);
    const items = changes
      .flatMap(([key, item, until = this.expiry()]) => {
        if (item === undefined) return [];
        const { eTag, ...value } = item as StoreItem & { eTag?: string };
        return [{ key, column: columnOf(key), expected: eTag, value: JSON.stringify(value), until }];
      })
      // Always in the same order, so that two writers can't wait for each other.
      .sort((a, b) => (a.column < b.column ? -1 : 1));
    const isConditional = items.map(({ expected }) => expected !== undefined && expected !== '*');
    const free = items.filter((_, index) => !isConditional[index]);
    const conditional = items.filter((_, index) => isConditional[index]);

    const overwrite = async (asked: Queries) => {
      if (free.length === 0) return;
      const row = (index: number) => `(${placeholders(4, 4 * index + 1)})`;
      await asked.query(
        `INSERT INTO items (key, value, etag, expires_at) VALUES ${free.map((_, index) => row(index)).join(', ')}
         ON CONFLICT (key) DO UPDATE
         SET value = excluded.value, etag = excluded.etag, expires_at = excluded.expires_at`,
        free.flatMap(({ column, value, until }): SqlValue[] => [column, value, randomUUID(), until]),
      );
    };
    if (conditional.length === 0) return overwrite(queries);
    await this.database.transaction(async (transaction) => {
      for (const { key, column, value, expected, until } of conditional) {
        const changed = await transaction.query(
          'UPDATE items SET value = $2, etag = $3, expires_at = $4 WHERE key = $1 AND etag = $5 RETURNING key',
          [column, value, randomUUID(), until, expected!],
        );
        if (changed.length === 0) throw new ETagConflictError(key);
      }
      await overwrite(transaction);
    });
  }

  /** Forgets items; those that there are not are no mistake. */
  async delete(keys: string[], queries: Queries = this.database): Promise<void> {
    if (keys.length === 0) return;
    await queries.query(`DELETE FROM items WHERE key IN (${placeholders(keys.length)})`, keys.map(columnOf));
  }

  /** @returns the keys that begin with these characters, but for those too long for their column */
  async keysUnder(prefix: string, queries: Queries = this.database): Promise<string[]> {
    const rows = await queries.query<Pick<Row, 'key'>>(`SELECT key FROM items WHERE ${UNDER}`, under(prefix));
    return rows
      .filter(({ key }) => key.length <= LONGEST_KEY)
      .map(({ key }) => JSON.parse(`"${key}"`) as string);
  }

  /** Forgets all items whose keys begin with these characters. It reads all keys, so it is for rare occasions. */
  async deleteUnder(prefix: string, queries: Queries = this.database): Promise<void> {
    await queries.query(`DELETE FROM items WHERE ${UNDER}`, under(prefix));
  }

  /** What is read is in use, also where it does not change. */
  private async keep(rows: readonly Row[], queries: Queries): Promise<void> {
    const expiry = this.expiry();
    const old = rows.filter(({ expires_at }) => expires_at < expiry).map(({ key }) => key);
    if (old.length === 0) return;
    await queries.query(`UPDATE items SET expires_at = $1 WHERE key IN (${placeholders(old.length, 2)})`, [
      expiry,
      ...old,
    ]);
  }

  /** In whole days, so that the index over it is written once a day and not with every turn. */
  private expiry(): number {
    return (Math.ceil(Date.now() / DAY) + this.keepDays) * DAY;
  }
}

/** Not LIKE, whose wildcards may stand in a key. */
const UNDER = 'substr(key, 1, $1) = $2';

function under(prefix: string): SqlValue[] {
  const column = columnOf(prefix);
  return [Array.from(column).length, column];
}

/** The key as it stands in its column: any text goes, also what PostgreSQL can't store or index. */
function columnOf(key: string): string {
  const storable = JSON.stringify(key).slice(1, -1);
  if (storable.length <= LONGEST_KEY) return storable;
  return `${storable.slice(0, LONGEST_KEY)}#${createHash('sha256').update(storable).digest('hex')}`;
}
