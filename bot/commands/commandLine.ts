// What the terminal commands share: options, the FAQ they work on, and mistakes told in a sentence.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FaqError, shippedFaqPath } from '../../knowledge/faq/loadFaq.js';
import { ConfigError } from '../config.js';
import { StorageError } from '../storage/database.js';

/** A mistake in how a command was called. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The path of the FAQ that `--faq` names, or of the shipped one. */
export function faqPathOf(option: string | undefined): string {
  return option === undefined ? shippedFaqPath() : resolve(option);
}

/** Runs a command; a mistake of the caller's, also in the configuration, ends it with a sentence and status 2. `--help` shows how it is called. */
export async function runCommand(usage: string, command: () => Promise<void> | void): Promise<void> {
  // The reader may close the pipe early, as head does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  if (process.argv.slice(2).some((option) => option === '--help' || option === '-h')) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  try {
    await command();
  } catch (error) {
    const isUsage =
      error instanceof UsageError || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
    const isTold = error instanceof FaqError || error instanceof StorageError || error instanceof ConfigError;
    if (!isUsage && !isTold) throw error;
    // Node goes on about arguments that begin with a dash.
    const message = (error as Error).message.replace(/\. To specify a positional argument[^]*$/u, '.');
    process.stderr.write(`${message}\n${isUsage ? `${usage}\n` : ''}`);
    process.exitCode = 2;
  }
}

/** @throws {UsageError} when the file can't be read */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} can't be read (${(error as NodeJS.ErrnoException).code ?? ''}).`);
  }
}

/**
 * Reads a file of tab-separated rows; empty lines don't count.
 * @throws {UsageError} when it can't be read, or a row has fewer cells than expected
 */
export function readRows(
  file: string,
  cellCount: number,
): { readonly line: number; readonly cells: string[] }[] {
  return readText(file)
    .split(/\r?\n/)
    .flatMap((row, index) => {
      if (row.trim() === '') return [];
      const cells = row.split('\t');
      if (cells.length < cellCount || cells.slice(0, cellCount).some((cell) => cell.trim() === '')) {
        throw new UsageError(`${file}, line ${index + 1}: expected ${cellCount} cells, separated by tabs.`);
      }
      return [{ line: index + 1, cells }];
    });
}
