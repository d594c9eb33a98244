// What was learnt from the FAQ, which can be replaced while it is in use.
import type { Language } from '../faq/language.js';
import type { Faq } from '../faq/schema.js';
import type { Explanation } from '../search/explain.js';
import type { Match, QuestionIndex } from '../search/faqIndex.js';
import type { Suggestion } from '../search/suggest.js';
import type { Reading, Situation } from './reading.js';
import type { Learnt } from './savedIndex.js';
import { Subjects } from './subjects.js';
import { understand } from './understand.js';

export class LiveIndex implements QuestionIndex {
  #current: Learnt;
  #next: Learnt;
  #subjects: Subjects;
  #lastReading: Reading | undefined;
  /** How much work is under way. */
  #held = 0;
  /** What was matched last: a turn asks for one message several times. */
  #last: { readonly message: string; readonly match: Match } | undefined;

  constructor(learnt: Learnt) {
    this.#current = learnt;
    this.#next = learnt;
    this.#subjects = new Subjects(learnt.index.faq);
  }

  /** Takes its place as soon as no work is under way that began with another. */
  replace(learnt: Learnt): void {
    this.#next = learnt;
    this.#takeNext();
  }

  /** Runs work that sees one and the same index to its end. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    this.#held += 1;
    try {
      return await work();
    } finally {
      this.#held -= 1;
      this.#takeNext();
    }
  }

  get faq(): Faq {
    return this.#current.index.faq;
  }

  match(message: string): Match {
    if (this.#last?.message !== message) this.#last = { message, match: this.#current.index.match(message) };
    return this.#last.match;
  }

  /** Reads a message, once a turn. */
  understand(message: string, situation: Situation): Reading {
    const { acts, aspects } = this.#current;
    this.#lastReading = understand(
      { index: this, acts, aspects, subjects: this.#subjects },
      message,
      situation,
    );
    return this.#lastReading;
  }

  /** How the last message was read, for whoever wants to see it. */
  get lastReading(): Reading | undefined {
    return this.#lastReading;
  }

  get subjects(): Subjects {
    return this.#subjects;
  }

  explain(message: string): Explanation {
    return this.#current.index.explain(message);
  }

  suggestions(partial: string, language: Language, limit: number): Suggestion[] {
    return this.#current.index.suggestions(partial, language, limit);
  }

  #takeNext(): void {
    if (this.#held > 0 || this.#next === this.#current) return;
    this.#current = this.#next;
    this.#subjects = new Subjects(this.#current.index.faq);
    this.#last = undefined;
  }
}
