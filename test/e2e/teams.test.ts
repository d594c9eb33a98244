// What there is in Teams alone, in a Teams-like client: groups, channels, installing, and cards that move on in place.
import { expect } from 'chai';
import { ChatPage } from './chatPage.js';
import { Playground } from './playground.js';
import { LONGEST_START, Stage } from './stage.js';

const WELCOME = 'Just ask in your own words';
const GROUP_WELCOME = 'Mention me in every message that is for me.';
const PICTURES = 'test-results/teams';

describe('The bot in a Teams-like client', () => {
  let stage: Stage | undefined;
  let playground: Playground | undefined;
  let chat: ChatPage;
  let opened: ChatPage | undefined;

  before(async function () {
    this.timeout(LONGEST_START);
    stage = await Stage.open();
    if (!stage) return this.skip();
    playground = await Playground.start('msteams', stage.endpoint);
    chat = opened = await ChatPage.open(stage.browser, playground.address, 'msteams');
  });

  after(async () => {
    try {
      await opened?.photograph(`${PICTURES}-channel.png`);
    } finally {
      await Promise.all([playground?.stop(), stage?.close()]);
    }
  });

  it('welcomes once, though the client tells of the installation in two ways', async () => {
    expect(await (await chat.welcome()).innerText()).to.contain(WELCOME);
    await chat.say('Can a key be redeemed twice?');
    expect(await chat.shown(WELCOME)).to.equal(1);
  });

  it('moves on in place through a guide, and back, and shows where it was after the chat is opened again', async () => {
    await chat.sayForCard('walk me through renewing benefits', 'Step 1 of 4');
    await chat.pressInPlace('Next', 'Step 2 of 4');
    await chat.pressInPlace('Next', 'Step 3 of 4');
    await chat.pressInPlace('Back', 'Step 2 of 4');
    await chat.pressInPlace("I'm stuck", "let's look at step 2 again");
    await chat.pressInPlace('Next', 'Step 3 of 4');
    await chat.photograph(`${PICTURES}-en.png`);
  });

  it('does the same in Japanese, with an answer in between that stays', async () => {
    await chat.sayForCard('チケットを切りたい', '手順 1 / 6');
    await chat.pressInPlace('次へ', '手順 2 / 6');
    const answer = await chat.say('キーは2回使えますか');
    expect(await answer.innerText())
      .to.contain('もう一度引き換えることはできません')
      .and.not.contain('手順 2');
    expect(await chat.cardWith('手順 2 / 6', 2)).to.contain('2 / 6');
    await chat.pressInPlace('次へ', '手順 3 / 6');
    expect(await answer.innerText()).to.contain('もう一度引き換えることはできません');
    await chat.pressInPlace('やめる', '中断しています');
    await chat.pressInPlace('続ける', '手順 3 / 6');
    await chat.photograph(`${PICTURES}-ja.png`);
  });

  it('forgets the chat when it is removed, and welcomes again when it is installed again', async () => {
    await chat.mock('Uninstall application');
    await chat.mock('Install application');
    expect(await chat.shown(WELCOME, 2)).to.equal(2);
    await chat.say('続ける');
    expect(await chat.shown('いま進めている手順はありません')).to.equal(1);
  });

  it('tells a group to mention it, and answers who does', async () => {
    await chat.goTo('Group Chat');
    expect(await chat.shown(GROUP_WELCOME)).to.equal(1);
    await chat.mention('キーは2回使えますか');
    expect(await chat.shown('もう一度引き換えることはできません')).to.equal(1);
    await chat.mention('I need a support ticket');
    await chat.cardWith('Step 1 of 6');
    await chat.pressInPlace('Next', 'Step 2 of 6');
    await chat.photograph(`${PICTURES}-group.png`);
  });

  it('answers in the thread of a channel, and knows the thread', async () => {
    await chat.goTo('Announcements');
    expect(await chat.shown(GROUP_WELCOME)).to.equal(1);
    await chat.post('こんにちは');
    await chat.mentionInThread('チケットを切りたい');
    await chat.cardWith('手順 1 / 6');
    await chat.pressInPlace('次へ', '手順 2 / 6');
    await chat.mentionInThread('次へ');
    expect(await chat.cardWith('手順 3 / 6')).to.contain('3 / 6');
    await chat.post('よろしくお願いします');
    await chat.mentionInThread('次へ');
    expect(await chat.shown('いま進めている手順はありません')).to.equal(1);
  });
});
