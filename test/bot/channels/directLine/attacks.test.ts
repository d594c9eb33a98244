// What nobody may do to the built-in Direct Line.
import { once } from 'node:events';
import { request } from 'node:http';
import { expect } from 'chai';
import { SignJWT } from 'jose';
import { WebSocket } from 'ws';
import { Tokens } from '../../../../bot/channels/directLine/tokens.js';
import { ChatServer, type Conversation } from '../chatServer.js';

const KEY = 'a signing key for the tests, 32 characters and more';
const MESSAGE = { type: 'message', text: 'thanks' };

describe('Against attacks, the built-in Direct Line', () => {
  let server: ChatServer;
  let victim: Conversation;
  let attacker: Conversation;

  before(async () => {
    server = await ChatServer.start({
      DIRECT_LINE_SIGNING_KEY: KEY,
      ALLOWED_ORIGINS: 'https://portal.example',
    });
    victim = await server.begin();
    attacker = await server.begin();
  });

  after(() => server.close());

  const send = (conversationId: string, token: string, body: unknown = MESSAGE) =>
    server.post(`/conversations/${conversationId}/activities`, { authorization: `Bearer ${token}` }, body);

  const history = async ({ conversationId, token }: Conversation) => {
    const response = await server.get(`/conversations/${conversationId}/activities`, token);
    const { activities } = (await response.json()) as { activities: Record<string, unknown>[] };
    return activities;
  };

  const stream = async (conversationId: string, token: string, headers: Record<string, string> = {}) => {
    const address = `${server.domain.replace('http', 'ws')}/conversations/${conversationId}/stream?t=${token}`;
    const socket = new WebSocket(address, { headers });
    const [failure] = (await once(socket, 'error')) as [Error];
    return failure.message;
  };

  const claims = ({ conversationId }: Conversation, audience = 'access') =>
    new SignJWT({ conv: conversationId, user: 'dl_me' })
      .setIssuer('mpn-benefits-bot')
      .setAudience(audience)
      .setExpirationTime('1h');
  const key = new TextEncoder().encode(KEY);

  describe('turns down', () => {
    const forged: Record<string, () => Promise<string> | string> = {
      'another conversation’s token': () => attacker.token,
      'a token signed with another key': () =>
        claims(victim)
          .setProtectedHeader({ alg: 'HS256' })
          .sign(new TextEncoder().encode('x'.repeat(32))),
      'a token without a signature': () =>
        `${Buffer.from('{"alg":"none"}').toString('base64url')}.${victim.token.split('.')[1]!}.`,
      'a token with another algorithm': () => claims(victim).setProtectedHeader({ alg: 'HS512' }).sign(key),
      'a token whose content was changed': () => {
        const [head, , signature] = victim.token.split('.');
        const content = JSON.parse(
          Buffer.from(victim.token.split('.')[1]!, 'base64url').toString(),
        ) as object;
        return `${head!}.${Buffer.from(JSON.stringify({ ...content, user: 'dl_me' })).toString('base64url')}.${signature!}`;
      },
      'a token for another purpose': () =>
        claims(victim, 'another').setProtectedHeader({ alg: 'HS256' }).sign(key),
      'the token to resume with in the place of one for access': () => victim.resumeToken,
      'an expired token': async () => {
        const anHourAgo = new Tokens(key, () => Date.now() - 3_600_000);
        const participant = { conversationId: victim.conversationId, userId: 'dl_me' };
        return (await anHourAgo.issue(participant, 'access')).token;
      },
    };
    for (const [what, make] of Object.entries(forged)) {
      it(`${what}, for reading, writing, reconnecting and streaming`, async () => {
        const token = await make();
        const { conversationId } = victim;
        const before = await history(victim);
        const path = `/conversations/${conversationId}`;
        expect((await server.get(`${path}/activities`, token)).status).to.equal(403);
        expect((await server.get(path, token)).status).to.equal(403);
        expect((await send(conversationId, token)).status).to.equal(403);
        expect(await stream(conversationId, token)).to.contain('403');
        expect(await history(victim)).to.deep.equal(before);
      });
    }

    it('a request without a token', async () => {
      const response = await fetch(`${server.domain}/conversations/${victim.conversationId}/activities`);
      expect(response.status).to.equal(401);
    });

    it('a refresh of an expired token', async () => {
      const token = await forged['an expired token']!();
      expect((await server.post('/tokens/refresh', { authorization: `Bearer ${token}` })).status).to.equal(
        403,
      );
    });

    it('pages of other origins, whatever they ask, and lets the allowed one in', async () => {
      const foreign = { origin: 'https://evil.example' };
      expect((await server.post('/tokens/generate', foreign)).status).to.equal(403);
      const path = `/conversations/${victim.conversationId}/activities`;
      expect((await server.get(path, victim.token, foreign)).status).to.equal(403);
      expect(await stream(victim.conversationId, victim.token, foreign)).to.contain('403');
      expect((await fetch(`${server.domain}/tokens/generate`, { method: 'POST' })).status).to.equal(403);
      const preflight = await fetch(`${server.domain}/conversations`, {
        method: 'OPTIONS',
        headers: foreign,
      });
      expect(preflight.headers.get('access-control-allow-origin')).to.equal(null);

      const allowed = await server.post('/tokens/generate', { origin: 'https://portal.example' });
      expect(allowed.status).to.equal(200);
      expect(allowed.headers.get('access-control-allow-origin')).to.equal('https://portal.example');
      expect(allowed.headers.get('set-cookie')).to.equal(null);
    });

    it('a page that has its own name point to this computer', async () => {
      const name = `rebound.example:${server.port}`;
      const [response] = (await once(
        request({
          port: server.port,
          host: '127.0.0.1',
          method: 'POST',
          path: '/v3/directline/tokens/generate',
          headers: { host: name, origin: `http://${name}` },
        }).end(),
        'response',
      )) as [{ statusCode: number }];
      expect(response.statusCode).to.equal(403);
    });

    it('a message of ten megabytes, and one that does not tell its size', async () => {
      const text = 'x'.repeat(10_000_000);
      const large = await send(victim.conversationId, victim.token, { ...MESSAGE, text }).catch(
        () => undefined,
      );
      // Where the connection is closed before all was sent, the answer may be lost.
      expect(large?.status ?? 413).to.equal(413);
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(
            new TextEncoder().encode(JSON.stringify({ ...MESSAGE, text: 'x'.repeat(300_000) })),
          );
          controller.close();
        },
      });
      const chunked = await fetch(`${server.domain}/conversations/${victim.conversationId}/activities`, {
        method: 'POST',
        headers: { authorization: `Bearer ${victim.token}`, 'content-type': 'application/json' },
        body,
        duplex: 'half',
      });
      expect(chunked.status).to.equal(413);
      expect(await chunked.text()).to.contain('256 KB');
    });

    for (const [what, body] of [
      ['no activity', null],
      ['a list', [MESSAGE]],
      ['a type that only channels send', { type: 'conversationUpdate', membersAdded: [{ id: 'x' }] }],
      ['a text that is a number', { ...MESSAGE, text: 42 }],
      ['a time that is none', { ...MESSAGE, localTimestamp: 'now' }],
    ] as const) {
      it(`${what} with 400 and a sentence`, async () => {
        const response = await send(victim.conversationId, victim.token, body);
        expect(response.status).to.equal(400);
        expect(await response.text()).to.contain('BadArgument');
      });
    }

    it('a watermark that was never given out', async () => {
      const path = `/conversations/${victim.conversationId}/activities?watermark=1%20OR%201=1`;
      expect((await server.get(path, victim.token)).status).to.equal(400);
    });
  });

  it('lets nobody speak as another user, as the bot, or in another conversation', async () => {
    const own = await server.begin();
    const text = `from ${own.conversationId}`;
    await send(own.conversationId, own.token, {
      ...MESSAGE,
      text,
      from: { id: 'mpn-benefits-bot', name: '<script>alert(1)</script>', role: 'bot' },
      recipient: { id: 'dl_victim' },
      conversation: { id: victim.conversationId },
      channelId: 'msteams',
      serviceUrl: 'https://evil.example',
    });
    const kept = (await history(own)).find((activity) => activity['text'] === text)!;
    expect(kept['from']).to.include({ role: 'user', name: '' });
    expect((kept['from'] as { id: string }).id).to.match(/^dl_[\w-]{22}$/);
    expect(kept).to.include({ channelId: 'directline', textFormat: 'plain' });
    expect(kept['conversation']).to.deep.equal({ id: own.conversationId });
    expect(kept['serviceUrl']).not.to.contain('evil');
    expect(JSON.stringify(await history(victim))).not.to.contain(text);
  });

  it('keeps nothing of attachments, cards and other fields that a client sends', async () => {
    const own = await server.begin();
    const html = '<img src=x onerror=alert(1)>';
    await send(own.conversationId, own.token, {
      type: 'message',
      text: html,
      textFormat: 'xml',
      attachments: [
        { contentType: 'text/html', content: html, contentUrl: 'javascript:alert(1)', name: html },
      ],
      suggestedActions: { actions: [{ type: 'openUrl', title: 'x', value: 'javascript:alert(1)' }] },
    });
    const kept = (await history(own)).filter(({ from }) => (from as { role: string }).role === 'user');
    expect(kept).to.have.length(1);
    expect(kept[0]).to.include({ text: html, textFormat: 'plain' });
    expect(kept[0]!['attachments']).to.deep.equal([{ contentType: 'text/html' }]);
    expect(JSON.stringify(kept)).not.to.contain('javascript:');
  });

  it('gives out tokens of conversations and users that nobody can guess', async () => {
    const tokens = await Promise.all(Array.from({ length: 50 }, () => server.token()));
    const ids = tokens.map(({ conversationId }) => conversationId);
    expect(new Set(ids)).to.have.property('size', 50);
    for (const id of ids) expect(Buffer.from(id, 'base64url')).to.have.length(16);
  });

  it('keeps the user over a new conversation, but takes nobody’s word for who it is', async () => {
    const userOf = ({ token }: Conversation) =>
      (JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { user: string }).user;
    expect(userOf(await server.token(victim.token))).to.equal(userOf(victim));
    expect(userOf(await server.token('abc.def.ghi'))).not.to.equal(userOf(victim));
    const named = await server.post('/tokens/generate', {}, { user: { id: userOf(victim) } });
    expect(userOf((await named.json()) as Conversation)).not.to.equal(userOf(victim));
  });

  it('slows down a flood of 1,000 posts in one conversation, while others are answered', async () => {
    const flood = await server.begin();
    const statuses = Array.from({ length: 1000 }, async () => {
      const response = await send(flood.conversationId, flood.token);
      await response.arrayBuffer();
      return { status: response.status, wait: Number(response.headers.get('retry-after')) };
    });
    const other = await server.begin();
    expect((await send(other.conversationId, other.token)).status).to.equal(200);
    expect(await history(other)).to.have.length(3);
    const answered = await Promise.all(statuses);
    const refused = answered.filter(({ status }) => status === 429);
    expect(answered.filter(({ status }) => status === 200).length).to.be.within(30, 100);
    expect(refused.length).to.equal(1000 - answered.filter(({ status }) => status === 200).length);
    for (const { wait } of refused) expect(wait).to.be.greaterThan(0);
  });

  it('slows down an address that asks for ever new tokens', async () => {
    const strict = await ChatServer.start({ REQUESTS_PER_MINUTE: '20', TRUSTED_PROXIES: '1' });
    try {
      const ask = async (address: string) =>
        (await strict.post('/tokens/generate', { 'x-forwarded-for': `6.6.6.6, ${address}` })).status;
      const statuses = [];
      for (let count = 0; count < 30; count += 1) statuses.push(await ask('192.0.2.1'));
      expect(statuses.filter((status) => status === 429).length).to.be.within(5, 10);
      expect(await ask('192.0.2.2')).to.equal(200);
    } finally {
      await strict.close();
    }
  });

  it('opens a conversation in eight places at once and not in more', async () => {
    const own = await server.begin();
    const response = await server.get(`/conversations/${own.conversationId}`, own.token);
    const { streamUrl } = (await response.json()) as { streamUrl: string };
    const sockets = Array.from({ length: 8 }, () => new WebSocket(streamUrl));
    await Promise.all(sockets.map((socket) => once(socket, 'open')));
    const [failure] = (await once(new WebSocket(streamUrl), 'error')) as [Error];
    expect(failure.message).to.contain('429');
    for (const socket of sockets) socket.terminate();
  });
});
