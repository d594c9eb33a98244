// A bot for tests of turns: it counts the messages of a conversation, and hangs or fails when it is told to.
import { ConversationState } from 'botbuilder';
import { BotAdapter } from '../../../bot/adapter.js';
import { Metrics } from '../../../bot/metrics.js';
import { ItemStorage } from '../../../bot/storage/itemStorage.js';
import { ConversationQueue } from '../../../bot/turns/conversationQueue.js';
import { Turns } from '../../../bot/turns/turns.js';
import { TurnStorage } from '../../../bot/turns/turnStorage.js';
import { silent } from '../../databases.js';
export class CountingBot {
    /** How many activities it has run. */
    ran = 0;
    #adapter = new BotAdapter(undefined, silent);
    #state;
    #asleep = [];
    #runs = [];
    /** @param limit - milliseconds after which a turn is given up */
    constructor(database, limit = 20_000) {
        const queue = new ConversationQueue();
        const items = new ItemStorage(database, 30);
        this.#state = new ConversationState(new TurnStorage(items));
        this.#adapter.use(new Turns(queue, {
            database,
            items,
            logger: silent,
            metrics: new Metrics(() => queue.length),
            limit,
            keysOf: (context) => [this.#state.getStorageKey(context)],
            apologise: async (context) => {
                await context.sendActivity('sorry');
            },
            reset: (context) => this.#state.delete(context),
        }));
    }
    /** @returns the status of the response, and the replies in it */
    async turn(text, fields = {}) {
        const activity = {
            type: 'message',
            text,
            channelId: 'test',
            serviceUrl: 'http://localhost',
            conversation: { id: 'c' },
            from: { id: 'u' },
            recipient: { id: 'b' },
            deliveryMode: 'expectReplies',
            ...fields,
        };
        const { status, body } = await this.#adapter.handle('', activity, (context) => {
            const run = this.run(context);
            this.#runs.push(run.catch(() => undefined));
            return run;
        });
        const replies = body?.activities ?? [];
        return { status, replies: replies.map((reply) => reply.text) };
    }
    async say(text, fields = {}) {
        return (await this.turn(text, fields)).replies.join(' | ');
    }
    /** Waits for a turn that hangs, lets it go on, and waits until it has come to its end. */
    async wakeUp() {
        while (this.#asleep.length === 0)
            await new Promise(setImmediate);
        for (const wake of this.#asleep)
            wake();
        await Promise.all(this.#runs);
    }
    async run(context) {
        this.ran += 1;
        const count = this.#state.createProperty('count');
        const { text } = context.activity;
        const n = (await count.get(context, 0)) + 1;
        await count.set(context, n);
        if (text === 'fail')
            throw new Error('as asked');
        if (text === 'hang')
            await new Promise((resolve) => this.#asleep.push(resolve));
        if (text === 'stray')
            void Promise.reject(new Error('nobody waits for this'));
        // Lets other turns come in between, as a real one does.
        await new Promise(setImmediate);
        await context.sendActivity(`${n} ${text}`);
        await this.#state.saveChanges(context);
    }
}
//# sourceMappingURL=countingBot.js.map