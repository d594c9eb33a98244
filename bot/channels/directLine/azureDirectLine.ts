// Microsoft's Direct Line service in the place of the built-in one: exchanges its secret for a token, here, so that no
// browser ever sees the secret.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { ConversationToken } from './directLine.js';
import { DirectLineError } from './directLineError.js';

/** Milliseconds that the service may take. */
const LIMIT = 10_000;

const Response = z.object({ conversationId: z.string(), token: z.string(), expires_in: z.number() });

export class AzureDirectLine {
  /** @param endpoint - the service's origin: of Azure's global service, or of a region's */
  constructor(
    private readonly secret: string,
    readonly endpoint: string,
  ) {}

  /** A token for a new conversation of a new user. */
  async generateToken(): Promise<ConversationToken> {
    const response = await fetch(`${this.endpoint}/v3/directline/tokens/generate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.secret}`, 'content-type': 'application/json' },
      // A user that the token names can't be changed by the browser.
      body: JSON.stringify({ user: { id: `dl_${randomBytes(16).toString('base64url')}` } }),
      signal: AbortSignal.timeout(LIMIT),
    }).catch((error: unknown) => {
      throw new DirectLineError(502, `Azure Direct Line can’t be reached: ${(error as Error).message}`);
    });
    if (!response.ok) throw new DirectLineError(502, `Azure Direct Line answered ${response.status}.`);
    const parsed = Response.safeParse(await response.json().catch(() => undefined));
    if (!parsed.success)
      throw new DirectLineError(502, 'Azure Direct Line’s answer is not the documented one.');
    return parsed.data;
  }
}
