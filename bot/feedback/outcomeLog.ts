// Keeps what became of questions, with the users' verdicts: one row a question, and nothing that names a person.
import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import type { Outcome } from '../../dialogs/outcome.js';
import type { Verdict, Verdicts } from '../../dialogs/verdict.js';
import type { Language } from '../../knowledge/faq/language.js';
import { maskSecrets } from '../../knowledge/rules/maskSecrets.js';
import type { Metrics } from '../metrics.js';
import { type Database, placeholders, type SqlValue } from '../storage/database.js';

const DAY = 24 * 60 * 60 * 1000;
const LONGEST_QUESTION = 1000;
const LONGEST_COMMENT = 2000;
/** Each number of rows is a statement of its own to prepare. */
const MOST_TOGETHER = 20;

export interface OutcomeLogParts {
  readonly database: Database;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly keepDays: number;
  /** Whether to keep the words of questions. */
  readonly storeQuestions: boolean;
}

/** A message that was sent: where, and the id that the channel gave it. */
export type SentMessage = Pick<Activity, 'channelId' | 'conversation'> & { readonly id: string | undefined };

/** In the order of the columns that are written. */
type Row = readonly SqlValue[];

export class OutcomeLog implements Verdicts {
  /** Rows that wait for those before them to be written, and then go together; by their ids. */
  #waiting: Map<string, Row> | undefined;
  #written: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: OutcomeLogParts) {}

  /**
   * Keeps an outcome in its own time: nobody waits for it, and where it fails, the log and the metrics say so.
   * @param question - the user's message
   * @param reply - the message that it was answered with
   */
  keep(outcome: Outcome, language: Language, question: string, reply: SentMessage): void {
    // A question that is asked back is settled by a later turn, which must not meet it in the same statement.
    if (!this.#waiting || this.#waiting.has(outcome.id) || this.#waiting.size === MOST_TOGETHER) {
      const rows = new Map<string, Row>();
      this.#waiting = rows;
      this.#written = this.#written.then(() => {
        if (this.#waiting === rows) this.#waiting = undefined;
        return this.#survive(() => this.#write(rows));
      });
    }
    this.#waiting.set(outcome.id, this.#rowOf(outcome, language, question, reply));
  }

  /** Waits until all that was to be kept is kept. */
  async settled(): Promise<void> {
    await this.#written;
  }

  async rate(outcome: string, verdict: Verdict): Promise<'noted' | 'unchanged' | 'lost'> {
    await this.settled();
    const result = await this.#survive(async () => {
      const { database } = this.parts;
      const changed = await database.query(
        'UPDATE outcomes SET verdict = $2 WHERE id = $1 AND (verdict IS NULL OR verdict <> $2) RETURNING id',
        [storable(outcome), verdict],
      );
      if (changed.length > 0) return 'noted' as const;
      const found = await database.query('SELECT id FROM outcomes WHERE id = $1', [storable(outcome)]);
      return found.length > 0 ? ('unchanged' as const) : undefined;
    });
    return result ?? 'lost';
  }

  async comment(outcome: string, text: string): Promise<boolean> {
    const kept = await this.#survive(() =>
      this.parts.database.query('UPDATE outcomes SET comment = $2 WHERE id = $1 RETURNING id', [
        storable(outcome),
        withoutSecrets(text, LONGEST_COMMENT),
      ]),
    );
    return kept !== undefined && kept.length > 0;
  }

  /** @returns the id of the outcome that a message of the bot stands for */
  async answeredBy(reply: SentMessage): Promise<string | undefined> {
    await this.settled();
    const rows = await this.#survive(() =>
      this.parts.database.query<{ id: string }>('SELECT id FROM outcomes WHERE reply = $1', [placeOf(reply)]),
    );
    return rows?.[0]?.id;
  }

  #rowOf(outcome: Outcome, language: Language, question: string, reply: SentMessage): Row {
    const { keepDays, storeQuestions } = this.parts;
    const { id, kind, entry, fact, confidence, isLater } = outcome;
    const now = Date.now();
    return [
      id,
      now,
      storable(reply.channelId),
      language,
      kind,
      entry ?? null,
      fact ?? null,
      confidence === undefined ? null : Math.round(100 * confidence),
      placeOf(reply),
      storeQuestions && !isLater ? withoutSecrets(question, LONGEST_QUESTION) : null,
      now + keepDays * DAY,
    ];
  }

  async #write(rows: ReadonlyMap<string, Row>): Promise<void> {
    const values = [...rows.values()].map(
      (row, index) => `(${placeholders(row.length, index * row.length + 1)})`,
    );
    await this.parts.database.query(
      `INSERT INTO outcomes
         (id, at, channel, language, kind, entry, fact, confidence, reply, question, expires_at)
       VALUES ${values.join(', ')}
       ON CONFLICT (id) DO UPDATE
       SET kind = excluded.kind, entry = excluded.entry, fact = excluded.fact, reply = excluded.reply`,
      [...rows.values()].flat(),
    );
  }

  /** @returns undefined where it failed, which is logged and counted */
  async #survive<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.parts.metrics.countStorageError();
      this.parts.logger.error({ err: error }, 'an outcome or a verdict was not kept');
      return undefined;
    }
  }
}

/** Where a message stands, in a form that does not tell whose conversation it is. */
function placeOf({ channelId, conversation, id }: SentMessage): string | null {
  if (id === undefined || id === '') return null;
  return createHash('sha256')
    .update(JSON.stringify([channelId, conversation.id, id]))
    .digest('base64url');
}

function withoutSecrets(text: string, longest: number): string {
  return storable(maskSecrets(text)).slice(0, longest);
}

/** PostgreSQL takes no U+0000. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '');
}
