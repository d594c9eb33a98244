// Starts the bot, and stops it when the system asks for it. With --watch, changes of the FAQ go live.
import './smallHeap.js';
import { FaqError } from '../knowledge/faq/loadFaq.js';
import { compose } from './compose.js';
import { checkVisitorsDiffer, ConfigError, environment, readConfig } from './config.js';
import { BotServer } from './server.js';
import { watchFaq } from './watchFaq.js';
import { StorageError } from './storage/database.js';
import { surviveStrayRejections } from './strayErrors.js';

try {
  const config = readConfig(environment());
  checkVisitorsDiffer(config);
  const bot = await compose(config);
  surviveStrayRejections(bot.logger);
  const server = new BotServer(bot);
  const port = await server.listen(config.port, config.host);
  let stopWatching: (() => void) | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      bot.logger.info({ signal }, 'stopping');
      // A folder that is watched would keep the process alive.
      stopWatching?.();
      void server.close().then(() => bot.close());
    });
  }
  process.stdout.write(
    `The chat page is at http://localhost:${port}/\nThe bot listens at http://localhost:${port}/api/messages\n`,
  );
  if (process.argv.includes('--watch')) {
    const tell = (line: string) => process.stdout.write(`${line}\n`);
    stopWatching = watchFaq(config.faqPath, (index) => bot.index.replace(index), tell);
    tell(`Changes of ${config.faqPath} go live.`);
  }
} catch (error) {
  process.stderr.write(`The bot can't start.\n${explained(error)}\n`);
  process.exit(1);
}

function explained(error: unknown): string {
  if (error instanceof ConfigError || error instanceof FaqError || error instanceof StorageError)
    return error.message;
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE' || code === 'EACCES')
    return `The port can't be used (${message}). Set another with PORT.`;
  return stack ?? String(error);
}
