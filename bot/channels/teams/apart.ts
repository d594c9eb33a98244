// Teams takes the words of a message and its card apart, and then tells the id of neither. As two messages each has one:
// thumbs below an answer name its message, and a card is changed without what stands above it.
import type { Activity } from 'botbuilder';
import { asPlainText } from '../../replies/markdown.js';

/** @returns the words first, then the card; only one where there is but one */
export function apart(message: Partial<Activity>): Partial<Activity>[] {
  const { type, locale, inputHint, text, attachments } = message;
  if (text === undefined || !attachments) return [message];
  const words = { ...message };
  delete words.attachments;
  // A list of chats shows the summary where it would otherwise say that there is a card.
  const card = { type, locale, inputHint, attachments, summary: asPlainText(text) };
  return [words, card as Partial<Activity>];
}
