// Replies in Teams as the user sees them: the words of one and its card are two messages.
import { type Activity, Channels } from 'botbuilder';

/**
 * Puts the card of a reply to its words, which come just before it.
 * @param activityOf - the message that is in an item
 * @param withCard - the item of the words, with the attachments of the card
 */
export function together<T>(
  items: readonly T[],
  activityOf: (item: T) => Partial<Activity>,
  withCard: (words: T, attachments: Activity['attachments'] & object) => T,
): T[] {
  const [first, second, ...others] = items;
  if (first === undefined || second === undefined) return [...items];
  const { channelId, text, attachments: own } = activityOf(first);
  const { text: otherText, attachments } = activityOf(second);
  const isOne =
    channelId === (Channels.Msteams as string) && text && !own && attachments && otherText === undefined;
  return isOne
    ? [withCard(first, attachments), ...together(others, activityOf, withCard)]
    : [first, ...together([second, ...others], activityOf, withCard)];
}
