import { StorageError } from './database.js';
import { migrate } from './migrate.js';
import { PostgresDatabase } from './postgresDatabase.js';
import { SqliteDatabase } from './sqliteDatabase.js';
/** @throws {StorageError} when the database can't be opened, written or brought up to date */
export async function openDatabase(address, logger) {
    const database = address.kind === 'sqlite'
        ? new SqliteDatabase(address.file)
        : await PostgresDatabase.open(address.url, logger);
    try {
        await migrate(database);
        await database.check();
        return database;
    }
    catch (error) {
        await database.close();
        if (error instanceof StorageError)
            throw error;
        const name = address.kind === 'sqlite' ? address.file : 'in DATABASE_URL';
        throw new StorageError(`The database ${name} can't be opened: ${error.message}`, {
            cause: error,
        });
    }
}
//# sourceMappingURL=openDatabase.js.map