// Turns the body of a request into an activity, or says what it lacks.
import { type Activity, ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import { jsonProblem } from './jsonProblem.js';

const account = z.looseObject({ id: z.string().min(1) });
const date = z.iso.datetime({ offset: true, local: true }).transform((text) => new Date(text));

const schema = z
  .looseObject({
    type: z.string().min(1),
    channelId: z.string().min(1),
    serviceUrl: z.url(),
    conversation: account,
    from: account,
    recipient: account,
    text: z.string().nullish(),
    locale: z.string().nullish(),
    attachments: z.array(z.looseObject({ contentType: z.string() })).nullish(),
    entities: z.array(z.looseObject({ type: z.string() })).nullish(),
    membersAdded: z.array(account).nullish(),
    membersRemoved: z.array(account).nullish(),
    // localTimestamp keeps its text: its offset tells the user's day.
    timestamp: date.nullish(),
    localTimestamp: z.iso.datetime({ offset: true, local: true }).nullish(),
  })
  .transform((body) => {
    const present = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
    return { text: body.type === (ActivityTypes.Message as string) ? '' : undefined, ...present };
  });

/** The activity of a request, or the mistakes in its body, one sentence each. */
export type RequestActivity =
  | { readonly activity: Activity; readonly problems?: undefined }
  | { readonly activity?: undefined; readonly problems: readonly string[] };

/** @param body - the parsed JSON of the request */
export function activityOf(body: unknown): RequestActivity {
  if (typeof body !== 'object' || body === null || Array.isArray(body) || Buffer.isBuffer(body)) {
    return { problems: ['the body must be an activity in JSON, sent as application/json'] };
  }
  const problem = jsonProblem(body, { isKept: false });
  if (problem !== undefined) return { problems: [problem] };
  const parsed = schema.safeParse(body);
  if (parsed.success) return { activity: parsed.data as unknown as Activity };
  return {
    problems: parsed.error.issues.map(({ path, message }) => `activity.${path.join('.')}: ${message}`),
  };
}
