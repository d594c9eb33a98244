// PostgreSQL: for any number of replicas.
import { createHash } from 'node:crypto';
import pg from 'pg';
import { StorageError, UnreachableError, writeAndForget, } from './database.js';
import { PostgresListener } from './postgresListener.js';
const { builtins, getTypeParser } = pg.types;
/** Milliseconds after which a database that does not answer counts as gone. */
const CONNECT_LIMIT = 5_000;
const STATEMENT_LIMIT = 10_000;
/** Statements are prepared once a connection, up to this many: their number could depend on what is asked. */
const MOST_PREPARED = 200;
export class PostgresDatabase {
    kind = 'postgres';
    #pool;
    /** Apart, so that what locked work asks of the database never waits for a connection that waits for a lock. */
    #lockPool;
    #listener;
    #prepared = new Map();
    constructor(url, logger) {
        const settings = {
            connectionString: url,
            application_name: 'mpn-benefits-bot',
            connectionTimeoutMillis: CONNECT_LIMIT,
            keepAlive: true,
            statement_timeout: STATEMENT_LIMIT,
            query_timeout: STATEMENT_LIMIT + 1_000,
            types: {
                // All our numbers are whole and below 2^53: as numbers, not as the text that pg makes of a bigint.
                getTypeParser: (oid) => oid === builtins.INT8 ? Number : getTypeParser(oid),
            },
        };
        this.#pool = new pg.Pool({ ...settings, max: 10 });
        this.#lockPool = new pg.Pool({ ...settings, max: 20 });
        for (const pool of [this.#pool, this.#lockPool]) {
            // The pool replaces connections that are lost while idle; without a handler the process would end.
            pool.on('error', (error) => logger.warn({ reason: error.message }, 'database connection lost'));
        }
        this.#listener = new PostgresListener(settings, logger);
    }
    /** @throws {StorageError} where the database can't be reached; its text does not hold the password */
    static async open(url, logger) {
        const database = new PostgresDatabase(url, logger);
        try {
            await database.query('SELECT 1');
            return database;
        }
        catch (error) {
            await database.close();
            throw new StorageError(`The database ${withoutPassword(url)} can't be opened: ${error.message}`);
        }
    }
    async query(sql, parameters = []) {
        return this.#ask(this.#pool, sql, parameters);
    }
    async transaction(work) {
        return this.#withClient(this.#pool, async (client) => {
            const query = async (sql, parameters = []) => this.#ask(client, sql, parameters);
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
                return result;
            }
            catch (error) {
                if (!isLost(error))
                    await query('ROLLBACK');
                throw error;
            }
        });
    }
    async locked(name, work) {
        return this.#withClient(this.#lockPool, async (client) => {
            const query = async (sql, parameters = []) => this.#ask(client, sql, parameters);
            const lock = lockNumber(name);
            await query('SELECT pg_advisory_lock($1)', [lock]);
            const [result] = await Promise.allSettled([work({ query })]);
            await query('SELECT pg_advisory_unlock($1)', [lock]);
            if (result.status === 'rejected')
                throw result.reason;
            return result.value;
        });
    }
    listen(topic, listener) {
        return this.#listener.listen(topic, listener);
    }
    async check() {
        await this.transaction(writeAndForget);
    }
    async close() {
        await Promise.all([this.#listener.close(), this.#pool.end(), this.#lockPool.end()]);
    }
    /** Lends a connection; one that work leaves in an unknown state is not used again. */
    async #withClient(pool, work) {
        const client = await reaching(pool.connect());
        let lost;
        const onLost = (error) => (lost = error);
        client.on('error', onLost);
        try {
            return await work(client);
        }
        catch (error) {
            if (isLost(error))
                lost ??= error;
            throw error;
        }
        finally {
            client.off('error', onLost);
            client.release(lost);
        }
    }
    async #ask(connection, text, values) {
        let name = this.#prepared.get(text);
        if (name === undefined && this.#prepared.size < MOST_PREPARED) {
            name = `statement${this.#prepared.size}`;
            this.#prepared.set(text, name);
        }
        const statement = { text, values: [...values], ...(name !== undefined && { name }) };
        return (await reaching(connection.query(statement))).rows;
    }
}
/** A number for a lock's name; two names with the same number would only wait for each other in vain. */
function lockNumber(name) {
    return createHash('sha256').update(name).digest().readBigInt64BE().toString();
}
function withoutPassword(url) {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
}
/** Tells a database that does not answer from one that refuses what it is asked. */
async function reaching(asked) {
    try {
        return await asked;
    }
    catch (error) {
        if (!isLost(error))
            throw error;
        throw new UnreachableError(reasonOf(error), { cause: error });
    }
}
/** Whether a connection was lost or never made: the error is none that PostgreSQL gave to a statement. */
function isLost(error) {
    if (error instanceof UnreachableError)
        return true;
    // 57P01 to 57P03: the server shuts down or starts; 53300: it has no connection left.
    return !(error instanceof pg.DatabaseError) || /^(?:57P0[123]|53300|08...)$/.test(error.code ?? '');
}
/** Where a host has several addresses, Node gives an error without a message that holds one for each. */
function reasonOf(error) {
    if (error instanceof AggregateError && error.message === '') {
        return error.errors.map(({ message }) => message).join('; ');
    }
    return error.message;
}
//# sourceMappingURL=postgresDatabase.js.map