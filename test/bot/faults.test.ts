// What users see, and what is kept, when something under the bot fails.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import Sqlite from 'libsql';
import type { Database } from '../../bot/storage/database.js';
import { openDatabase } from '../../bot/storage/openDatabase.js';
import { open, postgresForTest, silent, sqliteForTest, type TestDatabase } from '../databases.js';
import { BotProcess } from './botProcess.js';
import { DatabaseLink } from './databaseLink.js';
import { CountingBot } from './turns/countingBot.js';

const isReady = async (database: Database) =>
  database.check().then(
    () => true,
    () => false,
  );

describe('When PostgreSQL', () => {
  let made: TestDatabase | undefined;
  let link: DatabaseLink | undefined;
  let database: Database | undefined;

  before(async function () {
    made = await postgresForTest();
    if (!made) this.skip();
    link = new DatabaseLink(new URL(made.url));
    database = await openDatabase({ kind: 'postgres', url: await link.open() }, silent);
  });

  beforeEach(() => database!.query('DELETE FROM items'));

  after(async () => {
    await database?.close();
    link?.close();
    await made?.remove();
  });

  it('is gone for a moment, a message waits for it and is answered', async () => {
    const bot = new CountingBot(database!);
    expect(await bot.say('one')).to.equal('1 one');
    link!.cut();
    const reply = bot.say('two');
    const first = await Promise.race([reply, delay(500, 'waits')]);
    expect(first).to.equal('waits');
    expect(await isReady(database!)).to.equal(false);
    link!.restore();
    expect(await reply).to.equal('2 two');
    expect(await isReady(database!)).to.equal(true);
  });

  it('stays away, a message is met with an apology, and nothing from before is lost', async () => {
    const bot = new CountingBot(database!, 600);
    expect(await bot.say('one', { id: 'a' })).to.equal('1 one');
    link!.cut();
    expect(await bot.say('two', { id: 'b' })).to.equal('sorry');
    link!.restore();
    expect(await bot.say('two', { id: 'b' }), 'delivered again').to.equal('2 two');
    expect(await bot.say('one', { id: 'a' }), 'from before').to.equal('1 one');
  });

  it('is lost while it commits a turn, the turn counts once', async () => {
    const bot = new CountingBot(database!);
    expect(await bot.say('one', { id: 'a' })).to.equal('1 one');
    link!.loseAnswerTo('isSent');
    expect(await bot.say('two', { id: 'b' })).to.equal('2 two');
    expect(await bot.say('three', { id: 'c' })).to.equal('3 three');
  });

  it('is slow, as its disk may be, messages are answered all the same, in order', async () => {
    const bot = new CountingBot(database!);
    link!.delay = 100;
    try {
      const replies = await Promise.all(['one', 'two', 'three'].map((text) => bot.say(text)));
      expect(replies).to.deep.equal(['1 one', '2 two', '3 three']);
      expect(await isReady(database!)).to.equal(true);
    } finally {
      link!.delay = 0;
    }
  });

  it('ends all connections, as when it restarts, messages go on', async () => {
    const bot = new CountingBot(database!);
    expect(await bot.say('one')).to.equal('1 one');
    const other = await open(made!);
    await other.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await other.close();
    expect(await bot.say('two')).to.equal('2 two');
  });

  it('ends connections in the packet that says that they are ready, messages are tried again', async () => {
    const bot = new CountingBot(database!);
    link!.cut();
    link!.restore();
    link!.endAtOnce(6);
    const conversations = ['a', 'b', 'c'];
    const replies = await Promise.all(conversations.map((id) => bot.say('one', { conversation: { id } })));
    expect(replies).to.deep.equal(['1 one', '1 one', '1 one']);
    expect(link!.toEnd).to.equal(0);
  });

  it('ends the connection of notifications in the packet that says that it is ready, they come back', async () => {
    link!.endAtOnce(1);
    let heard = 0;
    const until = async (enough: number) => {
      while (heard < enough) await delay(20);
    };
    const stop = database!.listen('a topic', () => (heard += 1));
    // Once when it listens at last, since until then it has heard nothing, and once for the notification.
    await until(1);
    await database!.transaction((transaction) => transaction.notify('a topic', ''));
    await until(2);
    stop();
    expect(link!.toEnd).to.equal(0);
  });
});

describe('When PostgreSQL ends several connections at once, again and again', function () {
  this.timeout(60_000);

  it('the process stays, and every message under way is answered', async function () {
    const made = await postgresForTest();
    if (!made) this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'ended-'));
    const bot = await BotProcess.start(folder, { DATABASE_URL: made.url });
    const administrator = await open(made);
    try {
      const conversations = Array.from({ length: 12 }, async (_, n) => {
        const replies: string[] = [];
        for (let m = 0; m < 15; m += 1) {
          replies.push(await bot.say('キーは2回使えますか', { conversation: `c${n}`, id: `${n}/${m}` }));
        }
        return replies;
      });
      const all = Promise.all(conversations);
      while ((await Promise.race([all, delay(100, 'under way')])) === 'under way') {
        await administrator.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid()`,
        );
      }
      for (const reply of (await all).flat()) expect(reply).to.contain('もう一度引き換えることはできません');
      expect(bot.child.exitCode).to.equal(null);
    } finally {
      await administrator.close();
      await bot.kill();
      rmSync(folder, { recursive: true });
      await made.remove();
    }
  });
});

describe('When the SQLite file', () => {
  let made: TestDatabase;
  let database: Database;

  beforeEach(async () => {
    made = sqliteForTest();
    database = await open(made);
  });

  afterEach(async () => {
    await database.close();
    await made.remove();
  });

  it('is locked by another program for a moment, a message waits and others are served', async () => {
    const bot = new CountingBot(database);
    const other = new Sqlite(made.url.slice('file:'.length));
    other.exec('BEGIN EXCLUSIVE');
    const replies = Promise.all([bot.say('one'), bot.say('one', { conversation: { id: 'other' } })]);
    const first = await Promise.race([replies, delay(300, 'waits')]);
    expect(first).to.equal('waits');
    other.exec('COMMIT');
    other.close();
    expect(await replies).to.deep.equal(['1 one', '1 one']);
  });

  it('is locked for long, a message is met with an apology in time', async () => {
    const bot = new CountingBot(database, 500);
    const other = new Sqlite(made.url.slice('file:'.length));
    other.exec('BEGIN EXCLUSIVE');
    expect(await bot.say('one')).to.equal('sorry');
    other.exec('COMMIT');
    other.close();
    expect(await bot.say('two')).to.equal('1 two');
  });
});

describe('When the disk is full', () => {
  let folder: string;
  let disk: string;
  let database: Database | undefined;

  before(function () {
    folder = mkdtempSync(join(tmpdir(), 'full-'));
    disk = join(folder, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'pipe' });
    } catch {
      process.stderr.write('No file system may be mounted, so the test of a full disk is skipped.\n');
      rmSync(folder, { recursive: true });
      this.skip();
    }
  });

  after(async () => {
    await database?.close();
    try {
      execFileSync('umount', ['-l', disk], { stdio: 'pipe' });
      rmSync(folder, { recursive: true });
    } catch {
      // It was never mounted.
    }
  });

  it('a message is met with an apology, the bot is not ready, and when there is room again it goes on', async () => {
    database = await openDatabase({ kind: 'sqlite', file: join(disk, 'bot.db') }, silent);
    const bot = new CountingBot(database);
    expect(await bot.say('one', { id: 'a' })).to.equal('1 one');
    expect(await isReady(database)).to.equal(true);
    const filler = join(disk, 'filler');
    for (const size of [65_536, 4096]) {
      try {
        for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
      } catch {
        // Full.
      }
    }
    // What fits into the room that SQLite holds already is still taken.
    let replies: string[] = [];
    for (let n = 0; n < 200 && replies.at(-1) !== 'sorry'; n += 1) {
      replies = [...replies, await bot.say('x'.repeat(20_000), { id: `${n}` })];
    }
    expect(replies.at(-1)).to.equal('sorry');
    expect(await isReady(database)).to.equal(false);
    rmSync(filler);
    const kept = replies.length;
    expect(await bot.say('more')).to.equal(`${kept + 1} more`);
    expect(await bot.say('one', { id: 'a' }), 'from before').to.equal('1 one');
    expect(await isReady(database)).to.equal(true);
  });
});

describe('When the process is asked to stop under load', function () {
  this.timeout(60_000);

  it('it answers every message it has taken, and ends', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stop-'));
    const bot = await BotProcess.start(folder, { DATABASE_URL: `file:${join(folder, 'bot.db')}` });
    try {
      const outcomes = Array.from({ length: 60 }, (_, n) =>
        bot.say('キーは2回使えますか', { conversation: `c${n}`, id: `${n}` }).then(
          (text) => (text.includes('もう一度引き換えることはできません') ? 'answered' : 'wrong'),
          () => 'refused',
        ),
      );
      await Promise.race(outcomes);
      expect(await bot.kill('SIGTERM')).to.equal(0);
      const seen = await Promise.all(outcomes);
      expect(seen).to.include('answered').and.not.include('wrong');
    } finally {
      await bot.kill();
      rmSync(folder, { recursive: true });
    }
  });
});

describe('When a dialog forgets a promise that is rejected', () => {
  it('its message and the next are answered', () => {
    const script = fileURLToPath(new URL('./turns/strayRejection.js', import.meta.url));
    const output = execFileSync(process.execPath, [script], { encoding: 'utf8' });
    expect(output).to.equal('1 one\n2 stray\n3 three\n');
  });
});
