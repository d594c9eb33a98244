// A conversation and the tokens that open it.
import { ask, type Patience } from './ask.js';
import type { Keeping, Kept } from './keeping.js';

/** The conversation can't be gone on with: its tokens are refused for good. */
export class SessionOver extends Error {
  override readonly name = 'SessionOver';
}

/** Where a conversation is opened, and until when that is tried. */
export interface Opening extends Patience {
  /** Where Direct Line is. */
  readonly domain: string;
  readonly keeping: Keeping;
}

export class Session {
  #renewal: Promise<string> | undefined;

  /** @param isResumed - whether the conversation was begun before */
  constructor(
    private readonly opening: Opening,
    public kept: Kept,
    readonly isResumed: boolean,
  ) {}

  /**
   * A new token, one for all who ask at the same time: several requests are refused when a page wakes up.
   * @throws {SessionOver}
   */
  async renew(): Promise<string> {
    this.#renewal ??= this.#renew().finally(() => (this.#renewal = undefined));
    return this.#renewal;
  }

  /** From now on the conversation is the one that this browser comes back to. */
  keep(): void {
    this.opening.keeping.write(this.kept);
  }

  async #renew(): Promise<string> {
    this.kept = await refreshed(this.kept, this.opening);
    // Not in the place of one that was begun in another tab.
    const kept = await this.opening.keeping.read();
    if (kept?.conversationId === this.kept.conversationId) this.keep();
    return this.kept.token;
  }
}

/**
 * The conversation with a new token, or a new one where it is known no more.
 * @param known - the conversation, where it is not the one that the browser keeps
 */
export async function resumeOrBegin(opening: Opening, known?: Kept): Promise<Session> {
  const kept = known ?? (await opening.keeping.read());
  if (!kept) return begin(opening);
  try {
    return new Session(opening, await refreshed(kept, opening), true);
  } catch (error) {
    if (!(error instanceof SessionOver)) throw error;
    return begin(opening, kept);
  }
}

/** @param former - the conversation that it takes the place of: the user stays the same */
export async function begin(opening: Opening, former?: Kept): Promise<Session> {
  // Always here, also where the conversation is Azure's: only the server knows the secret.
  const response = await ask('/v3/directline/tokens/generate', authorized(former), opening);
  if (!response.ok) throw new Error(`the bot answered ${response.status}`);
  return new Session(opening, (await response.json()) as Kept, false);
}

async function refreshed(kept: Kept, opening: Opening): Promise<Kept> {
  const response = await ask(`${opening.domain}/tokens/refresh`, authorized(kept), opening);
  if ([401, 403, 404].includes(response.status)) throw new SessionOver();
  if (!response.ok) throw new Error(`the bot answered ${response.status}`);
  return { ...kept, ...((await response.json()) as Kept) };
}

function authorized(kept: Kept | undefined): RequestInit {
  const token = kept?.resumeToken ?? kept?.token;
  return { method: 'POST', headers: token === undefined ? {} : { authorization: `Bearer ${token}` } };
}
