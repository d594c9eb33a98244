// Puts into words why a message matched as it did, and what would change it.
import type { ExplainedCandidate, Explanation } from '../../knowledge/search/explain.js';
import type { Match } from '../../knowledge/search/faqIndex.js';

/** Terms that add less say nothing. */
const WORTH_NAMING = 0.05;

/** @returns some lines for the terminal */
export function explained(explanation: Explanation): string {
  const { match, respelled, candidates, unknownWords, changes, thresholds, none } = explanation;
  const lines = [
    `looked up as: ${respelled}`,
    `outcome: ${outcomeOf(match)}`,
    `  answers from ${percent(thresholds.answer)} on; asks back where all entries together have ${percent(thresholds.clarify)}`,
    '',
    ...candidates.flatMap(candidateLines),
    `${percent(none.probability).padStart(7)}  not in the FAQ`,
    ...(none.nearest === undefined ? [] : [`         nearest near miss: ${none.nearest}`]),
    '',
    ...unknownLine(unknownWords),
    ...adviceOn(explanation),
    ...changes.map((change) => `without "${change.without}": ${outcomeOf(change.match)}`),
  ];
  return `${lines.join('\n')}\n\n`;
}

function candidateLines({ entry, confidence, nearest, terms }: ExplainedCandidate): string[] {
  const named = (sign: 1 | -1) =>
    terms
      .filter(({ weight }) => sign * weight > WORTH_NAMING)
      .map(({ term, weight }) => `${term} ${Math.abs(weight).toFixed(1)}`)
      .join(', ') || 'nothing much';
  return [
    `${percent(confidence).padStart(7)}  ${entry.id}`,
    `         nearest: ${nearest.text} (${percent(nearest.nearness)} alike)`,
    `         for it: ${named(1)}`,
    `         against it: ${named(-1)}`,
  ];
}

function unknownLine(words: readonly string[]): string[] {
  return words.length === 0 ? [] : [`nowhere in the content: ${words.join(', ')}`];
}

/** Why the likeliest entry was not the answer, and what would make it the answer. */
function adviceOn({ match, candidates, thresholds }: Explanation): string[] {
  const [first, second] = candidates;
  if (!first) return ['no entry shares a term with it'];
  const advice = ({ entry, asAlternate }: ExplainedCandidate) =>
    `as an alternate of ${entry.id} it would have ${percent(asAlternate)}`;
  if (match.outcome === 'answer') return second ? [`second is ${second.entry.id}; ${advice(second)}`] : [];
  const missing =
    first.confidence >= thresholds.answer
      ? 'the likeliest entries are too close to each other, or a single word says too little'
      : `${first.entry.id} lacks ${percent(thresholds.answer - first.confidence)}`;
  return [`no answer because ${missing}; ${advice(first)}`];
}

function outcomeOf(match: Match): string {
  switch (match.outcome) {
    case 'answer':
      return `answer ${match.answer.entry.id}${match.answer.fact ? `, fact ${match.answer.fact.id}` : ''}`;
    case 'clarify':
      return `ask which is meant: ${match.choices.map(({ entry }) => entry.id).join(', ')}`;
    case 'none':
      return `no answer${match.topic ? `, not covered: ${match.topic.id}` : ''}`;
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
