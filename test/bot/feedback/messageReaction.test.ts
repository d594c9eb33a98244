// Teams' thumbs, over HTTP, beside a stand-in for the channel that takes replies and gives them ids.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { compose, type ComposedBot } from '../../../bot/compose.js';
import { readConfig } from '../../../bot/config.js';
import { BotServer } from '../../../bot/server.js';
import type { Database } from '../../../bot/storage/database.js';
import { onBothDatabases, open } from '../../databases.js';
import { shippedIndex } from '../../shippedIndex.js';

interface Sent {
  readonly id: string;
  readonly text: string;
  readonly channelData?: object;
}

onBothDatabases("Teams' thumbs", (test) => {
  let channel: Server;
  let sent: Sent[];
  let bot: ComposedBot;
  let server: BotServer;
  let url: string;
  let database: Database;
  let count = 0;

  before(async () => {
    channel = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => {
        const id = `message-${(count += 1)}`;
        sent.push({ ...(JSON.parse(body) as Sent), id });
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ id }));
      });
    }).listen(0, '127.0.0.1');
    await once(channel, 'listening');
    const config = readConfig({ LOG_LEVEL: 'silent', DATABASE_URL: test().url });
    bot = await compose(config, shippedIndex());
    server = new BotServer(bot);
    url = `http://127.0.0.1:${await server.listen(0, config.host)}/api/messages`;
    database = await open(test());
  });

  beforeEach(async () => {
    sent = [];
    await database.query('DELETE FROM outcomes');
  });

  after(async () => {
    await server.close();
    await bot.close();
    await database.close();
    channel.closeAllConnections();
    channel.close();
  });

  const post = async (fields: object, user = 'anna', conversation = `chat of ${count}`) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: `activity-${(count += 1)}`,
        channelId: 'msteams',
        serviceUrl: `http://127.0.0.1:${(channel.address() as AddressInfo).port}`,
        from: { id: user },
        recipient: { id: 'bot' },
        conversation: { id: conversation },
        locale: 'en-US',
        ...fields,
      }),
    });

  /** Asks, and gives the message that it was answered with. */
  const ask = async (text: string, conversation: string): Promise<Sent> => {
    await post({ type: 'message', text }, 'anna', conversation);
    return sent.at(-1)!;
  };

  const press = async (
    replyToId: string | undefined,
    actionValue: unknown,
    conversation: string,
    user = 'anna',
  ): Promise<number> => {
    const value = { actionName: 'feedback', actionValue };
    return (
      await post({ type: 'invoke', name: 'message/submitAction', replyToId, value }, user, conversation)
    ).status;
  };

  const kept = () =>
    database.query<{ verdict: string | null; comment: string | null }>(
      'SELECT verdict, comment FROM outcomes ORDER BY at',
    );

  it('stand below answers and dates, and below nothing else', async () => {
    const on = { feedbackLoopEnabled: true };
    expect((await ask('Can a key be redeemed twice?', 'a')).channelData).to.deep.equal(on);
    expect(
      (await ask('I redeemed my key on December 1, 2020. Until when can I use it?', 'a')).channelData,
    ).to.deep.equal(on);
    for (const text of [
      'hello',
      '更新したい',
      "what's the weather in Tokyo",
      'I need a support ticket',
      'next',
    ])
      expect((await ask(text, 'a')).channelData, text).to.equal(undefined);
  });

  it('are noted for the message below which they were pressed, with what was written to them', async () => {
    const first = await ask('Can a key be redeemed twice?', 'b');
    await ask('When can I renew my membership?', 'b');
    const feedback = JSON.stringify({ feedbackText: 'Clear! My mail is a@example.com' });
    expect(await press(first.id, { reaction: 'like', feedback }, 'b')).to.equal(200);
    expect(await kept()).to.deep.equal([
      { verdict: 'like', comment: 'Clear! My mail is ••••' },
      { verdict: null, comment: null },
    ]);
    expect(sent, 'no word to a good one').to.have.lengthOf(2);
  });

  it('lead to people who help where they point down, once', async () => {
    const answer = await ask('Can a key be redeemed twice?', 'c');
    for (let times = 0; times < 2; times += 1)
      expect(await press(answer.id, { reaction: 'dislike', feedback: '{}' }, 'c')).to.equal(200);
    expect(sent).to.have.lengthOf(2);
    expect(sent[1]!.text).to.contain('noted').and.to.contain('Microsoft Support');
    expect(await kept()).to.deep.equal([{ verdict: 'dislike', comment: null }]);
  });

  it('change the verdict when the other one is pressed, also by somebody else in the group', async () => {
    const answer = await ask('Can a key be redeemed twice?', 'd');
    await press(answer.id, { reaction: 'dislike', feedback: '{}' }, 'd');
    expect(await press(answer.id, { reaction: 'like', feedback: '{}' }, 'd', 'ben')).to.equal(200);
    expect(await kept()).to.deep.equal([{ verdict: 'like', comment: null }]);
  });

  it('mean the last answer in a client that names no message', async () => {
    await ask('Can a key be redeemed twice?', 'e');
    await ask('When can I renew my membership?', 'e');
    expect(await press(undefined, { reaction: 'dislike', feedback: 'The date' }, 'e')).to.equal(200);
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
      expect(await press(answer.id, { reaction: 'like', feedback }, `comment ${what}`)).to.equal(200);
      expect(await kept()).to.deep.equal([{ verdict: 'like', comment }]);
    });
  }

  it('are taken without a word where the message is not known, or of another conversation', async () => {
    const answer = await ask('Can a key be redeemed twice?', 'f');
    expect(await press('message-0', { reaction: 'dislike', feedback: '{}' }, 'f')).to.equal(200);
    expect(await press(answer.id, { reaction: 'dislike', feedback: '{}' }, 'another')).to.equal(200);
    expect(await press(undefined, { reaction: 'dislike', feedback: '{}' }, 'yet another')).to.equal(200);
    expect(await kept()).to.deep.equal([{ verdict: null, comment: null }]);
    expect(sent).to.have.lengthOf(1);
  });

  it('are taken without a word where they say neither up nor down', async () => {
    const answer = await ask('Can a key be redeemed twice?', 'g');
    for (const value of [{ reaction: 'heart' }, {}, 'like', null])
      expect(await press(answer.id, value, 'g')).to.equal(200);
    expect(await kept()).to.deep.equal([{ verdict: null, comment: null }]);
  });

  it('get the same response when they are delivered again, and no second message', async () => {
    const answer = await ask('Can a key be redeemed twice?', 'h');
    const again = {
      id: 'the same',
      type: 'invoke',
      name: 'message/submitAction',
      replyToId: answer.id,
      value: { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: '{}' } },
    };
    for (let times = 0; times < 2; times += 1) expect((await post(again, 'anna', 'h')).status).to.equal(200);
    expect(sent).to.have.lengthOf(2);
  });

  it('are told from other actions, which the bot does not know', async () => {
    const value = { actionName: 'something', actionValue: {} };
    expect((await post({ type: 'invoke', name: 'message/submitAction', value })).status).to.equal(501);
    expect(
      (await post({ type: 'invoke', name: 'other', value: { actionName: 'feedback' } })).status,
    ).to.equal(501);
  });
});
