// What a message says to the bot: without the mention that addresses it, with the names of others as plain text.
import { type Activity, Channels } from 'botbuilder';
import { z } from 'zod';

const Mention = z.object({
  type: z.string().regex(/^mention$/i),
  mentioned: z.object({ id: z.string(), name: z.string().nullish() }),
  text: z.string().nullish(),
});
type Mention = z.infer<typeof Mention>;

/** Ends before another begins: text with many beginnings and no end is gone through once. */
const MARKUP = /<at(?:\s[^<>]*)?>((?:(?!<at[\s>]|<\/at>).)*)<\/at>/gsu;
/** Stands for the bot's mention while what is around it is tidied: no message holds this character. */
const HERE = '\uE000';
/** What people put between a mention and their words; the full-width space is one of \s. */
const BETWEEN = '\\s,、，:：';
/** Looked for from the beginning of such a row only, or a long one would be gone through from each of its marks. */
const AROUND = new RegExp(`(?<![${BETWEEN}])[${BETWEEN}]*${HERE}[${BETWEEN}${HERE}]*`, 'gu');
/** Nobody mentions the bot more often in one message. */
const MAX_MENTIONS = 20;

/** Whether the bot itself is mentioned. */
export function mentionsBot(activity: Activity): boolean {
  return mentionsIn(activity).some(({ mentioned }) => mentioned.id === activity.recipient.id);
}

/** The text of a message without the mentions of the bot, wherever they stand. */
export function withoutMention(activity: Activity): string {
  const { recipient, channelId } = activity;
  const given = (activity.text as string | undefined) ?? '';
  // Teams puts this where the user has typed a space beside a mention.
  const text = channelId === (Channels.Msteams as string) ? given.replaceAll('&nbsp;', ' ') : given;
  const mentions = mentionsIn(activity);
  if (mentions.length === 0) return text;

  const own = mentions.filter(({ mentioned }) => mentioned.id === recipient.id);
  const ownTexts = new Set(own.flatMap(({ text: written }) => written ?? []).filter((each) => each !== ''));
  const ownNames = new Set([recipient.name, ...own.map(({ mentioned }) => mentioned.name)]);
  const isOwn = (markup: string, name: string) => ownTexts.has(markup) || ownNames.has(name);
  const marked = text
    .replaceAll(HERE, '')
    .replace(MARKUP, (markup: string, name: string) => (isOwn(markup, name) ? HERE : name));
  // Other channels write a mention as plain text.
  return [...ownTexts]
    .slice(0, MAX_MENTIONS)
    .reduce((words, written) => words.replaceAll(written, HERE), marked)
    .replace(AROUND, (around) => (around.includes('\n') ? '\n' : ' '))
    .trim();
}

function mentionsIn({ entities }: Activity): Mention[] {
  return (entities ?? []).flatMap((entity) => Mention.safeParse(entity).data ?? []);
}
