// Where filled-in forms are kept while they are worked on, apart from the state that every turn reads and writes.
import type { TurnContext } from 'botbuilder';
import type { FormValues } from '../knowledge/rules/formValues.js';

/** A form as far as it is filled in. */
export interface FormDraft {
  /** The name of the form in the FAQ. */
  readonly form: string;
  readonly values: FormValues;
}

/** Keeps drafts by ids that can't be guessed: who knows the id may read the draft. */
export interface FormDrafts {
  /** @returns undefined where there is none with this id, or no longer */
  read(context: TurnContext, id: string): Promise<FormDraft | undefined>;
  /** All that the person has made in this conversation, the oldest first. */
  all(context: TurnContext): Promise<readonly FormDraft[]>;
  write(context: TurnContext, id: string, draft: FormDraft): Promise<void>;
  delete(context: TurnContext, id: string): Promise<void>;
  /** Deletes all drafts of the person in this conversation, also those of guides that have ended. */
  forgetAll(context: TurnContext): Promise<void>;
}
