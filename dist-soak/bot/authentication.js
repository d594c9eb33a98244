// The Bot Framework's authentication, with the clients for replies kept over turns: making them takes longer than the rest.
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ConnectorFactory, } from 'botframework-connector';
/** Channels have a handful of service URLs; more would be a flood. */
const MOST_CONNECTORS = 100;
export class BotAuthentication extends ConfigurationBotFrameworkAuthentication {
    #connectors = new Map();
    #userTokenClient;
    constructor(registration) {
        super({ ...registration });
    }
    async authenticateRequest(activity, authorization) {
        const result = await super.authenticateRequest(activity, authorization);
        const factory = result.connectorFactory;
        if (!factory)
            return result;
        return { ...result, connectorFactory: new KeptConnectors(factory, this.#connectors) };
    }
    // The bot signs nobody in: the client is made because the adapter asks for one, and is always the same.
    async createUserTokenClient(identity) {
        return (this.#userTokenClient ??= super.createUserTokenClient(identity));
    }
}
class KeptConnectors extends ConnectorFactory {
    factory;
    kept;
    constructor(factory, kept) {
        super();
        this.factory = factory;
        this.kept = kept;
    }
    async create(url, audience) {
        const key = JSON.stringify([url, audience]);
        let connector = this.kept.get(key);
        if (!connector) {
            if (this.kept.size >= MOST_CONNECTORS)
                this.kept.clear();
            connector = this.factory.create(url, audience);
            this.kept.set(key, connector);
        }
        return connector;
    }
}
//# sourceMappingURL=authentication.js.map