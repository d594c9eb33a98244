// A conversation with the whole bot, over the adapter and without HTTP, as a user sees it.
import type { Activity } from 'botbuilder';
import { type ComposedBot, compose } from '../bot/compose.js';
import { readConfig } from '../bot/config.js';
import { shippedIndex } from './shippedIndex.js';

interface Button {
  readonly title: string;
  /** What a suggested action sends as text. */
  readonly value?: string;
  /** What a button on a card sends as the activity's value. */
  readonly data?: object;
}

interface ButtonCard {
  readonly body: readonly {
    readonly actions?: readonly Button[];
    readonly columns?: readonly { readonly selectAction?: Button }[];
  }[];
  readonly actions: readonly Button[];
}

/** What the user sees of a reply. */
export interface SeenReply {
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly activity: Activity;
}

/** A bot on the shipped FAQ whose state lives in memory, or in the given file. */
export async function testBot(file = ':memory:'): Promise<ComposedBot> {
  return compose(readConfig({ LOG_LEVEL: 'silent', DATABASE_URL: `file:${file}` }), shippedIndex());
}

export class Conversation {
  static #count = 0;
  readonly #id = `conversation-${(Conversation.#count += 1)}`;

  constructor(
    private readonly bot: ComposedBot | Promise<ComposedBot> = testBot(),
    private readonly fields: Partial<Activity> = {},
  ) {}

  /** Sends a message and gives the only reply to it. */
  async say(text: string, fields: Partial<Activity> = {}): Promise<SeenReply> {
    const replies = await this.send({ type: 'message', text, ...fields });
    if (replies.length !== 1) throw new Error(`${replies.length} replies to "${text}"`);
    return replies[0]!;
  }

  /** Presses a button of a reply, by its title. */
  async press(reply: SeenReply, title: string, fields: Partial<Activity> = {}): Promise<SeenReply> {
    const button = reply.buttons.find((each) => each.title === title);
    if (!button)
      throw new Error(`no button "${title}" among ${reply.buttons.map((each) => each.title).join(', ')}`);
    return button.data ? this.say('', { value: button.data, ...fields }) : this.say(button.value!, fields);
  }

  async send(activity: Partial<Activity>): Promise<SeenReply[]> {
    const bot = await this.bot;
    const { body } = await bot.turn({
      channelId: 'test',
      serviceUrl: 'http://localhost',
      conversation: { id: this.#id },
      from: { id: `user-of-${this.#id}` },
      recipient: { id: 'bot' },
      deliveryMode: 'expectReplies',
      ...this.fields,
      ...activity,
    } as Activity);
    return (body as { activities: Activity[] }).activities.map((reply) => ({
      text: reply.text,
      buttons: [
        ...(reply.suggestedActions?.actions ?? []),
        ...(reply.attachments ?? []).flatMap(({ content }) => {
          const { body, actions } = content as ButtonCard;
          const inBody = body.flatMap(({ actions: row = [], columns = [] }) => [
            ...row,
            ...columns.flatMap(({ selectAction }) => selectAction ?? []),
          ]);
          return [...inBody, ...actions];
        }),
      ],
      activity: reply,
    }));
  }
}
