// What a pressed button of a card in Teams comes to: a card in the place of the one that was pressed, and what is said
// in a new message.
import type { Activity, Attachment } from 'botbuilder';
import type { Reply } from '../../dialogs/reply.js';
import type { Language } from '../../knowledge/faq/language.js';
import { textsIn } from '../texts/textsIn.js';
import { adaptiveCard, type ButtonUse, textBlocks } from './cards.js';
import { closesCard, standsOnCard } from './inPlace.js';
import { paragraphs } from './markdown.js';
import { placeCard } from './placeCard.js';
import { renderReplies, type Surroundings, wordingOf } from './renderReply.js';

export interface Press {
  /** Takes the place of the card that was pressed; undefined where that stays as it is. */
  readonly card?: Attachment;
  /** A short word to who pressed, where the card stays. */
  readonly note?: string;
  readonly message?: Partial<Activity>;
}

/**
 * @param replies - at least one
 * @param replaces - what the pressed button said that it replaces
 */
export function renderPress(
  replies: readonly Reply[],
  language: Language,
  surroundings: Surroundings,
  replaces: NonNullable<ButtonUse['replaces']>,
): Press {
  const texts = textsIn(language);
  // So that the button can be pressed again.
  if (replies.some(({ kind }) => kind === 'failure')) return { note: texts.failure };
  const last = replies.findIndex(closesCard);
  const shown = last < 0 ? replies : replies.slice(0, last + 1);
  if (!shown.every(standsOnCard)) {
    const message = renderReplies(replies, language, surroundings);
    return { card: adaptiveCard(textBlocks(texts.continuedBelow), [], texts.continuedBelow), message };
  }
  const rest = replies.slice(shown.length);
  const wordings = shown.map((reply) => wordingOf(reply, texts, language, surroundings));
  const { body, actions } = placeCard(wordings, language, replaces, { withWords: true });
  return {
    card: adaptiveCard(body, actions, paragraphs(...wordings.map(({ text }) => text))),
    ...(rest.length > 0 && { message: renderReplies(rest, language, surroundings) }),
  };
}
