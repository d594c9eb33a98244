// PostgreSQL: for any number of replicas.
import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Logger } from 'pino';
import { type Database, type Listener, type SqlValue, StorageError, type Transaction } from './database.js';
import { PostgresListener } from './postgresListener.js';

const { builtins, getTypeParser } = pg.types;

/** Milliseconds after which a database that does not answer counts as gone. */
const CONNECT_LIMIT = 5_000;
const STATEMENT_LIMIT = 10_000;
/** Statements are prepared once a connection, up to this many: their number could depend on what is asked. */
const MOST_PREPARED = 200;

export class PostgresDatabase implements Database {
  readonly kind = 'postgres';
  readonly #pool: pg.Pool;
  readonly #listener: PostgresListener;
  readonly #prepared = new Map<string, string>();

  private constructor(url: string, logger: Logger) {
    const settings: pg.ClientConfig = {
      connectionString: url,
      application_name: 'mpn-benefits-bot',
      connectionTimeoutMillis: CONNECT_LIMIT,
      keepAlive: true,
      statement_timeout: STATEMENT_LIMIT,
      query_timeout: STATEMENT_LIMIT + 1_000,
      // A replica whose machine is lost would otherwise hold its locks until the connection times out.
      idle_in_transaction_session_timeout: 60_000,
      types: {
        // All our numbers are whole and below 2^53: as numbers, not as the text that pg makes of a bigint.
        getTypeParser: (oid: Parameters<typeof getTypeParser>[0]) =>
          oid === builtins.INT8 ? Number : (getTypeParser(oid) as unknown),
      },
    };
    this.#pool = new pg.Pool({ ...settings, max: 20 });
    // The pool replaces connections that are lost while idle; without a handler the process would end.
    this.#pool.on('error', (error) => logger.warn({ reason: error.message }, 'database connection lost'));
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
        `The database ${withoutPassword(url)} can't be opened: ${reasonOf(error as Error)}`,
      );
    }
  }

  async query<Row extends object>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    const { rows } = await this.#pool.query<Row>(this.#statement(sql, parameters));
    return rows;
  }

  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let lost: Error | undefined;
    const onLost = (error: Error) => (lost = error);
    client.on('error', onLost);
    const query = async <Row extends object>(sql: string, parameters: readonly SqlValue[] = []) =>
      (await client.query<Row>(this.#statement(sql, parameters))).rows;
    try {
      await client.query('BEGIN');
      const result = await work({
        query,
        lock: async (name) => {
          await query('SELECT pg_advisory_xact_lock($1)', [lockNumber(name)]);
        },
        notify: async (topic, payload) => {
          await query('SELECT pg_notify($1, $2)', [topic, payload]);
        },
      });
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: unknown) => (lost ??= failure as Error));
      throw error;
    } finally {
      client.off('error', onLost);
      client.release(lost);
    }
  }

  listen(topic: string, listener: Listener): () => void {
    return this.#listener.listen(topic, listener);
  }

  async check(): Promise<void> {
    await this.transaction((transaction) => transaction.query("DELETE FROM items WHERE key = ''"));
  }

  async close(): Promise<void> {
    await Promise.all([this.#listener.close(), this.#pool.end()]);
  }

  #statement(text: string, values: readonly SqlValue[]): pg.QueryConfig {
    let name = this.#prepared.get(text);
    if (name === undefined && this.#prepared.size < MOST_PREPARED) {
      name = `statement${this.#prepared.size}`;
      this.#prepared.set(text, name);
    }
    return { text, values: [...values], ...(name !== undefined && { name }) };
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

/** Where a host has several addresses, Node gives an error without a message that holds one for each. */
function reasonOf(error: Error): string {
  if (error instanceof AggregateError && error.message === '') {
    return error.errors.map(({ message }: Error) => message).join('; ');
  }
  return error.message;
}
