// The Bot Framework adapter: authenticates a request, runs its turn and gives the response to send.
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  StatusCodes,
  type TurnContext,
} from 'botbuilder';
import { AuthenticationError, type AuthenticateRequestResult } from 'botframework-connector';
import type { Logger } from 'pino';
import type { Config } from './config.js';

/** What a request is answered with. */
export interface TurnResponse {
  readonly status: number;
  readonly body?: unknown;
}

export class BotAdapter extends CloudAdapter {
  constructor(
    registration: Config['registration'],
    private readonly logger: Logger,
  ) {
    super(new ConfigurationBotFrameworkAuthentication({ ...registration }));
  }

  /**
   * Runs the turn of an activity.
   * @param authorization - the request's Authorization header
   * @returns 401 where the token is missing or wrong; with `deliveryMode: expectReplies` the replies
   */
  async handle(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<TurnResponse> {
    let sender: AuthenticateRequestResult;
    try {
      sender = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch (error) {
      // Where the keys can't be fetched, no token can be checked: refused as well, but not the sender's fault.
      const level = error instanceof AuthenticationError ? 'warn' : 'error';
      this.logger[level]({ reason: (error as Error).message }, 'request refused');
      return refusal(StatusCodes.UNAUTHORIZED, 'The request carries no valid Bot Framework token.');
    }
    try {
      const response = await this.processActivity(sender, activity, logic);
      return response
        ? { status: response.status, body: response.body as unknown }
        : { status: StatusCodes.OK };
    } catch (error) {
      this.logger.error({ err: error, activity: activity.type }, 'activity failed');
      return refusal(StatusCodes.INTERNAL_SERVER_ERROR, 'The activity could not be processed.');
    }
  }
}

/** An error response, in the shape of the Bot Framework's. */
export function refusal(status: number, message: string): TurnResponse {
  return { status, body: { error: { code: StatusCodes[status] ?? String(status), message } } };
}
