import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Database } from '../../../bot/storage/database.js';
import { onBothDatabases, open } from '../../databases.js';
import { CountingBot } from './countingBot.js';

const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

onBothDatabases('Turns', (test) => {
  let database: Database;
  let bot: CountingBot;

  before(async () => {
    database = await open(test());
  });

  beforeEach(async () => {
    await database.query('DELETE FROM items');
    bot = new CountingBot(database);
  });

  after(() => database.close());

  it('answers a burst of twenty messages in one conversation in their order', async () => {
    const replies = await Promise.all(range(20).map((n) => bot.say(`message ${n}`, { id: `${n}` })));
    expect(replies).to.deep.equal(range(20).map((n) => `${n} message ${n}`));
  });

  it('counts each conversation for itself, many at once', async () => {
    const ask = (n: number, text: string) => bot.say(text, { conversation: { id: `c${n}` } });
    const first = await Promise.all(range(50).map((n) => ask(n, 'a')));
    const second = await Promise.all(range(50).map((n) => ask(n, 'b')));
    expect(new Set(first)).to.deep.equal(new Set(['1 a']));
    expect(new Set(second)).to.deep.equal(new Set(['2 b']));
  });

  it('does not let other conversations wait for one that hangs', async () => {
    const hanging = bot.say('hang');
    const behind = bot.say('behind');
    expect(await bot.say('hello', { conversation: { id: 'other' } })).to.equal('1 hello');
    await bot.wakeUp();
    expect([await hanging, await behind]).to.deep.equal(['1 hang', '2 behind']);
  });

  it('gives up a turn that hangs, apologises, and goes on with the next', async () => {
    const impatient = new CountingBot(database, 300);
    expect(await impatient.say('one')).to.equal('1 one');
    expect(await impatient.say('hang')).to.equal('sorry');
    expect(await impatient.say('two')).to.equal('2 two');
    // It wakes up when the next turn is long done, and tries to reply and to write.
    await impatient.wakeUp();
    expect(await impatient.say('three')).to.equal('3 three');
  });

  it('apologises for a turn that fails, and begins anew', async () => {
    expect(await bot.say('one')).to.equal('1 one');
    expect(await bot.say('fail')).to.equal('sorry');
    expect(await bot.say('two')).to.equal('1 two');
  });

  it('does what goes with a commit only for turns that come to one', async () => {
    const impatient = new CountingBot(database, 300);
    expect(await impatient.say('one')).to.equal('1 one');
    expect(await impatient.say('fail')).to.equal('sorry');
    expect(await impatient.say('hang')).to.equal('sorry');
    await impatient.wakeUp();
    expect([impatient.ran, impatient.committed]).to.deep.equal([3, 1]);
  });

  it('handles a redelivered activity once and answers as before', async () => {
    expect(await bot.say('one', { id: 'a' })).to.equal('1 one');
    expect(await bot.say('two', { id: 'b' })).to.equal('2 two');
    expect(await bot.say('one', { id: 'a' })).to.equal('1 one');
    expect(await bot.say('two', { id: 'b' })).to.equal('2 two');
    expect(bot.ran).to.equal(2);
    const restarted = new CountingBot(database);
    expect(await restarted.say('one', { id: 'a' })).to.equal('1 one');
    expect(await restarted.say('three', { id: 'c' })).to.equal('3 three');
  });

  it('handles an activity once that is delivered again while it is being handled', async () => {
    const replies = await Promise.all(range(5).map(() => bot.say('one', { id: 'a' })));
    expect(new Set(replies)).to.deep.equal(new Set(['1 one']));
    expect(bot.ran).to.equal(1);
  });

  it('takes activities for different that have no id, other words, or another conversation', async () => {
    expect(await bot.say('one')).to.equal('1 one');
    expect(await bot.say('one')).to.equal('2 one');
    expect(await bot.say('one', { id: 'a' })).to.equal('3 one');
    expect(await bot.say('other', { id: 'a' })).to.equal('4 other');
    expect(await bot.say('one', { id: 'a', conversation: { id: 'x' } })).to.equal('1 one');
    expect(await bot.say('one', { id: 'a', channelId: 'x' })).to.equal('1 one');
  });

  describe('on a channel that takes replies at its own address', () => {
    let channel: Server;
    let received: string[];
    let status: number;
    let fields: object;

    before(async () => {
      channel = createServer((request, response) => {
        let body = '';
        request.setEncoding('utf8').on('data', (part: string) => (body += part));
        request.on('end', () => {
          if (status === 200) received.push((JSON.parse(body) as { text: string }).text);
          response.statusCode = status;
          response.setHeader('content-type', 'application/json');
          response.end('{"id":"1"}');
        });
      }).listen(0, '127.0.0.1');
      await once(channel, 'listening');
    });

    beforeEach(() => {
      received = [];
      status = 200;
      const { port } = channel.address() as AddressInfo;
      fields = { deliveryMode: undefined, serviceUrl: `http://127.0.0.1:${port}` };
    });

    after(() => {
      channel.closeAllConnections();
      channel.close();
    });

    it('sends the replies in order, each once, also where the activity is delivered again', async () => {
      await Promise.all(range(5).map((n) => bot.say(`m${n}`, { id: `${n}`, ...fields })));
      await bot.say('m3', { id: '3', ...fields });
      expect(received).to.deep.equal(range(5).map((n) => `${n} m${n}`));
    });

    it('answers an invoke in its response each time that it is delivered, and sends its messages once', async () => {
      const response = { status: 200, body: '1 press, in the response' };
      const both = [bot.invoke('press', { id: 'a', ...fields }), bot.invoke('press', { id: 'a', ...fields })];
      expect(await Promise.all(both)).to.deep.equal([response, response]);
      const restarted = new CountingBot(database);
      expect(await restarted.invoke('press', { id: 'a', ...fields })).to.deep.equal(response);
      expect(received).to.deep.equal(['1 press']);
      expect(bot.ran + restarted.ran).to.equal(1);
    });

    it('keeps to the order of messages and invokes', async () => {
      const hanging = bot.turn('hang', { id: 'a', ...fields });
      const invoke = bot.invoke('press', { id: 'b', ...fields });
      await bot.wakeUp();
      await hanging;
      expect((await invoke).body).to.equal('2 press, in the response');
      expect(received).to.deep.equal(['1 hang', '2 press']);
    });

    it('sends them again where the channel did not take them and delivers the activity again', async () => {
      status = 400;
      expect((await bot.turn('one', { id: 'a', ...fields })).status).to.equal(500);
      status = 200;
      expect((await bot.turn('one', { id: 'a', ...fields })).status).to.equal(200);
      expect(await bot.say('two', { id: 'b', ...fields })).to.equal('');
      expect(received).to.deep.equal(['1 one', '2 two']);
    });
  });

  describe('over two replicas', () => {
    let otherDatabase: Database | undefined;
    let other: CountingBot;

    before(async function () {
      if (database.kind === 'sqlite') this.skip();
      otherDatabase = await open(test());
    });

    beforeEach(() => {
      other = new CountingBot(otherDatabase!);
    });

    after(() => otherDatabase?.close());

    it('runs the turns of a conversation one at a time', async () => {
      const replies = await Promise.all(
        range(40).map((n) => (n % 2 === 0 ? bot : other).say('hello', { id: `${n}` })),
      );
      expect(replies).to.have.members(range(40).map((n) => `${n} hello`));
    });

    it('keeps to the order of arrival', async () => {
      const first = bot.say('hang');
      while (bot.ran === 0) await new Promise(setImmediate);
      const second = other.say('second');
      await waiting(otherDatabase!);
      const third = bot.say('third');
      await bot.wakeUp();
      expect([await first, await second, await third]).to.deep.equal(['1 hang', '2 second', '3 third']);
    });

    it('handles an activity once that is delivered to both', async () => {
      const both = await Promise.all([bot.say('one', { id: 'a' }), other.say('one', { id: 'a' })]);
      expect(both).to.deep.equal(['1 one', '1 one']);
      expect(bot.ran + other.ran).to.equal(1);
    });
  });
});

/** Until somebody waits for a lock in the database. */
async function waiting(database: Database): Promise<void> {
  const sql = `SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database
    WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()`;
  while ((await database.query(sql)).length === 0) await new Promise(setImmediate);
}
