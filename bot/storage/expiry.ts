// Forgets what has not been used for long.
import type { Logger } from 'pino';
import type { Database } from './database.js';
import { EXPIRING_TABLES } from './migrations.js';

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
/** Rows that go at once: others can write in between. */
const BATCH = 1000;
/** How often expired rows are looked for, in milliseconds. */
export const EXPIRY_INTERVAL_MS = 5 * MINUTE;
/**
 * How far each look takes on the time by which rows expire, at most. Looks come every five minutes, so this time has
 * soon caught up when no bot has run for a while, and a clock that is a year ahead does no harm before somebody sees it.
 */
const MAX_STEP_MS = HOUR;

/** The time, in milliseconds: since 1970 by the computer's clock, and since some moment by one that can't be set. */
export interface Clock {
  now(): number;
  elapsed(): number;
}

const systemClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() };

export class Expiry {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #last: { readonly now: number; readonly elapsed: number };
  /** A jump of the clock that this process has seen, and when it saw it. */
  #jump: { readonly by: number; readonly elapsed: number } | undefined;

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
    private readonly clock: Clock = systemClock,
  ) {
    this.#last = { now: clock.now(), elapsed: clock.elapsed() };
  }

  /** Looks now, and again and again from now on. */
  start(): void {
    const run = () => {
      this.#running = this.run().catch((error: unknown) =>
        this.logger.error({ err: error }, 'expiry failed'),
      );
    };
    run();
    this.#timer = setInterval(run, EXPIRY_INTERVAL_MS).unref();
  }

  /** Looks no more, and waits until the last look is over. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /**
   * A wrong clock must not cost anybody a conversation. So nothing is forgotten in the hour after the clock has jumped;
   * and as a jump can't be seen while no bot runs, time goes on in steps from where the last look has left it.
   */
  async run(): Promise<void> {
    const now = this.clock.now();
    const elapsed = this.clock.elapsed();
    const jump = now - this.#last.now - (elapsed - this.#last.elapsed);
    this.#last = { now, elapsed };
    if (Math.abs(jump) > HOUR) {
      this.#jump = { by: (this.#jump?.by ?? 0) + jump, elapsed };
      this.logger.warn({ hours: Math.round(jump / HOUR) }, 'the clock has jumped: nothing is forgotten now');
      return;
    }
    if (this.#jump && elapsed - this.#jump.elapsed < HOUR) return;
    const seen = Math.max(this.#jump?.by ?? 0, 0);
    this.#jump = undefined;

    const [row] = await this.database.query<{ until: number }>('SELECT until FROM forgotten');
    const until = Math.floor(Math.min(now, (row?.until ?? now) + seen + MAX_STEP_MS));
    for (const table of EXPIRING_TABLES) await this.forget(table, until);
    await this.database.query(
      'INSERT INTO forgotten (id, until) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET until = excluded.until',
      [until],
    );
  }

  private async forget(table: string, now: number): Promise<void> {
    for (;;) {
      const [last] = await this.database.query<{ until: number }>(
        `SELECT expires_at AS until FROM ${table} WHERE expires_at <= $1 ORDER BY expires_at LIMIT 1 OFFSET ${BATCH}`,
        [now],
      );
      await this.database.query(`DELETE FROM ${table} WHERE expires_at <= $1`, [last?.until ?? now]);
      if (!last) return;
    }
  }
}
