// npm run backup: a copy of a SQLite database that a bot may be using meanwhile.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { environment, readCommandSettings } from '../config.js';
import { openExisting } from '../storage/openDatabase.js';
import { SqliteDatabase } from '../storage/sqliteDatabase.js';
import { runCommand, UsageError } from './commandLine.js';

const USAGE = `Usage: npm run backup -- FILE
Copies the SQLite database of DATABASE_URL to a new file, which only its owner can read, while the bot may run.
To restore it: stop the bot, delete the database and the files beside it that end with -wal and -shm, copy the file to
its place, start the bot. A PostgreSQL database is backed up by pg_dump and restored by pg_restore.`;

await runCommand(USAGE, async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [name, ...more] = positionals;
  if (!name || more.length > 0) throw new UsageError('Name one file to write.');
  const file = resolve(name);
  if (existsSync(file)) throw new UsageError(`${file} exists already. Name a new file.`);
  const { database: address } = readCommandSettings(environment());
  if (address.kind !== 'sqlite') {
    throw new UsageError('DATABASE_URL is a PostgreSQL database, which is backed up by its own pg_dump.');
  }
  const database = await openExisting(address);
  try {
    if (database instanceof SqliteDatabase) await database.copyTo(file);
  } finally {
    await database.close();
  }
  process.stdout.write(`${file} holds the database as it is now. Keep it as secret as the database.\n`);
});
