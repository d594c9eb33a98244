// A procedure, a form and a diagnosis of another FAQ need nothing but its YAML.
import { expect } from 'chai';
import { type ComposedBot, compose } from '../../bot/compose.js';
import { readConfig } from '../../bot/config.js';
import { parseFaq } from '../../knowledge/faq/loadFaq.js';
import { learn } from '../../knowledge/understanding/savedIndex.js';
import { Conversation } from '../conversation.js';

const LIBRARY = `
title: { en: the library, ja: 図書館 }
entries:
  - id: library-card
    section: { en: Cards, ja: カード }
    title: { en: Library card, ja: 利用カード }
    question: { en: How do I get a library card?, ja: 利用カードを作るにはどうすればよいですか？ }
    answer: { en: At the desk., ja: 窓口で作れます。 }
    steps:
      - { en: Go to the desk., ja: 窓口に行きます。 }
      - text: { en: Show your identity card., ja: 身分証を見せます。 }
        trouble: { en: A driving licence will do., ja: 運転免許証でもかまいません。 }
        form: application
    closing: { en: Enjoy reading., ja: 読書をお楽しみください。 }
    facts:
      - id: guide
        title: { en: Card guide, ja: カード作成ガイド }
        question: { en: Can you guide me to a library card?, ja: カードの作り方を案内してもらえますか？ }
        answer: { en: "Yes, in two steps.", ja: はい、2つの手順です。 }
        starts: walkthrough
      - id: which
        title: { en: Which card?, ja: カードの種類 }
        question: { en: Which card do I need?, ja: どのカードが必要ですか？ }
        answer: { en: It depends., ja: 場合によります。 }
        starts: diagnosis
    diagnosis:
      questions:
        - id: age
          ask: { en: Are you under twelve?, ja: 12歳未満ですか？ }
          choices:
            - { title: { en: "Yes", ja: はい }, leads: red }
            - { title: { en: "No", ja: いいえ }, leads: blue }
      conclusions:
        - { id: red, answer: { en: The red card., ja: 赤いカードです。 } }
        - { id: blue, answer: { en: The blue card., ja: 青いカードです。 }, walkthrough: library-card }
forms:
  application:
    title: { en: Application, ja: 申込書 }
    fields:
      - { id: name, label: { en: Nickname, ja: 呼び名 }, ask: { en: What shall we call you?, ja: 呼び名は何ですか？ } }
`;

describe('Another FAQ with a procedure', () => {
  let bot: ComposedBot;

  before(async () => {
    const config = readConfig({ LOG_LEVEL: 'silent', DATABASE_URL: 'file::memory:' });
    bot = await compose(config, learn(parseFaq(LIBRARY, 'library.yaml')));
  });

  after(async () => bot.close());

  it('walks through its steps and fills in its form', async () => {
    const conversation = new Conversation(bot);
    const said = async (text: string) => (await conversation.say(text)).text;
    expect(await said('Card guide')).to.contain('**Step 1 of 2** · Card guide\n\nGo to the desk.');
    expect(await said('next')).to.contain('What shall we call you?');
    expect(await said('Momo')).to.contain('Application\n\nNickname: Momo');
    expect(await said('stuck')).to.contain('A driving licence will do.');
    expect(await said('done')).to.contain('Enjoy reading.');
  });

  it('asks about the case, and goes on with the steps', async () => {
    const conversation = new Conversation(bot);
    expect((await conversation.say('どのカードが必要ですか？')).text).to.contain('12歳未満ですか？');
    expect((await conversation.say('いいえ')).text).to.match(/^青いカードです。[^]*手順 1 \/ 2/);
  });

  it('is shown by its first entries, and has no dates to work out by rules of another', async () => {
    const conversation = new Conversation(bot);
    const help = await conversation.say('help');
    expect(help.text).to.match(/For example:\n\n- How do I get a library card\?$/);
    expect((await conversation.say('date')).text).to.contain('There are no dates to work out in this FAQ.');
    expect((await conversation.say('日付を計算')).text).to.contain(
      'この FAQ には、計算できる日付がありません。',
    );
    const asked = await conversation.say('I redeemed a key on December 1, 2020. Until when can I use it?');
    expect(asked.text).to.not.contain('2021');
  });
});
