// Lets through what is meant for the bot. All else begins no turn: it is neither read nor answered, and leaves nothing.
import { type Activity, ActivityTypes, Channels, type Middleware, type TurnContext } from 'botbuilder';
import { mentionsBot } from './mentions.js';

/**
 * Not among them, on purpose: edited messages, as the answer to what was asked first stands below them and a new
 * question is a new message; deleted messages and reactions, which ask nothing; typing; events; the end of a
 * conversation, which the bot has no say in.
 */
const TAKEN: readonly string[] = [
  ActivityTypes.Message,
  ActivityTypes.ConversationUpdate,
  ActivityTypes.InstallationUpdate,
  ActivityTypes.Invoke,
];

/** Whether several people talk in a conversation; a meeting's chat is one of them. */
export function isGroup({ channelId, conversation }: Activity): boolean {
  if (channelId !== (Channels.Msteams as string)) return false;
  const { isGroup: isGiven, conversationType } = conversation as Partial<Activity['conversation']>;
  return isGiven === true || conversationType === 'groupChat' || conversationType === 'channel';
}

export class OnlyAddressed implements Middleware {
  async onTurn({ activity }: TurnContext, next: () => Promise<void>): Promise<void> {
    if (TAKEN.includes(activity.type) && isAddressed(activity)) await next();
  }
}

/** An app may get all messages of a chat or a team. In a group those count that mention the bot, and its buttons. */
function isAddressed(activity: Activity): boolean {
  if (activity.type !== (ActivityTypes.Message as string) || !isGroup(activity)) return true;
  const { value } = activity as { value?: unknown };
  return mentionsBot(activity) || (value !== undefined && value !== null);
}
