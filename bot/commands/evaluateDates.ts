// npm run evaluate -- --dates: how well the whole bot answers a file of questions about dates.
import { type CivilDate, parseCivilDate } from '../../knowledge/dates/civilDate.js';
import { formatDate } from '../../knowledge/dates/formatDate.js';
import { type Language, LANGUAGES } from '../../knowledge/faq/language.js';
import { shippedFaqPath } from '../../knowledge/faq/loadFaq.js';
import { readRows, UsageError } from './commandLine.js';
import { aligned } from './textColumns.js';
import { localBot, send } from './localBot.js';

interface Row {
  readonly rule: string;
  readonly language: string;
  readonly today: CivilDate;
  readonly question: string;
  readonly expected: string;
}

interface Result extends Row {
  readonly reply: string;
  readonly isRight: boolean;
}

const VERDICT = { yes: /^(?:Yes|はい)/, no: /^(?:No|いいえ)/ };
const ANY_DATE =
  /\d{4}年\d{1,2}月\d{1,2}日|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}/;

/** @returns a report, or a line of JSON for each row */
export async function evaluateDates(file: string, asJson: boolean): Promise<string> {
  const rows = readRows(file, 5).map(({ line, cells }): Row => {
    const [rule = '', language = '', day = '', question = '', expected = ''] = cells;
    const today = parseCivilDate(day);
    if (!today) throw new UsageError(`${file}, line ${line}: "${day}" is not a day as YYYY-MM-DD.`);
    return { rule, language, today, question, expected: expected.trim() };
  });
  const bot = await localBot(shippedFaqPath());
  const results: Result[] = [];
  for (const [index, row] of rows.entries()) {
    const replies = await send(bot, row.question, {
      conversation: { id: `row ${index + 1}` },
      from: { id: `user ${index + 1}` },
      localTimestamp: `${row.today}T10:00:00.000+09:00`,
    });
    const reply = replies.map(({ text }) => text).join('\n');
    const asks = replies.some(({ inputHint }) => inputHint === 'expectingInput');
    results.push({ ...row, reply, isRight: replies.length === 1 && isRight(row, reply, asks) });
  }
  await bot.close();
  return asJson ? results.map((result) => `${JSON.stringify(result)}\n`).join('') : report(results);
}

function isRight({ expected, language, question }: Row, reply: string, asks: boolean): boolean {
  if (expected === 'ask') return asks && !ANY_DATE.test(reply);
  if (expected === 'invalid') {
    const named = /[“「]([^“「”」]+)[”」]/.exec(reply)?.[1];
    return asks && named !== undefined && question.includes(named);
  }
  const [, verdict, dates = ''] = /^(?:(yes|no):)?(.*)$/.exec(expected) ?? [];
  const languages = LANGUAGES.filter((each) => language === each || language === 'mixed');
  const hasEvery = (each: Language) =>
    dates.split(';').every((date) => reply.includes(formatDate(date as CivilDate, each)));
  return languages.some(hasEvery) && (verdict === undefined || VERDICT[verdict as 'yes' | 'no'].test(reply));
}

function report(results: readonly Result[]): string {
  const languages = [...new Set(results.map(({ language }) => language)), 'all'];
  const figures = languages.map((language) => {
    const own = results.filter((result) => language === 'all' || result.language === language);
    const right = own.filter((result) => result.isRight).length;
    return [language, String(own.length), `${((100 * right) / own.length).toFixed(1)} %`];
  });
  const misses = results
    .filter((result) => !result.isRight)
    .map(
      ({ rule, today, question, expected, reply }) =>
        `${rule}, ${today}: ${question}\n  expected ${expected}, got: ${reply.replace(/\s+/g, ' ')}`,
    );
  const heading = misses.length > 0 ? `Not as expected (${misses.length}):` : 'Every row as expected.';
  return `${[...aligned([['', 'questions', 'right'], ...figures]), '', heading, ...misses].join('\n')}\n`;
}
