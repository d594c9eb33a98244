import { expect } from 'chai';
import { Conversation, testBot } from '../conversation.js';

describe('A conversation', () => {
  const bot = testBot();
  const start = (fields = {}) => new Conversation(bot, fields);

  describe('about a question', () => {
    it('answers in Japanese that a redeemed key cannot be redeemed again, in the first sentence', async () => {
      const { text } = await start().say('キーは2回使えますか');
      expect(text.split('。')[0]).to.match(/一度だけ.*もう一度引き換えることはできません/);
    });

    it('gives the asked-for fact first and offers the whole entry', async () => {
      const conversation = start();
      const fact = await conversation.say('how long must I wait before giving the VS sub to someone else');
      expect(fact.text.split('.')[0]).to.contain('90 days');
      const whole = await conversation.press(fact, 'Visual Studio activation');
      expect(whole.text).to.contain('4. Assign the users');
    });

    it('gives the Technical Benefits section first when asked for the Access ID', async () => {
      const { text } = await start().say('アクセスIDはどこでもらえますか');
      expect(text.split('。')[0]).to.contain('技術的な特典 (Technical Benefits)');
    });

    it('answers a Japanese question with English terms in Japanese', async () => {
      const { text } = await start().say('Azure Bulk Credit で user を assign できない');
      expect(text).to.match(/^まず、/);
    });

    it('says where the answer comes from', async () => {
      const { text } = await start().say('When can I renew my membership?');
      expect(text).to.match(/\*From the FAQ: When can I renew my membership\?\*$/);
    });

    it('offers questions that follow, each of which it answers', async () => {
      const conversation = start();
      const { buttons } = await conversation.say('メンバーシップはいつから更新できますか');
      expect(buttons.slice(3).map(({ title }) => title)).to.deep.equal(['役に立った', '役に立たなかった']);
      for (const { value } of buttons.slice(0, 3))
        expect((await conversation.say(value!)).text).to.contain('出典');
    });

    it('gives no FAQ answer to what the FAQ does not cover, says so, and leads to people who help', async () => {
      const { text } = await start().say('how much does the renewal cost?');
      expect(text).to.match(/^I'm sorry/);
      expect(text).not.to.contain('From the FAQ');
      expect(text).to.contain('https://support.microsoft.com/supportforbusiness/productselection');
    });
  });

  describe('that is unclear', () => {
    const unclear = '更新開始';

    it('asks which entry is meant, with numbers and buttons, and expects the reply', async () => {
      const { text, buttons, activity } = await start().say(unclear);
      expect(text).to.match(/^お尋ねになりたいのは、次のどれでしょうか？\n\n1\. /);
      expect(buttons.length).to.be.within(3, 4);
      expect(activity.inputHint).to.equal('expectingInput');
    });

    for (const how of ['a number', 'a button', 'the question'] as const) {
      it(`takes ${how} for the choice`, async () => {
        const conversation = start();
        const { text, buttons } = await conversation.say(unclear);
        const question = /^2\. (.*)$/m.exec(text)![1]!;
        const said = { 'a number': '２番', 'a button': buttons[1]!.title, 'the question': question }[how];
        const reply = await conversation.say(said);
        expect(reply.text).to.contain('出典');
        expect(reply.text).to.equal((await start().say(question)).text);
      });
    }

    it('takes a button on a card for the choice', async () => {
      const conversation = start({ channelId: 'msteams' });
      const question = await conversation.say(unclear);
      expect((await conversation.press(question, question.buttons[1]!.title)).text).to.contain('出典');
    });

    it('takes "none of these" with good grace', async () => {
      const conversation = start();
      const reply = await conversation.press(await conversation.say(unclear), 'どれでもない');
      expect(reply.text).to.match(/^この FAQ には、当てはまる答えがないようです/);
    });

    it('tells that its button is out of date when the question is closed', async () => {
      const conversation = start();
      const question = await conversation.say(unclear);
      await conversation.press(question, 'どれでもない');
      expect((await conversation.press(question, 'どれでもない')).text).to.match(
        /^このボタンは、もう使えなくなっています/,
      );
    });

    it('answers another question instead', async () => {
      const conversation = start();
      await conversation.say(unclear);
      expect((await conversation.say('アクセス ID はどこで取得できますか')).text).to.contain('技術的な特典');
      expect((await conversation.say('2')).text).to.match(/^申し訳ありません/);
    });

    it('asks again after help and after a change of language', async () => {
      const conversation = start();
      await conversation.say(unclear);
      expect((await conversation.say('ヘルプ')).text).to.match(/質問の例[^]*\n\nお尋ねになりたいのは/);
      expect((await conversation.say('in English please')).text).to.match(
        /^I'll reply in English[^]*\n\nWhich of these do you mean/,
      );
      expect((await conversation.say('2')).text).to.contain('From the FAQ');
    });

    it('is left by cancel', async () => {
      const conversation = start();
      await conversation.say(unclear);
      expect((await conversation.say('キャンセル')).text).to.match(/^取りやめました/);
      expect((await conversation.say('キャンセル')).text).to.match(/^取り消す内容はありません/);
    });

    it('keeps two people in one group chat apart', async () => {
      const conversation = { id: 'group' };
      const [anna, ben] = ['anna', 'ben'].map((id) => start({ conversation, from: { id, name: id } }));
      await anna!.say(unclear);
      expect((await ben!.say('2')).text).not.to.contain('出典');
      expect((await anna!.say('2')).text).to.contain('出典');
    });
  });

  describe('about itself', () => {
    for (const [message, reply] of [
      ['hi', /^Hello!/],
      ['こんにちは', /^こんにちは。/],
      ['thanks, that was really helpful!', /^You're welcome/],
      ['ありがとうございました、助かりました！', /^どういたしまして/],
      ['help', /^I answer questions about/],
      ['使い方を教えてください', /についてのご質問にお答えします/],
      ['あなたはAIですか？', /ボットです/],
      ['全然役に立たない', /^お役に立てず申し訳ありません.*https:\/\/support/s],
      ['最初から', /^最初に戻りました/],
      ['さようなら', /^ご利用ありがとうございました/],
      ['I want to talk to a human', /^People can help you here: .*https:\/\/support/],
      ['担当者と話したい', /^担当者へのご相談は.*https:\/\/support/],
    ] as const) {
      it(`replies to "${message}"`, async () => {
        expect((await start().say(message)).text).to.match(reply);
      });
    }

    for (const message of [
      'こんにちは。アクセスIDの取得方法を教えてください',
      'お世話になっております。株式会社〇〇の田中と申します。アクセスIDの取得方法をご教示ください。',
      'ありがとうございます。アクセスIDはどこで取得できますか？',
      'Hi there! Where do I get an Access ID?',
      'Thanks! Where do I get an Access ID?',
    ]) {
      it(`answers the question after the courtesies of "${message}"`, async () => {
        expect((await start().say(message)).text).to.match(/Technical Benefits/);
      });
    }

    it('greets a new member once, in the locale of the client, and not itself', async () => {
      const members = {
        type: 'conversationUpdate',
        membersAdded: [
          { id: 'u', name: 'u' },
          { id: 'bot', name: 'bot' },
        ],
      };
      const replies = await start().send({ ...members, locale: 'ja-JP' });
      expect(replies.map(({ text }) => text.slice(0, 6))).to.deep.equal(['こんにちは。']);
      expect(await start().send({ ...members, membersAdded: [{ id: 'bot', name: 'bot' }] })).to.deep.equal(
        [],
      );
    });
  });

  describe('in a language', () => {
    it('follows the language of each message', async () => {
      const conversation = start();
      expect((await conversation.say('アクセス ID の取得方法')).text).to.contain('出典');
      expect((await conversation.say('Where do I get an Access ID?')).text).to.contain('From the FAQ');
    });

    it('keeps that of the conversation where a message shows none', async () => {
      const conversation = start({ locale: 'en-US' });
      await conversation.say('こんにちは');
      expect((await conversation.say('Azure Bulk Credit')).text).to.contain('一括クレジット');
      expect((await conversation.say('…')).text).to.match(/^ご質問を文章で/);
    });

    it('starts with that of the client', async () => {
      expect((await start({ locale: 'ja-JP' }).say('VS')).text).to.match(/\p{Script=Hiragana}/u);
      expect((await start({ locale: 'en-GB' }).say('VS')).text).not.to.match(/\p{Script=Hiragana}/u);
    });

    it('stays in a pinned language, whatever the user writes in', async () => {
      const conversation = start();
      await conversation.say('in English please');
      expect((await conversation.say('キーは2回使えますか')).text).to.contain('From the FAQ');
      await conversation.say('日本語で');
      expect((await conversation.say('Where do I get an Access ID?')).text).to.contain('出典');
    });

    it('offers both languages by button', async () => {
      const conversation = start();
      const question = await conversation.say('言語');
      expect((await conversation.press(question, 'English')).text).to.match(/^I'll reply in English/);
    });
  });

  describe('with messages that hold no question', () => {
    const noWords = /^Please write your question in words/;
    const fields = { locale: 'en-US' };

    for (const [what, activity, reply] of [
      ['an empty text', { text: '' }, noWords],
      ['white space', { text: ' \u3000\n' }, noWords],
      ['only emoji', { text: '😀👍🏽' }, noWords],
      ['only right-to-left marks', { text: '\u200F\u202E' }, noWords],
      ['lone surrogates', { text: '\uD800\uDFFF\uD800' }, noWords],
      [
        'only a mention of the bot',
        {
          text: '<at>Bot</at> ',
          entities: [{ type: 'mention', text: '<at>Bot</at>', mentioned: { id: 'bot', name: 'Bot' } }],
        },
        noWords,
      ],
      [
        'only an attachment',
        { text: '', attachments: [{ contentType: 'image/png', contentUrl: 'http://x/y.png' }] },
        /^I can't read attachments/,
      ],
      ['the data of an unknown card', { text: '', value: { what: 'ever' } }, /^That button is out of date/],
      ['a script', { text: '<script>alert(1)</script>' }, /^[A-Z]/],
      ['a Markdown link', { text: '[click](javascript:alert(1))' }, /^[A-Z]/],
      ['a megabyte of text', { text: 'lorem ipsum '.repeat(90_000) }, /^[A-Z]/],
    ] as const) {
      it(`replies politely to ${what}, and repeats nothing of it`, async () => {
        const { text } = await start(fields).say('', activity as object);
        expect(text).to.match(reply);
        expect(text).not.to.match(/alert|click|lorem|<at>/);
      });
    }

    it('says nothing to activities that are no message', async () => {
      for (const type of ['typing', 'endOfConversation', 'messageReaction', 'something/else', 'event']) {
        expect(await start().send({ type })).to.deep.equal([]);
      }
    });
  });

  it('answers a burst of messages one by one, in order', async () => {
    const conversation = start();
    const asked = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 'hi' : 'こんにちは'));
    const replies = await Promise.all(asked.map((text) => conversation.say(text)));
    expect(replies.map(({ text }) => text[0])).to.deep.equal(
      asked.map((text) => (text === 'hi' ? 'H' : 'こ')),
    );
  });
});
