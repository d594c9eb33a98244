// npm run report: what was asked, answered, asked back, not answered, and liked or not, by entry and language.
import { parseArgs } from 'node:util';
import { TZDate } from '@date-fns/tz';
import { stringify } from 'csv-stringify/sync';
import { environment, readCommandSettings } from '../config.js';
import {
  countOutcomes,
  countWordlessMisses,
  type EntryCounts,
  listMisses,
  type Miss,
  totalOf,
} from '../feedback/outcomeReport.js';
import { openExisting } from '../storage/openDatabase.js';
import { runCommand } from './commandLine.js';
import { periodOf, type ReportPeriod } from './reportPeriod.js';
import { aligned } from './textColumns.js';

const USAGE = `Usage: npm run report -- [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--days N] [--csv] [--questions]
The default is the last 30 days, in DEFAULT_TIME_ZONE. It reads DATABASE_URL as the bot does.
--csv prints the figures as CSV; with --questions, the questions that were not answered or whose answers were
disliked, as far as they are stored.`;

const FIGURES = [
  'asked',
  'answered',
  'dates',
  'clarified',
  'notAnswered',
  'liked',
  'disliked',
] as const satisfies readonly (keyof EntryCounts)[];
const HEADINGS: Readonly<Record<(typeof FIGURES)[number], string>> = {
  asked: 'asked',
  answered: 'answered',
  dates: 'dates',
  clarified: 'asked back',
  notAnswered: 'no answer',
  liked: 'helped',
  disliked: 'did not help',
};
/** What a terminal or a spreadsheet would obey: control characters but line breaks, and marks of direction. */
const UNSEEN = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;
const NO_ENTRY = '(no answer)';
const MISS_COLUMNS = ['time', 'language', 'outcome', 'verdict', 'entry', 'question', 'comment'];

await runCommand(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      days: { type: 'string' },
      csv: { type: 'boolean', default: false },
      questions: { type: 'boolean', default: false },
    },
  });
  const settings = readCommandSettings(environment());
  const period = periodOf(values, settings.timeZone);
  const database = await openExisting(settings.database);
  try {
    const counts = await countOutcomes(database, period);
    const misses = await listMisses(database, period);
    if (values.csv) print(values.questions ? missesCsv(misses, settings.timeZone) : countsCsv(counts));
    else {
      const wordless = await countWordlessMisses(database, period);
      print(inWords(period, counts, { misses, wordless }, { ...settings, isListOnly: values.questions }));
    }
  } finally {
    await database.close();
  }
});

function inWords(
  { firstDay, lastDay }: ReportPeriod,
  counts: readonly EntryCounts[],
  { misses, wordless }: { readonly misses: readonly Miss[]; readonly wordless: number },
  { timeZone, isListOnly }: { readonly timeZone: string; readonly isListOnly: boolean },
): string {
  const period = `${firstDay} to ${lastDay} (${timeZone})`;
  if (counts.length === 0) return `Nothing was asked from ${period}.\n`;
  const table = [
    ['entry', 'language', ...FIGURES.map((column) => HEADINGS[column])],
    ...counts.map((row) => [
      row.entry ?? NO_ENTRY,
      row.language,
      ...FIGURES.map((column) => String(row[column])),
    ]),
    ['all', '', ...FIGURES.map((column) => String(totalOf(counts)[column]))],
  ];
  const figures = [`Questions from ${period}`, '', ...aligned(table, { left: 2 })];
  const list =
    misses.length === 0
      ? ['No words of questions or comments are stored for this period (see STORE_QUESTIONS).']
      : [
          'Not answered, disliked or commented on, the newest first',
          '',
          ...aligned([MISS_COLUMNS, ...misses.map((miss) => missRow(miss, timeZone).map(onOneLine))], {
            left: MISS_COLUMNS.length,
          }),
          ...(wordless > 0
            ? [
                '',
                `${wordless} more ${wordless === 1 ? 'has' : 'have'} no words that are stored (see STORE_QUESTIONS).`,
              ]
            : []),
        ];
  return `${(isListOnly ? list : [...figures, '', ...list]).join('\n')}\n`;
}

function missRow(
  { at, language, kind, verdict, entry, question, comment }: Miss,
  timeZone: string,
): string[] {
  const time = new TZDate(at, timeZone).toISOString().slice(0, 16).replace('T', ' ');
  const said = { like: HEADINGS.liked, dislike: HEADINGS.disliked };
  const outcome = { answered: 'answered', date: 'date', clarified: 'asked back', none: 'no answer' }[kind];
  return [time, language, outcome, verdict ? said[verdict] : '', entry ?? '', question ?? '', comment ?? ''];
}

function countsCsv(counts: readonly EntryCounts[]): string {
  return csv([
    ['entry', 'language', ...FIGURES.map((column) => HEADINGS[column])],
    ...counts.map((row) => [row.entry ?? '', row.language, ...FIGURES.map((column) => row[column])]),
  ]);
}

function missesCsv(misses: readonly Miss[], timeZone: string): string {
  return csv([MISS_COLUMNS, ...misses.map((miss) => missRow(miss, timeZone))]);
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? harmlessCell(cell) : cell)));
  // Excel takes UTF-8 for certain only with a byte order mark.
  return stringify(cells, { record_delimiter: 'windows', quoted_match: /\n/, bom: true });
}

/**
 * Users have written some of it: a spreadsheet must not take it for a formula, and not the second line of a cell either,
 * where some program reads it as a row: "missing\n=cmd" becomes "missing\n'=cmd".
 */
function harmlessCell(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(UNSEEN, '')
    .replace(/^(?=[^\S\r\n\u2028\u2029]*[=+\-@＝＋－＠])/gmu, "'");
}

/** Words of users on a terminal: no line breaks, and no marks that a terminal would obey. */
function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(UNSEEN, '').trim();
}

function print(text: string): void {
  process.stdout.write(text);
}
