// The id of the request that an activity came with, for the logs.
import { randomUUID } from 'node:crypto';
import type { Activity, TurnContext } from 'botbuilder';

/** A symbol, as it must neither be stored nor sent with the activity. */
const REQUEST = Symbol('request');

/** @param given - the id that a proxy in front has given, which is kept where it is harmless */
export function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.-]{1,100}$/.test(given) ? given : randomUUID();
}

export function setRequestId(activity: Activity, id: string): void {
  Object.assign(activity, { [REQUEST]: id });
}

/** What every line of the log says of a turn: the request, the channel and the type of activity. */
export function logFields({ activity }: Pick<TurnContext, 'activity'>): object {
  const request = (activity as { [REQUEST]?: string })[REQUEST];
  return { ...(request !== undefined && { request }), channel: activity.channelId, activity: activity.type };
}
