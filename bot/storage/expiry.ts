// Forgets what has not been used for long.
import type { Logger } from 'pino';
import type { Database } from './database.js';
import { EXPIRING_TABLES } from './migrations.js';

const HOUR = 60 * 60 * 1000;
/** Rows that go at once: others can write in between. */
const BATCH = 1000;

/** The time, in milliseconds: since 1970 by the computer's clock, and since some moment by one that can't be set. */
export interface Clock {
  now(): number;
  elapsed(): number;
}

const systemClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() };

export class Expiry {
  #timer: NodeJS.Timeout | undefined;
  #last: { readonly now: number; readonly elapsed: number };

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
    private readonly clock: Clock = systemClock,
  ) {
    this.#last = { now: clock.now(), elapsed: clock.elapsed() };
  }

  /** Looks every hour from now on. */
  start(): void {
    this.#timer = setInterval(() => {
      this.run().catch((error: unknown) => this.logger.error({ err: error }, 'expiry failed'));
    }, HOUR).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Forgets nothing when the clock has just jumped: a wrong clock must not cost anybody a conversation. */
  async run(): Promise<void> {
    const now = this.clock.now();
    const elapsed = this.clock.elapsed();
    const jump = now - this.#last.now - (elapsed - this.#last.elapsed);
    this.#last = { now, elapsed };
    if (Math.abs(jump) > HOUR) {
      this.logger.warn({ hours: Math.round(jump / HOUR) }, 'the clock has jumped: nothing is forgotten now');
      return;
    }
    for (const table of EXPIRING_TABLES) await this.forget(table, now);
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
