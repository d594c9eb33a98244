// The Bot Framework's authentication, with the clients for replies kept over turns: making them takes longer than the rest.
import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  type ClaimsIdentity,
  ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { Config } from './config.js';
import type { ConnectorOptions } from './delivery.js';

type Connector = ReturnType<ConnectorFactory['create']>;

/** Channels have a handful of service URLs; more would be a flood. */
const MOST_CONNECTORS = 100;

export class BotAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, Connector>();
  #userTokenClient: Promise<UserTokenClient> | undefined;

  constructor(
    registration: Config['registration'],
    private readonly options: ConnectorOptions,
  ) {
    super({ ...registration });
  }

  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, authorization);
    const factory = result.connectorFactory;
    if (!factory) return result;
    return { ...result, connectorFactory: new KeptConnectors(factory, this.#connectors, this.options) };
  }

  // The bot signs nobody in: the client is made because the adapter asks for one, and is always the same.
  override async createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return (this.#userTokenClient ??= super.createUserTokenClient(identity));
  }
}

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
