// How an index answers a file of questions: id of the entry or "none", language, question.
import { readFileSync } from 'node:fs';
import type { FaqIndex } from '../../../knowledge/search/faqIndex.js';

export interface Question {
  readonly expected: string;
  readonly language: string;
  readonly question: string;
}

/** @param name - a file below test/; not compiled, so it stands in the source tree */
export function questionsIn(name: string): Question[] {
  return readFileSync(new URL(`../../../../test/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [expected = '', language = '', question = ''] = line.split('\t');
      return { expected, language, question };
    });
}

/** Shares from 0 to 1: first choice and right of the answerable questions, wrong of all, recognised of the others. */
export function measured(index: FaqIndex, questions: readonly Question[]) {
  const answered = questions.map(({ expected, question }) => {
    const match = index.match(question);
    const first = match.candidates[0]?.entry.id;
    return { expected, first, got: match.outcome === 'answer' ? match.answer.entry.id : match.outcome };
  });
  const covered = answered.filter(({ expected }) => expected !== 'none');
  const uncovered = answered.filter(({ expected }) => expected === 'none');
  return {
    first: covered.filter(({ expected, first }) => expected === first).length / covered.length,
    right: covered.filter(({ expected, got }) => expected === got).length / covered.length,
    wrong:
      answered.filter(({ expected, got }) => ![expected, 'none', 'clarify'].includes(got)).length /
      answered.length,
    recognised: uncovered.filter(({ got }) => got === 'none').length / uncovered.length,
  };
}
