// The web chat in a real browser: the launcher, the chat in its frame, and the server behind them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { ChatServer } from '../bot/channels/chatServer.js';
import { seriousFaults } from './accessibility.js';
import { findChromium, launchChromium } from './browser.js';
import { ChatWidget } from './chatWidget.js';

const PHONE = { width: 390, height: 844 };

describe('The web chat', function () {
  this.timeout(60_000);

  let browser: Browser | undefined;
  let server: ChatServer;
  let folder: string;

  before(async function () {
    const chromium = findChromium();
    if (chromium === undefined) this.skip();
    folder = mkdtempSync(join(tmpdir(), 'web-chat-'));
    browser = await launchChromium(chromium);
    server = await start();
  });

  after(async () => {
    await browser?.close();
    if (!browser) return;
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (settings: Record<string, string> = {}) =>
    ChatServer.start({ DATABASE_URL: `file:${join(folder, 'bot.db')}`, ...settings });

  const visit = (language: 'en' | 'ja', options?: BrowserContextOptions) =>
    ChatWidget.visit(browser!, `${server.origin}/?lang=${language}`, {
      locale: language === 'ja' ? 'ja-JP' : 'en-US',
      ...options,
    });

  describe('in Japanese, on a desktop', () => {
    let chat: ChatWidget;

    before(async () => {
      chat = await visit('ja');
    });

    after(async () => {
      await chat.page.screenshot({ path: 'test-results/web-chat-ja.png' });
      await chat.close();
    });

    it('loads nothing but the launcher before it is opened', async () => {
      const paths = chat.requests.map((url) => new URL(url).pathname);
      expect(paths.filter((path) => !path.startsWith('/assets/demo-')).sort()).to.deep.equal([
        '/',
        '/widget.js',
      ]);
      expect(await seriousFaults(chat.page.mainFrame())).to.deep.equal([]);
    });

    it('is opened, used and closed by keyboard alone; replies are announced', async () => {
      const { keyboard } = chat.page;
      const bubble = chat.page.locator('#mpn-chat .bubble:focus');
      for (let tabs = 0; tabs < 10 && (await bubble.count()) === 0; tabs += 1) await keyboard.press('Tab');
      await keyboard.press('Enter');
      await chat.untilInputFocused();
      expect(await chat.bubble.getAttribute('aria-expanded')).to.equal('true');
      expect(await chat.reply(0)).to.contain('こんにちは');
      await keyboard.insertText('ありがとう');
      await keyboard.press('Enter');
      await chat.chat
        .locator('[aria-live="polite"]', { hasText: 'どういたしまして' })
        .first()
        .waitFor({ state: 'attached' });
      await keyboard.press('Escape');
      await bubble.waitFor();
      await chat.panel.waitFor({ state: 'hidden' });
      await keyboard.press('Enter');
      await chat.untilInputFocused();
    });

    it('answers a question, with follow-up buttons that say what they say', async () => {
      expect(await chat.say('キーは2回使えますか')).to.contain('もう一度引き換えることはできません');
      const button = (await chat.buttons())[2]!;
      expect(await chat.press(button)).to.contain('出典');
      expect(await chat.ownMessages()).to.deep.equal(['ありがとう', 'キーは2回使えますか', button]);
    });

    it('takes a verdict on an answer as small print below the buttons, and asks what was missing', async () => {
      await chat.say('キーは2回使えますか');
      expect((await chat.buttons()).slice(3)).to.deep.equal(['役に立った', '役に立たなかった']);
      const faults = await seriousFaults(chat.frame);
      expect(faults).to.deep.equal([]);
      await chat.page.screenshot({ path: 'test-results/web-chat-verdict-ja.png' });
      expect(await chat.press('役に立たなかった')).to.contain('どのような情報が足りませんでしたか？');
      expect(await chat.say('画面の場所が書いてありません')).to.contain('記録しました');
    });

    it('asks for a date with a date input, and works out the other', async () => {
      await chat.say('VS は何日から再割り当てできる？');
      expect(await seriousFaults(chat.frame)).to.deep.equal([]);
      expect(await chat.sendDate('2026-01-10')).to.contain('2026年4月10日');
      expect(await chat.card.innerText()).to.contain('2026年1月10日');
    });

    it('takes a double click on the button of a card as one press', async () => {
      // The day that was told is forgotten, so that it is asked for again.
      await chat.say('最初からやり直す');
      await chat.say('VS は何日から再割り当てできる？');
      const before = (await chat.replies()).length;
      await chat.card.locator('input[type="date"]').fill('2026-01-11');
      await chat.card.getByRole('button').dblclick();
      expect(await chat.reply(before)).to.contain('2026年4月11日');
      await chat.say('ありがとう');
      expect(await chat.replies()).to.have.length(before + 2);
    });

    it('shows the same conversation after a reload, opened as it was', async () => {
      const before = await chat.replies();
      await chat.page.reload();
      expect(await chat.reply(before.length - 1)).to.equal(before.at(-1));
      expect(await chat.replies()).to.deep.equal(before);
    });

    it('suggests questions while one is typed, to be chosen by keyboard', async () => {
      const before = (await chat.replies()).length;
      await chat.input.pressSequentially('有効期限とは');
      await chat.suggestions.first().waitFor();
      const question = await chat.suggestions.last().innerText();
      await chat.input.press('ArrowUp');
      await chat.page.keyboard.press('Enter');
      expect(await chat.reply(before)).to.contain('出典');
      expect((await chat.ownMessages()).at(-1)).to.equal(question);
      await chat.untilInputFocused();
      expect(await chat.suggestions.count()).to.equal(0);
    });

    it('goes on by itself after the server was started again in the middle of a question', async () => {
      await chat.say('更新したい');
      const before = (await chat.replies()).length;
      const { port } = server;
      await server.close();
      await chat.chat.getByText('接続が切れました').waitFor();
      server = await start({ PORT: String(port) });
      // What is said before it is connected again is not lost either, nor said twice.
      expect(await chat.say('1')).to.match(/更新開始日[^]*出典/);
      await chat.chat.getByText('接続が切れました').waitFor({ state: 'detached' });
      expect(await chat.replies()).to.have.length(before + 1);
    });

    it('marks replies that came while it was closed', async () => {
      await chat.bubble.click();
      await chat.panel.waitFor({ state: 'hidden' });
      // The visitor writes from another window.
      const { conversationId, token } = await chat.session();
      await server.post(
        `/conversations/${conversationId}/activities`,
        { authorization: `Bearer ${token}` },
        { type: 'message', text: 'ありがとう' },
      );
      await chat.page.locator('#mpn-chat .badge', { hasText: '1' }).waitFor();
      expect(await chat.bubble.getAttribute('aria-label')).to.contain('新しい返信が 1 件あります');
      await chat.bubble.click();
      await chat.page.locator('#mpn-chat .badge').waitFor({ state: 'hidden' });
    });

    it('takes a visitor through a whole support ticket, to the summary', async () => {
      await chat.beginAgain();
      expect(await chat.say('サポートチケットを作成したいです')).to.contain('手順 1 / 6');
      for (const step of [2, 3, 4, 5]) expect(await chat.press('次へ')).to.contain(`手順 ${step} / 6`);
      expect(await chat.press('次へ')).to.contain('どの製品');
      expect(await chat.press('Visual Studio')).to.contain('確認事項 2 / 5');
      await chat.say('インストールの途中で <b>止まって</b> しまいます');
      await chat.say('エラー 1603 と表示されます');
      await chat.say('再起動しました');
      const summary = await chat.say('3月1日から');
      expect(summary)
        .to.match(/製品：\s*Visual Studio/)
        .and.contain('<b>止まって</b>')
        .and.contain('エラー 1603');
      await chat.say('チケットを作成しました');
    });

    it('shows secrets neither to others who look on nor to the database', async () => {
      await chat.say('アクセス ID は A1234567 です');
      await chat.chat.locator('.webchat__bubble--from-user', { hasText: '••••' }).waitFor();
      expect((await chat.ownMessages()).join()).not.to.contain('A1234567');
    });

    it('has asked for nothing from other hosts, kept no cookie, and broken no rule of its own', async () => {
      const hosts = chat.requests.filter((url) => !url.startsWith('data:')).map((url) => new URL(url).origin);
      expect([...new Set(hosts)]).to.deep.equal([server.origin]);
      expect(await chat.page.context().cookies()).to.deep.equal([]);
      const expected = /ERR_CONNECTION_REFUSED|WebSocket connection/;
      expect(chat.complaints.filter((complaint) => !expected.test(complaint))).to.deep.equal([]);
    });

    it('switches the language of the window and of the bot', async () => {
      await chat.beginAgain();
      await chat.chat.getByRole('button', { name: 'English' }).click();
      expect(await chat.reply(1)).to.match(/^I.ll reply in English/);
      expect(await chat.input.getAttribute('placeholder')).to.equal('Ask in your own words');
      expect(await chat.bubble.getAttribute('aria-label')).to.equal('Close the chat');
      expect(await chat.say('キーは2回使えますか')).to.contain('From the FAQ');
    });

    it('begins anew where the kept conversation is known no more', async () => {
      const kept = { conversationId: 'gone', token: 'a.b.c', resumeToken: 'a.b.c' };
      await chat.frame.evaluate(`localStorage.setItem('mpn-chat-session', '${JSON.stringify(kept)}')`);
      await chat.page.reload();
      expect(await chat.reply(0)).to.contain('Hello');
      expect(await chat.ownMessages()).to.deep.equal([]);
      expect((await chat.session()).conversationId).not.to.equal('gone');
    });
  });

  describe('in Japanese, on a phone', () => {
    let chat: ChatWidget;

    before(async () => {
      chat = await visit('ja', { viewport: PHONE, hasTouch: true, isMobile: true });
      // A slow one: what React leaves for later is done much later.
      await chat.page.addInitScript(`
        const post = MessagePort.prototype.postMessage;
        MessagePort.prototype.postMessage = function (...message) {
          setTimeout(() => post.apply(this, message), 50);
        };`);
    });

    after(async () => {
      await chat.page.screenshot({ path: 'test-results/web-chat-ja-phone.png' });
      await chat.close();
    });

    it('leaves every sample question of the demo page uncovered', async () => {
      const bubble = (await chat.bubble.boundingBox())!;
      const ends = await chat.page.evaluate<number[]>(`
        [...document.querySelectorAll('.examples li')].map((item) => {
          const text = document.createRange();
          text.selectNodeContents(item);
          return text.getBoundingClientRect().right;
        })`);
      expect(ends).to.have.length.above(2);
      for (const end of ends) expect(end).to.be.below(bubble.x);
    });

    it('has the two verdicts side by side, below the other buttons', async () => {
      await chat.open();
      await chat.say('キーは2回使えますか');
      const edges = await Promise.all(
        ['サブスクの期限通知', '役に立った', '役に立たなかった'].map((title) =>
          chat.button(title).boundingBox(),
        ),
      );
      const [other, helped, didNotHelp] = edges.map((edge) => edge!.y) as [number, number, number];
      expect(helped).to.equal(didNotHelp).and.to.be.above(other);
    });

    it('keeps the newest reply in view over a long conversation', async () => {
      for (const question of ['VS は何日から再割り当てできる？', 'ありがとう']) {
        await chat.say(question);
        await chat.untilNewestInView();
      }
      await chat.say('サポートチケットを作成したいです');
      for (let round = 0; round < 6; round += 1) {
        await chat.pressEachOnceScrolled(['次へ', '戻る']);
        await chat.untilNewestInView();
      }
    });

    it('takes a double tap on a button as one press', async () => {
      await chat.beginAgain();
      expect(await chat.say('サポートチケットを作成したいです')).to.contain('手順 1 / 6');
      for (const step of [2, 3, 4]) {
        const replies = (await chat.replies()).length;
        await chat.doubleTap('次へ');
        expect(await chat.reply(replies)).to.contain(`手順 ${step} / 6`);
      }
      expect(await chat.say('ありがとう')).not.to.contain('手順 5 / 6');
      const said = await chat.ownMessages();
      expect(said.filter((text) => text === '次へ')).to.have.length(3);
    });
  });

  describe('in English, on a phone in the dark', () => {
    let chat: ChatWidget;

    before(async () => {
      chat = await visit('en', {
        viewport: PHONE,
        hasTouch: true,
        isMobile: true,
        colorScheme: 'dark',
        reducedMotion: 'reduce',
      });
    });

    after(async () => {
      await chat.page.screenshot({ path: 'test-results/web-chat-en-phone.png' });
      await chat.close();
    });

    it('fills the screen, in dark colours', async () => {
      expect(await seriousFaults(chat.page.mainFrame())).to.deep.equal([]);
      await chat.open();
      expect(await chat.panel.boundingBox()).to.deep.equal({ x: 0, y: 0, ...PHONE });
      await chat.bubble.waitFor({ state: 'hidden' });
      const background = await chat.frame.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      expect(background).to.equal('rgb(27, 27, 27)');
    });

    it('has no serious fault of accessibility', async () => {
      await chat.say('Can I use a key twice?');
      expect(await seriousFaults(chat.frame)).to.deep.equal([]);
    });

    it('tells that the visitor is offline, and goes on when the network is back', async () => {
      const before = (await chat.replies()).length;
      await chat.page.context().setOffline(true);
      await chat.chat.getByText('You are offline').waitFor();
      await chat.page.context().setOffline(false);
      await chat.chat.getByText('You are offline').waitFor({ state: 'detached' });
      expect(await chat.say('thanks')).to.match(/^You.re welcome/);
      expect(await chat.replies()).to.have.length(before + 1);
    });

    it('never shows what anybody writes as markup', async () => {
      const attack =
        '<img src=x onerror="document.title=1"><script>document.title=1</script> [x](javascript:alert(1))';
      await chat.say(attack);
      expect((await chat.ownMessages()).at(-1)).to.equal(attack);
      expect(
        await chat.chat.locator('img[src="x"], .webchat__bubble script, a[href^="javascript"]').count(),
      ).to.equal(0);
      expect(await chat.frame.evaluate<string>('document.title')).to.contain('Microsoft');
    });

    it('closes, and gives the screen and the keyboard back', async () => {
      await chat.chat.getByRole('button', { name: 'Close the chat' }).click();
      await chat.page.locator('#mpn-chat .bubble:focus').waitFor();
      await chat.panel.waitFor({ state: 'hidden' });
    });
  });
});
