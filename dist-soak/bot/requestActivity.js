// Turns the body of a request into an activity, or says what it lacks.
import { ActivityTypes } from 'botbuilder';
import { z } from 'zod';
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
    // localTimestamp keeps its text: its offset tells the user's day.
    timestamp: date.nullish(),
    localTimestamp: z.iso.datetime({ offset: true, local: true }).nullish(),
})
    .transform((body) => {
    const present = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
    return { text: body.type === ActivityTypes.Message ? '' : undefined, ...present };
});
/** @param body - the parsed JSON of the request */
export function activityOf(body) {
    if (typeof body !== 'object' || body === null || Array.isArray(body) || Buffer.isBuffer(body)) {
        return { problems: ['the body must be an activity in JSON, sent as application/json'] };
    }
    const parsed = schema.safeParse(body);
    if (parsed.success)
        return { activity: parsed.data };
    return {
        problems: parsed.error.issues.map(({ path, message }) => `activity.${path.join('.')}: ${message}`),
    };
}
//# sourceMappingURL=requestActivity.js.map