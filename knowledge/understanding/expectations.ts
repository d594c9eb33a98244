// What a situation makes likelier: the same words are an order at a step of a guide, and a remark elsewhere.
import { type Act, FOLLOW_UPS } from './acts.js';
import type { Expectation, Situation } from './reading.js';

/** How many times as likely an act is than where nothing is expected. */
type Odds = Partial<Record<Act, number>>;

const STEPPING: Odds = {
  next: 4,
  back: 3,
  repeat: 3,
  progress: 3,
  skip: 3,
  stuck: 4,
  notYet: 3,
  goToStep: 3,
  wait: 2,
  stop: 2,
};

const EXPECTED: Readonly<Record<Expectation, Odds>> = {
  nothing: {},
  choice: { startOver: 0.1, choose: 5, chooseNone: 4, chooseBoth: 4, unsure: 3, no: 2, yes: 2 },
  diagnosis: { choose: 4, chooseNone: 5, chooseBoth: 5, unsure: 5, yes: 2, no: 2 },
  date: { unsure: 3, notYet: 2, choose: 3 },
  field: { skip: 4, unsure: 3, back: 2, next: 2, stop: 2, showSummary: 3, changeEntry: 3 },
  step: { ...STEPPING, showSummary: 2, changeEntry: 2 },
  offer: { yes: 4, no: 4, resume: 2, next: 3, goToStep: 3, guide: 2, showAll: 2 },
  comment: { no: 2, notHelped: 2, askSource: 0.2, stuck: 0.2, complain: 2 },
};

/** Where no guide is open, nothing is to be moved; where nothing was answered, nothing is asked about it. */
const OUT_OF_PLACE = 0.25;
const OF_GUIDES: readonly Act[] = [
  'next',
  'back',
  'skip',
  'stuck',
  'notYet',
  'goToStep',
  'progress',
  'showSummary',
  'changeEntry',
];
const OF_CHOICES: readonly Act[] = ['choose', 'chooseNone', 'chooseBoth'];

/** @returns by what to multiply the probability of an act */
export function oddsOf(act: Act, situation: Situation): number {
  const { expects, isGuiding, isPaused, focus, choices } = situation;
  const expected = EXPECTED[expects][act] ?? 1;
  if (expected !== 1) return expected;
  if (OF_GUIDES.includes(act)) {
    if (isGuiding) return STEPPING[act] ?? 1;
    return isPaused ? 1 : OUT_OF_PLACE;
  }
  if (act === 'resume' && isPaused) return 3;
  if (OF_CHOICES.includes(act)) return choices.length > 0 ? 1 : OUT_OF_PLACE;
  if ((FOLLOW_UPS as readonly Act[]).includes(act)) return focus ? 1.5 : 1;
  return 1;
}
