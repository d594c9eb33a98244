// Opens the configured database and brings its tables up to date.
import { existsSync } from 'node:fs';
import { type Logger, pino } from 'pino';
import { type Database, type DatabaseAddress, StorageError } from './database.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations.js';
import { PostgresDatabase } from './postgresDatabase.js';
import { SqliteDatabase } from './sqliteDatabase.js';

/** @throws {StorageError} when the database can't be opened, written or brought up to date */
export async function openDatabase(address: DatabaseAddress, logger: Logger): Promise<Database> {
  const database =
    address.kind === 'sqlite'
      ? new SqliteDatabase(address.file)
      : await PostgresDatabase.open(address.url, logger);
  try {
    await migrate(database);
    await database.check();
    return database;
  } catch (error) {
    await database.close();
    if (error instanceof StorageError) throw error;
    const name = address.kind === 'sqlite' ? address.file : 'in DATABASE_URL';
    throw new StorageError(`The database ${name} can't be opened: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/**
 * Opens a database that a bot uses, or has used: no tables are made or changed.
 * @throws {StorageError} where there is none, or none of this version
 */
export async function openExisting(address: DatabaseAddress): Promise<Database> {
  if (address.kind === 'sqlite' && !existsSync(address.file)) {
    throw new StorageError(
      `There is no database ${address.file}. Has the bot run, and with this DATABASE_URL?`,
    );
  }
  const database =
    address.kind === 'sqlite'
      ? new SqliteDatabase(address.file)
      : await PostgresDatabase.open(address.url, pino({ level: 'silent' }));
  try {
    const [row] = await database.query<{ count: number }>('SELECT count(*) AS count FROM migrations');
    if (row!.count >= migrations.length) return database;
  } catch {
    // Not the bot's, or not yet.
  }
  await database.close();
  throw new StorageError('The database lacks tables of this version. Start the bot with it once.');
}
