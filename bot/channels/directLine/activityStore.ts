// The activities of conversations, in order, for clients that come back to them.
import type { Activity } from 'botbuilder';
import type { Database, Queries } from '../../storage/database.js';

/** Activities after a watermark, and the watermark to ask with next. */
export interface ActivitySet {
  readonly activities: readonly Partial<Activity>[];
  /** The number of the last activity, as text. */
  readonly watermark: string;
}

const DAY = 24 * 60 * 60 * 1000;
const TOPIC = 'direct_line';
/** Activities that are read at once: a long history is sent in parts. */
const PAGE = 200;
/** Characters of a conversation that are kept, some hundred long messages; of more, the older half goes. */
const MAX_CONVERSATION_SIZE = 1_000_000;

interface Row {
  readonly sequence: number;
  readonly activity: string;
}

export class ActivityStore {
  /** @param keepDays - how many days after its last activity a conversation is forgotten */
  constructor(
    private readonly database: Database,
    private readonly keepDays: number,
  ) {}

  /** @returns whether the conversation is new; false where it was begun before */
  async begin(conversationId: string): Promise<boolean> {
    const begun = await this.database.query(
      'INSERT INTO direct_line_conversations (id, last, expires_at) VALUES ($1, 0, $2) ON CONFLICT (id) DO NOTHING RETURNING id',
      [conversationId, this.#expiry()],
    );
    return begun.length > 0;
  }

  async has(conversationId: string): Promise<boolean> {
    const found = await this.database.query('SELECT id FROM direct_line_conversations WHERE id = $1', [
      conversationId,
    ]);
    return found.length > 0;
  }

  /**
   * Keeps an activity as the next of its conversation and tells who listens, on every replica.
   * @param clientId - the client's own id of what it sends: what is sent twice under one id is kept once
   * @returns the activity's id; undefined where there is no such conversation
   */
  async append(
    conversationId: string,
    activity: Partial<Activity>,
    clientId?: string,
  ): Promise<string | undefined> {
    return this.database.transaction(async (transaction) => {
      // Also makes other writers to this conversation wait, so that the numbers are committed in order.
      const size = JSON.stringify(activity).length;
      const [row] = await transaction.query<{ last: number; size: number }>(
        `UPDATE direct_line_conversations SET last = last + 1, size = size + $3, expires_at = $2
         WHERE id = $1 RETURNING last, size`,
        [conversationId, this.#expiry(), size],
      );
      if (!row) return undefined;
      if (clientId !== undefined) {
        const [sent] = await transaction.query<{ sequence: number }>(
          'SELECT sequence FROM direct_line_activities WHERE conversation = $1 AND client_id = $2',
          [conversationId, clientId],
        );
        if (sent) {
          await transaction.query(
            'UPDATE direct_line_conversations SET last = last - 1, size = size - $2 WHERE id = $1',
            [conversationId, size],
          );
          return activityId(conversationId, sent.sequence);
        }
      }
      const id = activityId(conversationId, row.last);
      await transaction.query(
        'INSERT INTO direct_line_activities (conversation, sequence, activity, client_id, expires_at) VALUES ($1, $2, $3, $4, $5)',
        [conversationId, row.last, JSON.stringify({ ...activity, id }), clientId ?? null, this.#expiry()],
      );
      if (row.size > MAX_CONVERSATION_SIZE)
        await this.#forgetOlderHalf(conversationId, row.last, transaction);
      await transaction.notify(TOPIC, conversationId);
      return id;
    });
  }

  /** @param watermark - the number of the last activity that the client has; 0 for none */
  async since(conversationId: string, watermark: number): Promise<ActivitySet> {
    const rows = await this.database.query<Row>(
      `SELECT sequence, activity FROM direct_line_activities WHERE conversation = $1 AND sequence > $2
       ORDER BY sequence LIMIT ${PAGE}`,
      [conversationId, watermark],
    );
    return {
      activities: rows.map(({ activity }) => JSON.parse(activity) as Partial<Activity>),
      watermark: String(rows.at(-1)?.sequence ?? watermark),
    };
  }

  /**
   * Calls back whenever a conversation may have new activities.
   * @returns a function that stops it
   */
  listen(conversationId: string, listener: () => void): () => void {
    return this.database.listen(TOPIC, (changed) => {
      if (changed === undefined || changed === conversationId) listener();
    });
  }

  /**
   * Forgets what was said before an activity; the conversation goes on, and numbers go on from where they are.
   * @param activity - its id
   */
  async forgetBefore(conversationId: string, activity: string | undefined, queries: Queries): Promise<void> {
    const sequence = Number(activity?.slice(conversationId.length + 1));
    if (activity !== activityId(conversationId, sequence)) return;
    await queries.query('DELETE FROM direct_line_activities WHERE conversation = $1 AND sequence < $2', [
      conversationId,
      sequence,
    ]);
    await this.#measure(conversationId, queries);
  }

  /** A client that has not read them goes on with the oldest that is left, as after any other watermark. */
  async #forgetOlderHalf(conversationId: string, last: number, queries: Queries): Promise<void> {
    await queries.query(
      `DELETE FROM direct_line_activities WHERE conversation = $1 AND sequence < $3 AND sequence <= (
         SELECT max(sequence) FROM (
           SELECT sequence, sum(length(activity)) OVER (ORDER BY sequence DESC) AS newer
           FROM direct_line_activities WHERE conversation = $1
         ) AS sized WHERE newer > $2
       )`,
      [conversationId, MAX_CONVERSATION_SIZE / 2, last],
    );
    await this.#measure(conversationId, queries);
  }

  async #measure(conversationId: string, queries: Queries): Promise<void> {
    await queries.query(
      `UPDATE direct_line_conversations SET size = (
         SELECT coalesce(sum(length(activity)), 0) FROM direct_line_activities WHERE conversation = $1
       ) WHERE id = $1`,
      [conversationId],
    );
  }

  /** In whole days, so that the index over it is not written with every activity. */
  #expiry(): number {
    return (Math.ceil(Date.now() / DAY) + this.keepDays) * DAY;
  }
}

/** Like Direct Line's own ids: the conversation's, and the number in it. */
function activityId(conversationId: string, sequence: number): string {
  return `${conversationId}|${String(sequence).padStart(7, '0')}`;
}
