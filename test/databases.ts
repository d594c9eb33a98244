// Databases for tests: a SQLite file, and a database of its own on a PostgreSQL server where one can be reached.
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import type { Database, DatabaseAddress } from '../bot/storage/database.js';
import { openDatabase } from '../bot/storage/openDatabase.js';

const SERVER = process.env['TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

export const silent = pino({ level: 'silent' });

export interface TestDatabase {
  readonly address: DatabaseAddress;
  /** The address as DATABASE_URL takes it. */
  readonly url: string;
  remove(): Promise<void>;
}

export function sqliteForTest(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'database-'));
  const file = join(folder, 'deep', 'bot.db');
  return {
    address: { kind: 'sqlite', file },
    url: `file:${file}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** @returns undefined where no server can be reached */
export async function postgresForTest(): Promise<TestDatabase | undefined> {
  const name = `bot_test_${randomUUID().replaceAll('-', '')}`;
  if (!(await onServer(`CREATE DATABASE ${name}`))) return undefined;
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

let isReachable: boolean | undefined;

/** Runs a statement on the server itself, beside the database of the test. */
export async function onServer(statement: string): Promise<boolean> {
  if (isReachable === false) return false;
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
  } catch (error) {
    if (isReachable) throw error;
    isReachable = false;
    process.stderr.write(
      'No PostgreSQL was reached, so its tests are skipped. Name a server where databases may be made in TEST_POSTGRES_URL.\n',
    );
    return false;
  }
  isReachable = true;
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
  return true;
}

/** Runs a suite on both databases, each made for it; on PostgreSQL only where it can be reached. */
export function onBothDatabases(title: string, suite: (test: () => TestDatabase) => void): void {
  for (const [name, make] of [
    ['SQLite', () => Promise.resolve(sqliteForTest())],
    ['PostgreSQL', postgresForTest],
  ] as const) {
    describe(`${title} on ${name}`, () => {
      let database: TestDatabase | undefined;
      before(async function () {
        database = await make();
        if (!database) this.skip();
      });
      after(() => database?.remove());
      suite(() => database!);
    });
  }
}

export async function open({ address }: TestDatabase): Promise<Database> {
  return openDatabase(address, silent);
}
