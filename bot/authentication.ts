// The Bot Framework's authentication, with the clients for replies kept over turns: making them takes longer than the rest.
import { type Activity, ConfigurationBotFrameworkAuthentication, StatusCodes } from 'botbuilder';
import {
  AuthenticationError,
  type AuthenticateRequestResult,
  type ClaimsIdentity,
  ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { decodeJwt } from 'jose';
import type { Config } from './config.js';
import type { ConnectorOptions } from './delivery.js';

type Connector = ReturnType<ConnectorFactory['create']>;

/** Channels have a handful of service URLs; more would be a flood. */
const MOST_CONNECTORS = 100;

/** The tenants of the Bot Framework itself, whose tokens the Emulator has for a bot of many tenants. */
const BOT_FRAMEWORK_TENANTS = [
  'd6d49420-f39b-4df7-a1dc-d59a935871db',
  'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
  '72f988bf-86f1-41af-91ab-2d7cd011db47',
  'cab8a31a-1906-4287-a0d8-4eef66b95f6e',
];
/** Characters of a reason that get into the log: it may hold what a stranger's token says. */
const MAX_REASON = 200;

export class BotAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, Connector>();
  #userTokenClient: Promise<UserTokenClient> | undefined;

  readonly #tenants: readonly unknown[];

  constructor(
    private readonly registration: Config['registration'],
    private readonly options: ConnectorOptions,
  ) {
    super({ ...registration });
    this.#tenants = [registration?.['MicrosoftAppTenantId']?.toLowerCase(), ...BOT_FRAMEWORK_TENANTS];
  }

  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    if (this.registration && authorization.trim() !== '') this.#checkTenant(authorization);
    const result = await super.authenticateRequest(activity, authorization);
    const factory = result.connectorFactory;
    if (!factory) return result;
    return { ...result, connectorFactory: new KeptConnectors(factory, this.#connectors, this.options) };
  }

  /**
   * Refuses a token of a tenant that has nothing to do with the bot. The SDK adds the tenant that any token names to its
   * list of issuers, for ever, before it looks at the signature: `{"iss":"x","tid":"<10 KB>"}` took 40 KB each time.
   */
  #checkTenant(authorization: string): void {
    let tenant: unknown;
    try {
      tenant = decodeJwt(authorization.replace(/^\s*Bearer\s+/i, ''))['tid'];
    } catch {
      throw new AuthenticationError('The token is malformed', StatusCodes.UNAUTHORIZED);
    }
    if (tenant === undefined) return;
    // Letter by letter: to the SDK each other spelling is another tenant.
    if (this.#tenants.includes(tenant)) return;
    throw new AuthenticationError('The token is of a foreign tenant', StatusCodes.UNAUTHORIZED);
  }

  // The bot signs nobody in: the client is made because the adapter asks for one, and is always the same.
  override async createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return (this.#userTokenClient ??= super.createUserTokenClient(identity));
  }
}

/**
 * Why a request was refused, for the log. What is no fault of the token is an error: where the keys can't be fetched, no
 * token can be checked.
 */
export function refusalReason(error: Error): { level: 'warn' | 'error'; reason: string } {
  const isFaultOfToken =
    error instanceof AuthenticationError
      ? error.statusCode < MIN_FAULT_OF_SERVER
      : FAULTS_OF_TOKENS.includes(error.name);
  return { level: isFaultOfToken ? 'warn' : 'error', reason: error.message.slice(0, MAX_REASON) };
}

/** Statuses from here on are no fault of who asked. */
const MIN_FAULT_OF_SERVER = 500;

/** What jsonwebtoken, which the SDK verifies with, throws. */
const FAULTS_OF_TOKENS = ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'];

// The SDK writes the stack trace of an expired token, and all its keys for any other that is refused, to the console. The
// log has a line of its own for each, with the reason.
/* eslint-disable no-console */
const print = console.error;
console.error = (...said: unknown[]) => {
  const [first] = said;
  if (first instanceof Error && first.name === 'TokenExpiredError') return;
  if (typeof first === 'string' && first.startsWith('Error finding key for token. Available keys:')) return;
  print(...said);
};
/* eslint-enable no-console */

class KeptConnectors extends ConnectorFactory {
  constructor(
    private readonly factory: ConnectorFactory,
    private readonly kept: Map<string, Connector>,
    private readonly options: ConnectorOptions,
  ) {
    super();
  }

  override async create(url: string, audience?: string): Connector {
    const key = JSON.stringify([url, audience]);
    let connector = this.kept.get(key);
    if (!connector) {
      if (this.kept.size >= MOST_CONNECTORS) this.kept.clear();
      // The factory takes no policies for requests, so of what it makes only the credentials are used.
      connector = this.factory
        .create(url, audience)
        .then(({ credentials }) => new ConnectorClient(credentials, { ...this.options, baseUri: url }));
      this.kept.set(key, connector);
    }
    return connector;
  }
}
