// SQLite: a file beside the bot, for one process.
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Sqlite from 'libsql';
import { StorageError, UnreachableError, writeAndForget, } from './database.js';
/** How long to wait, in milliseconds, for another program that has locked the file. */
const LOCKED_LIMIT = 2000;
const LOCKED_RETRY = 20;
export class SqliteDatabase {
    kind = 'sqlite';
    #connection;
    #statements = new Map();
    #topics = new EventEmitter().setMaxListeners(0);
    #waiting = [];
    /** Settles when everything asked for so far is done: there is one connection, and a transaction has it alone. */
    #last = Promise.resolve();
    /**
     * Opens the database in a file and makes it where there is none.
     * @throws {StorageError}
     */
    constructor(file) {
        try {
            if (file !== ':memory:')
                mkdirSync(dirname(file), { recursive: true });
            this.#connection = new Sqlite(file);
            this.#connection.pragma('journal_mode = WAL');
            // With FULL a committed turn survives a power failure, too.
            this.#connection.pragma('synchronous = FULL');
        }
        catch (error) {
            throw new StorageError(`The database ${file} can't be opened: ${error.message}`, {
                cause: error,
            });
        }
    }
    async query(sql, parameters = []) {
        if (/^\s*SELECT/i.test(sql))
            return this.#alone(() => this.#run(sql, parameters));
        return new Promise((resolve, reject) => {
            this.#waiting.push({ sql, parameters, resolve: resolve, reject });
            if (this.#waiting.length === 1)
                setImmediate(() => void this.#alone(() => this.#writeTogether()));
        });
    }
    async transaction(work) {
        return this.#alone(async () => {
            const notifications = [];
            await whenUnlocked(() => this.#connection.exec('BEGIN IMMEDIATE'));
            let result;
            try {
                result = await work({
                    // eslint-disable-next-line @typescript-eslint/require-await -- the contract is asynchronous, SQLite is not
                    query: async (sql, parameters = []) => this.#run(sql, parameters),
                    // The transaction has the whole database alone.
                    lock: () => Promise.resolve(),
                    notify: (topic, payload) => {
                        notifications.push([topic, payload]);
                        return Promise.resolve();
                    },
                });
                this.#connection.exec('COMMIT');
            }
            catch (error) {
                // SQLite itself may have rolled back already, as it does when the disk is full.
                if (this.#connection.inTransaction)
                    this.#connection.exec('ROLLBACK');
                throw error;
            }
            for (const [topic, payload] of notifications)
                this.#topics.emit(topic, payload);
            return result;
        });
    }
    // The only process that uses the file puts its own work in order.
    async locked(_name, work) {
        return work(this);
    }
    listen(topic, listener) {
        this.#topics.on(topic, listener);
        return () => this.#topics.off(topic, listener);
    }
    async check() {
        await this.transaction(writeAndForget);
    }
    async close() {
        // What was asked before is written first.
        await new Promise(setImmediate);
        return this.#alone(() => {
            this.#connection.close();
        });
    }
    /** What waits to be written shares one commit, whose way to the disk takes longer than all the rest. */
    async #writeTogether() {
        const writes = this.#waiting;
        this.#waiting = [];
        try {
            await whenUnlocked(() => this.#connection.exec('BEGIN IMMEDIATE'));
            const settle = writes.map(({ sql, parameters, resolve, reject }) => {
                try {
                    const rows = this.#run(sql, parameters);
                    return () => resolve(rows);
                }
                catch (error) {
                    // A statement that fails undoes itself alone, but for failures of the file, which undo all.
                    if (!this.#connection.inTransaction)
                        throw error;
                    return () => reject(error);
                }
            });
            this.#connection.exec('COMMIT');
            for (const each of settle)
                each();
        }
        catch (error) {
            if (this.#connection.inTransaction)
                this.#connection.exec('ROLLBACK');
            for (const { reject } of writes)
                reject(error);
        }
    }
    #run(sql, parameters) {
        let statement = this.#statements.get(sql);
        if (!statement) {
            statement = this.#connection.prepare(sql.replace(/\$(\d+)/g, '?$1'));
            this.#statements.set(sql, statement);
        }
        if (statement.reader)
            return statement.all([...parameters]);
        statement.run([...parameters]);
        return [];
    }
    async #alone(work) {
        const result = this.#last.then(work);
        this.#last = result.catch(() => undefined);
        return result;
    }
}
/** Retries while another program has the file locked, without holding up this process as SQLite's own waiting does. */
async function whenUnlocked(work) {
    const start = performance.now();
    for (;;) {
        try {
            return work();
        }
        catch (error) {
            const isLocked = String(error.code).startsWith('SQLITE_BUSY');
            if (!isLocked)
                throw error;
            if (performance.now() - start > LOCKED_LIMIT) {
                throw new UnreachableError('The database is locked by another program', { cause: error });
            }
            await delay(LOCKED_RETRY);
        }
    }
}
//# sourceMappingURL=sqliteDatabase.js.map