// Writing in the web chat: what is composed by an input method, drafts of several lines, and dates in the visitor's own order.
import { expect } from 'chai';
import type { Browser, CDPSession } from 'playwright-core';
import { ChatServer } from '../bot/channels/chatServer.js';
import { findChromium, launchChromium } from './browser.js';
import { ChatWidget } from './chatWidget.js';

describe('Writing in the web chat', function () {
  this.timeout(60_000);

  let browser: Browser | undefined;
  let server: ChatServer;
  let chat: ChatWidget;

  before(async function () {
    const chromium = findChromium();
    if (chromium === undefined) this.skip();
    server = await ChatServer.start();
    browser = await launchChromium(chromium);
  });

  after(async () => {
    await browser?.close();
    if (browser) await server.close();
  });

  afterEach(() => chat.close());

  const visit = async (language: 'en' | 'ja', locale: string) => {
    chat = await ChatWidget.visit(browser!, `${server.origin}/?lang=${language}`, { locale });
    await chat.open();
  };

  const inInput = <Value>(expression: string) =>
    chat.frame.evaluate<Value>(`document.querySelector('[data-id="webchat-sendbox-input"]').${expression}`);
  const isFocused = () => inInput<boolean>('matches(":focus")');

  /** Presses a key that the input method takes, as the browser tells of it. */
  const pressWhileComposing = (input: CDPSession, key: string) =>
    input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 229 });

  it('leaves arrows, Escape and Enter to the input method while Japanese is composed', async () => {
    await visit('ja', 'ja-JP');
    await chat.input.fill('特典の');
    await chat.suggestions.first().waitFor();
    const input = await chat.page.context().newCDPSession(chat.page);
    await input.send('Input.imeSetComposition', { text: 'ゆうこう', selectionStart: 4, selectionEnd: 4 });
    await chat.suggestions.first().waitFor();
    for (const key of ['ArrowUp', 'ArrowDown', 'Escape', 'Enter']) {
      await pressWhileComposing(input, key);
      expect(await isFocused()).to.equal(true);
      expect(await chat.panel.isVisible()).to.equal(true);
    }
    await input.send('Input.insertText', { text: '有効' });
    expect(await chat.input.inputValue()).to.equal('特典の有効');
    expect(await chat.ownMessages()).to.deep.equal([]);

    // Once it is composed, the keys are the chat's again.
    await chat.suggestions.first().waitFor();
    await chat.input.press('ArrowUp');
    expect(await isFocused()).to.equal(false);
    await chat.page.keyboard.press('Escape');
    await chat.untilInputFocused();
    await chat.page.keyboard.press('Escape');
    await chat.panel.waitFor({ state: 'hidden' });
  });

  const DRAFTS = {
    'two lines': 'Hello\nkey expiry',
    'one line that is wrapped': 'Where in the partner portal do I see the expiry date of the product key?',
  };
  for (const [what, draft] of Object.entries(DRAFTS)) {
    it(`moves up in a draft of ${what}, and to the suggestions from its beginning only`, async () => {
      await visit('en', 'en-US');
      await chat.input.fill(draft);
      await chat.suggestions.first().waitFor();
      await chat.input.press('ArrowUp');
      const caret = () => inInput<number>('selectionStart');
      expect(await caret()).to.be.lessThan(draft.length);
      await chat.page.keyboard.insertText('!');
      expect(await chat.input.inputValue()).to.have.length(draft.length + 1);
      await chat.suggestions.first().waitFor();
      await inInput('setSelectionRange(0, 0)');
      await chat.input.press('ArrowUp');
      await chat.chat.locator('.suggestions button:focus').waitFor();
    });
  }

  const QUESTION = 'I redeemed the key on 04/12/2025. Until when can I use it?';

  it('reads 04/12 as December 4 in a British browser', async () => {
    await visit('en', 'en-GB');
    const answer = await chat.say(QUESTION);
    expect(answer).to.contain('December 4, 2026').and.not.to.contain('April');
  });

  it('reads 04/12 as April 12 in an American browser', async () => {
    await visit('en', 'en-US');
    expect(await chat.say(QUESTION)).to.contain('April 12, 2026');
  });

  for (const [language, locale] of [
    ['en', 'ja-JP'],
    ['en', 'de-DE'],
    ['ja', 'en-GB'],
  ] as const) {
    it(`asks which of the two days is meant in a chat in ${language} of a browser in ${locale}`, async () => {
      await visit(language, locale);
      const answer = await chat.say(QUESTION);
      expect(answer).to.contain('April 12, 2025').and.to.contain('December 4, 2025');
    });
  }
});
