// What the bot counts and times, in Prometheus' format.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Language } from '../knowledge/faq/language.js';

/**
 * The parts of a turn: waiting for the turns before in this process, reading (and waiting for those of other replicas),
 * the dialogs, committing, sending the replies.
 */
export type Stage = 'wait' | 'read' | 'run' | 'commit' | 'send';

export class Metrics {
  readonly #registry = new Registry();
  readonly #turns = new Counter({
    name: 'bot_turns_total',
    help: 'Turns by how they ended',
    labelNames: ['outcome'],
    registers: [this.#registry],
  });
  readonly #replies = new Counter({
    name: 'bot_replies_total',
    help: 'Replies by kind (answer, clarify, none, …) and language',
    labelNames: ['kind', 'language'],
    registers: [this.#registry],
  });
  readonly #stages = new Histogram({
    name: 'bot_turn_stage_seconds',
    help: 'How long the stages of a turn take',
    labelNames: ['stage'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.#registry],
  });
  readonly #storageErrors = new Counter({
    name: 'bot_storage_errors_total',
    help: 'Turns and checks that the database failed',
    registers: [this.#registry],
  });
  readonly #blocked = new Counter({
    name: 'bot_event_loop_blocked_total',
    help: 'Times that the process stood still for a second or longer and served nobody',
    registers: [this.#registry],
  });
  readonly #refused = new Counter({
    name: 'bot_requests_refused_total',
    help: 'Requests that were refused, by status',
    labelNames: ['status'],
    registers: [this.#registry],
  });

  /** @param queueLength - how many turns are waiting or at work */
  constructor(queueLength: () => number) {
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

  countTurn(outcome: 'handled' | 'repeated' | 'failed' | 'given up' | 'no database'): void {
    this.#turns.inc({ outcome });
  }

  countReply(kind: string, language: Language): void {
    this.#replies.inc({ kind, language });
  }

  countStorageError(): void {
    this.#storageErrors.inc();
  }

  countBlocked(): void {
    this.#blocked.inc();
  }

  countRefusal(status: number): void {
    this.#refused.inc({ status });
  }

  /** Times a stage of a turn, also where it fails. */
  async time<T>(stage: Stage, work: () => Promise<T>): Promise<T> {
    const stop = this.#stages.startTimer({ stage });
    try {
      return await work();
    } finally {
      stop();
    }
  }

  /** @returns a function to call at the end of the stage */
  start(stage: Stage): () => void {
    return this.#stages.startTimer({ stage });
  }

  async text(): Promise<{ type: string; body: string }> {
    return { type: this.#registry.contentType, body: await this.#registry.metrics() };
  }
}
