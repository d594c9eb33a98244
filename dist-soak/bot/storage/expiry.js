import { EXPIRING_TABLES } from './migrations.js';
const HOUR = 60 * 60 * 1000;
/** Rows that go at once: others can write in between. */
const BATCH = 1000;
const systemClock = { now: () => Date.now(), elapsed: () => performance.now() };
export class Expiry {
    database;
    logger;
    clock;
    #timer;
    #last;
    constructor(database, logger, clock = systemClock) {
        this.database = database;
        this.logger = logger;
        this.clock = clock;
        this.#last = { now: clock.now(), elapsed: clock.elapsed() };
    }
    /** Looks every hour from now on. */
    start() {
        this.#timer = setInterval(() => {
            this.run().catch((error) => this.logger.error({ err: error }, 'expiry failed'));
        }, HOUR).unref();
    }
    stop() {
        clearInterval(this.#timer);
    }
    /** Forgets nothing when the clock has just jumped: a wrong clock must not cost anybody a conversation. */
    async run() {
        const now = this.clock.now();
        const elapsed = this.clock.elapsed();
        const jump = now - this.#last.now - (elapsed - this.#last.elapsed);
        this.#last = { now, elapsed };
        if (Math.abs(jump) > HOUR) {
            this.logger.warn({ hours: Math.round(jump / HOUR) }, 'the clock has jumped: nothing is forgotten now');
            return;
        }
        for (const table of EXPIRING_TABLES)
            await this.forget(table, now);
    }
    async forget(table, now) {
        for (;;) {
            const [last] = await this.database.query(`SELECT expires_at AS until FROM ${table} WHERE expires_at <= $1 ORDER BY expires_at LIMIT 1 OFFSET ${BATCH}`, [now]);
            await this.database.query(`DELETE FROM ${table} WHERE expires_at <= $1`, [last?.until ?? now]);
            if (!last)
                return;
        }
    }
}
//# sourceMappingURL=expiry.js.map