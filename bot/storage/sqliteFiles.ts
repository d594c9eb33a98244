// The files of a SQLite database: readable for nobody else, and still where they were when they were opened.
import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StorageError } from './database.js';

const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

export class SqliteFiles {
  /** What tells a file from another one under the same path, of each that must stay. */
  readonly #opened = new Map<string, bigint | undefined>();

  /** Makes the file and its folder where there are none. */
  constructor(private readonly file: string) {
    if (file === ':memory:') return;
    mkdirSync(dirname(file), { recursive: true, mode: OWNER_ONLY_FOLDER });
    makeOwnerOnly(file);
    // SQLite gives its other files the mode of this one; those that there are already may be of an earlier version.
    for (const each of [file, `${file}-wal`, `${file}-shm`]) restrict(each);
    this.#opened.set(file, numberOf(file));
  }

  /** Notes the log, which is there from the first commit on until the database is closed. */
  noteLog(): void {
    const log = `${this.file}-wal`;
    if (this.file !== ':memory:' && !this.#opened.has(log)) this.#opened.set(log, numberOf(log));
  }

  /**
   * A deleted file can still be written, but is gone with the process: an answer that is only kept there is lost.
   * @throws {StorageError} where the file or its log was deleted, moved or replaced
   */
  check(): void {
    for (const [file, opened] of this.#opened) {
      if (numberOf(file) === opened) continue;
      throw new StorageError(
        `The database file ${file} was deleted, moved or replaced. Put it back or restart the bot.`,
      );
    }
  }
}

function numberOf(file: string): bigint | undefined {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino;
}

/**
 * Makes an empty file that nobody else can read, where there is none. One that is there is not even opened: closing it
 * again would give up the locks that SQLite holds on it in this process.
 */
export function makeOwnerOnly(file: string): void {
  try {
    closeSync(openSync(file, 'wx', OWNER_ONLY));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function restrict(file: string): void {
  try {
    chmodSync(file, OWNER_ONLY);
  } catch (error) {
    // It is not there; or it is somebody else's, who has given the bot access to it.
    if (!['ENOENT', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
