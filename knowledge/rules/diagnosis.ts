// Questions about the user's own case, and what follows from the replies. A wrong conclusion is worse than asking again.
import { LANGUAGES } from '../faq/language.js';
import type { Diagnosis } from '../faq/schema.js';

export type DiagnosisQuestion = Diagnosis['questions'][number];
export type DiagnosisChoice = DiagnosisQuestion['choices'][number];
export type Conclusion = Diagnosis['conclusions'][number];

/** What a choice leads to: one more question, or the conclusion. */
export type Finding =
  | { readonly kind: 'question'; readonly question: DiagnosisQuestion }
  | { readonly kind: 'conclusion'; readonly conclusion: Conclusion };

/** A reply to a question, by the places of its choices. */
export interface DiagnosisReply {
  readonly affirmed: readonly number[];
  readonly denied: readonly number[];
  /** What the reply says of all choices together. */
  readonly means?: DiagnosisChoice['means'];
}

/** What a reply comes to: a choice, or why there is none yet. */
export type Decided =
  | { readonly choice: DiagnosisChoice }
  /** Some choices are not the case; which of the others is, is still to be said. */
  | { readonly undecided: 'denied' }
  /** Several were named that lead apart. */
  | { readonly undecided: 'several' };

/** @returns the question with an id; undefined where the FAQ has it no more */
export function questionOf(diagnosis: Diagnosis, id: string): DiagnosisQuestion | undefined {
  return diagnosis.questions.find((question) => question.id === id);
}

/**
 * What a reply comes to. Several choices that lead to the same are as good as one; of several that lead apart there may be
 * one that stands for all. What is only denied decides nothing.
 * @returns undefined where the reply says nothing of the choices
 */
export function decided(
  { choices }: DiagnosisQuestion,
  { affirmed, denied, means }: DiagnosisReply,
): Decided | undefined {
  const meaning = (wanted: DiagnosisChoice['means']) => choices.find((choice) => choice.means === wanted);
  const named = affirmed.map((place) => choices[place]!);
  const [first] = named;
  if (first) {
    if (named.every(({ leads }) => leads === first.leads)) return { choice: first };
    const all = meaning('all');
    return all ? { choice: all } : { undecided: 'several' };
  }
  if (denied.length > 0) return { undecided: 'denied' };
  const choice = means && meaning(means);
  if (choice) return { choice };
  return means === 'all'
    ? { undecided: 'several' }
    : means === undefined
      ? undefined
      : { undecided: 'denied' };
}

/** @returns what follows from a choice of a checked diagnosis */
export function findingOf(diagnosis: Diagnosis, { leads }: DiagnosisChoice): Finding {
  const question = questionOf(diagnosis, leads);
  if (question) return { kind: 'question', question };
  return { kind: 'conclusion', conclusion: diagnosis.conclusions.find(({ id }) => id === leads)! };
}

/** @returns the title of a choice and its other words, in every language */
export function namesOf({ title, alternates }: DiagnosisChoice): string[] {
  return LANGUAGES.flatMap((language) => [title[language], ...alternates[language]]);
}
