// What the bot keeps about being installed: where it has said hello, and what to forget when it is removed.
import { type Activity, Channels } from 'botbuilder';
import { conversationPath, draftKey, draftNotedIn, handledPrefix } from '../../storage/conversationKeys.js';
import type { TurnStorage } from '../../turns/turnStorage.js';

/** Parts of Teams' channel data. */
interface ChannelData {
  readonly team?: { readonly id?: unknown } | null;
}

export class Installations {
  constructor(private readonly storage: TurnStorage) {}

  /**
   * Whether to say hello: once, also where Teams tells of an installation twice.
   * @returns false at every call but the first, over all replicas
   */
  async isFirstHello(activity: Activity): Promise<boolean> {
    const key = `${conversationPath(activity.channelId, whole(activity))}/hello`;
    if (key in (await this.storage.read([key]))) return false;
    await this.storage.write({ [key]: { eTag: '*' } });
    return true;
  }

  /** Remembers the channels of a team that the bot is talked to in: it is removed from all of them at once. */
  async noteChannel(activity: Activity): Promise<void> {
    const channel = withoutThread(activity.conversation.id);
    const team = whole(activity);
    if (team === channel) return;
    await this.storage.write({ [`${channelsOf(activity.channelId, team)}${channel}`]: { eTag: '*' } });
  }

  /** Deletes what is stored of a conversation, its threads and, in a team, its channels. */
  async forget(activity: Activity): Promise<void> {
    const { channelId } = activity;
    const id = whole(activity);
    const noted = channelsOf(channelId, id);
    const channels = await this.storage.keysUnder(noted);
    for (const each of [id, ...channels.map((key) => key.slice(noted.length))]) {
      const path = conversationPath(channelId, each);
      for (const prefix of [`${path}/`, `${path};`]) {
        const keys = await this.storage.keysUnder(prefix);
        await this.storage.delete(keys.flatMap((key) => draftNotedIn(key) ?? []).map(draftKey));
        await this.storage.deleteUnder(prefix);
      }
      for (const next of ['"', ';'] as const) {
        await this.storage.deleteUnder(handledPrefix(channelId, each, next));
      }
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
