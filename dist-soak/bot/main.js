// Starts the bot, and stops it when the system asks for it.
import { FaqError } from '../knowledge/faq/loadFaq.js';
import { compose } from './compose.js';
import { ConfigError, environment, readConfig } from './config.js';
import { BotServer } from './server.js';
import { StorageError } from './storage/database.js';
import { surviveStrayRejections } from './strayErrors.js';
try {
    const config = readConfig(environment());
    const bot = await compose(config);
    surviveStrayRejections(bot.logger);
    const server = new BotServer(bot);
    const port = await server.listen(config.port, config.host);
    process.stdout.write(`The bot listens at http://localhost:${port}/api/messages\n`);
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.once(signal, () => {
            bot.logger.info({ signal }, 'stopping');
            void server.close().then(() => bot.close());
        });
    }
}
catch (error) {
    process.stderr.write(`The bot can't start.\n${explained(error)}\n`);
    process.exit(1);
}
function explained(error) {
    if (error instanceof ConfigError || error instanceof FaqError || error instanceof StorageError)
        return error.message;
    const { code, message, stack } = error;
    if (code === 'EADDRINUSE' || code === 'EACCES')
        return `The port can't be used (${message}). Set another with PORT.`;
    return stack ?? String(error);
}
//# sourceMappingURL=main.js.map