// A bot for tests of turns: it counts the messages of a conversation, and hangs or fails when it is told to.
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { BotAdapter, type TurnResponse } from '../../../bot/adapter.js';
import type { Database } from '../../../bot/storage/database.js';
import { Metrics } from '../../../bot/metrics.js';
import { ItemStorage } from '../../../bot/storage/itemStorage.js';
import { ConversationQueue } from '../../../bot/turns/conversationQueue.js';
import { Turns } from '../../../bot/turns/turns.js';
import { turnOf } from '../../../bot/turns/turn.js';
import { TurnState } from '../../../bot/turns/turnState.js';
import { silent } from '../../databases.js';

const BASE = {
  channelId: 'test',
  serviceUrl: 'http://localhost',
  conversation: { id: 'c' },
  from: { id: 'u' },
  recipient: { id: 'b' },
};

export class CountingBot {
  /** How many activities it has run. */
  ran = 0;
  /** How many of them were committed. */
  committed = 0;
  readonly #adapter = new BotAdapter(undefined, silent, 10_000);
  readonly #state = new TurnState(({ channelId, conversation }) => `${channelId}/${conversation.id}`);
  readonly #asleep: (() => void)[] = [];
  readonly #runs: Promise<unknown>[] = [];

  /** @param limit - milliseconds after which a turn is given up */
  constructor(database: Database, limit = 20_000) {
    const queue = new ConversationQueue();
    const items = new ItemStorage(database, 30);
    this.#adapter.use(
      new Turns(queue, {
        database,
        items,
        logger: silent,
        metrics: new Metrics(() => queue.length),
        limit,
        keysOf: (activity) => [this.#state.keyOf(activity)],
        apologise: async (context) => {
          await context.sendActivity('sorry');
        },
        reset: (context) => this.#state.delete(context),
      }),
    );
  }

  /** @returns the status of the response, and the replies in it */
  async turn(text: string, fields: object = {}): Promise<{ status: number; replies: string[] }> {
    const message = { ...BASE, type: 'message', text, deliveryMode: 'expectReplies', ...fields };
    const { status, body } = await this.handle(message as unknown as Activity);
    const replies = (body as { activities?: Activity[] } | undefined)?.activities ?? [];
    return { status, replies: replies.map((reply) => reply.text) };
  }

  /** Sends an invoke, and gives what stands in the response to it. */
  async invoke(text: string, fields: object = {}): Promise<TurnResponse> {
    return this.handle({ ...BASE, type: 'invoke', text, ...fields } as unknown as Activity);
  }

  private async handle(activity: Activity): Promise<TurnResponse> {
    return this.#adapter.handle('', activity, (context) => {
      const run = this.run(context);
      this.#runs.push(run.catch(() => undefined));
      return run;
    });
  }

  async say(text: string, fields: object = {}): Promise<string> {
    return (await this.turn(text, fields)).replies.join(' | ');
  }

  /** Waits for a turn that hangs, lets it go on, and waits until it has come to its end. */
  async wakeUp(): Promise<void> {
    while (this.#asleep.length === 0) await new Promise(setImmediate);
    for (const wake of this.#asleep) wake();
    await Promise.all(this.#runs);
  }

  private async run(context: TurnContext): Promise<void> {
    this.ran += 1;
    turnOf(context).alongside.push(() => (this.committed += 1));
    const count = this.#state.createProperty<number>('count');
    const { text } = context.activity;
    const n = (await count.get(context, 0)) + 1;
    await count.set(context, n);
    if (text === 'fail') throw new Error('as asked');
    if (text === 'hang') await new Promise<void>((resolve) => this.#asleep.push(resolve));
    if (text === 'stray') void Promise.reject(new Error('nobody waits for this'));
    // Lets other turns come in between, as a real one does.
    await new Promise(setImmediate);
    await context.sendActivity(`${n} ${text}`);
    if (context.activity.type === (ActivityTypes.Invoke as string)) {
      const value = { status: 200, body: `${n} ${text}, in the response` };
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
    }
    await this.#state.saveChanges(context);
  }
}
