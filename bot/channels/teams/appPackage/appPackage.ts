// The app package that Teams takes: manifest, localisation files and icons in a zip file.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AppManifest, AppManifestUtils } from '@microsoft/app-manifest';
import { strToU8, zipSync } from 'fflate';
import { LANGUAGES } from '../../../../knowledge/faq/language.js';
import { type Config, ConfigError, MOST_OF_NAME } from '../../../config.js';
import {
  ICONS,
  LOCALISATION_SCHEMA,
  localisationFile,
  localisationOf,
  type LocalisationSchema,
  MANIFEST_SCHEMA,
  manifestOf,
} from './manifest.js';

const ROOT = new URL('../../../../../', import.meta.url);
const SOURCES = new URL('bot/channels/teams/appPackage/', ROOT);

/** The first moment that a zip file knows: the same content gives the same file. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * The zip file for a configuration; the same configuration gives the same bytes.
 * @throws {ConfigError} where the configuration names no bot that Teams can reach, or the manifest breaks its schema
 */
export async function appPackage(config: Config): Promise<Uint8Array> {
  const { publicUrl, operatorName, defaultLanguage, registration } = config;
  const appId = registration?.['MicrosoftAppId'];
  const problems = [
    ...(appId === undefined ? ['MicrosoftAppId is needed: the app package names the bot by it'] : []),
    ...(isReachable(publicUrl)
      ? []
      : [
          `PUBLIC_URL must be the https address at which Teams and its users reach the bot (it is "${publicUrl}")`,
        ]),
    ...(operatorName.length <= MOST_OF_NAME
      ? []
      : [`OPERATOR_NAME is needed: the host in PUBLIC_URL is too long to stand for who runs the bot`]),
  ];
  if (appId === undefined || problems.length > 0) throw new ConfigError(problems);

  const { version } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { version: string };
  const facts = { appId, version, publicUrl, operator: operatorName, defaultLanguage };
  const manifest = manifestOf(facts);
  const localisationSchema = await readLocalisationSchema();
  const localisations = LANGUAGES.map(
    (language) =>
      [localisationFile(language), localisationOf(manifestOf(facts, language), localisationSchema)] as const,
  );
  const mistakes = [
    ...(await mistakesIn('manifest.json', manifest, await AppManifestUtils.fetchSchema(MANIFEST_SCHEMA))),
    ...(
      await Promise.all(
        localisations.map(async ([file, texts]) => mistakesIn(file, texts, localisationSchema)),
      )
    ).flat(),
  ];
  if (mistakes.length > 0) throw new ConfigError(mistakes);

  return zipSync(
    {
      'manifest.json': json(manifest),
      ...Object.fromEntries(localisations.map(([file, texts]) => [file, json(texts)])),
      ...Object.fromEntries(
        Object.values(ICONS).map((file) => [file, readFileSync(fileURLToPath(new URL(file, SOURCES)))]),
      ),
    },
    { level: 9, mtime: NO_TIME },
  );
}

function isReachable(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && !/^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
}

/**
 * Without the patterns for notifications in the activity feed, of which this app has none: the schema as it is published
 * holds a bracket there that is no valid Unicode pattern, and no validator takes it.
 */
async function readLocalisationSchema(): Promise<Schema & LocalisationSchema> {
  const schema = (await AppManifestUtils.fetchSchema(LOCALISATION_SCHEMA)) as unknown as Schema &
    LocalisationSchema;
  const patterns = Object.entries(schema.patternProperties);
  const patternProperties = Object.fromEntries(
    patterns.filter(([pattern]) => !pattern.startsWith('^activities.')),
  );
  return { ...schema, patternProperties };
}

type Schema = Awaited<ReturnType<typeof AppManifestUtils.fetchSchema>>;

/** What a file breaks of its schema, in the words of the schema. */
async function mistakesIn(file: string, content: object, schema: Schema): Promise<string[]> {
  const mistakes = await AppManifestUtils.validateAgainstSchema(content as AppManifest, schema);
  return mistakes.map((mistake) => `${file}: ${mistake}`);
}

function json(content: object): Uint8Array {
  return strToU8(`${JSON.stringify(content, null, 2)}\n`);
}
