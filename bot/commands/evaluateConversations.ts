// npm run evaluate -- --conversations: plays conversations with the whole bot and lists every reply that is not as expected.
import { readFileSync } from 'node:fs';
import { load as parseYaml } from 'js-yaml';
import { z } from 'zod';
import { parseCivilDate } from '../../knowledge/dates/civilDate.js';
import { shippedFaqPath } from '../../knowledge/faq/loadFaq.js';
import { UsageError } from './commandLine.js';
import { localBot, send } from './localBot.js';
import { aligned } from './textColumns.js';

const pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(text, 'iu');
  } catch {
    context.addIssue({ code: 'custom', message: `"${text}" is no regular expression` });
    return z.NEVER;
  }
});

/** A file of conversations; test/conversations/README.md explains it. */
const Conversations = z.array(
  z.strictObject({
    id: z.string(),
    today: z.union([z.string(), z.date().transform((date) => date.toISOString().slice(0, 10))]),
    locale: z.string().optional(),
    turns: z
      .array(
        z.strictObject({
          say: z.coerce.string(),
          /** What the reply has to mean, for people who read. */
          means: z.coerce.string().default(''),
          /** What the reply must hold, and what it must not. */
          must: z.array(pattern).default([]),
          not: z.array(pattern).default([]),
        }),
      )
      .min(1),
  }),
);

interface Miss {
  readonly where: string;
  readonly say: string;
  readonly means: string;
  readonly why: string;
  readonly reply: string;
}

/** A reply that offers nothing: it is counted apart. */
const FLAT = /couldn't find an answer|見つかりませんでした/u;

/** @returns a report, or a line of JSON for each miss */
export async function evaluateConversations(file: string, asJson: boolean): Promise<string> {
  const { data, error } = Conversations.safeParse(parseYaml(readFileSync(file, 'utf8')));
  if (!data) throw new UsageError(`${file}: ${z.prettifyError(error)}`);
  const bot = await localBot(shippedFaqPath());
  const misses: Miss[] = [];
  const count = { turns: 0, later: 0, laterRight: 0, passed: 0, flat: 0, flatAgain: 0 };
  for (const { id, today, locale, turns } of data) {
    const before = misses.length;
    let wasFlat = false;
    for (const [index, { say, means, must, not }] of turns.entries()) {
      const replies = await send(bot, say, {
        conversation: { id },
        from: { id: `user of ${id}` },
        ...(parseCivilDate(today) && { localTimestamp: `${today}T10:00:00.000+09:00` }),
        ...(locale !== undefined && { locale }),
      });
      const reply = replies.map(({ text }) => text).join('\n');
      const lacks = must.filter((each) => !each.test(reply)).map(({ source }) => `lacks ${source}`);
      const has = not.filter((each) => each.test(reply)).map(({ source }) => `holds ${source}`);
      const why = [...(replies.length === 1 ? [] : [`${replies.length} replies`]), ...lacks, ...has].join(
        '; ',
      );
      if (why !== '') misses.push({ where: `${id}, turn ${index + 1}`, say, means, why, reply });
      const isFlat = FLAT.test(reply);
      count.turns += 1;
      count.flat += Number(isFlat);
      count.flatAgain += Number(isFlat && wasFlat);
      count.later += Number(index > 0);
      count.laterRight += Number(index > 0 && why === '');
      wasFlat = isFlat;
    }
    count.passed += Number(misses.length === before);
  }
  await bot.close();
  if (asJson) return misses.map((miss) => `${JSON.stringify(miss)}\n`).join('');
  const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;
  const figures = [
    ['conversations', String(data.length), 'all right', percent(count.passed, data.length)],
    ['turns', String(count.turns), 'right', percent(count.turns - misses.length, count.turns)],
    ['later turns', String(count.later), 'right', percent(count.laterRight, count.later)],
    ['flat apologies', String(count.flat), 'of turns', percent(count.flat, count.turns)],
    ['twice in a row', String(count.flatAgain), '', ''],
  ];
  const listed = misses.flatMap(({ where, say, means, why, reply }) => [
    `${where}: ${say.replace(/\s+/g, ' ')}`,
    `  means ${means}; ${why}`,
    `  got: ${reply.replace(/\s+/g, ' ')}`,
  ]);
  return `${[...aligned(figures), '', ...listed].join('\n')}\n`;
}
