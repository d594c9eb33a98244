// Databases for tests: a SQLite file, and a database of its own on a PostgreSQL server where one can be reached.
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { openDatabase } from '../bot/storage/openDatabase.js';
const SERVER = process.env['TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
export const silent = pino({ level: 'silent' });
export function sqliteForTest() {
    const folder = mkdtempSync(join(tmpdir(), 'database-'));
    const file = join(folder, 'deep', 'bot.db');
    return {
        address: { kind: 'sqlite', file },
        url: `file:${file}`,
        remove: () => rm(folder, { recursive: true, force: true }),
    };
}
/** @returns undefined where no server can be reached */
export async function postgresForTest() {
    const name = `bot_test_${randomUUID().replaceAll('-', '')}`;
    if (!(await onServer(`CREATE DATABASE ${name}`)))
        return undefined;
    const url = new URL(SERVER);
    url.pathname = name;
    return {
        address: { kind: 'postgres', url: url.href },
        url: url.href,
        remove: async () => {
            await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        },
    };
}
let isReachable;
/** Runs a statement on the server itself, beside the database of the test. */
export async function onServer(statement) {
    if (isReachable === false)
        return false;
    const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 3000 });
    try {
        await client.connect();
    }
    catch (error) {
        if (isReachable)
            throw error;
        isReachable = false;
        process.stderr.write('No PostgreSQL was reached, so its tests are skipped. Name a server where databases may be made in TEST_POSTGRES_URL.\n');
        return false;
    }
    isReachable = true;
    try {
        await client.query(statement);
    }
    finally {
        await client.end();
    }
    return true;
}
/** Runs a suite on both databases, each made for it; on PostgreSQL only where it can be reached. */
export function onBothDatabases(title, suite) {
    for (const [name, make] of [
        ['SQLite', () => Promise.resolve(sqliteForTest())],
        ['PostgreSQL', postgresForTest],
    ]) {
        describe(`${title} on ${name}`, () => {
            let database;
            before(async function () {
                database = await make();
                if (!database)
                    this.skip();
            });
            after(() => database?.remove());
            suite(() => database);
        });
    }
}
export async function open({ address }) {
    return openDatabase(address, silent);
}
//# sourceMappingURL=databases.js.map