// An index that can be replaced while it is in use.
import type { Language } from '../faq/language.js';
import type { Faq } from '../faq/schema.js';
import type { Explanation } from './explain.js';
import type { FaqIndex, Match, QuestionIndex } from './faqIndex.js';
import type { Suggestion } from './suggest.js';

export class LiveIndex implements QuestionIndex {
  #current: FaqIndex;
  #next: FaqIndex;
  /** How much work is under way. */
  #held = 0;
  /** What was matched last: a turn asks for one message several times. */
  #last: { readonly message: string; readonly match: Match } | undefined;

  constructor(index: FaqIndex) {
    this.#current = index;
    this.#next = index;
  }

  /** Takes the place of the index as soon as no work is under way that began with another. */
  replace(index: FaqIndex): void {
    this.#next = index;
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
    return this.#current.faq;
  }

  match(message: string): Match {
    if (this.#last?.message !== message) this.#last = { message, match: this.#current.match(message) };
    return this.#last.match;
  }

  explain(message: string): Explanation {
    return this.#current.explain(message);
  }

  suggestions(partial: string, language: Language, limit: number): Suggestion[] {
    return this.#current.suggestions(partial, language, limit);
  }

  #takeNext(): void {
    if (this.#held > 0 || this.#next === this.#current) return;
    this.#current = this.#next;
    this.#last = undefined;
  }
}
