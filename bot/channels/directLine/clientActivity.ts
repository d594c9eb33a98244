// What a client may send: fields that are not named here don't get in.
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { jsonProblem } from '../../jsonProblem.js';
import type { Participant } from './tokens.js';

const short = z.string().max(200);
const time = z.iso.datetime({ offset: true, local: true });

const schema = z.object({
  type: z.enum(['message', 'event', 'typing', 'endOfConversation'], 'can’t be sent to this bot'),
  text: z.string().nullish(),
  value: z.json().optional(),
  name: short.nullish(),
  locale: short.nullish(),
  localTimestamp: time.nullish(),
  localTimezone: short.nullish(),
  channelData: z
    .object({ clientActivityID: short.optional(), postBack: z.boolean().optional() })
    .nullish()
    .catch(undefined),
  // Only that there are some: what is in them is neither read nor kept.
  attachments: z
    .array(z.object({ contentType: short }))
    .max(10)
    .nullish(),
});

/** What a client sent, or the mistakes in it. */
export type ClientActivity =
  | {
      readonly activity: Omit<Partial<Activity>, 'id'> & Pick<Activity, 'type'>;
      readonly clientId: string | undefined;
      readonly problems?: undefined;
    }
  | { readonly activity?: undefined; readonly problems: readonly string[] };

export const BOT = { id: 'mpn-benefits-bot', name: 'MPN benefits bot', role: 'bot' } as const;
export const CHANNEL = 'directline';

/**
 * @param body - the parsed JSON of the request
 * @param participant - whom its token names: who the sender says to be does not count
 */
export function clientActivity(body: unknown, participant: Participant, serviceUrl: string): ClientActivity {
  const problem = jsonProblem(body, { isKept: true });
  if (problem !== undefined) return { problems: [problem] };
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map(({ path, message }) => `activity.${path.join('.')} ${message}`),
    };
  }
  const present = Object.fromEntries(
    Object.entries(parsed.data).filter(([, value]) => value !== null && value !== undefined),
  );
  return {
    activity: {
      ...(present as unknown as Activity),
      ...addressed(participant, serviceUrl),
      // What users type is never markup.
      textFormat: 'plain',
    },
    clientId: parsed.data.channelData?.clientActivityID,
  };
}

/** What makes an activity one of this conversation, from this user to the bot. */
export function addressed({ conversationId, userId }: Participant, serviceUrl: string) {
  return {
    channelId: CHANNEL,
    serviceUrl,
    conversation: { id: conversationId } as Activity['conversation'],
    from: { id: userId, name: '', role: 'user' },
    recipient: BOT,
    timestamp: new Date(),
  };
}
