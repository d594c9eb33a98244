// What nobody waits for must not end the bot when it fails: every turn is committed or not by itself.
import type { Logger } from 'pino';

/** Logs a promise that fails without anyone to hear of it, and goes on. */
export function surviveStrayRejections(logger: Logger): void {
  process.on('unhandledRejection', (error) => {
    logger.error({ err: error instanceof Error ? error : new Error(String(error)) }, 'stray rejection');
  });
}
