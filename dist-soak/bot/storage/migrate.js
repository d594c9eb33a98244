// Brings the tables of a database up to date. Replicas that start together wait for each other.
import { StorageError } from './database.js';
import { migrations } from './migrations.js';
/**
 * Runs what has not been run yet, all of it or nothing.
 * @throws {StorageError} where a newer version of the bot has changed the database already
 */
export async function migrate(database, steps = migrations) {
    await database.transaction(async (transaction) => {
        await transaction.lock('migrations');
        await transaction.query('CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL)');
        const [row] = await transaction.query('SELECT count(*) AS count FROM migrations');
        const done = row?.count ?? 0;
        if (done > steps.length) {
            throw new StorageError('The database was made by a newer version of the bot. Run that version.');
        }
        for (const [index, { name, run }] of steps.entries()) {
            if (index < done)
                continue;
            const statements = 'sqlite' in run ? run[database.kind] : run;
            for (const statement of statements)
                await transaction.query(statement);
            await transaction.query('INSERT INTO migrations (number, name) VALUES ($1, $2)', [index + 1, name]);
        }
    });
}
//# sourceMappingURL=migrate.js.map