// What became of a question, for the statistics of the operator and for a verdict on the answer.
import { randomUUID } from 'node:crypto';
import type { BotState, StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { EntryId } from '../knowledge/faq/schema.js';

/** How a question was met; `date` is a question about dates. */
export type OutcomeKind = 'answered' | 'clarified' | 'none' | 'date';

export interface Outcome {
  /** Can't be guessed: who knows it may give a verdict. */
  readonly id: string;
  readonly kind: OutcomeKind;
  /** What it was answered with; where it was asked back, the likeliest. */
  readonly entry?: EntryId | undefined;
  readonly fact?: string | undefined;
  /** From 0 to 1, where the question was matched. */
  readonly confidence?: number | undefined;
  /** The user's message is not the question but a reply to what was asked back. */
  readonly isLater: boolean;
}

const OUTCOME = Symbol('outcome');

export class Outcomes {
  readonly #last: StatePropertyAccessor<string | undefined>;

  constructor(conversationState: BotState) {
    this.#last = conversationState.createProperty('lastOutcome');
  }

  /** Notes what became of the question of this turn. */
  async note(context: TurnContext, outcome: Omit<Outcome, 'id' | 'isLater'>): Promise<string> {
    return this.#set(context, { ...outcome, id: randomUUID(), isLater: false });
  }

  /**
   * Notes what has become of an earlier question, which was asked back about.
   * @param id - undefined for a state of a version that kept none
   */
  async settle(
    context: TurnContext,
    id: string | undefined,
    outcome: Omit<Outcome, 'id' | 'isLater' | 'confidence'>,
  ): Promise<string> {
    return this.#set(context, { ...outcome, id: id ?? randomUUID(), isLater: true });
  }

  /** The id of the outcome of the user's last question. */
  async last(context: TurnContext): Promise<string | undefined> {
    return this.#last.get(context);
  }

  async forget(context: TurnContext): Promise<void> {
    await this.#last.delete(context);
  }

  async #set(context: TurnContext, outcome: Outcome): Promise<string> {
    context.turnState.set(OUTCOME, outcome);
    await this.#last.set(context, outcome.id);
    return outcome.id;
  }
}

/** The outcome that was noted in this turn. */
export function outcomeOf(context: TurnContext): Outcome | undefined {
  return context.turnState.get<Outcome | undefined>(OUTCOME);
}
