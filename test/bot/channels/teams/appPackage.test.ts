// The app package as Teams and its users get it.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { strFromU8, unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import type { ComposedBot } from '../../../../bot/compose.js';
import { appPackage } from '../../../../bot/channels/teams/appPackage/appPackage.js';
import { ConfigError, readConfig } from '../../../../bot/config.js';
import { LANGUAGES } from '../../../../knowledge/faq/language.js';
import { Conversation, testBot } from '../../../conversation.js';

const ID = '11111111-2222-4333-8444-555555555555';
const TENANT = '66666666-7777-4888-8999-000000000000';
const SETTINGS = {
  MicrosoftAppId: ID,
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: TENANT,
  PUBLIC_URL: 'https://bot.example',
};

interface Command {
  readonly title: string;
  readonly description: string;
}

interface Manifest {
  readonly version: string;
  readonly id: string;
  readonly developer: object;
  readonly localizationInfo: { readonly defaultLanguageTag: string; readonly additionalLanguages: object[] };
  readonly name: { readonly short: string };
  readonly icons: { readonly color: string; readonly outline: string };
  readonly bots: [
    {
      readonly botId: string;
      readonly scopes: string[];
      readonly supportsFiles: boolean;
      readonly commandLists: [{ readonly scopes: string[]; readonly commands: Command[] }];
    },
  ];
  readonly composeExtensions: [{ readonly botId: string; readonly commands: { readonly id: string }[] }];
  readonly validDomains: string[];
}

const build = (settings: Record<string, string> = {}) => appPackage(readConfig({ ...SETTINGS, ...settings }));

async function open(settings: Record<string, string> = {}) {
  const files = unzipSync(await build(settings));
  const json = (name: string) => JSON.parse(strFromU8(files[name]!)) as unknown;
  const texts = (language: string) => {
    const content = Object.entries(json(`${language}.json`) as Record<string, string>);
    return Object.fromEntries(content.filter(([place]) => place !== '$schema'));
  };
  return { files, manifest: json('manifest.json') as Manifest, texts };
}

/** The value at a place like `bots[0].commandLists[0].commands[1].title`. */
function at(value: unknown, place: string): unknown {
  return place
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce((inner, key) => (inner as Record<string, unknown>)[key], value);
}

/** The places of all titles, descriptions and names that users read. */
function placesOfTexts(value: unknown, place = ''): string[] {
  if (typeof value === 'string')
    return /(^|\.)(title|description|short|full)$/.test(place) && value !== '' ? [place] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => placesOfTexts(item, `${place}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    placesOfTexts(inner, place === '' ? key : `${place}.${key}`),
  );
}

describe('The Teams app package', () => {
  it('holds the manifest, a file for each language and two icons, all at its top', async () => {
    const { files } = await open();
    expect(Object.keys(files)).to.have.members([
      'manifest.json',
      'en.json',
      'ja.json',
      'color.png',
      'outline.png',
    ]);
  });

  it('names the configured bot, its address and the version of the package', async () => {
    const { manifest } = await open({ OPERATOR_NAME: 'Contoso K.K.' });
    const { version } = JSON.parse(
      readFileSync(new URL('../../../../../package.json', import.meta.url), 'utf8'),
    ) as { version: string };
    expect(manifest.id).to.equal(ID);
    expect(manifest.bots[0].botId).to.equal(ID);
    expect(manifest.composeExtensions[0].botId).to.equal(ID);
    expect(manifest.version).to.equal(version);
    expect(manifest.developer).to.deep.equal({
      name: 'Contoso K.K.',
      websiteUrl: 'https://bot.example',
      privacyUrl: 'https://bot.example/privacy',
      termsOfUseUrl: 'https://bot.example/terms',
    });
    expect(manifest.validDomains).to.deep.equal(['bot.example']);
    expect(manifest.bots[0].scopes).to.have.members(['personal', 'team', 'groupChat']);
    expect(manifest.bots[0].supportsFiles).to.equal(false);
    expect(manifest.composeExtensions[0].commands[0]!.id).to.equal('searchQuestions');
  });

  it('is the same file for the same configuration', async () => {
    expect(Buffer.from(await build()).equals(await build())).to.equal(true);
  });

  for (const defaultLanguage of LANGUAGES) {
    it(`has every text in both languages, with ${defaultLanguage} as the default`, async () => {
      const { manifest, texts } = await open({ DEFAULT_LANGUAGE: defaultLanguage });
      const other = defaultLanguage === 'en' ? 'ja' : 'en';
      expect(manifest.localizationInfo).to.deep.equal({
        defaultLanguageTag: defaultLanguage,
        defaultLanguageFile: `${defaultLanguage}.json`,
        additionalLanguages: [{ languageTag: other, file: `${other}.json` }],
      });
      const places = placesOfTexts(manifest);
      expect(places).to.have.length(18);
      for (const language of LANGUAGES) {
        expect(Object.keys(texts(language)), language).to.have.members(places);
        for (const [place, text] of Object.entries(texts(language)))
          expect(
            /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text),
            `${place}: ${text}`,
          ).to.equal(language === 'ja');
      }
      for (const [place, text] of Object.entries(texts(defaultLanguage)))
        expect(at(manifest, place), place).to.equal(text);
    });
  }

  it('has a colour icon of 192 × 192 whose symbol keeps to the middle, on one colour from edge to edge', async () => {
    const { files, manifest } = await open();
    const { width, height, data } = PNG.sync.read(Buffer.from(files[manifest.icons.color]!));
    expect([width, height]).to.deep.equal([192, 192]);
    let symbol = 0;
    for (let pixel = 0; pixel < width * height; pixel += 1) {
      const color = data.subarray(pixel * 4, pixel * 4 + 4).toString('hex');
      if (color === '0067b8ff') continue;
      symbol += 1;
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      expect(x >= 48 && x < 144 && y >= 48 && y < 144, `${x}, ${y}`).to.equal(true);
    }
    expect(symbol).to.be.greaterThan(1000);
  });

  it('has an outline icon of 32 × 32 in white on nothing', async () => {
    const { files, manifest } = await open();
    const { width, height, data } = PNG.sync.read(Buffer.from(files[manifest.icons.outline]!));
    expect([width, height]).to.deep.equal([32, 32]);
    const shown = Array.from({ length: width * height }, (_, pixel) =>
      data.subarray(pixel * 4, pixel * 4 + 4),
    ).filter(([, , , alpha]) => alpha! > 0);
    expect(shown.length).to.be.within(100, 500);
    for (const [red, green, blue] of shown) expect([red, green, blue]).to.deep.equal([255, 255, 255]);
  });

  for (const [what, settings, problems] of [
    [
      'no app id',
      { MicrosoftAppId: '', MicrosoftAppPassword: '', MicrosoftAppTenantId: '' },
      ['MicrosoftAppId is needed: the app package names the bot by it'],
    ],
    [
      'an address without TLS',
      { PUBLIC_URL: 'http://bot.example' },
      [
        'PUBLIC_URL must be the https address at which Teams and its users reach the bot (it is "http://bot.example")',
      ],
    ],
    [
      'an address of this computer',
      { PUBLIC_URL: 'https://localhost:3978' },
      [
        'PUBLIC_URL must be the https address at which Teams and its users reach the bot (it is "https://localhost:3978")',
      ],
    ],
    [
      'a host that is too long for a name',
      { PUBLIC_URL: `https://${'long-'.repeat(8)}host.example` },
      ['OPERATOR_NAME is needed: the host in PUBLIC_URL is too long to stand for who runs the bot'],
    ],
    [
      'two mistakes at once',
      { MicrosoftAppId: '', MicrosoftAppPassword: '', MicrosoftAppTenantId: '', PUBLIC_URL: '' },
      [
        'MicrosoftAppId is needed: the app package names the bot by it',
        'PUBLIC_URL must be the https address at which Teams and its users reach the bot (it is "http://localhost:3978")',
      ],
    ],
  ] as const) {
    it(`is refused for ${what}, with a sentence a mistake`, async () => {
      const error: unknown = await build(settings).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(ConfigError);
      expect((error as ConfigError).problems).to.deep.equal(problems);
    });
  }

  it('fails with the words of the schema where the manifest breaks it', async () => {
    const tooLong = { PUBLIC_URL: `https://bot.example/${'p'.repeat(2100)}` };
    const error: unknown = await build(tooLong).catch((reason: unknown) => reason);
    expect((error as ConfigError).problems.join('\n')).to.match(
      /^manifest\.json: \/developer\/privacyUrl must NOT have more than 2048 characters/m,
    );
  });

  describe('by its command', () => {
    let folder: string;
    const COMMAND = fileURLToPath(new URL('../../../../bot/commands/teamsPackage.js', import.meta.url));
    const run = async (args: string[], env: Record<string, string>) =>
      promisify(execFile)(process.execPath, [COMMAND, ...args], {
        cwd: folder,
        env: { PATH: process.env['PATH'], ...env },
      }).then(
        ({ stdout }) => ({ code: 0, said: stdout }),
        (error: unknown) => {
          const { code, stderr } = error as { code: number; stderr: string };
          return { code, said: stderr };
        },
      );

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'package-'));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('is written where it is asked for, and says where', async () => {
      const { code, said } = await run(['here/app.zip'], SETTINGS);
      expect(code).to.equal(0);
      const file = said.trim();
      expect(file.endsWith(join('here', 'app.zip'))).to.equal(true);
      expect(Object.keys(unzipSync(readFileSync(file)))).to.include('manifest.json');
    });

    it('is not written from a wrong configuration, which is told in a sentence a mistake', async () => {
      const { code, said } = await run([], { PUBLIC_URL: 'http://bot.example' });
      expect(code).to.equal(2);
      expect(said.trim().split('\n')).to.have.length(2);
      expect(said)
        .to.match(/^MicrosoftAppId is needed/m)
        .and.match(/^PUBLIC_URL must be the https address/m);
    });
  });
});

describe('A command that is picked in Teams', () => {
  const UNDERSTOOD = {
    en: [
      /^Please ask about .*Microsoft Partner Network/,
      /^Which date shall I work out\?/,
      /\*\*Step 1 of 6\*\*/,
      /^Which language would you like\?/,
      /^I answer questions about/,
    ],
    ja: [
      /について、普段の言葉でお尋ねください/,
      /^どの日付を計算しますか？/,
      /\*\*手順 1 \/ 6\*\*/,
      /^どちらの言語にしますか？/,
      /についてのご質問にお答えします。/,
    ],
  } as const;
  const SCOPES: Record<string, string> = {
    personal: 'personal',
    team: 'channel',
    groupChat: 'groupChat',
  };
  let bot: ComposedBot;

  before(async () => {
    bot = await testBot();
  });

  after(() => bot.close());

  for (const language of LANGUAGES) {
    for (const [scope, conversationType] of Object.entries(SCOPES)) {
      it(`is understood in its language (${language}, ${scope})`, async () => {
        const { manifest } = await open({ DEFAULT_LANGUAGE: language });
        const list = manifest.bots[0].commandLists.find(({ scopes }) => scopes.includes(scope));
        expect(list?.commands).to.have.length(UNDERSTOOD[language].length);
        for (const [index, { title }] of list!.commands.entries()) {
          const conversation = new Conversation(bot, {
            channelId: 'msteams',
            locale: language === 'ja' ? 'ja-JP' : 'en-US',
            recipient: { id: '28:bot', name: 'MPN benefits bot' },
          });
          const isMentioned = conversationType !== 'personal';
          const mention = '<at>MPN benefits bot</at>';
          const reply = await conversation.say(isMentioned ? `${mention} ${title}` : title, {
            ...(isMentioned && {
              entities: [
                { type: 'mention', text: mention, mentioned: { id: '28:bot', name: 'MPN benefits bot' } },
              ],
            }),
          });
          expect(reply.text, title).to.match(UNDERSTOOD[language][index]!);
          expect(reply.activity.locale, title).to.equal(language);
        }
      });
    }

    it(`offers each date to be worked out, by a button that asks for it (${language})`, async () => {
      const titles: string[] = [];
      for (let index = 0; ; index += 1) {
        const conversation = new Conversation(bot, { channelId: 'msteams' });
        const offer = await conversation.say(language === 'ja' ? '日付を計算' : 'Work out a date');
        const button = offer.buttons[index];
        if (!button) break;
        expect(offer.text).to.contain(button.title);
        titles.push(button.title);
        const question = await conversation.press(offer, button.title);
        expect(question.activity.inputHint, button.title).to.equal('expectingInput');
        expect(question.text, button.title).to.match(language === 'ja' ? /日|いつ/ : /date/);
      }
      expect(titles).to.have.length(6);
    });
  }
});
