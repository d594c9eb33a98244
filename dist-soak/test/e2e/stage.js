// A bot that listens, and a browser to meet it with.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { compose } from '../../bot/compose.js';
import { readConfig } from '../../bot/config.js';
import { BotServer } from '../../bot/server.js';
import { shippedIndex } from '../shippedIndex.js';
import { findChromium, launchChromium } from './browser.js';
/** Starting a browser and a client takes longer than a test does. */
export const LONGEST_START = 60_000;
export class Stage {
    bot;
    server;
    browser;
    endpoint;
    constructor(bot, server, browser, 
    /** The messaging endpoint. */
    endpoint) {
        this.bot = bot;
        this.server = server;
        this.browser = browser;
        this.endpoint = endpoint;
    }
    /** @returns undefined where there is no Chromium, which it says */
    static async open() {
        const chromium = findChromium();
        if (chromium === undefined) {
            process.stderr.write('No Chromium was found, so the browser tests are skipped. Name one in CHROMIUM_PATH.\n');
            return undefined;
        }
        // The address of the bot stands in its links, so the port is chosen before it is composed.
        const port = await freePort();
        const config = readConfig({
            LOG_LEVEL: 'silent',
            DATABASE_URL: 'file::memory:',
            PUBLIC_URL: `http://127.0.0.1:${port}`,
        });
        const bot = await compose(config, shippedIndex());
        const server = new BotServer(bot);
        await server.listen(port, config.host);
        return new Stage(bot, server, await launchChromium(chromium), `${config.publicUrl}/api/messages`);
    }
    async close() {
        // All at once, so that one that can't be stopped keeps none of the others running.
        await Promise.all([this.browser.close(), this.server.close().then(() => this.bot.close())]);
    }
}
async function freePort() {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    server.close();
    await once(server, 'close');
    return port;
}
//# sourceMappingURL=stage.js.map