// A bot that listens, and a browser to meet it with.
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Browser } from 'playwright-core';
import { StartedBot } from '../bot/startedBot.js';
import { findChromium, launchChromium } from './browser.js';

/** Starting a browser and a client takes longer than a test does. */
export const LONGEST_START = 60_000;

export class Stage {
  private constructor(
    private readonly bot: StartedBot,
    readonly browser: Browser,
  ) {}

  /** @returns undefined where there is no Chromium */
  static async open(): Promise<Stage | undefined> {
    const chromium = findChromium();
    if (chromium === undefined) return undefined;
    // The address of the bot stands in its links, so the port is chosen before it is composed.
    const port = await freePort();
    const bot = await StartedBot.start({ PORT: `${port}`, PUBLIC_URL: `http://127.0.0.1:${port}` });
    return new Stage(bot, await launchChromium(chromium));
  }

  /** The messaging endpoint. */
  get endpoint(): string {
    return this.bot.endpoint;
  }

  async close(): Promise<void> {
    // All at once, so that one that can't be stopped keeps none of the others running.
    await Promise.all([this.browser.close(), this.bot.close()]);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
