// What the bot asks of a database, the same on SQLite and on PostgreSQL.
import { randomBytes, randomUUID } from 'node:crypto';

/** A database that can't be opened, reached or written. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

/** The database does not answer; the same may work again when it does. */
export class UnreachableError extends StorageError {}

/** Whether an error comes from a database that does not answer. Dialogs put errors into errors of their own. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error instanceof UnreachableError || isUnreachable('error' in error ? error.error : error.cause);
}

/** Where a database is. */
export type DatabaseAddress =
  | { readonly kind: 'sqlite'; /** A path, or `:memory:`. */ readonly file: string }
  | { readonly kind: 'postgres'; /** May hold a password: never show it. */ readonly url: string };

export type SqlValue = string | number | null;

export interface Queries {
  /**
   * Runs one SQL statement.
   * @param sql - written so that both databases understand it, with `$1`, `$2`… in the place of parameters
   * @returns the rows of a SELECT or of RETURNING
   */
  query<Row extends object = Record<string, SqlValue>>(
    sql: string,
    parameters?: readonly SqlValue[],
  ): Promise<Row[]>;
}

export interface Transaction extends Queries {
  /** Waits for the lock of that name, over all replicas, and holds it until the transaction ends. */
  lock(name: string): Promise<void>;
  /** Tells the listeners of a topic, on every replica, once the transaction is committed. */
  notify(topic: string, payload: string): Promise<void>;
}

/** Hears of a notification; of none in particular (undefined) where some may have been missed. */
export type Listener = (payload: string | undefined) => void;

export interface Database extends Queries {
  readonly kind: DatabaseAddress['kind'];
  /**
   * Commits what the work does when it resolves, and undoes it when it rejects. The work should do nothing but
   * queries: on SQLite everything else waits for it.
   */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /**
   * Does work while no other replica does any under the same name. It begins with a query that only reads, and has the
   * lock when that is answered. The queries fail where the lock can't be had, and as soon as it is lost. Unlike a
   * transaction, the work may take its time.
   */
  locked<T>(name: string, work: (queries: Queries) => Promise<T>): Promise<T>;
  /** @returns a function that stops to listen */
  listen(topic: string, listener: Listener): () => void;
  /** @throws {Error} where nothing can be written now */
  check(): Promise<void>;
  /**
   * Looks only, so that it may be asked at any rate.
   * @throws {StorageError} where what it writes to was taken away
   */
  checkInPlace(): void;
  close(): Promise<void>;
}

/** `$1, $2, $3` for three parameters. */
export function placeholders(count: number, first = 1): string {
  return Array.from({ length: count }, (_, index) => `$${first + index}`).join(', ');
}

/** Shows that there is room to write about what a turn writes, and leaves nothing of it. */
export async function writeAndForget(transaction: Transaction): Promise<void> {
  // No item of the storage contract has a line break in its key: it is escaped there.
  const key = `check\n${randomUUID()}`;
  await transaction.query('INSERT INTO items (key, value, etag, expires_at) VALUES ($1, $2, $1, 0)', [
    key,
    randomBytes(4096).toString('hex'),
  ]);
  await transaction.query('DELETE FROM items WHERE key = $1', [key]);
}
