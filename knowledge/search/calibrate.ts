// Chooses from which confidence on the index answers, from the FAQ's own texts: a share of them is held out of
// the training and asked.
import type { Scored } from './classifier.js';

/** From which probability on to answer, and to ask back. */
export interface Thresholds {
  /** Of the likeliest entry. */
  readonly answer: number;
  /** Of all entries together. */
  readonly clarify: number;
}

/** A text that was held out, and what the index took it for. */
export interface HeldOut {
  readonly label: number;
  readonly scored: readonly Scored[];
}

/** What a wrong answer costs, in right ones. */
const COST_OF_WRONG = 1.5;
/** A share of the held-out texts that tells nothing. */
const CHANCE = 0.02;
const STEPS = Array.from({ length: 17 }, (_, step) => 0.1 + step * 0.05);
/** With fewer texts held out than this, chance would choose. */
const ENOUGH = 40;
const DEFAULTS: Thresholds = { answer: 0.5, clarify: 0.7 };

/** @param noneLabel - the class of texts that the FAQ does not answer */
export function calibrate(heldOut: readonly HeldOut[], noneLabel: number): Thresholds {
  if (heldOut.length < ENOUGH) return DEFAULTS;
  const asked = heldOut.map(({ label, scored }) => {
    const none = scored.find((each) => each.label === noneLabel)?.probability ?? 0;
    const first = scored.find((each) => each.label !== noneLabel);
    return {
      confidence: first?.probability ?? 0,
      covered: 1 - none,
      right: first?.label === label,
      answered: label !== noneLabel,
    };
  });
  const answer = lowestOfTheBest(asked.length, (threshold) =>
    sum(asked, ({ confidence, right }) => (confidence < threshold ? 0 : right ? 1 : -COST_OF_WRONG)),
  );
  const clarify = lowestOfTheBest(asked.length, (threshold) =>
    sum(asked, ({ confidence, covered, answered }) =>
      confidence >= answer || covered < threshold ? 0 : answered ? 1 : -COST_OF_WRONG,
    ),
  );
  return { answer, clarify };
}

/** The lowest threshold that gains about as much as the best one does: the difference would be chance. */
function lowestOfTheBest(asked: number, gain: (threshold: number) => number): number {
  const gains = STEPS.map(gain);
  const enough = Math.max(...gains) - CHANCE * asked;
  return STEPS.find((_, index) => gains[index]! >= enough)!;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
