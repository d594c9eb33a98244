// Puts into words how a message was read: its clauses, the act of each and how sure that is, and what it carries.
import type { Clause, Reading } from '../../knowledge/understanding/reading.js';

/** @returns some lines for the terminal */
export function explainedReading({ language, clauses }: Reading): string {
  const lines = [
    `language: ${language ? `${language.language}${language.sure ? '' : ', not sure'}` : 'none'}`,
    ...clauses.flatMap((clause, index) => [
      `clause ${index + 1} of ${clauses.length}: ${clause.text.replace(/\s+/g, ' ')}`,
      `  ${actOf(clause)}`,
      ...carried(clause).map((line) => `  ${line}`),
    ]),
  ];
  return `${lines.join('\n')}\n\n`;
}

function actOf({ act, confidence, runnerUp, isQuestion }: Clause): string {
  const next = runnerUp ? `; next ${runnerUp.act} (${percent(runnerUp.confidence)})` : '';
  return `${act} (${percent(confidence)})${next}${isQuestion ? '; put as a question' : ''}`;
}

function carried({ number, language, picked, subjects, followUp, dates }: Clause): string[] {
  const topic = (named: { readonly entry: string; readonly fact?: string | undefined }) =>
    [named.entry, ...(named.fact === undefined ? [] : [named.fact])].join('/');
  return [
    ...(number === undefined ? [] : [`number ${number}`]),
    ...(language === undefined ? [] : [`names the language ${language}`]),
    ...(picked.affirmed.length > 0 ? [`choices named: ${places(picked.affirmed)}`] : []),
    ...(picked.denied.length > 0 ? [`choices denied: ${places(picked.denied)}`] : []),
    ...(subjects.length > 0 ? [`subjects: ${subjects.join(', ')}`] : []),
    ...(followUp?.kind === 'topic'
      ? [`after what was talked of: ${topic(followUp.topic)}`]
      : followUp
        ? [`after what was talked of: ${topic(followUp.topic)} says nothing of "${followUp.aspect}"`]
        : []),
    ...(dates ? [`date rule: ${dates.rule.id}, given ${dates.given.join(', ') || 'no date'}`] : []),
  ];
}

function places(indexes: readonly number[]): string {
  return indexes.map((index) => index + 1).join(', ');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
