import { Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { pino } from 'pino';
import { watchEventLoop } from '../../bot/eventLoop.js';
import { Metrics } from '../../bot/metrics.js';
import { StartedBot } from './startedBot.js';

/** Time is measured from the first look at the clock on. */
const FIRST_LOOK_MS = 50;

/** Nothing else runs in the meantime. */
function standStill(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

describe('When the process stands still', () => {
  it('for more than a second, the metrics count it; they tell of shorter lags, too', async () => {
    const bot = await StartedBot.start();
    try {
      const metrics = async () => (await fetch(`${bot.url}/metrics`)).text();
      expect(await metrics())
        .to.contain('bot_event_loop_blocked_total 0')
        .and.match(/^nodejs_eventloop_lag_p99_seconds /m);
      await delay(FIRST_LOOK_MS);
      standStill(1_300);
      while (!/^bot_event_loop_blocked_total [1-9]/m.test(await metrics())) await delay(50);
    } finally {
      await bot.close();
    }
  });

  it('for more than a second, the log has one line that says for how long', async () => {
    const lines: { blockedMs: number; msg: string }[] = [];
    let hasLine: (() => void) | undefined;
    const logged = new Promise<void>((resolve) => (hasLine = resolve));
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(JSON.parse(chunk.toString()) as (typeof lines)[number]);
        hasLine?.();
        done();
      },
    });
    const stop = watchEventLoop(pino(stream), new Metrics(() => 0));
    try {
      await delay(FIRST_LOOK_MS);
      standStill(1_300);
      await logged;
    } finally {
      stop();
    }
    expect(lines.map(({ msg }) => msg)).to.deep.equal(['the process stood still']);
    expect(lines[0]!.blockedMs).to.be.at.least(1_000);
  });
});
