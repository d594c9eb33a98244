// Where a walkthrough is, as kept in the state: ids and numbers only.
import type { Language } from '../knowledge/faq/language.js';
import type { EntryId } from '../knowledge/faq/schema.js';
import type { Place } from '../knowledge/rules/procedure.js';

export interface WalkthroughState extends Place {
  /** Tells this walkthrough from every other one. */
  readonly run: string;
  readonly entry: EntryId;
  /** The id of the form that is being filled in. */
  readonly draft?: string | undefined;
  /** The language of the form's summary, where it is not that of the conversation. */
  readonly summaryIn?: Language | undefined;
  /** When it was last moved or shown, in ISO 8601. */
  readonly seen: string;
  /** The last thing said was "Continue?", so that "yes" does not move. */
  readonly isOffered?: boolean;
  /** The step was last shown as a reminder, after something else. */
  readonly isReminder?: boolean | undefined;
}

/** The name of a place, which its buttons carry. */
export function placeName({ run, step, field }: WalkthroughState): string {
  return `${run}/${step}${field === undefined ? '' : `/${field}`}`;
}
