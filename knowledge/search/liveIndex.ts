// An index that can be replaced while it is in use.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '../faq/language.js';
import type { Faq } from '../faq/schema.js';
import type { Explanation } from './explain.js';
import type { FaqIndex, Match, QuestionIndex } from './faqIndex.js';
import type { Suggestion } from './suggest.js';

export class LiveIndex implements QuestionIndex {
  #latest: FaqIndex;
  readonly #held = new AsyncLocalStorage<FaqIndex>();

  constructor(index: FaqIndex) {
    this.#latest = index;
  }

  /** Takes the place of the index for all work that begins from now on. */
  replace(index: FaqIndex): void {
    this.#latest = index;
  }

  /** Runs work that sees one and the same index to its end. */
  hold<T>(work: () => T): T {
    return this.#held.run(this.#latest, work);
  }

  get faq(): Faq {
    return this.#current.faq;
  }

  match(message: string): Match {
    return this.#current.match(message);
  }

  explain(message: string): Explanation {
    return this.#current.explain(message);
  }

  suggestions(partial: string, language: Language, limit: number): Suggestion[] {
    return this.#current.suggestions(partial, language, limit);
  }

  get #current(): FaqIndex {
    return this.#held.getStore() ?? this.#latest;
  }
}
