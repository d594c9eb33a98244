// Stands in for the Bot Framework's OpenID endpoint: publishes a key, and signs tokens with it.
import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const ISSUER = 'https://api.botframework.com';
const KEY_ID = 'the-key';

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset;

export interface TokenOptions {
  readonly claims?: object;
  readonly header?: object;
  /** RS256 with the published key where not given. */
  readonly sign?: 'foreign key' | 'public key as secret' | 'nothing';
}

export class OpenIdStandIn {
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly #foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly #server: Server;
  #url = '';

  constructor(private readonly audience: string) {
    this.#server = createServer((request, response) => {
      const { n, e } = this.#keys.publicKey.export({ format: 'jwk' });
      const key = { kty: 'RSA', use: 'sig', kid: KEY_ID, n, e, endorsements: ['msteams', 'webchat'] };
      const body =
        request.url === '/keys' ? { keys: [key] } : { issuer: ISSUER, jwks_uri: `${this.#url}/keys` };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    });
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** The settings of the Bot Framework SDK that lead to this endpoint. */
  get settings(): Record<string, string> {
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
  authorization(serviceUrl: string, { claims, header, sign }: TokenOptions = {}): string {
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

  private signature(content: string, sign: TokenOptions['sign']): string {
    if (sign === 'nothing') return '';
    if (sign === 'public key as secret') {
      const secret = this.#keys.publicKey.export({ format: 'pem', type: 'pkcs1' });
      return createHmac('sha256', secret).update(content).digest('base64url');
    }
    const { privateKey } = sign === 'foreign key' ? this.#foreign : this.#keys;
    return createSign('RSA-SHA256').update(content).sign(privateKey, 'base64url');
  }
}
