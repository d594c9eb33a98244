// How replies get to a channel's connector: what is tried again, for how long, and what becomes of those that fail.
import { setTimeout as delay } from 'node:timers/promises';
import type { ConnectorClient } from 'botframework-connector';

type ClientOptions = NonNullable<ConstructorParameters<typeof ConnectorClient>[1]>;
export type ConnectorOptions = Pick<ClientOptions, 'requestPolicyFactories'>;
type PolicyFactory = Extract<ConnectorOptions['requestPolicyFactories'], readonly unknown[]>[number];

const PRECONDITION_FAILED = 412;
const TOO_MANY_REQUESTS = 429;
/** The user has blocked the bot, or the conversation is gone. */
const FOR_GOOD: readonly unknown[] = [403, 404];
/** Further attempts, as many as the SDK makes of its own. */
const MOST_AGAIN = 3;
/** Milliseconds before the first of them; each next one waits twice as long, and some more at random. */
const FIRST_WAIT = 500;

/** No attempt came through in the time there was. */
class TooLateError extends Error {
  override readonly name = 'TooLateError';
}

/** What the SDK's errors tell. */
interface RequestFailure {
  readonly name?: string;
  readonly code?: string;
  readonly statusCode?: unknown;
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
}

/**
 * The SDK tries again what can't connect, what gets a 5xx, and a 429 after the time that it names. This adds what Teams
 * asks for besides, 412 and a 429 that names no time, and an end: a turn holds its conversation until its reply is sent.
 * A single attempt that gets no response in half of the time is given up for good: its message may have arrived, and
 * one that comes twice is worse than one that has to be asked for again.
 * @param limit - milliseconds for all attempts together
 */
export function connectorOptions(limit: number): ConnectorOptions {
  const policy: PolicyFactory = {
    create: (next) => ({
      sendRequest: async (request) => {
        // Without it some channels refuse the request.
        if (!request.headers.contains('accept')) request.headers.set('accept', '*/*');
        const deadline = AbortSignal.timeout(limit);
        request.abortSignal = deadline;
        request.timeout = limit / 2;
        for (let again = 0; ; again += 1) {
          try {
            return await next.sendRequest(request);
          } catch (error) {
            if (deadline.aborted) throw new TooLateError('The channel took no reply in time');
            if (again === MOST_AGAIN || !asksForAnotherTry(error as RequestFailure)) throw error;
          }
          const wait = FIRST_WAIT * 2 ** again * (1 + Math.random());
          await delay(wait, undefined, { signal: deadline }).catch(() => {
            throw new TooLateError('The channel took no reply in time');
          });
        }
      },
    }),
  };
  return { requestPolicyFactories: [policy] };
}

function asksForAnotherTry({ statusCode, response }: RequestFailure): boolean {
  if (statusCode === PRECONDITION_FAILED) return true;
  return statusCode === TOO_MANY_REQUESTS && response?.headers?.get('retry-after') === undefined;
}

/**
 * What is known of a failure, for the log: nothing of the message is in it.
 * @returns `isWorthAnotherTry` where the message has not arrived, and might at another time; not where the user has
 *   blocked the bot, the conversation is gone, or it is unknown whether it has arrived
 */
export function deliveryFailure(error: unknown): {
  readonly reason: string;
  readonly status?: number;
  readonly isWorthAnotherTry: boolean;
} {
  const { name, code, statusCode } = error as RequestFailure;
  const status = typeof statusCode === 'number' ? statusCode : undefined;
  return {
    reason: code ?? name ?? 'unknown',
    ...(status !== undefined && { status }),
    isWorthAnotherTry: !FOR_GOOD.includes(status) && name !== 'AbortError',
  };
}
