// Runs the turns of a conversation: one at a time over all replicas, each once, committed before its replies are sent.
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { DeliveryModes } from 'botbuilder';
import { isUnreachable, UnreachableError } from '../storage/database.js';
import { ConversationQueue } from './conversationQueue.js';
import { currentTurn, Turn } from './turn.js';
/** How long a turn's replies are kept for the case that its activity is delivered again, in milliseconds. */
const KEEP_REPLIES = 60 * 60 * 1000;
/** Milliseconds between attempts while the database can't be reached. */
const RETRY = 200;
/** For an apology that must not wait for a database that does not answer. */
const noDatabase = {
    query: () => Promise.reject(new UnreachableError('The database was not reached in this turn')),
};
export class Turns {
    queue;
    parts;
    constructor(queue, parts) {
        this.queue = queue;
        this.parts = parts;
    }
    async onTurn(context, next) {
        const { channelId, conversation } = context.activity;
        const name = JSON.stringify([channelId, conversation.id]);
        const waited = this.parts.metrics.start('wait');
        await this.queue.run(name, () => this.handle(name, context, next, waited));
    }
    /** Replies go to the conversation's outbox until the turn is committed. */
    async handle(name, context, next, waited) {
        const { database, logger, limit, metrics } = this.parts;
        const deadline = performance.now() + limit;
        const turnIs = { committed: false };
        context.onSendActivities(async (_context, activities, send) => {
            const turn = currentTurn.getStore();
            if (turnIs.committed || !turn)
                return send();
            turn.checkGoesOn();
            turn.replies.push(...activities);
            return activities.map(() => ({ id: '' }));
        });
        const send = async (replies) => {
            turnIs.committed = true;
            if (replies.length > 0)
                await context.sendActivities([...replies]);
        };
        const before = new Map(context.turnState);
        for (;;) {
            try {
                await database.locked(name, async (queries) => {
                    waited();
                    const { replies, sent } = await this.outcome(context, next, queries, deadline);
                    await metrics.time('send', () => send(replies));
                    await sent?.();
                });
                return;
            }
            catch (error) {
                if (turnIs.committed)
                    throw error;
                metrics.countStorageError();
                if (!isUnreachable(error) || performance.now() + RETRY > deadline) {
                    metrics.countTurn('no database');
                    logger.error({ err: error }, 'turn not handled: the database failed');
                    const turn = new Turn(noDatabase, new Map());
                    await currentTurn.run(turn, () => this.parts.apologise(context));
                    return send(turn.replies);
                }
                await delay(RETRY);
                // As if the attempt had not been made: nothing of it was stored or sent.
                context.turnState.clear();
                for (const [key, value] of before)
                    context.turnState.set(key, value);
            }
        }
    }
    /** @returns what to send now, and what to do when it is sent */
    async outcome(context, next, queries, deadline) {
        const { items, metrics } = this.parts;
        const { activity } = context;
        const key = activity.id ? handledKey(activity) : undefined;
        const digest = digestOf(activity);
        const ahead = this.parts.keysOf(context);
        const read = await metrics.time('read', () => items.read(key === undefined ? ahead : [key, ...ahead], queries));
        const handled = key === undefined ? undefined : read[key];
        const keep = async (isSent, replies, changes = new Map()) => items.store([
            ...changes,
            ...(key === undefined
                ? []
                : [[key, { digest, replies, isSent }, Date.now() + KEEP_REPLIES]]),
        ], queries);
        const isInResponse = activity.deliveryMode === DeliveryModes.ExpectReplies;
        const sentBy = (replies) => isInResponse || key === undefined ? {} : { sent: () => keep(true, replies) };
        if (handled?.digest === digest) {
            metrics.countTurn('repeated');
            this.parts.logger.info({ channel: activity.channelId }, 'activity delivered again');
            if (handled.isSent && !isInResponse)
                return { replies: [] };
            return { replies: handled.replies, ...sentBy(handled.replies) };
        }
        const turn = new Turn(queries, new Map(ahead.map((name) => [name, read[name]])));
        const { replies, changes } = await metrics.time('run', () => this.run(context, next, turn, deadline));
        await metrics.time('commit', () => keep(isInResponse, replies, changes));
        return { replies, ...sentBy(replies) };
    }
    /** Runs the bot, and apologises where it fails or hangs. */
    async run(context, next, turn, deadline) {
        const { logger, metrics } = this.parts;
        const { channelId: channel, type: activity } = context.activity;
        let timer;
        const limit = new Promise((resolve) => {
            timer = setTimeout(() => resolve(false), deadline - performance.now());
        });
        const work = currentTurn.run(turn, next);
        try {
            const isDone = await Promise.race([work.then(() => true), limit]);
            if (isDone) {
                metrics.countTurn('handled');
                return turn;
            }
            metrics.countTurn('given up');
            logger.error({ channel, activity }, 'turn given up: it took too long');
            return await this.apology(context, turn);
        }
        catch (error) {
            if (isUnreachable(error))
                throw error;
            metrics.countTurn('failed');
            logger.error({ err: error, channel, activity }, 'turn failed');
            return await this.apology(context, turn, { isReset: true });
        }
        finally {
            turn.end();
            clearTimeout(timer);
            // What a turn that was given up comes to is of no interest any more.
            work.catch(() => undefined);
        }
    }
    async apology(context, failed, { isReset = false } = {}) {
        failed.end();
        const turn = new Turn(failed.queries, new Map());
        await currentTurn.run(turn, async () => {
            await this.parts.apologise(context);
            if (isReset)
                await this.parts.reset(context);
        });
        return turn;
    }
}
function handledKey({ channelId, conversation, id }) {
    return `turns/${JSON.stringify([channelId, conversation.id, id])}`;
}
function digestOf({ type, from, text, value, name }) {
    const content = JSON.stringify([type, from.id, text, value, name]);
    return createHash('sha256').update(content).digest('base64url');
}
//# sourceMappingURL=turns.js.map