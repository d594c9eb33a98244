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

/** An item's key and JSON, undefined to delete it, and when to forget it, in milliseconds since 1970. */
export type Change = readonly [key: string, json: string | undefined, until?: number];

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
  async read(keys: string[] | null): Promise<StoreItems> {
    const items = await this.rows(keys ?? [], this.database);
    return Object.fromEntries(
      items.map(([key, { value, etag }]) => [key, { ...(JSON.parse(value) as object), eTag: etag }]),
    );
  }

  /**
   * @param keys - of items that are kept on, as they are in use
   * @param looked - of items that expire when they would have without being read
   * @returns the JSON of the items that there are, without their eTags
   */
  async readJson(
    keys: readonly string[],
    queries: Queries,
    looked: readonly string[] = [],
  ): Promise<Map<string, string>> {
    const items = await this.rows(keys, queries, looked);
    return new Map(items.map(([key, { value }]) => [key, value]));
  }

  /**
   * Writes all changes or none. An item with an eTag other than '*' must not have changed since it was read.
   * @throws {ETagConflictError}
   */
  async write(changes: StoreItems | null): Promise<void> {
    const items = Object.entries((changes ?? {}) as Record<string, StoreItem & { eTag?: string }>).map(
      ([key, { eTag, ...item }]) => ({ key, json: JSON.stringify(item), expected: eTag }),
    );
    const isConditional = ({ expected }: { expected: string | undefined }) =>
      expected !== undefined && expected !== '*';
    const free = items.filter((item) => !isConditional(item)).map(({ key, json }): Change => [key, json]);
    const conditional = items.filter(isConditional).sort(inOrder(({ key }) => columnOf(key)));
    if (conditional.length === 0) return this.overwrite(free, this.database);
    await this.database.transaction(async (transaction) => {
      for (const { key, json, expected } of conditional) {
        const changed = await transaction.query(
          'UPDATE items SET value = $2, etag = $3, expires_at = $4 WHERE key = $1 AND etag = $5 RETURNING key',
          [columnOf(key), json, randomUUID(), this.expiry(), expected!],
        );
        if (changed.length === 0) throw new ETagConflictError(key);
      }
      await this.overwrite(free, transaction);
    });
  }

  /** Writes and deletes items, whatever was there. */
  async overwrite(changes: readonly Change[], queries: Queries): Promise<void> {
    const deleted = changes.filter(([, json]) => json === undefined).map(([key]) => key);
    if (deleted.length > 0) await this.delete(deleted, queries);
    const rows = changes
      .flatMap(([key, json, until = this.expiry()]) =>
        json === undefined ? [] : [{ column: columnOf(key), json, until }],
      )
      .sort(inOrder(({ column }) => column));
    if (rows.length === 0) return;
    const row = (_: unknown, index: number) => `(${placeholders(4, 4 * index + 1)})`;
    await queries.query(
      `INSERT INTO items (key, value, etag, expires_at) VALUES ${rows.map(row).join(', ')}
       ON CONFLICT (key) DO UPDATE
       SET value = excluded.value, etag = excluded.etag, expires_at = excluded.expires_at`,
      rows.flatMap(({ column, json, until }): SqlValue[] => [column, json, randomUUID(), until]),
    );
  }

  /** Forgets items; those that there are not are no mistake. */
  async delete(keys: string[], queries: Queries = this.database): Promise<void> {
    if (keys.length === 0) return;
    await queries.query(`DELETE FROM items WHERE key IN (${placeholders(keys.length)})`, keys.map(columnOf));
  }

  /** @returns the keys that begin with these characters, but for those too long for their column */
  async keysUnder(prefix: string, queries: Queries = this.database): Promise<string[]> {
    const rows = await queries.query<Pick<Row, 'key'>>(`SELECT key FROM items WHERE ${UNDER}`, under(prefix));
    return rows.filter(({ key }) => key.length <= LONGEST_KEY).map(({ key }) => keyIn(key));
  }

  /** Forgets all items whose keys begin with these characters. It reads all keys, so it is for rare occasions. */
  async deleteUnder(prefix: string, queries: Queries = this.database): Promise<void> {
    await queries.query(`DELETE FROM items WHERE ${UNDER}`, under(prefix));
  }

  private async rows(
    keys: readonly string[],
    queries: Queries,
    looked: readonly string[] = [],
  ): Promise<[key: string, row: Row][]> {
    if (keys.length + looked.length === 0) return [];
    const wanted = new Map([...looked, ...keys].map((key) => [columnOf(key), key]));
    const rows = await queries.query<Row>(
      `SELECT key, value, etag, expires_at FROM items WHERE key IN (${placeholders(wanted.size)})`,
      [...wanted.keys()],
    );
    const isLooked = new Set(looked.map(columnOf));
    await this.keep(
      rows.filter(({ key }) => !isLooked.has(key)),
      queries,
    );
    return rows.map((row) => [wanted.get(row.key)!, row]);
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

/** Rows are always written in the same order, so that two writers can't wait for each other. */
function inOrder<T>(columnOf: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => (columnOf(a) < columnOf(b) ? -1 : 1);
}

/** Not LIKE, whose wildcards may stand in a key. */
const UNDER = 'substr(key, 1, $1) = $2';

function under(prefix: string): SqlValue[] {
  const column = columnOf(prefix);
  return [Array.from(column).length, column];
}

/** The key as it stands in its column: any text goes, also what PostgreSQL can't store or index. */
export function columnOf(key: string): string {
  const storable = JSON.stringify(key).slice(1, -1);
  if (storable.length <= LONGEST_KEY) return storable;
  return `${storable.slice(0, LONGEST_KEY)}#${createHash('sha256').update(storable).digest('hex')}`;
}

/** The key that stands in a column; of one too long for it, what is left of it there. */
export function keyIn(column: string): string {
  return column.length > LONGEST_KEY ? column : (JSON.parse(`"${column}"`) as string);
}
