import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { EmulatorValidation } from 'botframework-connector';
import { expect } from 'chai';
import { compose, type ComposedBot } from '../../bot/compose.js';
import { readConfig } from '../../bot/config.js';
import { BotServer } from '../../bot/server.js';
import { shipped } from '../shippedIndex.js';
import { OpenIdStandIn, type TokenOptions } from './openIdStandIn.js';

const ID = '11111111-2222-4333-8444-555555555555';
const SERVICE_URL = 'https://channel.example/';
const MESSAGE = {
  type: 'message',
  text: 'キーは2回使えますか',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  from: { id: 'u' },
  recipient: { id: 'b' },
  conversation: { id: 'c' },
  deliveryMode: 'expectReplies',
};

describe('The server with an app id', () => {
  const channel = new OpenIdStandIn(ID);
  let bot: ComposedBot;
  let server: BotServer;
  let url: string;

  before(async () => {
    await channel.start();
    const config = readConfig({
      LOG_LEVEL: 'silent',
      DATABASE_URL: 'file::memory:',
      MicrosoftAppId: ID,
      MicrosoftAppPassword: 'secret',
      MicrosoftAppTenantId: ID,
    });
    bot = await compose(
      { ...config, registration: { ...config.registration, ...channel.settings } },
      shipped(),
    );
    server = new BotServer(bot);
    url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  });

  after(async () => {
    await server.close();
    await bot.close();
    channel.stop();
  });

  const post = (authorization: string | undefined, fields: object = {}) =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: JSON.stringify({ ...MESSAGE, ...fields }),
    });

  it('answers an activity with a token of the channel', async () => {
    const response = await post(channel.authorization(SERVICE_URL));
    expect(response.status).to.equal(200);
    expect(await response.text()).to.contain('もう一度引き換えることはできません');
  });

  const wrong: [what: string, token: TokenOptions | string | undefined, fields?: object][] = [
    ['no token', undefined],
    ['another scheme', 'Basic dTpw'],
    ['a token that is none', 'Bearer abc.def.ghi'],
    ['an empty token', 'Bearer '],
    ['a token for another bot', { claims: { aud: '99999999-2222-4333-8444-555555555555' } }],
    ['a token of a foreign issuer', { claims: { iss: 'https://evil.example' } }],
    ['a token that has expired', { claims: { nbf: 1_600_000_000, exp: 1_600_000_600 } }],
    ['a token that is not valid yet', { claims: { nbf: Math.floor(Date.now() / 1000) + 3600 } }],
    ['a token for another service URL', { claims: { serviceurl: 'https://evil.example/' } }],
    ['a token without a service URL', { claims: { serviceurl: undefined } }],
    ['a token without signature', { header: { alg: 'none' }, sign: 'nothing' }],
    ['a token whose signature was cut off', { sign: 'nothing' }],
    [
      'a token signed with the public key as a password',
      { header: { alg: 'HS256' }, sign: 'public key as secret' },
    ],
    ['a token signed with a foreign key', { sign: 'foreign key' }],
    ['a token of an unknown key', { header: { kid: 'another' }, sign: 'foreign key' }],
    ['a token of a key for other channels', {}, { channelId: 'telegram' }],
    ['no token on a channel with its own rules', undefined, { channelId: 'AseChannel' }],
    ['no token from what says to be the Emulator', undefined, { channelId: 'emulator' }],
  ];
  for (const [what, token, fields] of wrong) {
    it(`refuses ${what}, and answers nothing`, async () => {
      const authorization = typeof token === 'object' ? channel.authorization(SERVICE_URL, token) : token;
      const response = await post(authorization, fields);
      expect(response.status).to.be.oneOf([401, 403]);
      expect(await response.text()).not.to.contain('引き換え');
    });
  }

  it('refuses a sender who writes too much, tells when to come back, and goes on with others', async () => {
    const from = (id: string) =>
      post(channel.authorization(SERVICE_URL), { from: { id }, conversation: { id } });
    const responses = await Promise.all(Array.from({ length: 120 }, () => from('chatterbox')));
    const statuses = responses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).to.have.lengthOf(100);
    expect(statuses.filter((status) => status === 429)).to.have.lengthOf(20);
    expect(responses.find(({ status }) => status === 429)!.headers.get('retry-after')).to.equal('10');
    expect((await from('someone else')).status).to.equal(200);
  });

  for (const [what, tid] of [
    ['of ten kilobytes', 'x'.repeat(10_000)],
    ['that is another tenant’s', '99999999-2222-4333-8444-555555555555'],
    ['that is the bot’s own and a space', `${ID} `],
    ['of the Bot Framework in capitals', 'D6D49420-F39B-4DF7-A1DC-D59A935871DB'],
    ['that is empty', ''],
    ['that is none', null],
    ['that is a list', ['https://evil.example']],
  ] as const) {
    it(`refuses a tenant ${what}, and keeps nothing of it`, async () => {
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      const issuers = () => EmulatorValidation.ToBotFromEmulatorTokenValidationParameters.issuer!.length;
      const before = issuers();
      for (const iss of ['https://api.botframework.com', 'x']) {
        const response = await post(channel.authorization(SERVICE_URL, { claims: { iss, tid } }));
        expect(response.status).to.equal(401);
      }
      expect(issuers()).to.equal(before);
    });
  }

  it('has enough of an address that comes with wrong tokens again and again, but not of its valid ones', async () => {
    const statuses: number[] = [];
    let wait: string | null = null;
    for (let n = 0; n < 80; n += 1) {
      const response = await post('Bearer abc.def.ghi');
      statuses.push(response.status);
      wait = response.headers.get('retry-after');
    }
    expect(statuses.at(-1)).to.equal(429);
    expect(statuses.filter((status) => status === 401).length).to.be.below(61);
    expect(Number(wait)).to.be.within(1, 60);
    expect((await post(channel.authorization(SERVICE_URL))).status).to.equal(200);
  });
});

describe('The log of a server with an app id', () => {
  it('has one line of JSON for each token that was refused, with the reason and the sender’s address', () => {
    const script = fileURLToPath(new URL('./refusedTokens.js', import.meta.url));
    const output = execFileSync(process.execPath, ['--no-deprecation', script], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    });
    const lines = output.trim().split('\n');
    const said = lines.map((line) => JSON.parse(line) as { reason: string; address: string; msg: string });
    expect(said.map(({ reason }) => reason)).to.deep.equal([
      'The token has expired',
      'invalid signature',
      'jwt not active',
      'The token is malformed',
      'The token is of a foreign tenant',
      'Unauthorized. No valid identity.',
    ]);
    for (const { msg, address } of said) {
      expect(msg).to.equal('request refused');
      expect(address).to.equal('127.0.0.1');
    }
  });
});
