// Where a walkthrough is, as kept in the state: ids and numbers only.
import type { BotState, StatePropertyAccessor, TurnContext } from 'botbuilder';
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

/** Walkthroughs that were stopped, one an entry, to go on with when the user likes. */
export class PausedWalkthroughs {
  readonly #property: StatePropertyAccessor<readonly WalkthroughState[]>;

  constructor(conversationState: BotState) {
    this.#property = conversationState.createProperty('pausedWalkthroughs');
  }

  /** The one that was stopped last. */
  async latest(context: TurnContext): Promise<WalkthroughState | undefined> {
    return (await this.#property.get(context, [])).at(-1);
  }

  async of(context: TurnContext, entry: EntryId): Promise<WalkthroughState | undefined> {
    return (await this.#property.get(context, [])).find((each) => each.entry === entry);
  }

  async add(context: TurnContext, state: WalkthroughState): Promise<void> {
    await this.forget(context, state.entry);
    await this.#property.set(context, [...(await this.#property.get(context, [])), state]);
  }

  async forget(context: TurnContext, entry: EntryId): Promise<void> {
    const kept = (await this.#property.get(context, [])).filter((each) => each.entry !== entry);
    await this.#property.set(context, kept);
  }

  async forgetAll(context: TurnContext): Promise<void> {
    await this.#property.delete(context);
  }
}
