// What can be found in the files of a SQLite database, by whom, and what happens when they are taken away.
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import type { Database } from '../../../bot/storage/database.js';
import { ItemStorage } from '../../../bot/storage/itemStorage.js';
import { open, sqliteForTest, type TestDatabase } from '../../databases.js';
import { ChatServer } from '../channels/chatServer.js';
import { StartedBot } from '../startedBot.js';
import { CountingBot } from '../turns/countingBot.js';

const MARKER = 'Quokka-Zirkon-4711';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('The files of a SQLite database', () => {
  let made: TestDatabase;
  let file: string;
  let folder: string;
  let database: Database | undefined;

  beforeEach(() => {
    made = sqliteForTest();
    file = made.url.slice('file:'.length);
    folder = dirname(file);
  });

  afterEach(async () => {
    await database?.close();
    database = undefined;
    await made.remove();
  });

  /** The files that hold the marker. */
  const holding = () =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(MARKER));

  it('are for their owner alone, and so is a folder that is made for them', async () => {
    database = await open(made);
    expect(readdirSync(folder)).to.have.members(['bot.db', 'bot.db-wal', 'bot.db-shm']);
    for (const name of readdirSync(folder)) expect(modeOf(join(folder, name)), name).to.equal('600');
    expect(modeOf(folder)).to.equal('700');
  });

  it('become so where an earlier version has left them to all, and the folder stays as it is', async () => {
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    writeFileSync(file, '');
    chmodSync(file, 0o644);
    database = await open(made);
    for (const name of readdirSync(folder)) expect(modeOf(join(folder, name)), name).to.equal('600');
    expect(modeOf(folder)).to.equal('755');
  });

  it('hold no word any more that was deleted, while the database is open and when it is closed', async () => {
    database = await open(made);
    const items = new ItemStorage(database, 30);
    const many = Array.from({ length: 50 }, (_, n) => `key ${n}`);
    await items.write(Object.fromEntries(many.map((key) => [key, { text: `${MARKER} `.repeat(500) }])));
    expect(holding()).to.not.deep.equal([]);
    await items.delete(many);
    expect(holding(), 'open').to.deep.equal([]);
    await database.close();
    expect(holding(), 'closed').to.deep.equal([]);
  });

  it('hold no word of a ticket that was started over', async () => {
    const bot = await StartedBot.start({ DATABASE_URL: made.url });
    const say = async (text: string) => {
      await bot.post({
        type: 'message',
        text,
        channelId: 'emulator',
        serviceUrl: 'http://localhost',
        from: { id: 'u' },
        recipient: { id: 'b' },
        conversation: { id: 'c' },
        deliveryMode: 'expectReplies',
      });
    };
    for (const text of ['I need a support ticket', 'step 6', `problem: ${MARKER}`, 'change the problem'])
      await say(text);
    expect(holding()).to.not.deep.equal([]);
    await say('stop');
    await say('start over');
    expect(holding()).to.deep.equal([]);
    await bot.close();
  });

  for (const [what, take] of [
    ['is deleted', () => rmSync(file)],
    ['is moved', () => renameSync(file, `${file}.moved`)],
    [
      'is replaced',
      () => {
        writeFileSync(`${file}.new`, readFileSync(file));
        renameSync(`${file}.new`, file);
      },
    ],
    ['loses its log', () => rmSync(`${file}-wal`)],
    ['is deleted with its folder', () => rmSync(folder, { recursive: true })],
  ] as const) {
    it(`where the file ${what}, the bot is not ready at once, and acknowledges no message`, async () => {
      const server = await ChatServer.start({ DATABASE_URL: made.url });
      const { conversationId, token } = await server.begin();
      const ready = async () => (await fetch(`${server.origin}/readyz`)).status;
      expect(await ready()).to.equal(200);
      take();
      expect(await ready()).to.equal(503);
      const post = () =>
        server.post(
          `/conversations/${conversationId}/activities`,
          { authorization: `Bearer ${token}` },
          { type: 'message', text: 'hello' },
        );
      expect((await post()).status).to.be.at.least(500);
      await server.close();
    });
  }

  it('where the file is away for a while, messages are met with an apology, and then go on', async () => {
    database = await open(made);
    const bot = new CountingBot(database);
    expect(await bot.say('one', { id: 'a' })).to.equal('1 one');
    renameSync(file, `${file}.moved`);
    expect(await bot.say('two', { id: 'b' })).to.equal('sorry');
    renameSync(`${file}.moved`, file);
    expect(await bot.say('two', { id: 'b' })).to.equal('2 two');
    await database.check();
  });

  it('where the file goes while a message is answered, it is not told as answered', async () => {
    database = await open(made);
    const bot = new CountingBot(database);
    const reply = bot.turn('hang');
    const gone = (async () => {
      while (bot.ran === 0) await new Promise(setImmediate);
      rmSync(file);
      await bot.wakeUp();
    })();
    expect((await reply).replies).to.deep.equal(['sorry']);
    await gone;
  });
});
