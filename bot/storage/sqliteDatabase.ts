// SQLite: a file beside the bot, for one process.
import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import Sqlite from 'libsql';
import {
  type Database,
  type Listener,
  type Queries,
  type SqlValue,
  StorageError,
  type Transaction,
  UnreachableError,
  writeAndForget,
} from './database.js';
import { makeOwnerOnly, SqliteFiles } from './sqliteFiles.js';

interface Write {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
  readonly resolve: (rows: object[]) => void;
  readonly reject: (error: Error) => void;
}

/** How long to wait, in milliseconds, for another program that has locked the file. */
const LOCKED_LIMIT = 2000;
const LOCKED_RETRY = 20;
/** Statements are prepared once, up to this many: their number could depend on what is asked. */
const MAX_PREPARED = 200;

export class SqliteDatabase implements Database {
  readonly kind = 'sqlite';
  readonly #connection: Sqlite.Database;
  readonly #files: SqliteFiles;
  readonly #statements = new Map<string, Sqlite.Statement>();
  readonly #topics = new EventEmitter().setMaxListeners(0);
  #waiting: Write[] = [];
  /** Settles when everything asked for so far is done: there is one connection, and a transaction has it alone. */
  #last: Promise<unknown> = Promise.resolve();
  /** Something was deleted, and may still stand in the write-ahead log. */
  #isLogToClear = false;

  /**
   * Opens the database in a file and makes it where there is none.
   * @throws {StorageError}
   */
  constructor(file: string) {
    try {
      this.#files = new SqliteFiles(file);
      this.#connection = new Sqlite(file);
      this.#connection.pragma('journal_mode = WAL');
      // With FULL a committed turn survives a power failure, too.
      this.#connection.pragma('synchronous = FULL');
      // What is deleted is overwritten with zeros.
      this.#connection.pragma('secure_delete = ON');
    } catch (error) {
      throw new StorageError(`The database ${file} can't be opened: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }

  async query<Row extends object>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    if (/^\s*SELECT/i.test(sql)) return this.#alone(() => this.#run<Row>(sql, parameters));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ sql, parameters, resolve: resolve as (rows: object[]) => void, reject });
      if (this.#waiting.length === 1) setImmediate(() => void this.#alone(() => this.#writeTogether()));
    });
  }

  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#alone(async () => {
      const notifications: [topic: string, payload: string][] = [];
      await whenUnlocked(() => this.#connection.exec('BEGIN IMMEDIATE'));
      let result: T;
      try {
        result = await work({
          // eslint-disable-next-line @typescript-eslint/require-await -- the contract is asynchronous, SQLite is not
          query: async <Row extends object>(sql: string, parameters: readonly SqlValue[] = []) =>
            this.#run<Row>(sql, parameters),
          // The transaction has the whole database alone.
          lock: () => Promise.resolve(),
          notify: (topic, payload) => {
            notifications.push([topic, payload]);
            return Promise.resolve();
          },
        });
        this.#commit();
      } catch (error) {
        // SQLite itself may have rolled back already, as it does when the disk is full.
        if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK');
        throw error;
      }
      for (const [topic, payload] of notifications) this.#topics.emit(topic, payload);
      return result;
    });
  }

  // The only process that uses the file puts its own work in order.
  async locked<T>(_name: string, work: (queries: Queries) => Promise<T>): Promise<T> {
    return work(this);
  }

  listen(topic: string, listener: Listener): () => void {
    this.#topics.on(topic, listener);
    return () => this.#topics.off(topic, listener);
  }

  async check(): Promise<void> {
    await this.transaction(writeAndForget);
  }

  checkInPlace(): void {
    this.#files.check();
  }

  /**
   * Copies the database as it is now, without what was deleted.
   * @param file - where there is none yet
   * @throws {StorageError} where it can't be written
   */
  async copyTo(file: string): Promise<void> {
    return this.#alone(() => {
      try {
        makeOwnerOnly(file);
        this.#connection.prepare('VACUUM INTO ?').run([file]);
      } catch (error) {
        throw new StorageError(`${file} can't be written: ${(error as Error).message}`, { cause: error });
      }
    });
  }

  async close(): Promise<void> {
    // What was asked before is written first.
    await new Promise(setImmediate);
    return this.#alone(() => {
      this.#connection.close();
    });
  }

  /** What waits to be written shares one commit, whose way to the disk takes longer than all the rest. */
  async #writeTogether(): Promise<void> {
    const writes = this.#waiting;
    this.#waiting = [];
    try {
      await whenUnlocked(() => this.#connection.exec('BEGIN IMMEDIATE'));
      const settle = writes.map(({ sql, parameters, resolve, reject }) => {
        try {
          const rows = this.#run(sql, parameters);
          return () => resolve(rows);
        } catch (error) {
          // A statement that fails undoes itself alone, but for failures of the file, which undo all.
          if (!this.#connection.inTransaction) throw error;
          return () => reject(error as Error);
        }
      });
      this.#commit();
      for (const each of settle) each();
    } catch (error) {
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK');
      for (const { reject } of writes) reject(error as Error);
    }
  }

  /** @throws {StorageError} where what was committed went into a file that nobody will find */
  #commit(): void {
    this.#connection.exec('COMMIT');
    this.#files.noteLog();
    this.#files.check();
    if (this.#isLogToClear) this.#clearLog();
  }

  /** Moves the log into the database, and empties it: what was deleted since stands in it as it was. */
  #clearLog(): void {
    try {
      const [result] = this.#connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
      // Another program reads at the moment: the next commit tries again.
      this.#isLogToClear = result?.busy === 1;
    } catch {
      // The commit stands; where the disk is full, the next one tries again.
    }
  }

  #run<Row extends object>(sql: string, parameters: readonly SqlValue[]): Row[] {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#connection.prepare(sql.replace(/\$(\d+)/g, '?$1'));
      if (this.#statements.size < MAX_PREPARED) this.#statements.set(sql, statement);
    }
    if (/^\s*DELETE/i.test(sql)) this.#isLogToClear = true;
    if (statement.reader) return statement.all([...parameters]) as Row[];
    statement.run([...parameters]);
    return [];
  }

  async #alone<T>(work: () => T | Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}

/** Retries while another program has the file locked, without holding up this process as SQLite's own waiting does. */
async function whenUnlocked<T>(work: () => T): Promise<T> {
  const start = performance.now();
  for (;;) {
    try {
      return work();
    } catch (error) {
      const isLocked = String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
      if (!isLocked) throw error;
      if (performance.now() - start > LOCKED_LIMIT) {
        throw new UnreachableError('The database is locked by another program', { cause: error });
      }
      await delay(LOCKED_RETRY);
    }
  }
}
