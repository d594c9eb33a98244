// A reply in words, before it is laid out for a channel.
import type { CardParts } from './cards.js';

export interface Wording {
  readonly text: string;
  /** Each sends its own title, as if the user had typed it; clients differ in what else they would send. */
  readonly buttons?: readonly string[];
  /** Buttons that answer a question, before the others. */
  readonly choices?: readonly string[];
  /** The place that the buttons belong to, where they mean nothing elsewhere. */
  readonly at?: string | undefined;
  readonly card?: CardParts | undefined;
}
