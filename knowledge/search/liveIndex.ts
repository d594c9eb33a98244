// An index that can be replaced while it is in use.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '../faq/language.js';
import type { Faq } from '../faq/schema.js';
import type { Explanation } from './explain.js';
import type { FaqIndex, Match, QuestionIndex } from './faqIndex.js';
import type { Suggestion } from './suggest.js';

/** The index that a piece of work began with, and what it was asked already. */
interface Held {
  readonly index: FaqIndex;
  readonly matches: Map<string, Match>;
}

export class LiveIndex implements QuestionIndex {
  #latest: FaqIndex;
  readonly #held = new AsyncLocalStorage<Held>();

  constructor(index: FaqIndex) {
    this.#latest = index;
  }

  /** Takes the place of the index for all work that begins from now on. */
  replace(index: FaqIndex): void {
    this.#latest = index;
  }

  /** Runs work that sees one and the same index to its end, and matches a message once however often it asks. */
  hold<T>(work: () => T): T {
    return this.#held.run({ index: this.#latest, matches: new Map() }, work);
  }

  get faq(): Faq {
    return this.#current.faq;
  }

  match(message: string): Match {
    const known = this.#held.getStore()?.matches;
    const match = known?.get(message) ?? this.#current.match(message);
    known?.set(message, match);
    return match;
  }

  explain(message: string): Explanation {
    return this.#current.explain(message);
  }

  suggestions(partial: string, language: Language, limit: number): Suggestion[] {
    return this.#current.suggestions(partial, language, limit);
  }

  get #current(): FaqIndex {
    return this.#held.getStore()?.index ?? this.#latest;
  }
}
