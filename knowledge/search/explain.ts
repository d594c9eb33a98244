// Why a message matched as it did, and what would change that: what a person needs who improves the content.
import type { Entry } from '../faq/schema.js';
import type { Thresholds } from './calibrate.js';
import type { Match } from './match.js';

/** A term of the message and what it adds to the score of an entry; below 0 it speaks against it. */
export interface WeighedTerm {
  readonly term: string;
  readonly weight: number;
}

export interface ExplainedCandidate {
  readonly entry: Entry;
  /** From 0 to 1. */
  readonly confidence: number;
  /** The text of the content that is most like the message, and how like it is, from 0 to 1. */
  readonly nearest: { readonly text: string; readonly nearness: number };
  /** The terms that spoke most for the entry or against it. */
  readonly terms: readonly WeighedTerm[];
  /** The confidence if the message stood in the content, as an alternate of the entry. */
  readonly asAlternate: number;
}

/** Leaving out a word would give another outcome. */
export interface Change {
  readonly without: string;
  readonly match: Match;
}

export interface Explanation {
  readonly match: Match;
  /** The message as it was looked up. */
  readonly respelled: string;
  readonly thresholds: Thresholds;
  /** How probable it is that the FAQ does not answer the message, and the near miss that is most like it. */
  readonly none: { readonly probability: number; readonly nearest: string | undefined };
  readonly candidates: readonly ExplainedCandidate[];
  /** Words that stand nowhere in the content. */
  readonly unknownWords: readonly string[];
  readonly changes: readonly Change[];
}

/** Long messages are explained by their first words. */
const MOST_WORDS = 24;
const HAS_MEANING = /[\p{Script=Latin}\p{Script=Katakana}\p{Script=Han}\p{N}]/u;
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** The words of a message that may carry its meaning. */
export function wordsOf(text: string): string[] {
  const words = [...segmenter.segment(text)]
    .filter(({ segment, isWordLike }) => isWordLike === true && HAS_MEANING.test(segment))
    .map(({ segment }) => segment);
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** The words without which the message would get something else. */
export function changesOf(text: string, match: (message: string) => Match): Change[] {
  const before = subjectOf(match(text));
  return wordsOf(text)
    .map((without) => ({ without, match: match(text.replaceAll(without, ' ')) }))
    .filter((change) => subjectOf(change.match) !== before);
}

function subjectOf(match: Match): string {
  return match.outcome === 'answer' ? match.answer.entry.id : match.outcome;
}
