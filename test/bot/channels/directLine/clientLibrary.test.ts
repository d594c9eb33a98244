// The built-in Direct Line as Microsoft's own client library sees it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ChatServer } from '../chatServer.js';
import { Client, ConnectionStatus, type Transport } from './client.js';

const TRANSPORTS: readonly Transport[] = ['WebSocket', 'polling'];

describe('Microsoft’s Direct Line client on the built-in Direct Line', () => {
  let server: ChatServer;
  let clients: Client[];

  before(async () => {
    server = await ChatServer.start();
  });

  after(() => server.close());

  beforeEach(() => {
    clients = [];
  });

  afterEach(() => {
    for (const client of clients) client.end();
  });

  const open = async (transport?: Transport, at = server) => {
    const client = await Client.open(at, transport);
    clients.push(client);
    return client;
  };
  const connect = (...where: ConstructorParameters<typeof Client>) => {
    const client = new Client(...where);
    clients.push(client);
    return client;
  };

  for (const transport of TRANSPORTS) {
    describe(`over ${transport}`, () => {
      it('is welcomed and answered, and sees its own message with its id', async () => {
        const client = await open(transport);
        expect(await client.reply(0)).to.match(/^Hello! I answer questions/);
        const id = await client.post({
          type: 'message',
          text: 'キーは2回使えますか',
          channelData: { clientActivityID: 'mine' },
        });
        expect(await client.reply(1)).to.contain('もう一度引き換えることはできません');
        const own = client.received.find((activity) => activity.id === id);
        expect(own).to.include({ type: 'message', text: 'キーは2回使えますか' });
        expect(own!.channelData).to.deep.equal({ clientActivityID: 'mine' });
      });

      it('comes back to its conversation and sees all of it, once and in order', async () => {
        const conversation = await server.begin();
        const where = { domain: server.domain, ...conversation };
        const first = connect(where, transport);
        await first.reply(0);
        await first.say('hello');
        await first.say('thanks');
        const seen = first.received.map(({ id }) => id);
        first.end();

        const second = connect(where, transport);
        await second.until(() => second.received.length >= seen.length, 'the history');
        expect(second.received.map(({ id }) => id)).to.deep.equal(seen);
        expect(await second.say('goodbye')).to.match(/^Goodbye/);
        expect(second.received).to.have.length(seen.length + 2);
      });

      it('comes back from a watermark and sees only what is new', async () => {
        const conversation = await server.begin();
        const first = connect({ domain: server.domain, ...conversation }, transport);
        await first.reply(0);
        await first.say('hello');
        const second = connect(
          { domain: server.domain, ...conversation, watermark: String(first.received.length) },
          transport,
        );
        await second.say('thanks');
        expect(second.replies).to.have.length(1);
      });

      it('goes on by itself after the server was started again, without loss or double', async () => {
        const folder = mkdtempSync(join(tmpdir(), 'direct-line-'));
        const settings = { DATABASE_URL: `file:${join(folder, 'bot.db')}` };
        let restarted = await ChatServer.start(settings);
        try {
          const client = await open(transport, restarted);
          await client.reply(0);
          await client.say('更新したい');
          await restarted.close();
          restarted = await ChatServer.start({ ...settings, PORT: String(restarted.port) });
          if (transport === 'WebSocket') {
            await client.until(() => client.sockets.length > 1, 'a second socket');
          }
          // The choice that was open before the restart is still open.
          expect(await client.say('1')).to.contain('出典');
          const ids = client.received.map(({ id }) => id);
          expect(ids).to.deep.equal([...new Set(ids)].sort());
          expect(client.received).to.have.length(5);
        } finally {
          await restarted.close();
          rmSync(folder, { recursive: true });
        }
      });
    });
  }

  it('reconnects after its socket was dropped, and gets what it missed', async () => {
    const conversation = await server.begin();
    const where = { domain: server.domain, ...conversation };
    const client = connect(where);
    await client.reply(0);
    await client.say('hello');
    client.sockets[0]!.terminate();
    // While it is away, the same user writes from another window.
    await connect({ ...where, watermark: String(client.received.length) }, 'polling').say('thanks');
    await client.until(() => client.sockets.length > 1, 'a second socket');
    await client.reply(2);
    expect(client.replies).to.have.length(3);
    expect(client.replies[2]).to.match(/^You're welcome/);
  });

  it('connects with a refreshed token', async () => {
    const conversation = await server.begin();
    const response = await server.post('/tokens/refresh', { authorization: `Bearer ${conversation.token}` });
    const { token, conversationId } = (await response.json()) as { token: string; conversationId: string };
    expect(conversationId).to.equal(conversation.conversationId);
    const client = connect({ domain: server.domain, token, conversationId });
    await client.reply(0);
    expect(await client.say('thanks')).to.match(/^You're welcome/);
  });

  it('comes back days later with the token to resume with', async () => {
    const { resumeToken, conversationId } = await server.begin();
    const response = await server.post('/tokens/refresh', { authorization: `Bearer ${resumeToken}` });
    const { token } = (await response.json()) as { token: string };
    expect(await connect({ domain: server.domain, token, conversationId }).reply(0)).to.match(/^Hello/);
  });

  it('is told where there is nothing to come back to', async () => {
    const { resumeToken, token } = await server.token();
    const refresh = (sent: string) => server.post('/tokens/refresh', { authorization: `Bearer ${sent}` });
    expect((await refresh(resumeToken)).status).to.equal(404);
    // A conversation that is yet to begin.
    expect((await refresh(token)).status).to.equal(200);
  });

  it('can’t connect with a token that is none', async () => {
    const client = connect({ domain: server.domain, token: 'abc.def.ghi' });
    await client.until(() => client.status === ConnectionStatus.FailedToConnect, 'the failure');
    expect(client.received).to.be.empty;
  });

  it('is told that a file is not taken', async () => {
    const { conversationId, token } = await server.begin();
    const form = new FormData();
    form.append('file', new Blob(['<script>alert(1)</script>'], { type: 'text/html' }), 'page.html');
    const response = await fetch(`${server.domain}/conversations/${conversationId}/upload?userId=dl_me`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    expect(response.status).to.equal(415);
    expect(await response.text()).to.contain('takes no files');
  });

  it('ends, and gets nothing any more', async () => {
    const conversation = await server.begin();
    const where = { domain: server.domain, ...conversation };
    const client = connect(where);
    await client.reply(0);
    await client.say('hello');
    client.end();
    expect(client.status).to.equal(ConnectionStatus.Ended);
    await connect({ ...where, watermark: String(client.received.length) }, 'polling').say('thanks');
    expect(client.replies).to.have.length(2);
  });

  it('takes a message that is sent twice under one id once', async () => {
    const client = await open();
    await client.reply(0);
    const message = { type: 'message', text: 'thanks', channelData: { clientActivityID: 'one' } };
    const ids = [await client.post(message), await client.post(message)];
    expect(ids[0]).to.equal(ids[1]);
    await client.say('hello');
    expect(client.replies).to.have.length(3);
  });

  it('serves 200 conversations at once: each gets its own replies, in order, none lost or doubled', async function () {
    this.timeout(60_000);
    const questions = ['thanks', 'キーは2回使えますか', 'goodbye'];
    const beginnings = [/^Hello!/, /^You're welcome/, /引き換え/, /^Goodbye|^ご利用/];
    const all = await Promise.all(Array.from({ length: 200 }, () => open()));
    await Promise.all(
      all.map(async (client, index) => {
        await client.reply(0);
        for (const question of questions) await client.say(question);
        await client.post({ type: 'event', name: `mark of ${index}` });
      }),
    );
    await Promise.all(all.map((client) => client.until(() => client.received.length >= 8, 'all activities')));
    const ids = new Set<string>();
    for (const [index, client] of all.entries()) {
      expect(client.replies).to.have.length(4);
      for (const [position, beginning] of beginnings.entries())
        expect(client.replies[position]).to.match(beginning);
      expect(client.received).to.have.length(8);
      expect(client.received.at(-1)).to.include({ type: 'event', name: `mark of ${index}` });
      const numbers = client.received.map(({ id }) => Number(id!.split('|')[1]));
      expect(numbers).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
      ids.add(client.received[0]!.id!.split('|')[0]!);
    }
    expect(ids).to.have.property('size', 200);
  });
});
