// Reads the outcomes of questions over a period and counts them, by entry and language.
import type { OutcomeKind } from '../../dialogs/outcome.js';
import type { Verdict } from '../../dialogs/verdict.js';
import type { Queries } from '../storage/database.js';

/** From a moment on and before another, in milliseconds since 1970. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

/** How often an entry was asked about in a language. The first four add up to `asked`. */
export interface EntryCounts {
  /** Null for questions without an answer. */
  readonly entry: string | null;
  readonly language: string;
  readonly answered: number;
  readonly dates: number;
  readonly clarified: number;
  readonly notAnswered: number;
  readonly asked: number;
  readonly liked: number;
  readonly disliked: number;
}

/** A question that was not answered, or whose answer was disliked or commented on. */
export interface Miss {
  readonly at: number;
  readonly language: string;
  readonly kind: OutcomeKind;
  readonly verdict: Verdict | null;
  readonly entry: string | null;
  readonly question: string | null;
  readonly comment: string | null;
}

interface Group {
  readonly entry: string | null;
  readonly language: string;
  readonly kind: OutcomeKind;
  readonly verdict: Verdict | null;
  readonly count: number;
}

/** @returns a row for each entry and language that was asked, the most asked entries first, questions without an answer last */
export async function countOutcomes(queries: Queries, { from, until }: Period): Promise<EntryCounts[]> {
  const groups = await queries.query<Group>(
    `SELECT entry, language, kind, verdict, count(*) AS count FROM outcomes
     WHERE at >= $1 AND at < $2 GROUP BY entry, language, kind, verdict`,
    [from, until],
  );
  const keys = [...new Set(groups.map(({ entry, language }) => JSON.stringify([entry, language])))];
  const rows = keys.map((key) => {
    const [entry, language] = JSON.parse(key) as [string | null, string];
    return countsOf(
      entry,
      language,
      groups.filter((group) => group.entry === entry && group.language === language),
    );
  });
  const total = (of: string | null) =>
    sum(rows.filter(({ entry }) => entry === of).map(({ asked }) => asked));
  return rows.sort(
    (a, b) =>
      Number(a.entry === null) - Number(b.entry === null) ||
      total(b.entry) - total(a.entry) ||
      (a.entry ?? '').localeCompare(b.entry ?? '', 'en') ||
      a.language.localeCompare(b.language, 'en'),
  );
}

/** @returns all of them in one row */
export function totalOf(rows: readonly EntryCounts[]): Omit<EntryCounts, 'entry' | 'language'> {
  const of = (column: keyof Omit<EntryCounts, 'entry' | 'language'>) => sum(rows.map((row) => row[column]));
  return {
    answered: of('answered'),
    dates: of('dates'),
    clarified: of('clarified'),
    notAnswered: of('notAnswered'),
    asked: of('asked'),
    liked: of('liked'),
    disliked: of('disliked'),
  };
}

/** @returns the newest first; only those of which there are words */
export async function listMisses(queries: Queries, { from, until }: Period): Promise<Miss[]> {
  return queries.query<Miss>(
    `SELECT at, language, kind, verdict, entry, question, comment FROM outcomes
     WHERE at >= $1 AND at < $2 AND (question IS NOT NULL OR comment IS NOT NULL)
     AND (kind = 'none' OR verdict = 'dislike' OR comment IS NOT NULL)
     ORDER BY at DESC, id`,
    [from, until],
  );
}

/** @returns how many were not answered or were disliked, and have no words that {@link listMisses} could show */
export async function countWordlessMisses(queries: Queries, { from, until }: Period): Promise<number> {
  const [row] = await queries.query<{ readonly count: number }>(
    `SELECT count(*) AS count FROM outcomes
     WHERE at >= $1 AND at < $2 AND question IS NULL AND comment IS NULL
     AND (kind = 'none' OR verdict = 'dislike')`,
    [from, until],
  );
  return row!.count;
}

function countsOf(entry: string | null, language: string, groups: readonly Group[]): EntryCounts {
  const count = (isMeant: (group: Group) => boolean) =>
    sum(groups.filter(isMeant).map((group) => group.count));
  return {
    entry,
    language,
    answered: count(({ kind }) => kind === 'answered'),
    dates: count(({ kind }) => kind === 'date'),
    clarified: count(({ kind }) => kind === 'clarified'),
    notAnswered: count(({ kind }) => kind === 'none'),
    asked: count(() => true),
    liked: count(({ verdict }) => verdict === 'like'),
    disliked: count(({ verdict }) => verdict === 'dislike'),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
