// A turn in progress: what it has changed and replied, none of which is stored or sent before it has ended.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Activity, StoreItem } from 'botbuilder';
import type { Queries } from '../storage/database.js';

export class TurnOverError extends Error {
  override readonly name = 'TurnOverError';

  constructor() {
    super('The turn was given up: it can neither change nor send anything any more');
  }
}

export class Turn {
  /** The items it has written, and those it has deleted (undefined). */
  readonly changes = new Map<string, StoreItem | undefined>();
  readonly replies: Partial<Activity>[] = [];
  #isOver = false;

  /**
   * @param activity - what it was begun by
   * @param queries - over the connection that holds the conversation's lock
   * @param read - items read ahead, as nearly every turn needs them
   */
  constructor(
    readonly activity: Activity,
    readonly queries: Queries,
    readonly read: Map<string, StoreItem>,
  ) {}

  /** @throws {TurnOverError} */
  checkGoesOn(): void {
    if (this.#isOver) throw new TurnOverError();
  }

  end(): void {
    this.#isOver = true;
  }
}

/** The turn that the running code belongs to. */
export const currentTurn = new AsyncLocalStorage<Turn>();
