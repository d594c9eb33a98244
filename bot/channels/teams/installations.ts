// What the bot keeps about being installed: where it has said hello, and what to forget when it is removed.
import { type Activity, Channels, type TurnContext } from 'botbuilder';
import { conversationPath, draftKey, draftNotedIn, handledPrefix } from '../../storage/conversationKeys.js';
import { turnOf } from '../../turns/turn.js';

/** Parts of Teams' channel data. */
interface ChannelData {
  readonly team?: { readonly id?: unknown } | null;
}

/**
 * Whether to say hello: once, also where Teams tells of an installation twice.
 * @returns false at every call but the first, over all replicas
 */
export async function isFirstHello(context: TurnContext): Promise<boolean> {
  const { activity } = context;
  const key = `${conversationPath(activity.channelId, whole(activity))}/hello`;
  if (key in (await turnOf(context).read([key]))) return false;
  await turnOf(context).write({ [key]: {} });
  return true;
}

/** Remembers the channels of a team that the bot is talked to in: it is removed from all of them at once. */
export async function noteChannel(context: TurnContext): Promise<void> {
  const { activity } = context;
  const channel = withoutThread(activity.conversation.id);
  const team = whole(activity);
  if (team === channel) return;
  await turnOf(context).write({ [`${channelsOf(activity.channelId, team)}${channel}`]: {} });
}

/** Deletes what is stored of a conversation, its threads and, in a team, its channels. */
export async function forgetInstallation(context: TurnContext): Promise<void> {
  const { activity } = context;
  const { channelId } = activity;
  const turn = turnOf(context);
  const id = whole(activity);
  const noted = channelsOf(channelId, id);
  const channels = await turn.keysUnder(noted);
  for (const each of [id, ...channels.map((key) => key.slice(noted.length))]) {
    const path = conversationPath(channelId, each);
    for (const prefix of [`${path}/`, `${path};`]) {
      const keys = await turn.keysUnder(prefix);
      await turn.delete(keys.flatMap((key) => draftNotedIn(key) ?? []).map(draftKey));
      await turn.deleteUnder(prefix);
    }
    for (const next of ['"', ';'] as const) {
      await turn.deleteUnder(handledPrefix(channelId, each, next));
    }
  }
}

/** The conversation that the bot is installed in: the team, of a channel; the channel, of a thread. */
function whole({ channelId, channelData, conversation }: Activity): string {
  const id = (channelData as ChannelData | null | undefined)?.team?.id;
  const isTeam = channelId === (Channels.Msteams as string) && typeof id === 'string' && id !== '';
  return isTeam ? id : withoutThread(conversation.id);
}

/** A thread's id is that of its channel and of its first message. */
function withoutThread(conversationId: string): string {
  return conversationId.replace(/;messageid=.*$/s, '');
}

function channelsOf(channelId: string, team: string): string {
  return `${conversationPath(channelId, team)}/channels/`;
}
