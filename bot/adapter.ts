// The Bot Framework adapter: authenticates a request, runs its turn and gives the response to send.
import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  type ResourceResponse,
  StatusCodes,
  type TurnContext,
} from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { Logger } from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { BotAuthentication, refusalReason } from './authentication.js';
import type { Config } from './config.js';
import { connectorOptions, deliveryFailure } from './delivery.js';
import { isLoopback } from './loopback.js';
import { RateLimit } from './rateLimit.js';
import { logFields } from './requestId.js';

/** What a request is answered with. */
export interface TurnResponse {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const TOO_MANY_REQUESTS = 429;
/** Seconds over which messages are counted. */
const RATE_WINDOW = 10;
/** Requests without a valid token that are answered and logged one by one, of one address in so many seconds. */
const MAX_REFUSED = 60;
const REFUSED_WINDOW = 60;

/** A channel could not be reached. Its own redelivery of the message will have it sent again. */
export class UndeliveredError extends Error {
  override readonly name = 'UndeliveredError';

  constructor() {
    super('The channel took no reply');
  }
}

export class BotAdapter extends CloudAdapter {
  readonly #limiter: RateLimiterMemory | undefined;
  readonly #refused = new RateLimit(MAX_REFUSED, REFUSED_WINDOW);

  /**
   * @param limit - milliseconds in which a reply must have been delivered
   * @param mostPerSecond - activities of one sender that are taken, as a mean; undefined for any number
   */
  constructor(
    private readonly registration: Config['registration'],
    private readonly logger: Logger,
    limit: number,
    mostPerSecond?: number,
  ) {
    super(new BotAuthentication(registration, connectorOptions(limit)));
    if (mostPerSecond !== undefined) {
      this.#limiter = new RateLimiterMemory({ points: mostPerSecond * RATE_WINDOW, duration: RATE_WINDOW });
    }
  }

  /**
   * Runs the turn of an activity.
   * @param authorization - the request's Authorization header
   * @param address - whose refused requests are counted
   * @returns 401 where the token is missing or wrong, 429 where a sender writes too much; with
   *   `deliveryMode: expectReplies` the replies
   */
  async handle(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
    address = '',
  ): Promise<TurnResponse> {
    let sender: AuthenticateRequestResult;
    try {
      sender = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch (error) {
      const wait = await this.#refused.take(address);
      // Nothing more is logged of an address that goes on and on, or it could fill the disk. Requests of the same
      // address with a valid token are served all the same: a proxy or Microsoft may stand there for others, too.
      if (wait !== undefined) return tooMany(wait, 'Too many requests without a valid token.');
      const { level, reason } = refusalReason(error as Error);
      this.logger[level]({ ...logFields({ activity }), address, reason }, 'request refused');
      return refusal(StatusCodes.UNAUTHORIZED, 'The request carries no valid Bot Framework token.');
    }
    if (await this.isTooMuch(activity)) {
      this.logger.warn(logFields({ activity }), 'request refused: too many from one sender');
      return tooMany(RATE_WINDOW, 'Too many messages. Please wait some seconds.');
    }
    try {
      const response = await this.processActivity(sender, activity, logic);
      return response
        ? { status: response.status, body: response.body as unknown }
        : { status: StatusCodes.OK };
    } catch (error) {
      this.logger.error({ err: error, ...logFields({ activity }) }, 'activity failed');
      return refusal(StatusCodes.INTERNAL_SERVER_ERROR, 'The activity could not be processed.');
    }
  }

  /**
   * Sends activities as far as the channel takes them; one of the type `messageUpdate` changes the message whose card was
   * pressed. Below a message that is given up nothing is sent that belongs to it.
   * @throws {UndeliveredError} where the channel can't be reached now and has certainly not taken a message
   */
  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    let hasArrived = false;
    let isGivenUp = false;
    for (const activity of activities) {
      let response: ResourceResponse | undefined;
      if (activity.type === (ActivityTypes.InvokeResponse as string)) {
        [response] = await super.sendActivities(context, [activity]);
      } else if (activity.type === (ActivityTypes.MessageUpdate as string)) {
        // Who pressed a button has its response; what others see is not worth another try.
        await this.deliver(context, () => this.change(context, activity));
      } else if (!isGivenUp) {
        const isTaken = await this.deliver(context, async () => {
          [response] = await super.sendActivities(context, [activity]);
        });
        if (isTaken === 'another time' && !hasArrived) throw new UndeliveredError();
        hasArrived ||= isTaken === 'taken';
        isGivenUp = isTaken !== 'taken';
      }
      responses.push(response ?? { id: '' });
    }
    return responses;
  }

  /** @returns whether the channel has taken it, or might at another time */
  private async deliver(
    context: TurnContext,
    send: () => Promise<void>,
  ): Promise<'taken' | 'another time' | 'given up'> {
    const { serviceUrl } = context.activity;
    // Without a registration nobody vouches for a service URL, so that replies then stay on this computer.
    if (!this.registration && !isLoopback(new URL(serviceUrl).hostname)) {
      throw new Error('Without an app id replies are sent to service URLs on this computer only');
    }
    try {
      await send();
      return 'taken';
    } catch (error) {
      const { isWorthAnotherTry, ...failure } = deliveryFailure(error);
      this.logger.error({ ...logFields(context), ...failure, isWorthAnotherTry }, 'reply not delivered');
      return isWorthAnotherTry ? 'another time' : 'given up';
    }
  }

  private async change(context: TurnContext, activity: Partial<Activity>): Promise<void> {
    const change = { ...activity, id: context.activity.replyToId!, type: ActivityTypes.Message };
    delete change.replyToId;
    await this.updateActivity(context, change);
  }

  private async isTooMuch({ channelId, from }: Activity): Promise<boolean> {
    try {
      await this.#limiter?.consume(JSON.stringify([channelId, from.id]));
      return false;
    } catch {
      return true;
    }
  }
}

function tooMany(wait: number, message: string): TurnResponse {
  return { ...refusal(TOO_MANY_REQUESTS, message), headers: { 'Retry-After': String(wait) } };
}

/** An error response, in the shape of the Bot Framework's. */
export function refusal(status: number, message: string): TurnResponse {
  return { status, body: { error: { code: StatusCodes[status] ?? String(status), message } } };
}
