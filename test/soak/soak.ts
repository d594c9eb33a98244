// npm run soak: minutes of mixed load on two replicas, with a kill -9 and a crash of the database in it. In the first
// quarter everybody is friendly; then a share of the input is hostile, and the turns of the others are measured apart.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { aligned } from '../../bot/commands/textColumns.js';
import { BotProcess, sendTo } from '../bot/botProcess.js';
import { RoundRobin } from '../bot/roundRobin.js';
import { OwnPostgres } from './ownPostgres.js';
import { ORIGIN, sendHostile, SIGNING_KEY } from './hostile.js';
import { APOLOGY, type Script, scripts } from './scripts.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    users: { type: 'string', default: '8' },
    /** Per cent of all input. */
    hostile: { type: 'string', default: '5' },
    port: { type: 'string', default: '55432' },
  },
});

const hostileShare = Number(values.hostile) / 100;
/** How long a message may remain unanswered, over all its deliveries, before it counts as such. */
const ANSWER_LIMIT = 60_000;
const duration = Number(values.minutes) * 60_000;
const end = performance.now() + duration;
const hostileFrom = hostileShare > 0 ? end - 0.75 * duration : Infinity;
const count = {
  turns: 0,
  turnsAmongHostile: 0,
  hostile: 0,
  delivered: 0,
  apologies: 0,
  wrong: 0,
  unanswered: 0,
};
const latencies: Record<'friendly' | 'hostile', number[]> = { friendly: [], hostile: [] };
let conversations = 0;

const folder = mkdtempSync(join(tmpdir(), 'soak-'));
const postgres = new OwnPostgres(Number(values.port));
const startReplica = () =>
  BotProcess.start(folder, {
    DATABASE_URL: postgres.url,
    LOG_LEVEL: 'fatal',
    DIRECT_LINE_SIGNING_KEY: SIGNING_KEY,
    ALLOWED_ORIGINS: ORIGIN,
  });
const replicas = await Promise.all([startReplica(), startReplica()]);
const balancer = new RoundRobin(replicas.map(({ url }) => url));
const url = await balancer.start();
try {
  const before = await memory();
  // They begin now and go on when all is over: their steps must have survived everything.
  const longStanding = await Promise.all(
    Array.from({ length: 20 }, async (_, n) => {
      const rest = scripts.filter((script) => script.length === 6)[n % 2]!;
      const name = `long-standing ${n}`;
      await play(name, rest.slice(0, 3));
      return () => play(name, rest.slice(3), 3);
    }),
  );
  const users = Array.from({ length: Number(values.users) }, async () => {
    while (performance.now() < end) {
      if (isHostileDue()) await beHostile();
      else await play(`conversation ${(conversations += 1)}`, anyOf(scripts));
    }
  });
  const [atHalf] = await Promise.all([memoryAtHalf(), ...users, disturb()]);
  for (const goOn of longStanding) await goOn();
  report(before, atHalf, await memory());
} finally {
  balancer.stop();
  await Promise.all(replicas.map((replica) => replica.kill()));
  postgres.remove();
  rmSync(folder, { recursive: true });
}
process.exitCode = count.wrong + count.unanswered > 0 ? 1 : 0;

/** A third of the way a replica is killed, two thirds of the way the database crashes; both come back. */
async function disturb(): Promise<void> {
  const third = (end - performance.now()) / 3;
  await delay(third);
  await replicas[0].kill('SIGKILL');
  log('replica killed');
  replicas[0] = await startReplica();
  balancer.servers[0] = replicas[0].url;
  log('replica started again');
  await delay(third);
  log('database crashes');
  postgres.crashAndRestart();
  log('database started again');
}

async function play(conversation: string, script: Script, first = 0): Promise<void> {
  for (const [step, [text, expected]] of script.entries()) {
    const id = `${conversation}/${first + step}`;
    const reply = await answerTo({ conversation, text, id });
    count.turns += 1;
    if (isAmongHostile()) count.turnsAmongHostile += 1;
    if (reply === undefined) count.unanswered += 1;
    else if (!expected.test(reply)) {
      count.wrong += 1;
      log(`wrong: ${conversation}, "${text}" got ${JSON.stringify(reply.slice(0, 120))}`);
    }
  }
}

/** Delivers a message until it is answered, as a channel does, and as a user does after an apology. */
async function answerTo(message: {
  conversation: string;
  text: string;
  id: string;
}): Promise<string | undefined> {
  const start = performance.now();
  while (performance.now() - start < ANSWER_LIMIT) {
    count.delivered += 1;
    const begin = performance.now();
    const reply = await sendTo(url, message).catch(() => undefined);
    if (reply && !APOLOGY.test(reply.text)) {
      latencies[begin < hostileFrom ? 'friendly' : 'hostile'].push(performance.now() - begin);
      return reply.text;
    }
    if (reply) count.apologies += 1;
    await delay(200);
  }
  return undefined;
}

function isAmongHostile(): boolean {
  return performance.now() >= hostileFrom;
}

/** So that the share is one of messages, though a conversation has several. */
function isHostileDue(): boolean {
  const { hostile, turnsAmongHostile } = count;
  return isAmongHostile() && hostile < hostileShare * (hostile + turnsAmongHostile);
}

async function beHostile(): Promise<void> {
  count.hostile += 1;
  const wrong = await sendHostile(url);
  if (wrong === undefined) return;
  count.wrong += 1;
  log(`wrong: ${wrong}`);
}

async function memoryAtHalf(): Promise<string> {
  await delay(end - performance.now() - duration / 2);
  return memory();
}

async function memory(): Promise<string> {
  const each = await Promise.all(
    replicas.map(async (replica) => {
      const metrics = await (await fetch(`${replica.url}/metrics`)).text();
      return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)![1]) / 1024 ** 2;
    }),
  );
  return each.map((megabytes) => `${megabytes.toFixed(0)} MB`).join(', ');
}

function report(before: string, atHalf: string, after: string): void {
  for (const each of Object.values(latencies)) each.sort((a, b) => a - b);
  const at = (share: number) =>
    Object.entries(latencies)
      .filter(([, times]) => times.length > 0)
      .map(([among, times]) => `${times[Math.floor(times.length * share)]!.toFixed(0)} ms (${among})`)
      .join(', ');
  const rows: [string, string | number][] = [
    ['conversations', conversations + 20],
    ['turns', count.turns],
    ['hostile input', count.hostile],
    ['delivered more than once', count.delivered - count.turns],
    ['of these after an apology', count.apologies],
    ['wrong replies or answers, or acknowledged turns lost', count.wrong],
    ['unanswered', count.unanswered],
    ['median of turns without and with hostile input', at(0.5)],
    ['p99 of turns without and with hostile input', at(0.99)],
    ['memory before', before],
    ['memory at half of the time', atHalf],
    ['memory after', after],
  ];
  process.stdout.write(`${aligned(rows.map(([name, value]) => [name, String(value)])).join('\n')}\n`);
}

function log(what: string): void {
  process.stdout.write(`${new Date().toISOString()} ${what}\n`);
}

function anyOf<T>(list: readonly T[]): T {
  return list[Math.floor(Math.random() * list.length)]!;
}
