// The support ticket, by clicks in a Teams-like client, to the summary that is pasted.
import { expect } from 'chai';
import { ChatPage } from './chatPage.js';
import { Playground } from './playground.js';
import { LONGEST_START, Stage } from './stage.js';

interface Way {
  readonly language: string;
  readonly ask: string;
  readonly next: string;
  readonly firstSteps: readonly string[];
  /** How a question of the form is headed. */
  readonly field: (number: number) => string;
  readonly product: string;
  readonly typed: readonly string[];
  readonly skip: string;
  readonly summary: readonly string[];
  readonly download: string;
  readonly done: string;
  readonly closing: string;
}

const WAYS: readonly Way[] = [
  {
    language: 'English',
    ask: 'I need a support ticket',
    next: 'Next',
    firstSteps: [
      'Sign in to',
      'choose MPN',
      'Technical Benefits',
      'Access ID/Contract ID',
      'Log into Microsoft',
    ],
    field: (number) => `Detail ${number} of 5`,
    product: 'SQL Server',
    typed: ['Setup stops <img src=x onerror=alert(1)> **here** @everyone', '0x80070643 ```'],
    skip: 'Skip',
    summary: [
      'Product: SQL Server',
      'What happened: Setup stops <img src=x onerror=alert(1)> **here** @everyone',
      'Error text or code: 0x80070643 ```',
      'What was tried: –',
      'When it started: –',
    ],
    download: 'Download as a text file',
    done: 'Done',
    closing: 'I have not sent them anything myself.',
  },
  {
    language: 'Japanese',
    ask: 'チケットを切りたい',
    next: '次へ',
    firstSteps: [
      'サインイン',
      '「MPN」を選びます',
      '技術的な特典',
      'アクセス ID/契約 ID',
      'Microsoft サポートにログイン',
    ],
    field: (number) => `確認事項 ${number} / 5`,
    product: 'Visual Studio',
    typed: ['途中で止まります <b>太字</b>', 'エラー 1603'],
    skip: 'スキップ',
    summary: [
      '製品：Visual Studio',
      '発生した問題：途中で止まります <b>太字</b>',
      'エラーの内容：エラー 1603',
      '試したこと：－',
      '発生した時期：－',
    ],
    download: 'テキスト ファイルで保存',
    done: '完了',
    closing: 'Microsoft サポートへは何も送信していません',
  },
];

describe('The support ticket in a Teams-like client', () => {
  let stage: Stage | undefined;
  let playground: Playground | undefined;
  let chat: ChatPage | undefined;

  before(async function () {
    this.timeout(LONGEST_START);
    stage = await Stage.open();
    if (!stage) return this.skip();
    playground = await Playground.start('msteams', stage.endpoint);
    chat = await ChatPage.open(stage.browser, playground.address, 'msteams');
    await chat.welcome();
  });

  after(async () => {
    try {
      await chat?.photograph('test-results/ticket.png');
    } finally {
      // With the browser of the stage its pages close.
      await Promise.all([playground?.stop(), stage?.close()]);
    }
  });

  for (const way of WAYS) {
    it(`is walked through by clicks to a summary that pastes as it was typed, in ${way.language}`, async function () {
      this.timeout(LONGEST_START);
      const [first, ...steps] = way.firstSteps;
      await chat!.sayForCard(way.ask, first!);
      for (const words of [...steps, way.field(1)]) await chat!.pressInPlace(way.next, words);
      await chat!.pressInPlace(way.product, way.field(2));
      for (const [index, text] of way.typed.entries()) await chat!.sayForCard(text, way.field(3 + index));
      await chat!.pressInPlace(way.skip, way.field(5));
      await chat!.press(way.skip);

      const shown = await chat!.copyCode();
      for (const line of way.summary) expect(shown).to.contain(line);
      const pasted = await chat!.paste();
      for (const line of way.summary) expect(pasted).to.contain(line);
      const file = await (await fetch(await chat!.addressOf(way.download))).text();
      expect(file.replaceAll('\r\n', '\n').trim()).to.equal(shown.trim());

      // The summary stays, to be copied again.
      await chat!.pressInPlace(way.done, way.closing);
      expect(await chat!.copyCode()).to.equal(shown);
    });
  }
});
