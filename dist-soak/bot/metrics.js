// What the bot counts and times, in Prometheus' format.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
export class Metrics {
    #registry = new Registry();
    #turns = new Counter({
        name: 'bot_turns_total',
        help: 'Turns by how they ended',
        labelNames: ['outcome'],
        registers: [this.#registry],
    });
    #replies = new Counter({
        name: 'bot_replies_total',
        help: 'Replies by kind (answer, clarify, none, …) and language',
        labelNames: ['kind', 'language'],
        registers: [this.#registry],
    });
    #stages = new Histogram({
        name: 'bot_turn_stage_seconds',
        help: 'How long the stages of a turn take',
        labelNames: ['stage'],
        buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
        registers: [this.#registry],
    });
    #storageErrors = new Counter({
        name: 'bot_storage_errors_total',
        help: 'Turns and checks that the database failed',
        registers: [this.#registry],
    });
    #refused = new Counter({
        name: 'bot_requests_refused_total',
        help: 'Requests that were refused, by status',
        labelNames: ['status'],
        registers: [this.#registry],
    });
    /** @param queueLength - how many turns are waiting or at work */
    constructor(queueLength) {
        collectDefaultMetrics({ register: this.#registry });
        new Gauge({
            name: 'bot_turns_in_progress',
            help: 'Turns that are waiting or at work',
            registers: [this.#registry],
            collect() {
                this.set(queueLength());
            },
        });
    }
    countTurn(outcome) {
        this.#turns.inc({ outcome });
    }
    countReply(kind, language) {
        this.#replies.inc({ kind, language });
    }
    countStorageError() {
        this.#storageErrors.inc();
    }
    countRefusal(status) {
        this.#refused.inc({ status });
    }
    /** Times a stage of a turn, also where it fails. */
    async time(stage, work) {
        const stop = this.#stages.startTimer({ stage });
        try {
            return await work();
        }
        finally {
            stop();
        }
    }
    /** @returns a function to call at the end of the stage */
    start(stage) {
        return this.#stages.startTimer({ stage });
    }
    async text() {
        return { type: this.#registry.contentType, body: await this.#registry.metrics() };
    }
}
//# sourceMappingURL=metrics.js.map