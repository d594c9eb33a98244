// PostgreSQL: for any number of replicas.
import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Logger } from 'pino';
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
import { PostgresListener } from './postgresListener.js';
import { SteadyClient } from './steadyClient.js';

const { builtins, getTypeParser } = pg.types;

/** Milliseconds after which a database that does not answer counts as gone. */
const CONNECT_LIMIT = 5_000;
const STATEMENT_LIMIT = 10_000;
/** Statements are prepared once a connection, up to this many: their number could depend on what is asked. */
const MOST_PREPARED = 200;

export class PostgresDatabase implements Database {
  readonly kind = 'postgres';
  readonly #pool: pg.Pool;
  /** Apart, so that what locked work asks of the database never waits for a connection that waits for a lock. */
  readonly #lockPool: pg.Pool;
  readonly #listener: PostgresListener;
  readonly #prepared = new Map<string, string>();

  private constructor(url: string, logger: Logger) {
    const settings: pg.PoolConfig = {
      Client: SteadyClient,
      connectionString: url,
      application_name: 'mpn-benefits-bot',
      connectionTimeoutMillis: CONNECT_LIMIT,
      keepAlive: true,
      statement_timeout: STATEMENT_LIMIT,
      query_timeout: STATEMENT_LIMIT + 1_000,
      types: {
        // All our numbers are whole and below 2^53: as numbers, not as the text that pg makes of a bigint.
        getTypeParser: (oid: Parameters<typeof getTypeParser>[0]) =>
          oid === builtins.INT8 ? Number : (getTypeParser(oid) as unknown),
      },
    };
    this.#pool = new pg.Pool({ ...settings, max: 10 });
    this.#lockPool = new pg.Pool({ ...settings, max: 20, pipeline: true });
    for (const pool of [this.#pool, this.#lockPool]) {
      // The pool replaces connections that are lost while idle; without a handler the process would end.
      pool.on('error', (error) => logger.warn({ reason: error.message }, 'database connection lost'));
    }
    this.#listener = new PostgresListener(settings, logger);
  }

  /** @throws {StorageError} where the database can't be reached; its text does not hold the password */
  static async open(url: string, logger: Logger): Promise<PostgresDatabase> {
    const database = new PostgresDatabase(url, logger);
    try {
      await database.query('SELECT 1');
      return database;
    } catch (error) {
      await database.close();
      throw new StorageError(
        `The database ${withoutPassword(url)} can't be opened: ${(error as Error).message}`,
      );
    }
  }

  async query<Row extends object>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    return this.#ask<Row>(this.#pool, sql, parameters);
  }

  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const { client, giveBack } = await this.#borrow(this.#pool);
    const query = async <Row extends object>(sql: string, parameters: readonly SqlValue[] = []) =>
      this.#ask<Row>(client, sql, parameters);
    try {
      await query('BEGIN');
      const result = await work({
        query,
        lock: async (name) => {
          await query('SELECT pg_advisory_xact_lock($1)', [lockNumber(name)]);
        },
        notify: async (topic, payload) => {
          await query('SELECT pg_notify($1, $2)', [topic, payload]);
        },
      });
      await query('COMMIT');
      giveBack();
      return result;
    } catch (error) {
      if (error instanceof UnreachableError) giveBack(error);
      else await query('ROLLBACK').then(() => giveBack(), giveBack);
      throw error;
    }
  }

  async locked<T>(name: string, work: (queries: Queries) => Promise<T>): Promise<T> {
    const { client, giveBack } = await this.#borrow(this.#lockPool);
    const lock = [lockNumber(name)];
    const locking = this.#ask(client, 'SELECT pg_advisory_lock($1)', lock);
    // Where the connection is lost before the work asks anything, nobody else hears of it.
    locking.catch(() => undefined);
    // The first query is on its way together with that for the lock, after which the server runs it.
    const query = async <Row extends object>(sql: string, parameters: readonly SqlValue[] = []) => {
      const [rows] = await Promise.all([this.#ask<Row>(client, sql, parameters), locking]);
      return rows;
    };
    try {
      return await work({ query });
    } finally {
      // Whoever waits for the result need not wait for this, too. On a lost connection the lock is gone already.
      void this.#ask(client, 'SELECT pg_advisory_unlock($1)', lock).then(() => giveBack(), giveBack);
    }
  }

  listen(topic: string, listener: Listener): () => void {
    return this.#listener.listen(topic, listener);
  }

  async check(): Promise<void> {
    await this.transaction(writeAndForget);
  }

  checkInPlace(): void {
    // Only the server knows.
  }

  async close(): Promise<void> {
    await Promise.all([this.#listener.close(), this.#pool.end(), this.#lockPool.end()]);
  }

  /** Lends a connection; one that is given back with an error is not used again. */
  async #borrow(pool: pg.Pool): Promise<{ client: pg.PoolClient; giveBack: (error?: unknown) => void }> {
    const client = await reaching(pool.connect());
    // The pool itself drops a connection that was lost meanwhile.
    return { client, giveBack: (error) => client.release(error as Error | undefined) };
  }

  async #ask<Row extends object>(
    connection: pg.Pool | pg.PoolClient,
    text: string,
    values: readonly SqlValue[],
  ): Promise<Row[]> {
    let name = this.#prepared.get(text);
    if (name === undefined && this.#prepared.size < MOST_PREPARED) {
      name = `statement${this.#prepared.size}`;
      this.#prepared.set(text, name);
    }
    const statement = { text, values: [...values], ...(name !== undefined && { name }) };
    return (await reaching(connection.query<Row & pg.QueryResultRow>(statement))).rows;
  }
}

/** A number for a lock's name; two names with the same number would only wait for each other in vain. */
function lockNumber(name: string): string {
  return createHash('sha256').update(name).digest().readBigInt64BE().toString();
}

function withoutPassword(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** Tells a database that does not answer from one that refuses what it is asked. */
async function reaching<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!isLost(error)) throw error;
    throw new UnreachableError(reasonOf(error as Error), { cause: error });
  }
}

/** Whether a connection was lost or never made: the error is none that PostgreSQL gave to a statement. */
function isLost(error: unknown): boolean {
  if (error instanceof UnreachableError) return true;
  if (!(error instanceof Error)) return false;
  // 57P01 to 57P03: the server shuts down or starts; 53300: it has no connection left.
  return !(error instanceof pg.DatabaseError) || /^(?:57P0[123]|53300|08...)$/.test(error.code ?? '');
}

/** Where a host has several addresses, Node gives an error without a message that holds one for each. */
function reasonOf(error: Error): string {
  if (error instanceof AggregateError && error.message === '') {
    return error.errors.map(({ message }: Error) => message).join('; ');
  }
  return error.message;
}
