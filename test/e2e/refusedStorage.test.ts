// The web chat on the pages of another site, in a browser that lets its frame keep nothing there.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { BrowserContext } from 'playwright-core';
import { ChatServer } from '../bot/channels/chatServer.js';
import { findChromium, launchStrictChromium } from './browser.js';
import { ChatWidget } from './chatWidget.js';
import { freePort } from './stage.js';

const BOT = 'bot.example';
const SHOP = 'shop.example';
const NEWS = 'news.example';

describe('The web chat in a browser that refuses storage to other sites', function () {
  this.timeout(60_000);

  let browser: BrowserContext | undefined;
  let folder: string;
  let site: Server;
  let server: ChatServer;
  let shop: string;
  let news: string;

  before(async function () {
    const chromium = findChromium();
    if (chromium === undefined) this.skip();
    folder = mkdtempSync(join(tmpdir(), 'strict-chromium-'));
    const [botPort, sitePort] = [await freePort(), await freePort()];
    [shop, news] = [`http://${SHOP}:${sitePort}`, `http://${NEWS}:${sitePort}`];
    const bot = `http://${BOT}:${botPort}`;
    site = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1><script src="${bot}/widget.js" defer></script></html>`,
      );
    }).listen(sitePort);
    await once(site, 'listening');
    server = await ChatServer.start({
      PORT: String(botPort),
      PUBLIC_URL: bot,
      ALLOWED_ORIGINS: `${shop}, ${news}`,
    });
    browser = await launchStrictChromium(chromium, folder, [BOT, SHOP, NEWS]);
  });

  after(async () => {
    await browser?.close();
    if (!browser) return;
    await server.close();
    site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('goes on with a ticket over reloads, pages and tabs of the site, and nowhere else', async () => {
    const chat = await ChatWidget.visitIn(browser!, `${shop}/`);
    await chat.open();
    const refusal = chat.frame.evaluate<string>('localStorage.length');
    expect(await refusal.catch(String)).to.contain('Access is denied');
    expect(await chat.say('I need a support ticket')).to.contain('Step 1 of 6');

    await chat.page.reload();
    expect(await chat.reply(1)).to.contain('Step 1 of 6');
    await chat.page.goto(`${shop}/another-page`);
    expect(await chat.reply(1)).to.contain('Step 1 of 6');
    expect(await chat.say('Next')).to.contain('Step 2 of 6');

    const tab = await ChatWidget.visitIn(browser!, `${shop}/a-third-page`);
    await tab.bubble.click();
    expect(await tab.reply(2)).to.contain('Step 2 of 6');
    await tab.page.close();

    await chat.beginAnew();
    await chat.page.reload();
    await chat.reply(0);
    expect(await chat.ownMessages()).to.deep.equal([]);

    // Another site that may show the chat, too, knows nothing of it.
    const elsewhere = await ChatWidget.visitIn(browser!, `${news}/`);
    await elsewhere.open();
    expect(
      await elsewhere.page.evaluate<string | null>(`localStorage.getItem('mpn-chat-kept')`),
    ).not.to.equal(await chat.page.evaluate<string | null>(`localStorage.getItem('mpn-chat-kept')`));
  });

  it('gives what it keeps to the chat alone', async () => {
    const chat = await ChatWidget.visitIn(browser!, `${shop}/`);
    await chat.open();
    await chat.say('I need a support ticket');
    // A frame of the page's own asks for it, and tries to put something else in its place.
    const heard = await chat.page.evaluate<unknown[]>(`new Promise((done) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.srcdoc = '<script>const heard = []; addEventListener("message", ({ data }) => heard.push(data));' +
        'for (const message of [{ kind: "mpn-recall" }, { kind: "mpn-keep", kept: "null" }]) parent.postMessage(message, "*");' +
        'setTimeout(() => parent.postMessage({ heard }, "*"), 500)</' + 'script>';
      addEventListener('message', ({ data }) => data.heard && done(data.heard));
    })`);
    expect(heard).to.deep.equal([]);
    await chat.page.reload();
    expect(await chat.reply(1)).to.contain('Step 1 of 6');
  });

  it('begins anew where what the page keeps is damaged', async () => {
    const chat = await ChatWidget.visitIn(browser!, `${shop}/`);
    for (const damaged of [
      '{',
      '7',
      '{"conversationId":"x","token":"a\\u0000"}',
      '{"conversationId":"x","token":"a.b.c"}',
    ]) {
      await chat.page.evaluate(`localStorage.setItem('mpn-chat-kept', ${JSON.stringify(damaged)})`);
      await chat.page.reload();
      if ((await chat.bubble.getAttribute('aria-expanded')) !== 'true') await chat.bubble.click();
      expect(await chat.reply(0)).to.contain('Hello');
    }
  });
});
