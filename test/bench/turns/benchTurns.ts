// npm run bench:turns: turns a second and their latency over HTTP, beside an echo bot without state; start-up and memory.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { aligned } from '../../../bot/commands/textColumns.js';
import { BOT } from '../../bot/botProcess.js';
import { postgresForTest } from '../../databases.js';
import { BotUnderLoad, type Measured } from './botUnderLoad.js';

const ECHO_BOT = [fileURLToPath(new URL('./echoBot.js', import.meta.url))];
const CONNECTIONS = [1, 16, 64];
const ROUNDS = 5;
const STARTS = 5;

const { values } = parseArgs({
  options: {
    /** Of each measurement. */
    seconds: { type: 'string', default: '4' },
    /** For the memory; 0 leaves it out. */
    turns: { type: 'string', default: '100000' },
  },
});

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
const print = (rows: string[][]) => process.stdout.write(`${aligned(rows).join('\n')}\n\n`);

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const postgres = await postgresForTest();
const databases = { SQLite: `file:${join(folder, 'bot.db')}`, ...(postgres && { PostgreSQL: postgres.url }) };
try {
  await benchTurns();
  await benchStart();
  if (values.turns !== '0') await benchMemory(Number(values.turns));
} finally {
  await postgres?.remove();
  rmSync(folder, { recursive: true });
}

/** Rounds in turn, so that what else the machine does meets all of them alike. */
async function benchTurns(): Promise<void> {
  const bots = new Map([['echo bot, no state', await BotUnderLoad.start(ECHO_BOT)]]);
  for (const [name, url] of Object.entries(databases)) {
    bots.set(`this bot, ${name}`, await BotUnderLoad.start(BOT, { DATABASE_URL: url }));
  }
  for (const bot of bots.values()) await bot.measure({ connections: 16, amount: 1000 });
  const rows = [['connections', '', 'turns/s', 'median', 'p99', 'throughput', 'p99 beside echo']];
  for (const connections of CONNECTIONS) {
    const rounds = new Map<string, Measured[]>([...bots.keys()].map((name) => [name, []]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, bot] of bots) {
        rounds.get(name)!.push(await bot.measure({ connections, duration: Number(values.seconds) }));
      }
    }
    const [echo] = rounds.values();
    for (const [name, measured] of rounds) {
      const of = (key: keyof Measured) => median(measured.map((each) => each[key]));
      const beside = (key: keyof Measured) =>
        median(measured.map((each, round) => each[key] / echo![round]![key])).toFixed(2);
      rows.push([
        String(connections),
        name,
        of('perSecond').toFixed(0),
        `${of('median').toFixed(0)} ms`,
        `${of('p99').toFixed(0)} ms`,
        beside('perSecond'),
        beside('p99'),
      ]);
    }
  }
  print(rows);
  for (const bot of bots.values()) await bot.stop();
}

async function benchStart(): Promise<void> {
  const rows = [['start to ready', 'median', 'slowest']];
  for (const [name, url] of Object.entries(databases)) {
    const taken: number[] = [];
    for (let start = 0; start < STARTS; start += 1) {
      const bot = await BotUnderLoad.start(BOT, { DATABASE_URL: url });
      taken.push(bot.startUp);
      await bot.stop();
    }
    rows.push([name, `${median(taken).toFixed(0)} ms`, `${Math.max(...taken).toFixed(0)} ms`]);
  }
  print(rows);
}

async function benchMemory(turns: number): Promise<void> {
  const rows = [['memory', 'at rest', 'after a tenth', `after ${turns} turns over 10000 conversations`]];
  const bot = await BotUnderLoad.start(BOT, { DATABASE_URL: databases.SQLite });
  const memory = [await bot.memory()];
  for (const amount of [turns * 0.1, turns * 0.9]) {
    await bot.measure({ connections: 16, amount });
    memory.push(await bot.memory());
  }
  rows.push(['SQLite', ...memory.map((megabytes) => `${megabytes.toFixed(0)} MB`)]);
  print(rows);
  await bot.stop();
}
