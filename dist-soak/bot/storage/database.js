// What the bot asks of a database, the same on SQLite and on PostgreSQL.
import { randomBytes, randomUUID } from 'node:crypto';
/** A database that can't be opened, reached or written. */
export class StorageError extends Error {
    name = 'StorageError';
}
/** The database does not answer; the same may work again when it does. */
export class UnreachableError extends StorageError {
}
/** Whether an error comes from a database that does not answer. Dialogs put errors into errors of their own. */
export function isUnreachable(error) {
    if (!(error instanceof Error))
        return false;
    return error instanceof UnreachableError || isUnreachable('error' in error ? error.error : error.cause);
}
/** `$1, $2, $3` for three parameters. */
export function placeholders(count, first = 1) {
    return Array.from({ length: count }, (_, index) => `$${first + index}`).join(', ');
}
/** Shows that there is room to write about what a turn writes, and leaves nothing of it. */
export async function writeAndForget(transaction) {
    // No item of the storage contract has a line break in its key: it is escaped there.
    const key = `check\n${randomUUID()}`;
    await transaction.query('INSERT INTO items (key, value, etag, expires_at) VALUES ($1, $2, $1, 0)', [
        key,
        randomBytes(4096).toString('hex'),
    ]);
    await transaction.query('DELETE FROM items WHERE key = $1', [key]);
}
//# sourceMappingURL=database.js.map