// What a visitor has begun and written in the web chat stays, whatever becomes of tokens, connections and the bot.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { ChatServer } from '../bot/channels/chatServer.js';
import { findChromium, launchChromium } from './browser.js';
import { ChatWidget } from './chatWidget.js';
import { TestClock } from './testClock.js';

/** A token for access is good for half an hour, one to resume with for 30 days. */
const LONGER_THAN_ACCESS = 31;
const LONGER_THAN_RESUMING = 31;

describe('A conversation in the web chat', function () {
  this.timeout(60_000);

  let browser: Browser | undefined;
  let server: ChatServer;
  let folder: string;
  let clock: TestClock | undefined;
  let chat: ChatWidget;

  const start = (settings: Record<string, string> = {}) =>
    ChatServer.start({
      DATABASE_URL: `file:${join(folder, 'bot.db')}`,
      DIRECT_LINE_SIGNING_KEY: 'a signing key for the tests, 32 characters and more',
      ...settings,
    });

  before(async function () {
    const chromium = findChromium();
    if (chromium === undefined) this.skip();
    clock = new TestClock();
    folder = mkdtempSync(join(tmpdir(), 'lasting-chat-'));
    browser = await launchChromium(chromium);
    server = await start();
  });

  after(async () => {
    await browser?.close();
    clock?.restore();
    if (!browser) return;
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    chat = await ChatWidget.visit(browser!, `${server.origin}/?lang=en`, { locale: 'en-US' });
    await chat.open();
  });

  afterEach(() => chat.close());

  /** The page sleeps: its connection is cut, and it finds the bot again only later. */
  const sleep = async (minutes: number) => {
    const { port } = server;
    await server.close();
    clock!.forwardMinutes(minutes);
    server = await start({ PORT: String(port) });
  };

  const beginTicket = async () => {
    expect(await chat.say('I need a support ticket')).to.contain('Step 1 of 6');
    return (await chat.session()).conversationId;
  };

  it('goes on after a reload and 31 minutes asleep, and after 31 more', async () => {
    const conversationId = await beginTicket();
    await chat.page.reload();
    await chat.reply(1);
    for (const step of [2, 3]) {
      await sleep(LONGER_THAN_ACCESS);
      expect(await chat.say('Next')).to.contain(`Step ${step} of 6`);
      expect((await chat.session()).conversationId).to.equal(conversationId);
    }
    expect(await chat.ownMessages()).to.deep.equal(['I need a support ticket', 'Next', 'Next']);
  });

  it('takes the first message after its token has expired while the connection was still up', async () => {
    const conversationId = await beginTicket();
    for (const step of [2, 3, 4]) {
      clock!.forwardMinutes(LONGER_THAN_ACCESS);
      expect(await chat.say('Next')).to.contain(`Step ${step} of 6`);
    }
    expect((await chat.session()).conversationId).to.equal(conversationId);
  });

  it('takes it, too, where the refresh fails at first, and then has nothing to complain about', async () => {
    await beginTicket();
    clock!.forwardMinutes(LONGER_THAN_ACCESS);
    let times = 0;
    await chat.page.route('**/tokens/refresh', (route) => {
      times += 1;
      return times > 2 ? route.continue() : route.fulfill({ status: 502 });
    });
    expect(await chat.say('Next')).to.contain('Step 2 of 6');
    expect(times).to.equal(3);
    expect(await chat.notice.innerText()).to.equal('');
  });

  it('keeps the draft over an expired token', async () => {
    await beginTicket();
    await chat.page.reload();
    await chat.reply(1);
    await chat.input.fill('Next');
    await sleep(LONGER_THAN_ACCESS);
    await chat.chat.getByText('Connected again').waitFor();
    expect(await chat.input.inputValue()).to.equal('Next');
    const before = (await chat.replies()).length;
    await chat.input.press('Enter');
    expect(await chat.reply(before)).to.contain('Step 2 of 6');
  });

  it('gives back what was not sent where the conversation is kept no more, and says that another has begun', async () => {
    const conversationId = await beginTicket();
    clock!.forwardDays(LONGER_THAN_RESUMING);
    await chat.input.fill('Where do I see the expiry date?');
    await chat.input.press('Enter');
    await chat.chat.getByText('The earlier conversation is no longer kept').waitFor();
    expect(await chat.input.inputValue()).to.equal('Where do I see the expiry date?');
    expect((await chat.session()).conversationId).not.to.equal(conversationId);
    await chat.input.press('Enter');
    expect(await chat.reply(1)).to.contain('From the FAQ');
    await chat.chat.getByText('The earlier conversation is no longer kept').waitFor({ state: 'hidden' });
  });

  it('is told to be unsent where the bot is away for long, and is sent at a press once it is back', async () => {
    await beginTicket();
    const { port } = server;
    await server.close();
    await chat.input.fill('Next');
    await chat.input.press('Enter');
    const retry = chat.chat.getByRole('button', { name: 'Retry' });
    await retry.waitFor({ timeout: 40_000 });
    server = await start({ PORT: String(port) });
    await retry.click();
    expect(await chat.reply(2)).to.contain('Step 2 of 6');
    expect(await chat.ownMessages()).to.deep.equal(['I need a support ticket', 'Next']);
  });

  const PATHS = {
    'the refresh of its token': '**/tokens/refresh',
    'its opening': '**/conversations/*?watermark=*',
  };
  for (const [what, path] of Object.entries(PATHS)) {
    for (const status of [502, 503, 429]) {
      it(`is there after a reload although ${what} was answered with ${status} at first`, async () => {
        const conversationId = await beginTicket();
        let times = 0;
        // As a proxy in front of the bot does.
        await chat.page.route(path, (route) => {
          times += 1;
          return times > 2 ? route.continue() : route.fulfill({ status, headers: { 'retry-after': '1' } });
        });
        await chat.page.reload();
        expect(await chat.reply(1)).to.contain('Step 1 of 6');
        expect(times).to.equal(3);
        expect((await chat.session()).conversationId).to.equal(conversationId);
        expect(await chat.say('Next')).to.contain('Step 2 of 6');
      });
    }
  }

  it('makes way for another one where the bot knows it no more; the draft stays', async () => {
    const conversationId = await beginTicket();
    await chat.input.fill('Where do I see the expiry date?');
    const { port } = server;
    await server.close();
    // The same keys, and nothing kept.
    server = await start({ PORT: String(port), DATABASE_URL: 'file::memory:' });
    await chat.chat.getByText('The earlier conversation is no longer kept').waitFor({ timeout: 30_000 });
    expect(await chat.input.inputValue()).to.equal('Where do I see the expiry date?');
    expect((await chat.session()).conversationId).not.to.equal(conversationId);
    expect(await chat.ownMessages()).to.deep.equal([]);
  });
});
