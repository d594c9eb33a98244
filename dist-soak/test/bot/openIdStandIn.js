// Stands in for the Bot Framework's OpenID endpoint: publishes a key, and signs tokens with it.
import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
const ISSUER = 'https://api.botframework.com';
const KEY_ID = 'the-key';
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (offset) => Math.floor(Date.now() / 1000) + offset;
export class OpenIdStandIn {
    audience;
    #keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    #foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
    #server;
    #url = '';
    constructor(audience) {
        this.audience = audience;
        this.#server = createServer((request, response) => {
            const { n, e } = this.#keys.publicKey.export({ format: 'jwk' });
            const key = { kty: 'RSA', use: 'sig', kid: KEY_ID, n, e, endorsements: ['msteams', 'webchat'] };
            const body = request.url === '/keys' ? { keys: [key] } : { issuer: ISSUER, jwks_uri: `${this.#url}/keys` };
            response.setHeader('content-type', 'application/json');
            response.end(JSON.stringify(body));
        });
    }
    async start() {
        this.#server.listen(0, '127.0.0.1');
        await once(this.#server, 'listening');
        this.#url = `http://127.0.0.1:${this.#server.address().port}`;
    }
    stop() {
        this.#server.closeAllConnections();
        this.#server.close();
    }
    /** The settings of the Bot Framework SDK that lead to this endpoint. */
    get settings() {
        return {
            ValidateAuthority: 'true',
            ToChannelFromBotLoginUrl: 'http://127.0.0.1:1/login',
            ToChannelFromBotOAuthScope: ISSUER,
            ToBotFromChannelTokenIssuer: ISSUER,
            OAuthUrl: 'http://127.0.0.1:1/oauth',
            ToBotFromChannelOpenIdMetadataUrl: `${this.#url}/metadata`,
            ToBotFromEmulatorOpenIdMetadataUrl: `${this.#url}/metadata`,
            CallerId: 'urn:botframework:azure',
        };
    }
    /** An Authorization header with a token as a channel sends it, but for what is given. */
    authorization(serviceUrl, { claims, header, sign } = {}) {
        const content = [
            { alg: 'RS256', typ: 'JWT', kid: KEY_ID, ...header },
            {
                iss: ISSUER,
                aud: this.audience,
                serviceurl: serviceUrl,
                nbf: seconds(-60),
                exp: seconds(600),
                ...claims,
            },
        ]
            .map(encoded)
            .join('.');
        return `Bearer ${content}.${this.signature(content, sign)}`;
    }
    signature(content, sign) {
        if (sign === 'nothing')
            return '';
        if (sign === 'public key as secret') {
            const secret = this.#keys.publicKey.export({ format: 'pem', type: 'pkcs1' });
            return createHmac('sha256', secret).update(content).digest('base64url');
        }
        const { privateKey } = sign === 'foreign key' ? this.#foreign : this.#keys;
        return createSign('RSA-SHA256').update(content).sign(privateKey, 'base64url');
    }
}
//# sourceMappingURL=openIdStandIn.js.map