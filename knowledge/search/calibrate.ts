// Chooses from which confidence on the index answers, from texts of the FAQ that were held out and asked.
import type { Choice } from './evidenceWeights.js';

/** From which probability on to answer, and to ask back. */
export interface Thresholds {
  /** Of the likeliest entry. */
  readonly answer: number;
  /** Of all entries together. */
  readonly clarify: number;
}

/** A text that was held out, and what it could be taken for. */
export interface Asked extends Choice {
  /** Which of the things that it could be taken for are entries. */
  readonly isEntry: readonly boolean[];
  readonly hasAnswer: boolean;
  /** Whether it was asked as if its entry were not there. */
  readonly isMissing: boolean;
}

/** What a wrong answer costs, in right ones, or to ask back in vain. */
const COST_OF_WRONG = 3;
/** What a text counts here whose entry is taken for missing: people ask more for what is there. */
const MISSING_COUNTS = 0.3;
/** A share of the held-out texts that tells nothing. */
const CHANCE = 0.02;
const STEPS = Array.from({ length: 17 }, (_, step) => 0.1 + step * 0.05);
/** With fewer texts held out than this, chance would choose. */
const ENOUGH = 40;
export const DEFAULT_THRESHOLDS: Thresholds = { answer: 0.5, clarify: 0.7 };

/** @param probabilitiesOf - how likely is each thing that a text could be taken for, from the evidence */
export function calibrate(
  asked: readonly Asked[],
  probabilitiesOf: (evidence: Float64Array) => Float64Array,
): Thresholds {
  if (asked.length < ENOUGH) return DEFAULT_THRESHOLDS;
  const verdicts = asked.map(({ evidence, isEntry, isRight, isMissing, hasAnswer, counts }) => {
    const probabilities = probabilitiesOf(evidence);
    let first = -1;
    let covered = 0;
    for (const [index, probability] of probabilities.entries()) {
      if (!isEntry[index]) continue;
      covered += probability;
      if (first < 0 || probability > probabilities[first]!) first = index;
    }
    return {
      confidence: probabilities[first] ?? 0,
      covered,
      right: hasAnswer && isRight[first] === true,
      hasAnswer,
      counts: isMissing ? MISSING_COUNTS * counts : counts,
    };
  });
  const all = sum(verdicts, ({ counts }) => counts);
  const answer = middleOfTheBest(all, (threshold) =>
    sum(verdicts, ({ confidence, right, counts }) =>
      confidence < threshold ? 0 : right ? counts : -COST_OF_WRONG * counts,
    ),
  );
  const clarify = middleOfTheBest(all, (threshold) =>
    sum(verdicts, ({ confidence, covered, hasAnswer, counts }) =>
      confidence >= answer || covered < threshold ? 0 : hasAnswer ? counts : -COST_OF_WRONG * counts,
    ),
  );
  return { answer, clarify };
}

/** Of the thresholds that gain about as much as the best one does, the middle one: the difference is chance. */
function middleOfTheBest(asked: number, gain: (threshold: number) => number): number {
  const gains = STEPS.map(gain);
  const enough = Math.max(...gains) - CHANCE * asked;
  const good = STEPS.filter((_, index) => gains[index]! >= enough);
  return good[Math.floor(good.length / 2)]!;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
