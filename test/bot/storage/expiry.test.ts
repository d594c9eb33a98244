// When rows go, by clocks that the tests turn: neither early because a clock is wrong, nor late because nobody comes back.
import { tmpdir } from 'node:os';
import { expect } from 'chai';
import type { Database } from '../../../bot/storage/database.js';
import { Expiry, EXPIRY_INTERVAL_MS } from '../../../bot/storage/expiry.js';
import { ItemStorage } from '../../../bot/storage/itemStorage.js';
import { onBothDatabases, open, silent } from '../../databases.js';
import { BotProcess } from '../botProcess.js';
import { CountingBot } from '../turns/countingBot.js';

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** A bot that looks for expired rows while its clocks are turned. */
class Looking {
  readonly #clock;
  readonly #expiry: Expiry;

  constructor(database: Database, now: number) {
    this.#clock = { time: now, ran: 0, now: () => this.#clock.time, elapsed: () => this.#clock.ran };
    this.#expiry = new Expiry(database, silent, this.#clock);
  }

  get now(): number {
    return this.#clock.time;
  }

  /** Looks as often as a bot does that runs for that long. */
  async run(milliseconds: number): Promise<void> {
    await this.#expiry.run();
    for (let ran = 0; ran < milliseconds; ran += EXPIRY_INTERVAL_MS) {
      this.#clock.time += EXPIRY_INTERVAL_MS;
      this.#clock.ran += EXPIRY_INTERVAL_MS;
      await this.#expiry.run();
    }
  }
}

onBothDatabases('What has expired', (test) => {
  let database: Database;

  before(async () => {
    database = await open(test());
  });

  beforeEach(async () => {
    await database.query('DELETE FROM items');
    await database.query('DELETE FROM forgotten');
  });

  after(() => database.close());

  const keys = async () =>
    (await database.query<{ key: string }>('SELECT key FROM items ORDER BY key')).map(({ key }) => key);
  const put = (key: string, until: number) =>
    database.query('INSERT INTO items (key, value, etag, expires_at) VALUES ($1, $2, $1, $3)', [
      key,
      '{}',
      until,
    ]);

  it('is not told by a clock that is a year ahead at the start, also when that lasts', async () => {
    const before = new Looking(database, Date.now());
    await before.run(HOUR);
    for (const days of [1, 30, 90, 180]) await put(`${days} days`, before.now + days * DAY);
    const wrong = new Looking(database, before.now + YEAR);
    await wrong.run(HOUR);
    await new Looking(database, wrong.now).run(HOUR / 2);
    expect(await keys(), 'with the wrong clock').to.have.lengthOf(4);
    await new Looking(database, before.now + 2 * HOUR).run(HOUR);
    expect(await keys(), 'when it is right again').to.have.lengthOf(4);
  });

  it('is not told by the wrong clock of one replica beside others', async () => {
    const now = Date.now();
    const right = new Looking(database, now);
    const wrong = new Looking(database, now + YEAR);
    await put('fresh', now + 10 * DAY);
    for (let n = 0; n < 30; n += 1) {
      await right.run(EXPIRY_INTERVAL_MS);
      await wrong.run(EXPIRY_INTERVAL_MS);
    }
    expect(await keys()).to.deep.equal(['fresh']);
  });

  it('goes soon after a time in which no bot has run', async () => {
    const before = new Looking(database, Date.now());
    await before.run(HOUR);
    await put('expired meanwhile', before.now + DAY);
    await put('fresh', before.now + 90 * DAY);
    const night = new Looking(database, before.now + 3 * DAY);
    await night.run(6 * HOUR);
    expect(await keys()).to.deep.equal(['fresh']);
  });

  it('goes in time while the clock is a little late or early', async () => {
    const before = new Looking(database, Date.now());
    await put('an hour', before.now + HOUR);
    await before.run(0);
    await new Looking(database, before.now - 10 * MINUTE).run(HOUR);
    expect(await keys(), 'late').to.deep.equal(['an hour']);
    await new Looking(database, before.now + 10 * MINUTE).run(HOUR);
    expect(await keys(), 'early').to.deep.equal([]);
  });

  it('are the replies for a redelivery after an hour, though nobody comes back', async () => {
    const bot = new CountingBot(database);
    const looking = new Looking(database, Date.now());
    await bot.say('one', { id: 'a' });
    await bot.say('two', { id: 'b' });
    expect(await bot.say('two', { id: 'b' }), 'delivered again').to.equal('2 two');
    expect(await keys()).to.have.lengthOf(3);
    await looking.run(HOUR / 2);
    expect(await keys(), 'after half an hour').to.have.lengthOf(3);
    await looking.run(HOUR / 2);
    expect(await keys(), 'after an hour').to.deep.equal(['test/c']);
  });

  it('is no file of a ticket that is only opened, for it goes with its conversation', async () => {
    const items = new ItemStorage(database, 30);
    await put('tickets/id', Date.now() + HOUR);
    const until = async () =>
      (await database.query<{ expires_at: number }>('SELECT expires_at FROM items'))[0]!;
    const before = await until();
    expect([...(await items.readJson([], database, ['tickets/id'])).keys()]).to.deep.equal(['tickets/id']);
    expect(await until()).to.deep.equal(before);
    await items.read(['tickets/id']);
    expect((await until()).expires_at).to.be.above(before.expires_at);
  });
});

onBothDatabases('A bot that is started with its clock a year ahead', (test) => {
  it('goes on with what was kept', async function () {
    this.timeout(60_000);
    const env = { DATABASE_URL: test().url };
    const before = await BotProcess.start(tmpdir(), env);
    await before.say('I need a support ticket');
    await before.kill('SIGTERM');
    const ahead = `const now = Date.now; Date.now = () => now() + ${YEAR};`;
    const wrong = await BotProcess.start(tmpdir(), {
      ...env,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(ahead)}`,
    });
    expect(await wrong.isReady()).to.equal(true);
    await wrong.kill('SIGTERM');
    const after = await BotProcess.start(tmpdir(), env);
    expect(await after.say('next')).to.contain('Step 2');
    await after.kill('SIGTERM');
  });
});
