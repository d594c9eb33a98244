// The texts that an index learns from, and what each of them asks for.
import { LANGUAGES } from '../faq/language.js';
import type { Entry, Fact, Faq, UncoveredTopic } from '../faq/schema.js';
import { backgroundMessages } from './background.js';

/** What a message asks for when the FAQ has no answer. */
export const NONE = Symbol('none');
export type Target = Entry | typeof NONE;
export type Part = Fact | UncoveredTopic | undefined;

export interface Example {
  readonly text: string;
  readonly target: Target;
  readonly part: Part;
  /** Whether somebody might ask it so, or it only says what the answer is about. */
  readonly kind: 'question' | 'answer';
}

const SENTENCE = /[^.!?。！？]+[.!?。！？]?/gu;
/** Shorter pieces of an answer are abbreviations and numbers. */
const SHORTEST_SENTENCE = 9;

/** Every question, alternate, title, sentence of an answer and near miss of a FAQ, and the background messages. */
export function examplesOf(faq: Faq): Example[] {
  const examples: Example[] = [];
  const add = (target: Target, part: Part, kind: Example['kind'], texts: Iterable<string>) => {
    for (const text of new Set(texts)) examples.push({ text, target, part, kind });
  };
  for (const entry of faq.entries) {
    add(entry, undefined, 'question', [...questionsOf(entry), entry.title.en, entry.title.ja]);
    add(entry, undefined, 'answer', sentencesOf(entry));
    for (const fact of entry.facts) {
      add(entry, fact, 'question', questionsOf(fact));
      add(entry, fact, 'answer', sentencesOf(fact));
    }
  }
  for (const topic of faq.notCovered) {
    const { alternates, title } = topic;
    const titles = title ? [title.en, title.ja] : [];
    add(NONE, topic, 'question', [...alternates.en, ...alternates.ja, ...titles]);
  }
  add(NONE, undefined, 'question', backgroundMessages());
  return examples;
}

/** The question and the alternates of an entry or a fact, in both languages. */
export function questionsOf({ question, alternates }: Pick<Entry, 'question' | 'alternates'>): string[] {
  return [question.en, question.ja, ...alternates.en, ...alternates.ja];
}

function sentencesOf({ answer }: Pick<Entry, 'answer'>): string[] {
  return LANGUAGES.flatMap((language) =>
    (answer[language].match(SENTENCE) ?? [])
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence.length >= SHORTEST_SENTENCE),
  );
}
