// What the terminal commands share: options, the FAQ they work on, and mistakes told in a sentence.
import { resolve } from 'node:path';
import { FaqError, shippedFaqPath } from '../../knowledge/faq/loadFaq.js';

/** A mistake in how a command was called. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The path of the FAQ that `--faq` names, or of the shipped one. */
export function faqPathOf(option: string | undefined): string {
  return option === undefined ? shippedFaqPath() : resolve(option);
}

/** Runs a command; a mistake of the caller's ends it with a sentence and status 2. */
export async function runCommand(usage: string, command: () => Promise<void> | void): Promise<void> {
  // The reader may close the pipe early, as head does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    await command();
  } catch (error) {
    const isUsage =
      error instanceof UsageError || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
    if (!isUsage && !(error instanceof FaqError)) throw error;
    process.stderr.write(`${(error as Error).message}\n${isUsage ? `${usage}\n` : ''}`);
    process.exitCode = 2;
  }
}
