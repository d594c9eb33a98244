// What came without words: a button, a date input, an attachment.
import type { Attachment, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { parseCivilDate } from '../knowledge/dates/civilDate.js';
import { type DateRuleId, dateRules } from '../knowledge/rules/dateRules.js';
import type { DateState } from '../knowledge/rules/dateState.js';
import type { Reply } from './reply.js';
import { VerdictButton } from './verdict.js';

/** What the date input of a card sends. */
const DateInput = z.object({
  rule: z.enum(Object.keys(dateRules) as [DateRuleId, ...DateRuleId[]]),
  date: z.string().default(''),
});

/** What a button of a step or a question sends: the place that it belongs to. */
const PlacedButton = z.object({ at: z.string() });

/** The place that a pressed button was made for. */
export function pressedAt({ activity }: TurnContext): string | undefined {
  return PlacedButton.safeParse(activity.value).data?.at;
}

/** The verdict that a button on a card sends. */
export function verdictPressed({ activity }: TurnContext): z.infer<typeof VerdictButton> | undefined {
  return VerdictButton.safeParse(activity.value).data;
}

/** The date that a card's input sends, for the rule that the card was about; asked for again where it is empty. */
export function dateInput({ activity }: TurnContext): DateState | undefined {
  const { data } = DateInput.safeParse(activity.value);
  if (!data) return undefined;
  const date = parseCivilDate(data.date);
  const state = { rule: data.rule, asked: { kind: 'date' }, others: [] } as const;
  return date ? { ...state, given: [date] } : { ...state, given: [], problem: { kind: 'none' } };
}

/** What to reply to a message that has no words to read. */
export function withoutWords({ activity }: TurnContext, text: string): Reply | undefined {
  if (/[\p{L}\p{N}]/u.test(text)) return undefined;
  const attachments = text === '' ? (activity.attachments ?? []) : [];
  if (attachments.some(isCard)) return { kind: 'cardOnly' };
  if (attachments.some(({ contentType }) => contentType !== 'text/html')) return { kind: 'attachmentOnly' };
  if (text === '' && activity.value !== undefined && activity.value !== null)
    return { kind: 'outdatedButton' };
  return { kind: 'noText' };
}

/** As it is, or as what Teams makes of one that a search command has put into a message. */
function isCard({ contentType, content }: Attachment): boolean {
  if (contentType.startsWith('application/vnd.microsoft.card.')) return true;
  // Anything may stand there, such as {"toString": 1}, of which no text can be made.
  return (
    contentType === 'text/html' &&
    typeof content === 'string' &&
    content.includes('schema.skype.com/InputExtension')
  );
}
