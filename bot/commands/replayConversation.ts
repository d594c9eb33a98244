// Plays the users of a recorded conversation in a new one.
import { randomUUID } from 'node:crypto';
import { type Activity, ActivityTypes, DeliveryModes } from 'botbuilder';
import { z } from 'zod';
import type { ComposedBot } from '../compose.js';
import { UsageError } from './commandLine.js';
import type { Exchange } from './transcript.js';

/** Sends an activity and gives the replies to it. */
export type Send = (activity: Activity) => Promise<Activity[]>;

/** What a user did, and what came of it. */
export interface Played {
  /** Who did what. */
  readonly user: string;
  readonly replies: readonly string[];
  readonly recorded: readonly string[];
  /** What is not as it was, if anything. */
  readonly difference: string | undefined;
  /** The exchange as a transcript holds it, with the replies of now. */
  readonly activities: readonly object[];
}

const Replies = z.object({
  activities: z.array(z.looseObject({ type: z.string(), text: z.string().nullish() })),
});

/** To a bot in this process. */
export function sendThrough(bot: ComposedBot): Send {
  return async (activity) => {
    const { status, body } = await bot.turn(activity);
    return repliesIn(status, body);
  };
}

/**
 * To a bot that runs and takes unsigned requests.
 * @throws {UsageError} where it can't be reached, refuses, or gives something else than replies
 */
export function sendOver(endpoint: string): Send {
  if (!/^https?:/.test(endpoint) || !URL.canParse(endpoint))
    throw new UsageError(`--endpoint must be like http://localhost:3978/api/messages, not "${endpoint}".`);
  return async (activity) => {
    let response: Response;
    try {
      response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      });
    } catch (error) {
      const { cause } = error as { cause?: { code?: string } };
      throw new UsageError(`No bot was reached at ${endpoint} (${cause?.code ?? (error as Error).message}).`);
    }
    const body: unknown = await response.json().catch(() => undefined);
    return repliesIn(response.status, body);
  };
}

/** Plays exchange after exchange; what the bot replies decides nothing but which buttons there are to press. */
export async function* replay(exchanges: readonly Exchange[], send: Send): AsyncGenerator<Played> {
  // Nothing of an earlier replay counts: neither its conversation, nor its users' settings, nor ids taken for repeated.
  const run = randomUUID();
  const renewed = <Party extends { id: string }>(party: Party): Party => ({
    ...party,
    id: `${party.id}-${run}`,
  });
  const buttons = new Map<string, unknown>();
  for (const [index, { sent, replies: recorded }] of exchanges.entries()) {
    const value = buttons.get(JSON.stringify(sent.value)) ?? (sent.value as unknown);
    const replies = await send({
      ...sent,
      id: `${run}-${index}`,
      conversation: renewed(sent.conversation),
      from: renewed(sent.from),
      ...(sent.membersAdded && {
        membersAdded: sent.membersAdded.map((each) => (each.id === sent.recipient.id ? each : renewed(each))),
      }),
      value,
      deliveryMode: DeliveryModes.ExpectReplies,
    });
    for (const [pressed, now] of sameButtons(recorded, replies)) buttons.set(pressed, now);
    yield {
      user: doneBy(sent),
      replies: replies.map(seen),
      recorded: recorded.map(seen),
      difference: differenceOf(recorded.map(seen), replies.map(seen)),
      activities: [{ ...sent, value }, ...replies.map((reply) => asRecorded(reply, sent))],
    };
  }
}

function repliesIn(status: number, body: unknown): Activity[] {
  if (status === 401)
    throw new UsageError('The bot takes signed requests only: replay to one without an app id.');
  const { data } = Replies.safeParse(body);
  if (status !== 200 || !data) throw new UsageError(`The bot answered with status ${status} and no replies.`);
  const messages = data.activities.filter(({ type }) => type === (ActivityTypes.Message as string));
  return messages as unknown as Activity[];
}

function doneBy({ type, name, from, text, value, membersAdded }: Activity): string {
  const who = from.name || from.id;
  if (type !== (ActivityTypes.Message as string)) {
    const members = (membersAdded ?? []).map((each) => each.name || each.id).join(', ');
    return `${who}: (${[type, name, members && `added: ${members}`].filter(Boolean).join(' ')})`;
  }
  const said = (value as { say?: unknown } | undefined)?.say;
  const pressed = typeof said === 'string' ? `[${said}]` : JSON.stringify(value ?? '');
  return `${who}: ${text || pressed}`;
}

interface Button {
  readonly title: string;
  readonly data: unknown;
}

/** What buttons of the recorded replies sent, with what those of the same title send now: their ids differ. */
function sameButtons(recorded: readonly Activity[], replies: readonly Activity[]): [string, unknown][] {
  return recorded.flatMap((reply, index) => {
    const now = replies[index] ? buttonsOf(replies[index]) : [];
    return buttonsOf(reply).flatMap(({ title, data }): [string, unknown][] => {
      const same = now.find((button) => button.title === title);
      return same ? [[JSON.stringify(data), same.data]] : [];
    });
  });
}

/** All buttons on the cards of a reply, wherever they stand. */
function buttonsOf({ attachments = [] }: Activity): Button[] {
  const found: Button[] = [];
  const visit = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return;
    const { type, title, data } = part as { type?: unknown; title?: unknown; data?: unknown };
    if (type === 'Action.Submit' && typeof title === 'string') found.push({ title, data });
    for (const each of Object.values(part)) visit(each);
  };
  for (const { content } of attachments) visit(content);
  return found;
}

/** What a user sees of a reply: its text and its buttons. */
function seen(reply: Activity): string {
  const titles = [
    ...(reply.suggestedActions?.actions ?? []).map(({ title }) => title),
    ...buttonsOf(reply).map(({ title }) => title),
  ];
  return [reply.text, titles.map((title) => `[${title}]`).join(' ')].filter(Boolean).join('\n');
}

function differenceOf(recorded: readonly string[], replies: readonly string[]): string | undefined {
  if (recorded.length !== replies.length)
    return `${recorded.length} ${recorded.length === 1 ? 'reply' : 'replies'}, now ${replies.length}`;
  const isSame = replies.every((reply, index) => comparable(reply) === comparable(recorded[index]!));
  return isSame ? undefined : 'other words or buttons';
}

/** A reply in the conversation of the transcript. */
function asRecorded(
  reply: Activity,
  { id, recipient, from, conversation, channelId, serviceUrl }: Activity,
): object {
  return { ...reply, from: recipient, recipient: from, conversation, channelId, serviceUrl, replyToId: id };
}

/** Addresses of files differ from bot to bot, and from conversation to conversation. */
function comparable(text: string): string {
  return text
    .replace(/https?:\/\/[^/\s)]+\/(calendar|tickets)\//g, '/$1/')
    .replace(/\/tickets\/[\w-]+\//g, '/tickets/')
    .replace(/\r\n/g, '\n');
}
