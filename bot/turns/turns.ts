// Runs the turns of a conversation: one at a time over all replicas, each once, committed before its replies are sent.
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type Activity, ActivityTypes, DeliveryModes, type Middleware, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics.js';
import { logFields } from '../requestId.js';
import { conversationLock, handledKey } from '../storage/conversationKeys.js';
import { type Database, isUnreachable, type Queries, UnreachableError } from '../storage/database.js';
import { EXPIRY_INTERVAL_MS } from '../storage/expiry.js';
import type { Change, ItemStorage } from '../storage/itemStorage.js';
import { ConversationQueue } from './conversationQueue.js';
import { Turn, turnOf } from './turn.js';

/**
 * How long a turn's replies are kept for the case that its activity is delivered again, in milliseconds: they are gone
 * within the hour that the privacy page tells.
 */
const KEEP_REPLIES_MS = 60 * 60 * 1000 - EXPIRY_INTERVAL_MS;
/** Milliseconds between attempts while the database can't be reached. */
const RETRY = 200;

/** What is kept of a turn that was handled. */
export interface HandledTurn {
  /** Tells a redelivery from another activity whose client gave it the same id. */
  readonly digest: string;
  readonly replies: readonly Partial<Activity>[];
  /** Whether the channel has taken the replies. */
  readonly isSent: boolean;
}

export interface TurnsParts {
  readonly database: Database;
  readonly items: ItemStorage;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Milliseconds after which a turn is given up. */
  readonly limit: number;
  /** The keys of items that nearly every turn needs. */
  keysOf(activity: Activity): string[];
  /** Replies that something went wrong. The context is a new one of the same activity. */
  apologise(context: TurnContext): Promise<void>;
  /** Forgets the state that may have made a turn fail, or it would fail at every message. */
  reset(context: TurnContext): Promise<void>;
}

/** For an apology that must not wait for a database that does not answer. */
const noDatabase: Queries = {
  query: () => Promise.reject(new UnreachableError('The database was not reached in this turn')),
};

export class Turns implements Middleware {
  constructor(
    private readonly queue: ConversationQueue,
    private readonly parts: TurnsParts,
  ) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const { channelId, conversation } = context.activity;
    const name = conversationLock(channelId, conversation.id);
    const waited = this.parts.metrics.start('wait');
    await this.queue.run(name, () => {
      waited();
      return this.handle(name, context, next);
    });
  }

  /** Replies are kept with the turn until it is committed. */
  private async handle(name: string, context: TurnContext, next: () => Promise<void>): Promise<void> {
    const { database, items, logger, limit, metrics } = this.parts;
    const deadline = performance.now() + limit;
    // Before the turn makes of the activity what it understands by it.
    const digest = digestOf(context.activity);
    const turnIs = { committed: false };
    /** Whether the next activities to be sent are those of the committed turn; whatever else still runs may send none. */
    let pass = false;
    context.onSendActivities(async (_context, activities, send) => {
      if (!pass) return turnOf(context).reply(activities);
      pass = false;
      return send();
    });
    const send = async (replies: readonly Partial<Activity>[]) => {
      turnIs.committed = true;
      if (replies.length === 0) return;
      pass = true;
      await context.sendActivities([...replies]);
    };

    const before = [...(context.turnState as Map<unknown, unknown>)];
    for (;;) {
      try {
        await database.locked(name, async (queries) => {
          const { replies, sent } = await this.outcome(context, next, queries, deadline, digest);
          await metrics.time('send', () => send(replies));
          await sent?.();
        });
        return;
      } catch (error) {
        if (turnIs.committed) throw error;
        metrics.countStorageError();
        if (!isUnreachable(error) || performance.now() + RETRY > deadline) {
          metrics.countTurn('no database');
          logger.error({ err: error, ...logFields(context) }, 'turn not handled: the database failed');
          return send((await this.apology(context, new Turn(items, noDatabase))).replies);
        }
        await delay(RETRY);
        // As if the attempt had not been made: nothing of it was stored or sent.
        context.turnState.clear();
        for (const [key, value] of before) context.turnState.set(key, value);
      }
    }
  }

  /** @returns what to send now, and what to do when it is sent */
  private async outcome(
    context: TurnContext,
    next: () => Promise<void>,
    queries: Queries,
    deadline: number,
    digest: string,
  ): Promise<{ replies: readonly Partial<Activity>[]; sent?: () => Promise<void> }> {
    const { items, metrics, logger } = this.parts;
    const { activity } = context;
    const { channelId, conversation, id } = activity;
    const key = id ? handledKey(channelId, conversation.id, id) : undefined;
    const ahead = this.parts.keysOf(activity);
    // A redelivery does not keep the replies for longer.
    const read = await metrics.time('read', () =>
      items.readJson(ahead, queries, key === undefined ? [] : [key]),
    );
    const keep = async (isSent: boolean, replies: readonly Partial<Activity>[], changes: Change[] = []) => {
      const handled: HandledTurn = { digest, replies, isSent };
      const note: Change[] =
        key === undefined ? [] : [[key, JSON.stringify(handled), Date.now() + KEEP_REPLIES_MS]];
      await items.overwrite([...changes, ...note], queries);
    };

    const isInResponse = activity.deliveryMode === DeliveryModes.ExpectReplies;
    const sentBy = (replies: readonly Partial<Activity>[]) =>
      isInResponse || key === undefined ? {} : { sent: () => keep(true, replies) };

    const earlier = key === undefined ? undefined : read.get(key);
    const handled = earlier === undefined ? undefined : (JSON.parse(earlier) as HandledTurn);
    if (handled?.digest === digest) {
      metrics.countTurn('repeated');
      logger.info(logFields(context), 'activity delivered again');
      if (handled.isSent && !isInResponse) return { replies: handled.replies.filter(isInvokeResponse) };
      return { replies: handled.replies, ...sentBy(handled.replies) };
    }
    const known = new Map(ahead.map((name) => [name, read.get(name)]));
    const begun = new Turn(items, queries, known);
    const turn = await metrics.time('run', () => this.run(context, next, begun, deadline));
    await metrics.time('commit', async () => {
      for (const work of turn.beforeCommit) await work(queries);
      const committed = keep(isInResponse, turn.replies, [...turn.changes]);
      for (const work of turn.alongside) work();
      await committed;
    });
    return { replies: turn.replies, ...sentBy(turn.replies) };
  }

  /**
   * Runs the bot, and apologises where it fails or hangs.
   * @returns the turn that counts: the one begun, or that of the apology
   */
  private async run(
    context: TurnContext,
    next: () => Promise<void>,
    turn: Turn,
    deadline: number,
  ): Promise<Turn> {
    const { logger, metrics } = this.parts;
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), deadline - performance.now());
    });
    turn.begin(context);
    const work = next();
    try {
      const isDone = await Promise.race([work.then(() => true), limit]);
      if (isDone) {
        metrics.countTurn('handled');
        return turn;
      }
      metrics.countTurn('given up');
      logger.error(logFields(context), 'turn given up: it took too long');
      return await this.apology(context, turn.another());
    } catch (error) {
      if (isUnreachable(error)) throw error;
      metrics.countTurn('failed');
      logger.error({ err: error, ...logFields(context) }, 'turn failed');
      return await this.apology(context, turn.another(), { isReset: true });
    } finally {
      turn.end();
      clearTimeout(timer);
      // What a turn that was given up comes to is of no interest any more.
      work.catch(() => undefined);
    }
  }

  /** In a context of its own: code of the turn that was given up may wake up in the other. */
  private async apology(
    { adapter, activity }: TurnContext,
    turn: Turn,
    { isReset = false } = {},
  ): Promise<Turn> {
    const context = new TurnContext(adapter, activity);
    turn.begin(context);
    context.onSendActivities((_context, activities) => Promise.resolve(turn.reply(activities)));
    await this.parts.apologise(context);
    if (isReset) await this.parts.reset(context);
    return turn;
  }
}

/** The response of an invoke goes with the answer to its request, and so each time that the request comes. */
function isInvokeResponse({ type }: Partial<Activity>): boolean {
  return type === (ActivityTypes.InvokeResponse as string);
}

function digestOf({ type, from, text, value, name }: Activity): string {
  const content = JSON.stringify([type, from.id, text, value, name]);
  return createHash('sha256').update(content).digest('base64url');
}
