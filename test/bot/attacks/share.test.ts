// One address takes all it can get, while a visitor at another wants to be answered.
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { ChatServer } from '../channels/chatServer.js';
import { ask, ATTACKER, sockets, streams, visitorIsServed } from './attacker.js';

/** The promise is 500 ms; other processes may want the machine, too. */
const GENEROUS_MS = 2000;

describe('While one address', function () {
  this.timeout(60_000);

  let server: ChatServer;
  let isOver: (() => void)[];

  beforeEach(async () => {
    server = await ChatServer.start();
    isOver = [];
  });

  afterEach(async () => {
    for (const end of isOver) end();
    await server.close();
  });

  const expectService = async () => {
    const { answers, median } = await visitorIsServed(server.port);
    for (const answer of answers) expect(answer).to.contain('もう一度引き換えることはできません');
    expect(median).to.be.below(GENEROUS_MS);
  };

  it('holds more connections than there may be, others are served', async () => {
    const alive = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n';
    const held = await sockets(server.port, 2500, `${alive}GET /`);
    isOver.push(() => held.forEach((socket) => socket.destroy()));
    // Each was taken, or cut off.
    await Promise.all(held.map((socket) => Promise.race([once(socket, 'data'), once(socket, 'close')])));
    await expectService();
  });

  it('sends more bodies slowly than there may be requests, others are served', async () => {
    const head = 'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const held = await sockets(server.port, 1500, `${head}Content-Length: 1000\r\n\r\n{`);
    isOver.push(() => held.forEach((socket) => socket.destroy()));
    await expectService();
  });

  it('sends nothing, or half a request, it is cut off after ten seconds', async () => {
    const head = 'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n';
    const held = (
      await Promise.all(['', head, `${head}\r\n{`].map((says) => sockets(server.port, 1, says)))
    ).flat();
    const closed = Promise.all(held.map((socket) => once(socket.resume(), 'close')));
    const first = await Promise.race([closed, delay(20_000, 'still open')]);
    expect(first).not.to.equal('still open');
  });

  it('opens more streams than an address may have, it gets no more, and others get theirs', async () => {
    const conversations = await Promise.all(Array.from({ length: 40 }, () => server.begin()));
    const opened = await streams(server, conversations, 8);
    isOver.push(() => opened.forEach((stream) => stream.terminate()));
    expect(opened).to.have.lengthOf(300);
    await expectService();
    for (const stream of opened.splice(0, 50)) {
      stream.terminate();
      await once(stream, 'close');
    }
    const again = await streams(server, conversations.slice(0, 5), 2);
    isOver.push(() => again.forEach((stream) => stream.terminate()));
    expect(again, 'what is closed is given back').to.have.lengthOf(10);
  });

  it('is refused a stream and does not hang up, the server does', async () => {
    const head =
      'GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
    const [held] = await sockets(server.port, 1, head);
    held!.resume();
    await once(held!, 'end');
    const gone = once(held!, 'close').then(() => 'closed');
    const probe = setInterval(() => held!.write('x'), 50);
    isOver.push(() => clearInterval(probe));
    expect(await Promise.race([gone, delay(5000, 'still open')])).to.equal('closed');
  });

  it('sends bodies of megabytes in any number, others are served', async () => {
    const head = 'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const held = await sockets(
      server.port,
      100,
      `${head}Content-Length: 2000000\r\n\r\n${'['.repeat(1_000_000)}`,
    );
    isOver.push(() => held.forEach((socket) => socket.destroy()));
    await expectService();
    const one = { method: 'POST', body: '[]', headers: { 'transfer-encoding': 'chunked' } };
    const more = await ask(server.port, '/api/messages', { ...one, localAddress: ATTACKER });
    expect(more.status, 'of the same address, which holds what it may').to.equal(503);
    expect((await ask(server.port, '/api/messages', one)).status, 'of another').to.equal(400);
  });

  it('asks without end whether the bot is ready, the database is asked now and then, and others are served', async () => {
    let asked = 0;
    const { bot } = server;
    const check = bot.checkReady.bind(bot);
    Object.assign(bot, {
      checkReady: async () => {
        asked += 1;
        return check();
      },
    });
    const begin = performance.now();
    let goesOn = true;
    const flood = Array.from({ length: 50 }, async () => {
      while (goesOn) {
        const { status } = await ask(server.port, '/readyz', { localAddress: ATTACKER });
        expect(status).to.equal(200);
      }
    });
    await expectService();
    goesOn = false;
    await Promise.all(flood);
    expect(asked).to.be.within(1, 2 + (performance.now() - begin) / 1000);
  });
});
