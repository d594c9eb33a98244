// A bot without an app id takes unsigned messages: of programs on this computer, and of nobody else.
import { expect } from 'chai';
import { StartedBot } from '../startedBot.js';
import { ask } from './attacker.js';

const MESSAGE = JSON.stringify({
  type: 'message',
  text: 'キーは2回使えますか',
  channelId: 'emulator',
  serviceUrl: 'http://localhost',
  from: { id: 'u' },
  recipient: { id: 'b' },
  conversation: { id: 'c' },
  deliveryMode: 'expectReplies',
});

const passedOn: [how: string, headers: Record<string, string>][] = [
  ['a page whose name points to this computer', { host: 'rebound.example:3978' }],
  ['a page whose name begins like this computer’s', { host: 'localhost.evil.example' }],
  ['a page whose name ends like this computer’s', { host: 'evil.example.localhost' }],
  ['a page whose name holds this computer’s', { host: 'evil@localhost' }],
  ['an address of the network', { host: '192.168.0.10:3978' }],
  ['a proxy that tells for whom', { 'x-forwarded-for': '203.0.113.7' }],
  ['a proxy that tells for which host', { 'x-forwarded-host': 'bot.example' }],
  ['a proxy that tells it as the standard has it', { forwarded: 'for=203.0.113.7' }],
  ['a proxy that tells its own name', { via: '1.1 proxy' }],
  ['nginx', { 'x-real-ip': '203.0.113.7' }],
];

describe('Without an app id', () => {
  let bot: StartedBot;

  before(async () => (bot = await StartedBot.start()));
  after(() => bot.close());

  const say = (headers = {}) => ask(bot.port, '/api/messages', { method: 'POST', body: MESSAGE, headers });

  for (const host of ['localhost', '127.0.0.1', '127.0.0.2:1234', '[::1]:3978', 'LOCALHOST:3978']) {
    it(`a message to ${host} is answered`, async () => {
      expect((await say({ host })).body).to.contain('もう一度引き換えることはできません');
      expect((await ask(bot.port, '/metrics', { headers: { host } })).status).to.equal(200);
    });
  }

  for (const [how, headers] of passedOn) {
    it(`a message through ${how} is refused with a sentence, and so are the metrics`, async () => {
      const { status, body } = await say(headers);
      expect(status).to.equal(403);
      expect(body).to.contain('programs on this computer only');
      expect((await ask(bot.port, '/metrics', { headers })).status).to.equal(404);
    });
  }

  it('the chat is there through a proxy', async () => {
    for (const path of ['/', '/chat', '/healthz']) {
      const { status } = await ask(bot.port, path, { headers: { 'x-forwarded-for': '203.0.113.7' } });
      expect(status, path).to.equal(200);
    }
  });
});

describe('Without an app id and with an outside address', () => {
  let bot: StartedBot;

  before(async () => {
    bot = await StartedBot.start({ PUBLIC_URL: 'https://bot.example', TRUSTED_PROXIES: '1' });
  });
  after(() => bot.close());

  // Many a proxy passes on no header that tells of it.
  for (const [how, headers] of [['this computer', {}] as const, ...passedOn]) {
    it(`no message is taken through ${how}, and no metrics are told`, async () => {
      const asked = { method: 'POST', body: MESSAGE, headers };
      expect((await ask(bot.port, '/api/messages', asked)).status).to.equal(403);
      expect((await ask(bot.port, '/metrics', { headers })).status).to.equal(404);
    });
  }

  it('the web chat is answered', async () => {
    const headers = { origin: 'https://bot.example', host: 'bot.example', 'x-forwarded-for': '203.0.113.7' };
    const post = async (path: string, token: string, body: object) =>
      JSON.parse(
        (
          await ask(bot.port, `/v3/directline${path}`, {
            method: 'POST',
            token,
            headers,
            body: JSON.stringify(body),
          })
        ).body,
      ) as Record<string, string>;
    const { token, conversationId } = await post('/tokens/generate', '', {});
    await post('/conversations', token!, { locale: 'ja' });
    await post(`/conversations/${conversationId!}/activities`, token!, {
      type: 'message',
      text: 'キーは2回使えますか',
    });
    const { body } = await ask(bot.port, `/v3/directline/conversations/${conversationId!}/activities`, {
      token: token!,
      headers,
    });
    expect(body).to.contain('もう一度引き換えることはできません');
  });
});
