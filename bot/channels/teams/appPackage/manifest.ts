// The manifest of the Teams app, and the texts in it that a language replaces.
import type { TeamsManifestV1D22 } from '@microsoft/app-manifest';
import { type Language, LANGUAGES } from '../../../../knowledge/faq/language.js';
import { appTextsIn } from '../../../texts/appTexts.js';
import { SEARCH } from '../searchCommand.js';

const SCHEMAS = 'https://developer.microsoft.com/en-us/json-schemas/teams/v1.22';
/** Of a released version that has all the app needs; later ones add what it does not use, and are understood later. */
export const MANIFEST_SCHEMA = `${SCHEMAS}/MicrosoftTeams.schema.json`;
export const LOCALISATION_SCHEMA = `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`;

export const ICONS = { color: 'color.png', outline: 'outline.png' } as const;

export interface AppFacts {
  /** The id of the bot's registration, which is the app's too: one app a bot. */
  readonly appId: string;
  readonly version: string;
  /** Where users reach the bot: an https address without a slash at the end. */
  readonly publicUrl: string;
  /** Who runs the bot. */
  readonly operator: string;
  /** For users of a language that the bot does not speak. */
  readonly defaultLanguage: Language;
}

type Manifest = TeamsManifestV1D22.TeamsManifestV1D22;

/** @param language - of the texts; a manifest is in the default language, localisation files in each */
export function manifestOf(facts: AppFacts, language = facts.defaultLanguage): Manifest {
  const { appId, version, publicUrl, operator, defaultLanguage } = facts;
  const { name, fullName, description, fullDescription, commands, search } = appTextsIn(language);
  return {
    $schema: MANIFEST_SCHEMA,
    manifestVersion: '1.22',
    version,
    id: appId,
    developer: {
      name: operator,
      websiteUrl: publicUrl,
      privacyUrl: `${publicUrl}/privacy`,
      termsOfUseUrl: `${publicUrl}/terms`,
    },
    localizationInfo: {
      defaultLanguageTag: defaultLanguage,
      defaultLanguageFile: localisationFile(defaultLanguage),
      additionalLanguages: LANGUAGES.filter((each) => each !== defaultLanguage).map((each) => ({
        languageTag: each,
        file: localisationFile(each),
      })),
    },
    name: { short: name, full: fullName },
    description: { short: description, full: fullDescription },
    icons: ICONS,
    accentColor: '#0067B8',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        isNotificationOnly: false,
        supportsFiles: false,
        supportsCalling: false,
        supportsVideo: false,
        commandLists: [{ scopes: ['personal', 'team', 'groupChat'], commands: [...commands] }],
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            id: SEARCH.command,
            type: 'query',
            context: ['compose', 'commandBox'],
            title: search.title,
            description: search.description,
            initialRun: true,
            parameters: [{ name: SEARCH.parameter, inputType: 'text', ...search.query }],
          },
        ],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(publicUrl).host],
  };
}

export function localisationFile(language: Language): string {
  return `${language}.json`;
}

/** What of a localisation schema is needed: the places of texts that a language may replace. */
export interface LocalisationSchema {
  readonly properties: object;
  readonly patternProperties: object;
}

/**
 * The texts of a manifest that a language may replace, by their place in it: `bots[0].commandLists[0].commands[0].title`.
 * They come from a manifest, so that a file lacks none.
 */
export function localisationOf(
  manifest: Manifest,
  { properties, patternProperties }: LocalisationSchema,
): Record<string, string> {
  const patterns = Object.keys(patternProperties).map((pattern) => new RegExp(pattern, 'u'));
  const isText = (place: string) => place in properties || patterns.some((pattern) => pattern.test(place));
  const texts = textsIn(manifest, '').filter(([place]) => isText(place));
  return { ...Object.fromEntries(texts), $schema: LOCALISATION_SCHEMA };
}

/** Every text within a value, with its place. */
function textsIn(value: unknown, place: string): [place: string, text: string][] {
  if (typeof value === 'string') return [[place, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, `${place}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    textsIn(each, place === '' ? key : `${place}.${key}`),
  );
}
