// Teams' thumbs, over HTTP, beside a stand-in for the channel that takes replies and gives them ids.
import { expect } from 'chai';
import type { Database } from '../../../bot/storage/database.js';
import { onBothDatabases, open } from '../../databases.js';
import type { Taken } from '../channels/teams/connectorStandIn.js';
import { recorded, TeamsStage } from '../channels/teams/teamsStage.js';

onBothDatabases("Teams' thumbs", (test) => {
  let stage: TeamsStage;
  let database: Database;
  let count = 0;

  before(async () => {
    stage = await TeamsStage.open({ DATABASE_URL: test().url });
    database = await open(test());
  });

  beforeEach(async () => database.query('DELETE FROM outcomes'));

  after(async () => {
    await stage.close();
    await database.close();
  });

  /** Where something is said, and by whom. */
  const inChat = (id: string, user = 'anna') => ({
    id: `activity-${(count += 1)}`,
    conversation: { ...recorded('personal-message-en').conversation, id },
    from: { id: user },
  });

  /** Asks, and gives the message that it was answered with. */
  const ask = async (text: string, chat: string): Promise<Taken> => {
    const { sent } = await stage.sendRecorded('personal-message-en', { ...inChat(chat), text });
    expect(sent).to.have.lengthOf(1);
    return sent[0]!;
  };

  /** Presses a thumb below a message, and gives what is said to it. */
  const press = async (replyToId: string | undefined, actionValue: unknown, chat: string, changes = {}) => {
    const value = { actionName: 'feedback', actionValue };
    const pressed = { ...inChat(chat), locale: 'en-US', replyToId, value, ...changes };
    const { status, body, sent } = await stage.sendRecorded('feedback', pressed);
    expect(status).to.equal(200);
    // Teams takes no response without a body, and none that says something.
    expect(body).to.deep.equal({});
    return sent.map(({ activity }) => activity.text);
  };

  const kept = () =>
    database.query<{ verdict: string | null; comment: string | null }>(
      'SELECT verdict, comment FROM outcomes ORDER BY at',
    );

  it('stand below answers and dates, and below nothing else', async () => {
    const on = { feedbackLoop: { type: 'default' } };
    for (const text of [
      'Can a key be redeemed twice?',
      'I redeemed my key on December 1, 2020. Until when can I use it?',
    ])
      expect((await ask(text, 'a')).activity.channelData, text).to.deep.equal(on);
    for (const text of [
      'hello',
      '更新したい',
      "what's the weather in Tokyo",
      'I need a support ticket',
      'next',
    ])
      expect((await ask(text, 'a')).activity.channelData, text).to.equal(undefined);
  });

  it('are noted for the message below which they were pressed, with what was written to them', async () => {
    const first = await ask('Can a key be redeemed twice?', 'b');
    await ask('When can I renew my membership?', 'b');
    const feedback = JSON.stringify({ feedbackText: 'Clear! My mail is a@example.com' });
    expect(await press(first.id, { reaction: 'like', feedback }, 'b'), 'no word to a good one').to.be.empty;
    expect(await kept()).to.deep.equal([
      { verdict: 'like', comment: 'Clear! My mail is ••••' },
      { verdict: null, comment: null },
    ]);
  });

  it('lead to people who help where they point down, once', async () => {
    const answer = await ask('Can a key be redeemed twice?', 'c');
    const dislike = { reaction: 'dislike', feedback: '{}' };
    const [reply] = await press(answer.id, dislike, 'c');
    expect(reply).to.contain('noted').and.to.contain('Microsoft Support');
    expect(await press(answer.id, dislike, 'c')).to.be.empty;
    expect(await kept()).to.deep.equal([{ verdict: 'dislike', comment: null }]);
  });

  it('change the verdict when the other one is pressed, also by somebody else in the group', async () => {
    const answer = await ask('Can a key be redeemed twice?', 'd');
    await press(answer.id, { reaction: 'dislike', feedback: '{}' }, 'd');
    await press(answer.id, { reaction: 'like', feedback: '{}' }, 'd', { from: { id: 'ben' } });
    expect(await kept()).to.deep.equal([{ verdict: 'like', comment: null }]);
  });

  it('say nothing to a group, whose business no verdict is', async () => {
    const { conversation } = recorded('group-mention');
    const { sent } = await stage.sendRecorded('group-mention', { id: 'in a group' });
    const dislike = { reaction: 'dislike', feedback: '{}' };
    expect(await press(sent[0]!.id, dislike, conversation.id, { conversation })).to.be.empty;
    expect(await kept()).to.deep.equal([{ verdict: 'dislike', comment: null }]);
  });

  it('mean the last answer in a client that names no message', async () => {
    await ask('Can a key be redeemed twice?', 'e');
    await ask('When can I renew my membership?', 'e');
    expect(await press(undefined, { reaction: 'dislike', feedback: 'The date' }, 'e')).to.have.lengthOf(1);
    expect(await kept()).to.deep.equal([
      { verdict: null, comment: null },
      { verdict: 'dislike', comment: 'The date' },
    ]);
  });

  for (const [what, feedback, comment] of [
    ['broken JSON', '{"feedbackText": "unfini', null],
    ['JSON of another kind', '[1, 2]', null],
    ['a number', 7, null],
    ['nothing', undefined, null],
    ['an object', { feedbackText: 'Too short' }, 'Too short'],
  ] as const) {
    it(`count also with ${what} for a comment`, async () => {
      const answer = await ask('Can a key be redeemed twice?', `comment ${what}`);
      expect(await press(answer.id, { reaction: 'like', feedback }, `comment ${what}`)).to.be.empty;
      expect(await kept()).to.deep.equal([{ verdict: 'like', comment }]);
    });
  }

  it('are taken without a word where the message is not known, or of another conversation', async () => {
    const answer = await ask('Can a key be redeemed twice?', 'f');
    expect(await press('message-0', { reaction: 'dislike', feedback: '{}' }, 'f')).to.be.empty;
    expect(await press(answer.id, { reaction: 'dislike', feedback: '{}' }, 'another')).to.be.empty;
    expect(await press(undefined, { reaction: 'dislike', feedback: '{}' }, 'yet another')).to.be.empty;
    expect(await kept()).to.deep.equal([{ verdict: null, comment: null }]);
  });

  it('are taken without a word where they say neither up nor down', async () => {
    const answer = await ask('Can a key be redeemed twice?', 'g');
    for (const value of [{ reaction: 'heart' }, {}, 'like', null])
      expect(await press(answer.id, value, 'g')).to.be.empty;
    expect(await kept()).to.deep.equal([{ verdict: null, comment: null }]);
  });

  it('get the same response when they are delivered again, and no second message', async () => {
    const answer = await ask('Can a key be redeemed twice?', 'h');
    const dislike = { reaction: 'dislike', feedback: '{}' };
    expect(await press(answer.id, dislike, 'h', { id: 'the same' })).to.have.lengthOf(1);
    expect(await press(answer.id, dislike, 'h', { id: 'the same' })).to.be.empty;
  });

  it('are told from other actions, which the bot does not know', async () => {
    for (const changes of [{ value: { actionName: 'something', actionValue: {} } }, { name: 'other' }]) {
      const { status } = await stage.sendRecorded('feedback', { ...inChat('i'), ...changes });
      expect(status).to.equal(501);
    }
  });
});
