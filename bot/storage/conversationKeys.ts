// The keys of what is kept for a conversation: all below one path, so that it can be forgotten as a whole.
import type { Activity } from 'botbuilder';

/** The state of one user in a conversation: in a group everyone has their own dialogs and language. */
export function participantKey({ channelId, conversation, from }: Activity): string {
  return `${conversationPath(channelId, conversation.id)}/users/${from.id}/`;
}

/** The state of a user over all conversations. */
export function userKey({ channelId, from }: Activity): string {
  return `${channelId}/users/${from.id}/`;
}

export function conversationPath(channelId: string, conversationId: string): string {
  return `${channelId}/conversations/${conversationId}`;
}

/** The name of the lock that a turn of a conversation holds. */
export function conversationLock(channelId: string, conversationId: string): string {
  return JSON.stringify([channelId, conversationId]);
}

/** Lists the drafts that a user has made in a conversation. */
export function draftsKey(activity: Activity): string {
  return `${participantKey(activity)}drafts`;
}

/** Notes that a draft was made in a conversation. The draft itself is found by its id alone, as its file is. */
export function draftNote(conversation: string, id: string): string {
  return `${conversation}/drafts/${id}`;
}

/** @returns the id in a draft's note; undefined where the key is another */
export function draftNotedIn(key: string): string | undefined {
  return /\/drafts\/([^/]+)$/.exec(key)?.[1];
}

export function draftKey(id: string): string {
  return `tickets/${id}`;
}

/** The key of what was replied to an activity. */
export function handledKey(channelId: string, conversationId: string, activityId: string): string {
  return `turns/${JSON.stringify([channelId, conversationId, activityId])}`;
}

/** What the keys of all that was replied in a conversation begin with, and, with `;`, those of its threads. */
export function handledPrefix(channelId: string, conversationId: string, next: '"' | ';'): string {
  return `turns/${JSON.stringify([channelId, conversationId]).slice(0, -2)}${next}`;
}
