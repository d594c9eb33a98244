// Whole conversations in real clients: the Agents Playground as Teams, Emulator and Web Chat.
import { expect } from 'chai';
import { ChatPage } from './chatPage.js';
import { type Channel, CHANNELS, Playground } from './playground.js';
import { LONGEST_START, Stage } from './stage.js';

/** The Playground's web chat sends what a card submits to another conversation. */
const takesCards = (channel: Channel) => channel !== 'webchat';

/** A day of this month, and the first day to reassign what was assigned on it. */
function assignedOn(day: number): { day: number; written: string; from: string } {
  const today = new Date();
  const write = (dayOfMonth: number) =>
    new Date(today.getFullYear(), today.getMonth(), dayOfMonth).toLocaleDateString('en-US', {
      dateStyle: 'long',
    });
  return { day, written: write(day), from: write(day + 90) };
}

describe('The bot in the Agents Playground', () => {
  let stage: Stage | undefined;

  before(async function () {
    this.timeout(LONGEST_START);
    stage = await Stage.open();
    if (!stage) this.skip();
  });

  after(async () => stage?.close());

  for (const channel of CHANNELS) {
    describe(`as ${channel}`, () => {
      let playground: Playground | undefined;
      let opened: ChatPage | undefined;
      let chat: ChatPage;

      before(async function () {
        this.timeout(LONGEST_START);
        playground = await Playground.start(channel, stage!.endpoint);
        chat = opened = await ChatPage.open(stage!.browser, playground.address, channel);
      });

      after(async () => {
        try {
          await opened?.photograph(`test-results/playground-${channel}.png`);
        } finally {
          await Promise.all([opened?.close(), playground?.stop()]);
        }
      });

      it('welcomes the user', async () => {
        const welcome = await chat.welcome();
        expect(await welcome.innerText()).to.contain('Microsoft Partner Network (MPN) benefits');
      });

      it('answers a question in Japanese', async () => {
        const reply = await chat.say('キーは2回使えますか');
        expect(await reply.innerText()).to.contain('もう一度引き換えることはできません');
      });

      it('answers a question in English, the asked-for detail first', async () => {
        const reply = await chat.say('how long must I wait before giving the VS sub to someone else');
        const [firstSentence] = (await reply.innerText()).split(/(?<=[.!?])\s/);
        expect(firstSentence).to.contain('90 days');
      });

      it('renders Markdown', async () => {
        const reply = await chat.say('日本語で');
        expect(await reply.locator('strong').allInnerTexts()).to.deep.equal(['英語で']);
        expect(await reply.innerText()).not.to.contain('*');
      });

      it('asks which question was meant and answers the one whose button is clicked', async () => {
        const question = await chat.say('更新したい');
        expect(await question.innerText()).to.contain('お尋ねになりたいのは、次のどれでしょうか？');
        const answer = await chat.press('メンバーシップの更新時期');
        expect(await answer.innerText()).to.match(/更新開始日[^]*出典/);
      });

      it('works out a date, with a timeline, in Japanese', async () => {
        const reply = await chat.say(
          '特典の有効期限は2021年1月31日で、キーは2020年12月1日に引き換えました。いつまで使えますか？',
        );
        expect(await reply.innerText()).to.contain('キーは、2021年12月1日まで使えます。');
        expect(await chat.card()).to.match(
          /2020年12月1日[^]*2021年1月31日[^]*キーを使える最終日[^]*2021年12月1日/,
        );
      });

      it('asks for a date and takes it, in English', async () => {
        await chat.say('in English please');
        const question = await chat.say('On what date can I reassign my VS subscription?');
        expect(await question.innerText()).to.contain(
          'On which date was the subscription originally assigned?',
        );
        // A day that stands in a month's calendar once only.
        const { day, from, written } = assignedOn(15);
        const answer = takesCards(channel) ? await chat.sendDay(day, 'OK') : await chat.say(written);
        expect(await answer.innerText()).to.contain(`The subscription can be reassigned from ${from}.`);
      });

      it('replies once to each message, with every text filled in', async () => {
        const replies = await chat.replies();
        expect(replies).to.have.length(10);
        for (const reply of replies) expect(reply).not.to.contain('undefined');
      });

      it('takes a verdict on an answer, and leads to people who help after a bad one', async () => {
        await chat.say('Can a key be redeemed twice?');
        const reply = await chat.dislike('A picture of it');
        expect(await reply.innerText()).to.match(/noted that[^]*Microsoft Support/);
      });

      it('shows no Markdown marks', async () => {
        for (const reply of await chat.replies()) expect(reply).not.to.contain('*');
      });
    });
  }
});
