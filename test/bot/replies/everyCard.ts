// Every card that the bot can send about the shipped FAQ.
import { renderPress } from '../../../bot/replies/renderPress.js';
import { renderReplies } from '../../../bot/replies/renderReply.js';
import { LANGUAGES, type Language } from '../../../knowledge/faq/language.js';
import { shippedIndex } from '../../shippedIndex.js';
import { everyReply } from './everyReply.js';

export interface CardElement {
  readonly type: string;
  readonly [property: string]: unknown;
}

export interface AdaptiveCardJson extends CardElement {
  readonly version: string;
  readonly body: readonly CardElement[];
  readonly actions: readonly CardElement[];
}

export interface NamedCard {
  /** Which reply it is of, where, and in which language. */
  readonly name: string;
  readonly language: Language;
  readonly card: AdaptiveCardJson;
}

export function everyCard(): NamedCard[] {
  const { faq } = shippedIndex();
  const replies = everyReply(faq);
  return LANGUAGES.flatMap((language) =>
    replies.flatMap((reply) => [
      ...['msteams', 'emulator'].flatMap((channelId) => {
        const surroundings = {
          faq,
          channelId,
          publicUrl: 'https://bot.example',
          keeping: { days: 30, hasMessages: true },
          outcome: 'f3a0c1d2',
        };
        return [
          ...cardsOf(
            renderReplies([reply], language, surroundings).attachments,
            `${channelId} ${reply.kind}`,
          ),
          // Below something else, as after a question in between.
          ...cardsOf(
            renderReplies([{ kind: 'thanks' }, reply], language, surroundings).attachments,
            `${channelId} ${reply.kind} below`,
          ),
        ].map((each) => ({ ...each, language }));
      }),
      ...cardsOf(
        [
          renderPress(
            [reply],
            language,
            {
              faq,
              channelId: 'msteams',
              publicUrl: 'https://bot.example',
              keeping: { days: 30, hasMessages: true },
            },
            'message',
          ).card,
        ],
        `pressed ${reply.kind}`,
      ).map((each) => ({ ...each, language })),
    ]),
  );
}

function cardsOf(attachments: readonly ({ content?: unknown } | undefined)[] = [], name: string) {
  return attachments.flatMap((attachment) =>
    attachment ? [{ name, card: attachment.content as AdaptiveCardJson }] : [],
  );
}
