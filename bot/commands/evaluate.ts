// npm run evaluate: how well the index answers a file of questions.
import { parseArgs } from 'node:util';
import { loadFaq } from '../../knowledge/faq/loadFaq.js';
import { crossValidate } from '../../knowledge/search/crossValidate.js';
import { FaqIndex, type Match } from '../../knowledge/search/faqIndex.js';
import { faqPathOf, readRows, runCommand, UsageError } from './commandLine.js';
import { aligned } from './textColumns.js';
import { evaluateConversations } from './evaluateConversations.js';
import { evaluateDates } from './evaluateDates.js';

const USAGE = `Usage: npm run evaluate -- [--faq FILE.yaml] [--json] FILE.tsv
       npm run evaluate -- --self [--faq FILE.yaml] [--json]
       npm run evaluate -- --dates [--json] FILE.tsv
       npm run evaluate -- --conversations [--json] FILE.yaml
Rows of FILE.tsv: the id of an entry or "none", a language, a question; separated by tabs.
With --self: the alternates and near misses of the FAQ, each asked of an index that was built without it; those that
were answered wrong are listed, and the others that were missed are counted (--json has them all).
With --dates: a rule, a language, today as YYYY-MM-DD, a question, what is expected (dates joined by ";", with
"yes:" or "no:" before them where that is asked; "ask"; "invalid").
With --conversations: what is said turn by turn, and what each reply must and must not hold; every miss is listed.`;

interface Row {
  readonly expected: string;
  readonly language: string;
  readonly question: string;
}

interface Result extends Row {
  readonly match: Match;
  /** The id of the entry answered with, or the outcome. */
  readonly got: string;
  readonly confidence: number;
}

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      faq: { type: 'string' },
      json: { type: 'boolean', default: false },
      dates: { type: 'boolean', default: false },
      conversations: { type: 'boolean', default: false },
      self: { type: 'boolean', default: false },
    },
  });
  if (values.self) {
    if (positionals.length > 0) throw new UsageError('With --self there is no file of questions.');
    const leftOut = crossValidate(loadFaq(faqPathOf(values.faq))).map(
      ({ entry, language, question, match }) =>
        resultOf({ expected: entry?.id ?? 'none', language, question }, match),
    );
    process.stdout.write(values.json ? jsonLines(leftOut) : `${tableOf(leftOut)}${wrongAnswers(leftOut)}`);
    return;
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file of questions.');
  if (values.dates) {
    process.stdout.write(await evaluateDates(file, values.json));
    return;
  }
  if (values.conversations) {
    process.stdout.write(await evaluateConversations(file, values.json));
    return;
  }
  const faq = loadFaq(faqPathOf(values.faq));
  const rows = rowsOf(file, new Set(['none', ...faq.entries.map(({ id }) => id)]));
  const index = new FaqIndex(faq);
  const results = rows.map((row) => resultOf(row, index.match(row.question)));
  process.stdout.write(values.json ? jsonLines(results) : `${tableOf(results)}${allMisses(results)}`);
});

function resultOf(row: Row, match: Match): Result {
  const isAnswer = match.outcome === 'answer';
  const confidence = isAnswer ? match.answer.confidence : (match.candidates[0]?.confidence ?? 0);
  return { ...row, match, got: isAnswer ? match.answer.entry.id : match.outcome, confidence };
}

function rowsOf(file: string, ids: ReadonlySet<string>): Row[] {
  return readRows(file, 3).map(({ line, cells }) => {
    const [expected = '', language = '', question = ''] = cells;
    if (!ids.has(expected)) throw new UsageError(`${file}, line ${line}: there is no entry "${expected}".`);
    return { expected, language, question };
  });
}

function jsonLines(results: readonly Result[]): string {
  return results
    .map(({ expected, got, match, confidence, question }) => {
      const candidates = match.candidates.map(({ entry, confidence: score }) => ({
        id: entry.id,
        confidence: round(score),
      }));
      return `${JSON.stringify({ expected, got, outcome: match.outcome, candidates, confidence: round(confidence), question })}\n`;
    })
    .join('');
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

function allMisses(results: readonly Result[]): string {
  const misses = results.filter(isMiss);
  return misses.length > 0
    ? `\nNot as expected (${misses.length}):\n${listOf(misses)}`
    : '\nEvery row as expected.\n';
}

/** Of the many texts of a FAQ, those are worth a look that got something else; the rest is told by its number. */
function wrongAnswers(results: readonly Result[]): string {
  const misses = results.filter(isMiss);
  const wrong = misses.filter(({ match }) => match.outcome === 'answer');
  const rest = misses.length - wrong.length;
  const list =
    wrong.length > 0 ? `Answered wrong (${wrong.length}):\n${listOf(wrong)}` : 'None was answered wrong.\n';
  return `\n${list}${rest > 0 ? `Asked back, or not answered though an answer was expected: ${rest} of ${results.length}.\n` : ''}`;
}

function isMiss({ expected, got }: Result): boolean {
  return expected !== got;
}

function listOf(misses: readonly Result[]): string {
  return misses
    .map(({ expected, got, match, question }) => {
      const first = match.candidates[0];
      const likeliest = first ? `likeliest ${first.entry.id} ${(100 * first.confidence).toFixed(0)} %` : '';
      return `${expected} -> ${got} (${likeliest}): ${question}\n`;
    })
    .join('');
}

function tableOf(results: readonly Result[]): string {
  const columns = [
    '',
    'questions',
    'first choice',
    'right',
    'clarified',
    'wrong',
    'no answer',
    'none',
    'none recognised',
    'answered wrong',
  ];
  const languages = [...new Set(results.map(({ language }) => language))];
  const table = [
    columns,
    ...languages.map((language) =>
      figures(
        language,
        results.filter((result) => result.language === language),
      ),
    ),
    figures('all', results),
  ];
  return `${aligned(table).join('\n')}\n`;
}

/** Questions with an answer, then those without; "answered wrong" is the share of all rows. */
function figures(name: string, results: readonly Result[]): string[] {
  const covered = results.filter(({ expected }) => expected !== 'none');
  const uncovered = results.filter(({ expected }) => expected === 'none');
  const share = (part: readonly Result[], of: readonly Result[]) =>
    of.length === 0 ? '-' : `${((100 * part.length) / of.length).toFixed(1)} %`;
  const answered = covered.filter(({ match }) => match.outcome === 'answer');
  const wrong = answered.filter(({ expected, got }) => expected !== got);
  return [
    name,
    String(covered.length),
    share(
      covered.filter(({ expected, match }) => match.candidates[0]?.entry.id === expected),
      covered,
    ),
    share(
      answered.filter(({ expected, got }) => expected === got),
      covered,
    ),
    share(
      covered.filter(({ got }) => got === 'clarify'),
      covered,
    ),
    share(wrong, covered),
    share(
      covered.filter(({ got }) => got === 'none'),
      covered,
    ),
    String(uncovered.length),
    share(
      uncovered.filter(({ got }) => got === 'none'),
      uncovered,
    ),
    share([...wrong, ...uncovered.filter(({ match }) => match.outcome === 'answer')], results),
  ];
}
