// The web chat on the pages of other sites: those that may show it, and those that may not.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { ChatServer } from '../bot/channels/chatServer.js';
import { findChromium, launchChromium } from './browser.js';
import { ChatWidget } from './chatWidget.js';

describe('The web chat on another site', function () {
  this.timeout(60_000);

  let browser: Browser | undefined;
  let site: Server;
  let server: ChatServer;
  let port: number;

  before(async function () {
    const chromium = findChromium();
    if (chromium === undefined) this.skip();
    site = createServer((_request, response) => {
      // A site that is strict itself.
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader(
        'content-security-policy',
        `default-src 'none'; script-src ${server.origin}; frame-src ${server.origin}`,
      );
      response.end(
        `<!doctype html><html lang="ja"><title>Portal</title><h1>Portal</h1><script src="${server.origin}/widget.js" data-color="#8a3b12" defer></script></html>`,
      );
    }).listen(0);
    await once(site, 'listening');
    port = (site.address() as AddressInfo).port;
    server = await ChatServer.start({ ALLOWED_ORIGINS: `http://localhost:${port}` });
    browser = await launchChromium(chromium);
  });

  after(async () => {
    await browser?.close();
    if (!browser) return;
    await server.close();
    site.close();
  });

  it('works where it is allowed, in the language and colour of the page, beside a strict policy', async () => {
    const chat = await ChatWidget.visit(browser!, `http://localhost:${port}/`);
    await chat.open();
    expect(await chat.say('キーは2回使えますか')).to.contain('出典');
    expect(
      await chat.page.evaluate<string>(
        `getComputedStyle(document.querySelector('#mpn-chat').shadowRoot.querySelector('.bubble')).backgroundColor`,
      ),
    ).to.equal('rgb(138, 59, 18)');
    await chat.page.reload();
    expect(await chat.reply(1)).to.contain('出典');
    expect(chat.complaints).to.deep.equal([]);

    // The page itself is not the chat, so it can't close it or count for it.
    await chat.page.evaluate(
      `postMessage({ kind: 'mpn-close' }, '*'); postMessage({ kind: 'mpn-unread', count: 7 }, '*');
       postMessage(null, '*'); new Promise((done) => setTimeout(done))`,
    );
    expect(await chat.panel.isVisible()).to.equal(true);
    expect(await chat.bubble.getAttribute('aria-label')).to.equal('チャットを閉じる');
    await chat.close();
  });

  it('is not shown where it is not allowed; the visitor is told so and gets a link', async () => {
    const context = await browser!.newContext();
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`http://127.0.0.1:${port}/`);
    // Until what the browser shows in place of the chat has loaded.
    await page.evaluate(`new Promise((loaded) => {
      const { shadowRoot } = document.querySelector('#mpn-chat');
      shadowRoot.querySelector('.bubble').click();
      shadowRoot.querySelector('iframe').addEventListener('load', () => loaded());
    })`);
    await page.getByText('接続しています').waitFor();
    await page.clock.fastForward(3_000);
    const link = page.getByRole('link', { name: '新しいタブで開く' });
    // It can be clicked: the browser's own page is not over it.
    await link.click({ trial: true });
    expect(await link.getAttribute('href')).to.contain(`${server.origin}/chat?lang=ja`);
    expect(await page.frameLocator('iframe').locator('#chat').count()).to.equal(0);
    await context.close();
  });
});
