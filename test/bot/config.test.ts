import { expect } from 'chai';
import { checkVisitorsDiffer, ConfigError, readConfig } from '../../bot/config.js';

const ID = '11111111-2222-4333-8444-555555555555';

describe('readConfig', () => {
  const problemsOf = (env: Record<string, string>) => {
    try {
      readConfig(env);
      return [];
    } catch (error) {
      return (error as ConfigError).problems;
    }
  };

  it('needs no setting', () => {
    const config = readConfig({});
    expect(config).to.include({
      port: 3978,
      host: '127.0.0.1',
      defaultLanguage: 'en',
      registration: undefined,
    });
    expect(config.database).to.have.property('kind', 'sqlite');
    expect(config.database)
      .to.have.property('file')
      .match(/data[/\\]bot\.db$/);
    expect(config.faqPath).to.match(/mpn-benefits\.yaml$/);
  });

  it('reads the sites that may embed the chat', () => {
    const { allowedOrigins, directLine } = readConfig({
      ALLOWED_ORIGINS: 'https://portal.example, http://localhost:8080',
      DIRECT_LINE_SECRET: 'secret',
    });
    expect(allowedOrigins).to.deep.equal(['https://portal.example', 'http://localhost:8080']);
    expect(directLine.azure).to.deep.equal({
      secret: 'secret',
      endpoint: 'https://directline.botframework.com',
    });
    expect(readConfig({}).directLine.azure).to.equal(undefined);
  });

  it('takes an empty setting for none', () => {
    expect(readConfig({ PORT: ' ', MicrosoftAppId: '' })).to.include({ port: 3978, registration: undefined });
  });

  it('limits senders and hides the metrics where strangers can reach the bot', () => {
    expect(readConfig({})).to.include({ messagesPerSecond: undefined, metrics: 'anybody' });
    const registration = { MicrosoftAppId: ID, MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: ID };
    expect(readConfig(registration)).to.include({ messagesPerSecond: 10, metrics: 'nobody' });
    expect(readConfig({ ...registration, METRICS_TOKEN: 'abc' }).metrics).to.deep.equal({ token: 'abc' });
  });

  it('takes unsigned messages of this computer only, and none where it is reached from outside', () => {
    expect(readConfig({}).messages).to.equal('of this computer');
    for (const local of ['http://127.0.0.1:3978', 'http://[::1]:3978', 'https://localhost']) {
      expect(readConfig({ PUBLIC_URL: local })).to.include({
        messages: 'of this computer',
        metrics: 'anybody',
      });
    }
    const outside = { PUBLIC_URL: 'https://bot.example', TRUSTED_PROXIES: '1' };
    expect(readConfig(outside)).to.include({ messages: 'none', metrics: 'nobody' });
    const registration = { MicrosoftAppId: ID, MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: ID };
    expect(readConfig({ ...registration, PUBLIC_URL: 'https://bot.example' }).messages).to.equal('signed');
  });

  it('listens on every interface only with an app id', () => {
    const config = readConfig({
      MicrosoftAppId: ID,
      MicrosoftAppPassword: 'secret',
      MicrosoftAppTenantId: ID,
    });
    expect(config.host).to.equal(undefined);
    expect(config.registration).to.deep.equal({
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: ID,
      MicrosoftAppPassword: 'secret',
      MicrosoftAppTenantId: ID,
    });
  });

  for (const [env, problem] of [
    [{ PORT: 'abc' }, 'PORT must be a port number from 0 to 65535 (it is "abc")'],
    [{ PORT: '70000' }, 'PORT must be a port number from 0 to 65535 (it is "70000")'],
    [{ DEFAULT_LANGUAGE: 'fr' }, 'DEFAULT_LANGUAGE must be one of en, ja (it is "fr")'],
    ...['portal.example', 'https://portal.example/', 'https://portal.example https://shop.example/chat'].map(
      (origins) =>
        [
          { ALLOWED_ORIGINS: origins },
          `ALLOWED_ORIGINS must list origins like https://portal.example, without a path, separated by commas (it is "${origins}")`,
        ] as const,
    ),
    [
      { OPERATOR_NAME: 'Contoso Corporation of Far Far Away' },
      'OPERATOR_NAME must have 32 characters at most (it is "Contoso Corporation of Far Far Away")',
    ],
    [{ DIRECT_LINE_SIGNING_KEY: 'short' }, 'DIRECT_LINE_SIGNING_KEY must have 32 characters at least'],
    [
      { DIRECT_LINE_ENDPOINT: 'https://directline.example/v3' },
      'DIRECT_LINE_ENDPOINT must be like https://directline.botframework.com, without a path (it is "https://directline.example/v3")',
    ],
    ...['abc', 'ftp://bot.example', 'http://'].map(
      (url) => [{ PUBLIC_URL: url }, `PUBLIC_URL must be an http or https address (it is "${url}")`] as const,
    ),
    [{ TRUSTED_PROXIES: '-1' }, 'TRUSTED_PROXIES must be a whole number from 0 to 10 (it is "-1")'],
    ...['mysql://user:secret@host/bot', 'file:', 'postgres:bot', 'postgres://user:se/cret@host/bot'].map(
      (url) =>
        [
          { DATABASE_URL: url },
          'DATABASE_URL must be like file:data/bot.db, or like postgres://user:password@host/database with special characters in the password percent-encoded',
        ] as const,
    ),
    [
      { TURN_LIMIT_SECONDS: 'ten' },
      'TURN_LIMIT_SECONDS must be a number of seconds from 1 to 999 (it is "ten")',
    ],
    [
      { MESSAGES_PER_SECOND: '-1' },
      'MESSAGES_PER_SECOND must be a number of messages from 1 to 999999 (it is "-1")',
    ],
    [
      { KEEP_CONVERSATIONS_DAYS: '0' },
      'KEEP_CONVERSATIONS_DAYS must be a number of days from 1 to 9999 (it is "0")',
    ],
    [{ STORE_QUESTIONS: 'yes' }, 'STORE_QUESTIONS must be one of true, false (it is "yes")'],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent (it is "loud")',
    ],
    [
      { MicrosoftAppId: 'me', MicrosoftAppPassword: 'x', MicrosoftAppTenantId: ID },
      'MicrosoftAppId must be an id like 00000000-0000-0000-0000-000000000000 (it is "me")',
    ],
    [
      { MicrosoftAppId: ID, MicrosoftAppTenantId: ID },
      'MicrosoftAppPassword is needed where MicrosoftAppId is set',
    ],
    [{ MicrosoftAppId: ID, MicrosoftAppPassword: 'x' }, 'MicrosoftAppTenantId is needed for SingleTenant'],
    [{ MicrosoftAppPassword: 'secret' }, 'MicrosoftAppPassword is set, but MicrosoftAppId is not'],
  ] as const) {
    it(`refuses ${JSON.stringify(env)}`, () => {
      expect(problemsOf(env)).to.deep.equal([problem]);
    });
  }

  it('wants to know of the proxy that all visitors come through, where there must be one', () => {
    const outside = { PUBLIC_URL: 'https://bot.example' };
    const registration = { MicrosoftAppId: ID, MicrosoftAppPassword: 'x', MicrosoftAppTenantId: ID };
    expect(() => checkVisitorsDiffer(readConfig(outside)))
      .to.throw(ConfigError)
      .with.property('message')
      .match(/^TRUSTED_PROXIES must be 1 or more/);
    for (const fine of [{}, { ...outside, TRUSTED_PROXIES: '1' }, { ...outside, ...registration }]) {
      checkVisitorsDiffer(readConfig(fine));
    }
  });

  it('tells every mistake at once', () => {
    expect(problemsOf({ PORT: 'abc', DEFAULT_LANGUAGE: 'fr' })).to.have.lengthOf(2);
  });
});
