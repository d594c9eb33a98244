// The chat's button on a page that is open while the bot is down: the chat comes once the bot is back.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { ChatServer } from '../bot/channels/chatServer.js';
import { findChromium, launchChromium } from './browser.js';
import { ChatWidget } from './chatWidget.js';

describe('The web chat whose bot is down', function () {
  this.timeout(90_000);

  let browser: Browser | undefined;
  let site: Server;
  let address: string;
  let server: ChatServer;
  let policy: string;

  before(async function () {
    const chromium = findChromium();
    if (chromium === undefined) this.skip();
    site = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', policy);
      response.end(
        `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1><script src="${server.origin}/widget.js" defer></script></html>`,
      );
    }).listen(0);
    await once(site, 'listening');
    address = `http://localhost:${(site.address() as AddressInfo).port}`;
    server = await start();
    browser = await launchChromium(chromium);
  });

  after(async () => {
    await browser?.close();
    if (!browser) return;
    await server.close();
    site.close();
  });

  const start = (settings: Record<string, string> = {}) =>
    ChatServer.start({ ALLOWED_ORIGINS: new URL(address).origin, ...settings });

  const POLICIES = {
    'a page without a policy': () => "object-src 'none'",
    'a page of a strict policy': () =>
      `default-src 'none'; script-src ${server.origin}; frame-src ${server.origin}`,
  };
  for (const [where, policyOf] of Object.entries(POLICIES)) {
    it(`is told to be out of reach, and comes by itself, on ${where}`, async () => {
      policy = policyOf();
      const chat = await ChatWidget.visit(browser!, address);
      const { port } = server;
      await server.close();
      await chat.bubble.click();
      await chat.page.getByText('The chat can’t be reached at the moment').waitFor();
      expect(await chat.page.getByText('can’t be shown on this page').count()).to.equal(0);
      server = await start({ PORT: String(port) });
      await chat.reply(0);
      expect(await chat.say('Can I use a key twice?')).to.contain('From the FAQ');
      await chat.close();
    });
  }

  it('comes, too, where a proxy answers in the place of the bot', async () => {
    policy = POLICIES['a page of a strict policy']();
    const chat = await ChatWidget.visit(browser!, address);
    const { port } = server;
    await server.close();
    const proxy = createServer((_request, response) => {
      response.statusCode = 502;
      response.end('<h1>Bad gateway</h1>');
    }).listen(port);
    await once(proxy, 'listening');
    await chat.bubble.click();
    await chat.page.getByText('The chat can’t be reached at the moment').waitFor();
    proxy.closeAllConnections();
    proxy.close();
    await once(proxy, 'close');
    server = await start({ PORT: String(port) });
    await chat.reply(0);
    await chat.close();
  });
});
