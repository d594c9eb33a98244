// A conversation with the whole bot, over the adapter and without HTTP, as a user sees it.
import { type Activity, ActivityTypes } from 'botbuilder';
import { type ComposedBot, compose } from '../bot/compose.js';
import { readConfig } from '../bot/config.js';
import { together } from './bot/channels/teams/together.js';
import { shipped } from './shippedIndex.js';

interface Button {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  /** What a suggested action sends as text. */
  readonly value?: string;
  /** What a button on a card sends as the activity's value. */
  readonly data?: object;
}

interface Card {
  readonly body: readonly {
    readonly type: string;
    readonly text?: string;
    readonly actions?: readonly Button[];
    readonly columns?: readonly { readonly selectAction?: Button }[];
    readonly choices?: readonly { readonly value: string }[];
  }[];
  readonly actions: readonly Button[];
}

/** The response to a pressed Action.Execute. */
interface CardResponse {
  readonly body: { readonly type: string; readonly value: Card | string };
}

/** What the user sees of a reply. */
export interface SeenReply {
  /** With what stands on the card. */
  readonly text: string;
  readonly buttons: readonly Button[];
  /** It took the place of the card that was pressed. */
  readonly isInPlace: boolean;
  readonly activity: Activity;
}

/** A bot on the shipped FAQ whose state lives in memory, or in the given file. */
export async function testBot(file = ':memory:'): Promise<ComposedBot> {
  return compose(readConfig({ LOG_LEVEL: 'silent', DATABASE_URL: `file:${file}` }), shipped());
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
    if (!button.data) return this.say(button.value!, fields);
    if (button.type !== 'Action.Execute') return this.say('', { value: button.data, ...fields });
    const { type, verb, data } = button;
    const value = { action: { type, title, verb, data }, trigger: 'manual' };
    const replies = await this.send({ type: 'invoke', name: 'adaptiveCard/action', value, ...fields });
    // What else is said goes on below the card.
    return replies.find(({ isInPlace }) => !isInPlace) ?? replies[0]!;
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
    const { activities } = body as { activities: Activity[] };
    const withCard = (words: Activity, attachments: Activity['attachments'] & object) => ({
      ...words,
      attachments,
    });
    return together(activities, (activity) => activity, withCard).map(seen);
  }
}

function seen(reply: Activity): SeenReply {
  const isInPlace = reply.type === (ActivityTypes.InvokeResponse as string);
  const response = isInPlace ? (reply.value as CardResponse).body.value : undefined;
  if (typeof response === 'string') return { text: response, buttons: [], isInPlace, activity: reply };
  const cards = response ? [response] : (reply.attachments ?? []).map(({ content }) => content as Card);
  const elements = cards.flatMap(({ body }) => body);
  return {
    text: [reply.text as string | undefined, ...elements.map(({ text }) => text)]
      .filter((text) => text !== undefined)
      .join('\n\n'),
    buttons: [
      ...((reply.suggestedActions?.actions ?? []) as Button[]),
      ...elements.flatMap(({ actions = [], columns = [] }) => [
        ...actions,
        ...columns.flatMap(({ selectAction }) => selectAction ?? []),
      ]),
      ...cards.flatMap(({ body, actions }) => {
        // To pick from a list and to send it counts as pressing a button of that title.
        const choices = body.flatMap((element) => element.choices ?? []);
        const [send, ...others] = actions;
        if (choices.length === 0 || !send) return actions;
        return [
          ...choices.map(({ value }) => ({ ...send, title: value, data: { ...send.data, say: value } })),
          ...others,
        ];
      }),
    ],
    isInPlace,
    activity: reply,
  };
}
