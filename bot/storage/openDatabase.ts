// Opens the configured database and brings its tables up to date.
import type { Logger } from 'pino';
import { type Database, type DatabaseAddress, StorageError } from './database.js';
import { migrate } from './migrate.js';
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
