// What a message asks for.
import type { Entry, Fact, UncoveredTopic } from '../faq/schema.js';

/** An entry or a fact of one, and how probable it is that the message asks for it (0 to 1). */
export interface Candidate {
  readonly entry: Entry;
  readonly fact?: Fact;
  /** What else of the entry may be meant: other facts, or the entry itself. */
  readonly rivals?: readonly { readonly subject: Entry | Fact; readonly confidence: number }[];
  readonly confidence: number;
}

/** What a message asks for. `candidates` are the entries considered, the likeliest first. */
export type Match =
  | { readonly outcome: 'answer'; readonly answer: Candidate; readonly candidates: readonly Candidate[] }
  | {
      readonly outcome: 'clarify';
      readonly choices: readonly Candidate[];
      readonly candidates: readonly Candidate[];
    }
  | {
      readonly outcome: 'none';
      /** What the message seems to be about, where the FAQ names it as not covered. */
      readonly topic?: UncoveredTopic;
      readonly candidates: readonly Candidate[];
    };
