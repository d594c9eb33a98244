// A recorded conversation: the activities that the Bot Framework Emulator saves as a `.transcript` file.
import { type Activity, ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import { activityOf } from '../requestActivity.js';
import { readText, UsageError } from './commandLine.js';

/** What was sent to the bot, and what it replied before the next was sent. */
export interface Exchange {
  readonly sent: Activity;
  readonly replies: readonly Activity[];
}

const Party = z.looseObject({ id: z.string(), role: z.string().nullish() });
const Recorded = z.looseObject({
  type: z.string().min(1),
  from: Party,
  recipient: Party.nullish(),
  replyToId: z.string().nullish(),
});

/** What goes to the bot; typing and traces say nothing. */
const SENT: readonly string[] = [
  ActivityTypes.Message,
  ActivityTypes.ConversationUpdate,
  ActivityTypes.Event,
  ActivityTypes.Invoke,
];

/**
 * Reads a transcript.
 * @throws {UsageError} where it can't be read or is none, with what is wrong and where
 */
export function readTranscript(file: string): Exchange[] {
  const text = readText(file);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`${file} is no transcript: it is not JSON. ${(error as Error).message}`);
  }
  if (!Array.isArray(parsed))
    throw new UsageError(`${file} is no transcript: it must be a list of activities.`);
  const activities = parsed.map((each: unknown, index) =>
    recordedActivity(each, `${file}, activity ${index + 1}`),
  );
  const bots = new Set(activities.flatMap(botOf));
  const exchanges: { sent: Activity; replies: Activity[] }[] = [];
  for (const [index, activity] of activities.entries()) {
    const isReply = bots.has(activity.from.id);
    if (isReply && activity.type === (ActivityTypes.Message as string)) {
      // What the bot said before anybody said anything has nothing to be compared with.
      exchanges.at(-1)?.replies.push(activity as unknown as Activity);
    } else if (!isReply && SENT.includes(activity.type)) {
      const sent = sendable(activity, `${file}, activity ${index + 1}`);
      exchanges.push({ sent, replies: [] });
    }
  }
  if (exchanges.length === 0) throw new UsageError(`${file} holds nothing that a user sent.`);
  return exchanges;
}

type RecordedActivity = z.infer<typeof Recorded>;

function recordedActivity(each: unknown, where: string): RecordedActivity {
  const { data, error } = Recorded.safeParse(each);
  if (data) return data;
  const [issue] = error.issues;
  throw new UsageError(`${where}: ${issue!.path.join('.') || 'it'}: ${issue!.message}`);
}

/** Who the bot is, as far as an activity tells. */
function botOf({ type, from, recipient, replyToId }: RecordedActivity): string[] {
  if (from.role === 'bot') return [from.id];
  if (recipient?.role === 'bot') return [recipient.id];
  const isBare = from.role === undefined || from.role === null;
  // Without roles, what replies is the bot.
  return isBare && replyToId && type === (ActivityTypes.Message as string) ? [from.id] : [];
}

function sendable(activity: RecordedActivity, where: string): Activity {
  const { activity: checked, problems } = activityOf({
    ...activity,
    channelId: 'emulator',
    // Saved files lack what only the connection knew.
    serviceUrl: 'http://localhost',
    recipient: activity.recipient ?? { id: 'bot', role: 'bot' },
    conversation: activity['conversation'] ?? { id: 'conversation' },
  });
  if (checked) return checked;
  throw new UsageError(`${where}: ${problems.join('; ')}`);
}
