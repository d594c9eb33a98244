// Signed tokens: each is bound to one conversation, one user and one purpose, and expires.
import { errors, jwtVerify, SignJWT } from 'jose';

/** Who a token speaks for. */
export interface Participant {
  readonly conversationId: string;
  /** Starts with `dl_`, as Direct Line has it for users that a token names. */
  readonly userId: string;
}

/** Seconds that a token for each purpose is valid. */
const LIFETIMES = {
  /** For every request about the conversation. Clients renew it at half of its life. */
  access: 30 * 60,
  /** In the address of a WebSocket, where it might be logged: good for opening it, and no longer. */
  stream: 60,
  /** Kept by the browser, to come back to the conversation days later. */
  resume: 30 * 24 * 60 * 60,
} as const;

export type Purpose = keyof typeof LIFETIMES;

export interface VerifiedToken extends Participant {
  /** In seconds since 1970. */
  readonly expiresAt: number;
  /** For a stream: when the access that it was opened with ends, in seconds since 1970. */
  readonly until: number | undefined;
}

/** A token that is not good for what it was sent for. */
export class TokenError extends Error {
  override readonly name = 'TokenError';

  constructor(readonly reason: 'expired' | 'invalid') {
    super(reason === 'expired' ? 'The token has expired.' : 'The token is not valid.');
  }
}

const ISSUER = 'mpn-benefits-bot';
const ALGORITHM = 'HS256';

export class Tokens {
  /**
   * @param key - the signing secret, at least 32 bytes
   * @param now - the time, in milliseconds since 1970
   */
  constructor(
    private readonly key: Uint8Array,
    private readonly now: () => number = Date.now,
  ) {}

  /** @param until - for a stream: when the access that it is opened with ends, in seconds since 1970 */
  async issue(
    { conversationId, userId }: Participant,
    purpose: Purpose,
    until?: number,
  ): Promise<{ token: string; expiresIn: number }> {
    const issuedAt = Math.floor(this.now() / 1000);
    const token = await new SignJWT({
      conv: conversationId,
      // The client library reads its user's id from this claim.
      user: userId,
      ...(until !== undefined && { until }),
    })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setAudience(purpose)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + LIFETIMES[purpose])
      .sign(this.key);
    return { token, expiresIn: LIFETIMES[purpose] };
  }

  /** @throws {TokenError} */
  async verify(token: string, purpose: Purpose): Promise<VerifiedToken> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: purpose,
        requiredClaims: ['exp', 'conv', 'user'],
        currentDate: new Date(this.now()),
      });
      const until = payload['until'];
      return {
        conversationId: String(payload['conv']),
        userId: String(payload['user']),
        expiresAt: payload.exp!,
        until: typeof until === 'number' ? until : undefined,
      };
    } catch (error) {
      throw new TokenError(error instanceof errors.JWTExpired ? 'expired' : 'invalid');
    }
  }

  /** Seconds that a token is still good for. */
  secondsLeft({ expiresAt }: VerifiedToken): number {
    return Math.max(0, expiresAt - Math.floor(this.now() / 1000));
  }
}
