// The Bot Framework's storage contract on SQLite: conversation and user state that survives a restart.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Storage, StoreItem, StoreItems } from 'botbuilder';
import Database from 'libsql';

/** A database that can't be opened or written. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

/** An item was changed by another turn since it was read. */
export class ETagConflictError extends Error {
  override readonly name = 'ETagConflictError';

  constructor(readonly key: string) {
    super(`"${key}" was changed since it was read`);
  }
}

interface Row {
  readonly key: string;
  readonly value: string;
  readonly etag: number;
}

type StoredItem = StoreItem & { eTag?: string };

export class SqliteStorage implements Storage {
  private constructor(private readonly database: Database.Database) {}

  /**
   * Opens the database in a file and makes it where there is none.
   * @throws {StorageError} when the file can't be opened or written
   */
  static open(file: string): SqliteStorage {
    try {
      mkdirSync(dirname(file), { recursive: true });
      const database = new Database(file);
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      database.pragma('busy_timeout = 5000');
      database.exec(
        'CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL, etag INTEGER NOT NULL) WITHOUT ROWID',
      );
      const storage = new SqliteStorage(database);
      storage.check();
      return storage;
    } catch (error) {
      throw new StorageError(`The database ${file} can't be opened: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }

  /** Shows that the database can be written, by a transaction that changes nothing. */
  check(): void {
    this.database.exec("BEGIN IMMEDIATE; DELETE FROM state WHERE key = ''; ROLLBACK;");
  }

  close(): void {
    this.database.close();
  }

  // The contract is asynchronous, SQLite is not.
  // eslint-disable-next-line @typescript-eslint/require-await
  async read(keys: string[]): Promise<StoreItems> {
    const items: StoreItems = {};
    const select = this.database.prepare('SELECT key, value, etag FROM state WHERE key = ?');
    for (const key of keys) {
      const row = select.get(key) as Row | undefined;
      if (row) items[key] = { ...(JSON.parse(row.value) as object), eTag: String(row.etag) };
    }
    return items;
  }

  /** Writes all changes or none. An item with an eTag other than '*' must not have changed since it was read. */
  // eslint-disable-next-line @typescript-eslint/require-await
  async write(changes: StoreItems): Promise<void> {
    const current = this.database.prepare('SELECT etag FROM state WHERE key = ?');
    const upsert = this.database.prepare(
      'INSERT INTO state (key, value, etag) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, etag = excluded.etag',
    );
    this.database
      .transaction(() => {
        for (const [key, item] of Object.entries(changes)) {
          const { eTag, ...value } = item as StoredItem;
          const stored = (current.get(key) as Pick<Row, 'etag'> | undefined)?.etag;
          const expected = eTag === undefined || eTag === '*' ? undefined : eTag;
          if (expected !== undefined && expected !== String(stored)) throw new ETagConflictError(key);
          upsert.run(key, JSON.stringify(value), (stored ?? 0) + 1);
        }
      })
      .immediate();
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async delete(keys: string[]): Promise<void> {
    const remove = this.database.prepare('DELETE FROM state WHERE key = ?');
    this.database.transaction(() => keys.forEach((key) => remove.run(key))).immediate();
  }
}
