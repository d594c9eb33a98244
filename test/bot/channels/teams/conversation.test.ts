// Conversations in Teams, as its activities and its connector show them.
import { expect } from 'chai';
import { recorded, TeamsStage } from './teamsStage.js';

const ANSWER_JA = 'もう一度引き換えることはできません';
const ANSWER_EN = 'A key can be redeemed only once';

describe('The bot in Teams', () => {
  let stage: TeamsStage;

  beforeEach(async () => {
    stage = await TeamsStage.open();
  });

  afterEach(async () => stage.close());

  const text = ({ sent }: Awaited<ReturnType<TeamsStage['send']>>) => {
    expect(sent).to.have.lengthOf(1);
    return sent[0]!.activity.text;
  };
  const silently = async (name: string, changes: object = {}) => {
    const { status, sent } = await stage.sendRecorded(name, changes);
    expect(status, name).to.equal(200);
    expect(sent, name).to.deep.equal([]);
  };

  describe('in a personal chat', () => {
    it('answers in Japanese and in English, as a reply to the message', async () => {
      const { sent } = await stage.sendRecorded('personal-message');
      const message = recorded('personal-message');
      expect(sent).to.have.lengthOf(1);
      expect(sent[0]!.conversation).to.equal(message.conversation.id);
      expect(sent[0]!.activityId).to.equal(message.id);
      expect(sent[0]!.activity.text).to.contain(ANSWER_JA);
      expect(text(await stage.sendRecorded('personal-message-en'))).to.contain('90 days');
    });

    it('answers a message once that is delivered again', async () => {
      await stage.sendRecorded('personal-message');
      await silently('personal-message');
    });

    it('asks for words where it is sent a card, such as one from its search command', async () => {
      const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: {} };
      for (const changes of [{}, { id: 'as it is', attachments: [card] }])
        expect(text(await stage.sendRecorded('personal-card', changes))).to.match(
          /^カードの内容は読み取れません。/,
        );
      const words = { id: 'with words', text: 'キーは2回使えますか' };
      expect(text(await stage.sendRecorded('personal-card', words))).to.contain(ANSWER_JA);
    });

    it('takes a button that is pressed on a card for its words', async () => {
      expect(text(await stage.sendRecorded('card-submit'))).to.contain('左側のナビゲーション');
    });
  });

  describe('where several people talk', () => {
    for (const [where, name, answer] of [
      ['in a group chat', 'group-mention', ANSWER_JA],
      ['in a group chat, mentioned twice and beside others', 'group-mention-twice', ANSWER_EN],
      ['in the chat of a meeting', 'meeting-mention', ANSWER_JA],
      ['in a channel', 'channel-mention', ANSWER_JA],
      ['in a reply in a channel', 'channel-reply-mention', ANSWER_EN],
    ] as const) {
      it(`answers who mentions it ${where}, in that conversation`, async () => {
        const { sent } = await stage.sendRecorded(name);
        expect(sent).to.have.lengthOf(1);
        expect(sent[0]!.conversation).to.equal(recorded(name).conversation.id);
        expect(sent[0]!.activity.text).to.contain(answer);
      });
    }

    for (const name of ['group-unaddressed', 'group-other-mention', 'channel-unaddressed']) {
      it(`does not answer what is not addressed to it, and keeps nothing of it (${name})`, async () => {
        await silently(name);
        expect(stage.stored()).to.deep.equal([]);
        expect(stage.handled()).to.equal(0);
      });
    }

    it('counts a pressed button as addressed', async () => {
      const { conversation } = recorded('group-mention');
      expect(text(await stage.sendRecorded('card-submit', { conversation }))).to.contain(
        '左側のナビゲーション',
      );
    });

    it('has a dialog with each person and in each thread', async () => {
      const { from: sato } = recorded('channel-mention');
      const { from: miller } = recorded('channel-reply-mention');
      const thread = recorded('channel-mention').conversation;
      const other = { ...thread, id: thread.id.replace(/\d+$/, '1764129999999') };
      const say = async (words: string, from: object, conversation: object) => {
        const changes = {
          id: `${Math.random()}`,
          text: `<at>MPN Benefits</at> ${words}`,
          from,
          conversation,
        };
        const { sent } = await stage.sendRecorded('channel-mention', changes);
        expect(sent).to.have.lengthOf(1);
        return sent[0]!.activity.text || sent[0]!.activity.summary!;
      };
      expect(await say('I need a support ticket', sato, thread)).to.contain('Step 1 of 6');
      expect(await say('次へ', miller, thread)).to.contain('いま進めている手順はありません');
      expect(await say('次へ', sato, other)).to.contain('いま進めている手順はありません');
      expect(await say('next', sato, thread)).to.contain('Step 2 of 6');
      expect(
        stage.stored().filter((key) => key.includes('/users/29:') && key.includes(';messageid=')),
      ).to.have.lengthOf(3);
    });
  });

  describe('when it is installed', () => {
    const welcomed = async (name: string, changes: object = {}) => {
      const { status, sent } = await stage.sendRecorded(name, changes);
      expect(status).to.equal(200);
      return sent.map(({ activity }) => activity.text);
    };

    it('welcomes the user once, in the language of their Teams', async () => {
      const welcomes = [
        ...(await welcomed('personal-installed')),
        ...(await welcomed('personal-bot-added')),
        ...(await welcomed('personal-installed')),
        ...(await welcomed('personal-installed', { id: 'f:another' })),
      ];
      expect(welcomes).to.have.lengthOf(1);
      expect(welcomes[0]).to.match(/^こんにちは。/);
    });

    it('waits with it for the activity that has the language, whichever of the two comes first', async () => {
      await silently('personal-bot-added');
      expect((await welcomed('personal-installed'))[0]).to.match(/^こんにちは。/);
    });

    it('welcomes in English where Teams is in English', async () => {
      expect((await welcomed('personal-installed', { locale: 'en-US' }))[0]).to.match(/^Hello!/);
    });

    it('welcomes no user of a former version again when the app is upgraded', async () => {
      await silently('personal-upgraded');
    });

    it('tells a team shortly that it wants to be mentioned, once, and does not greet who joins', async () => {
      const welcomes = [
        ...(await welcomed('team-installed')),
        ...(await welcomed('team-bot-added')),
        ...(await welcomed('team-member-added')),
      ];
      expect(welcomes).to.have.lengthOf(1);
      expect(welcomes[0]).to.contain('メンション（@）');
    });

    it('tells the same to a group chat', async () => {
      expect((await welcomed('group-installed'))[0]).to.contain('Mention me');
    });
  });

  describe('when it is removed', () => {
    it('forgets a personal chat with its tickets, and welcomes again when it comes back', async () => {
      await stage.sendRecorded('personal-installed');
      const { conversation } = recorded('personal-message');
      for (const words of ['チケットを切りたい', '手順6', '製品：Office', '日本語で']) {
        await stage.sendRecorded('personal-message', { id: words, text: words });
      }
      expect(stage.stored().filter((key) => key.startsWith('tickets/'))).to.have.lengthOf(1);
      await stage.sendRecorded('group-mention');
      const elsewhere = stage
        .stored()
        .filter((key) => key.includes(recorded('group-mention').conversation.id));

      await silently('personal-uninstalled');
      expect(stage.stored()).to.deep.equal(elsewhere);
      expect(stage.stored().join()).not.to.contain(conversation.id);
      // The group's message, and the removal itself.
      expect(stage.handled()).to.equal(2);
      const { sent } = await stage.sendRecorded('personal-installed', { id: 'f:again' });
      expect(sent).to.have.lengthOf(1);
    });

    for (const [what, name] of [
      ['that it is removed from', 'team-bot-removed'],
      ['that is deleted', 'team-deleted'],
    ] as const) {
      it(`forgets a team ${what}, with all its channels and threads`, async () => {
        await stage.sendRecorded('team-installed');
        const general = { ...recorded('team-installed').conversation };
        general.id += ';messageid=1764120700000';
        for (const [index, words] of ['I need a support ticket', 'step 6', 'product: Office'].entries()) {
          await stage.sendRecorded('channel-mention', {
            id: `${index}`,
            text: `<at>MPN Benefits</at> ${words}`,
          });
          await stage.sendRecorded('channel-mention', {
            id: `general ${index}`,
            text: `<at>MPN Benefits</at> ${words}`,
            conversation: general,
          });
        }
        expect(stage.stored().filter((key) => key.startsWith('tickets/'))).to.have.lengthOf(2);
        await silently(name);
        expect(stage.stored().filter((key) => !key.startsWith('msteams/users/'))).to.deep.equal([]);
        expect(stage.handled()).to.equal(1);
      });
    }
  });

  describe('of what it does nothing about', () => {
    for (const name of [
      'message-edited',
      'message-restored',
      'message-deleted',
      'reaction-added',
      'typing',
      'end-of-conversation',
      'meeting-started',
      'unknown-type',
    ]) {
      it(`takes note of without a word, and keeps nothing (${name})`, async () => {
        await silently(name);
        expect(stage.stored()).to.deep.equal([]);
        expect(stage.handled()).to.equal(0);
      });
    }

    for (const name of ['group-bot-added', 'team-member-removed', 'team-renamed', 'channel-created']) {
      it(`says nothing (${name})`, async () => {
        await silently(name);
        expect(stage.stored()).to.deep.equal([]);
      });
    }

    for (const name of ['task-fetch', 'file-consent', 'nameless-invoke']) {
      it(`says that it is not implemented (${name})`, async () => {
        const { status, sent } = await stage.sendRecorded(name);
        expect(status).to.equal(501);
        expect(sent).to.deep.equal([]);
        expect((await stage.sendRecorded(name)).status, 'delivered again').to.equal(501);
      });
    }

    it('still answers after all of these', async () => {
      for (const name of ['message-edited', 'message-deleted', 'task-fetch', 'nameless-invoke', 'typing']) {
        await stage.sendRecorded(name);
      }
      expect(text(await stage.sendRecorded('personal-message'))).to.contain(ANSWER_JA);
    });
  });
});
