// Teams takes the words of a message and its card apart, and then tells the id of neither. As two messages each has one:
// thumbs below an answer name its message, and a card is changed without what stands above it.
import type { Activity } from 'botbuilder';
import { asPlainText } from '../../replies/markdown.js';

/** @returns the words first, then the card; only one where there is but one */
export function apart(message: Partial<Activity>): Partial<Activity>[] {
  const { text, textFormat, channelData, attachments, ...common } = message;
  if (text === undefined || !attachments) return [message];
  const words = { ...common, text, ...(textFormat && { textFormat }), ...(channelData && { channelData }) };
  // A list of chats shows it where it would otherwise say that there is a card.
  return [words, { ...common, attachments, summary: message.summary ?? asPlainText(text) }];
}
