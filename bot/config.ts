// Reads the configuration from the environment and says, one sentence a mistake, what is wrong with it.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { LANGUAGES } from '../knowledge/faq/language.js';
import { shippedFaqPath } from '../knowledge/faq/loadFaq.js';
import { isDatabaseUrl, isOrigin, isOutside, isTimeZone } from './settingFormats.js';
import type { DatabaseAddress } from './storage/database.js';

/** A configuration that the bot can't start with; `problems` holds one sentence a mistake. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const APP_TYPES = ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const;
const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, `must be one of ${values.join(', ')}`);
/** Settings that are never shown. */
const MAY_HOLD_SECRET = new Set([
  'MicrosoftAppPassword',
  'DATABASE_URL',
  'METRICS_TOKEN',
  'DIRECT_LINE_SECRET',
  'DIRECT_LINE_SIGNING_KEY',
]);
/** Messages a second of one sender, where strangers can send any. */
const DEFAULT_RATE = 10;
/** What Teams takes of the name of an app's developer. */
export const MOST_OF_NAME = 32;
const guid = z.guid('must be an id like 00000000-0000-0000-0000-000000000000');

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `must be a whole number from ${least} to ${most}`,
    )
    .transform(Number);

const schema = z
  .object({
    PORT: z
      .string()
      .default('3978')
      .refine(
        (port) => /^\d{1,5}$/.test(port) && Number(port) <= 65535,
        'must be a port number from 0 to 65535',
      )
      .transform(Number),
    DATABASE_URL: z
      .string()
      .refine(
        isDatabaseUrl,
        'must be like file:data/bot.db, or like postgres://user:password@host/database with special characters in the password percent-encoded',
      )
      .default('file:data/bot.db'),
    KEEP_CONVERSATIONS_DAYS: z
      .string()
      .default('90')
      .refine((days) => /^\d{1,4}$/.test(days) && Number(days) > 0, 'must be a number of days from 1 to 9999')
      .transform(Number),
    KEEP_OUTCOMES_DAYS: wholeNumber(1, 9999).default(180),
    STORE_QUESTIONS: oneOf(['true', 'false'])
      .default('false')
      .transform((text) => text === 'true'),
    TURN_LIMIT_SECONDS: z
      .string()
      .default('10')
      .refine(
        (seconds) => /^\d{1,3}$/.test(seconds) && Number(seconds) > 0,
        'must be a number of seconds from 1 to 999',
      )
      .transform(Number),
    MESSAGES_PER_SECOND: z
      .string()
      .refine(
        (rate) => /^\d{1,6}$/.test(rate) && Number(rate) > 0,
        'must be a number of messages from 1 to 999999',
      )
      .transform(Number)
      .optional(),
    METRICS_TOKEN: z.string().optional(),
    DEFAULT_LANGUAGE: oneOf(LANGUAGES).default('en'),
    DEFAULT_TIME_ZONE: z
      .string()
      .refine(isTimeZone, 'must be a time zone like Asia/Tokyo')
      .default('Asia/Tokyo'),
    FAQ_PATH: z.string().default(shippedFaqPath),
    PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
    OPERATOR_NAME: z
      .string()
      .trim()
      .max(MOST_OF_NAME, `must have ${MOST_OF_NAME} characters at most`)
      .optional(),
    ALLOWED_ORIGINS: z
      .string()
      .default('')
      .transform((list) => list.split(/[\s,]+/).filter((origin) => origin !== ''))
      .refine(
        (origins) => origins.every(isOrigin),
        'must list origins like https://portal.example, without a path, separated by commas',
      ),
    DIRECT_LINE_SIGNING_KEY: z.string().min(32, 'must have 32 characters at least').optional(),
    DIRECT_LINE_SECRET: z.string().optional(),
    DIRECT_LINE_ENDPOINT: z
      .string()
      .refine(isOrigin, 'must be like https://directline.botframework.com, without a path')
      .default('https://directline.botframework.com'),
    REQUESTS_PER_MINUTE: wholeNumber(1, 1_000_000).default(600),
    TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
    LOG_LEVEL: oneOf(LOG_LEVELS).default('info'),
    MicrosoftAppType: oneOf(APP_TYPES).default('SingleTenant'),
    MicrosoftAppId: guid.optional(),
    MicrosoftAppPassword: z.string().optional(),
    MicrosoftAppTenantId: guid.optional(),
  })
  .superRefine((env, context) => {
    const needs = (name: 'MicrosoftAppPassword' | 'MicrosoftAppTenantId', when: string) => {
      if (env[name] === undefined)
        context.addIssue({ code: 'custom', path: [name], message: `is needed ${when}` });
    };
    if (env.MicrosoftAppId === undefined) {
      for (const name of ['MicrosoftAppPassword', 'MicrosoftAppTenantId'] as const) {
        if (env[name] !== undefined) {
          context.addIssue({ code: 'custom', path: [name], message: 'is set, but MicrosoftAppId is not' });
        }
      }
      return;
    }
    if (env.MicrosoftAppType !== 'UserAssignedMSI')
      needs('MicrosoftAppPassword', 'where MicrosoftAppId is set');
    if (env.MicrosoftAppType !== 'MultiTenant') needs('MicrosoftAppTenantId', `for ${env.MicrosoftAppType}`);
  });

/** The settings of the bot. */
export interface Config {
  readonly port: number;
  /** Loopback only while there is no app id: requests are then unsigned. */
  readonly host: '127.0.0.1' | undefined;
  readonly database: DatabaseAddress;
  /** How many days after its last use a conversation is forgotten. */
  readonly keepConversationsDays: number;
  /** How many days the outcome of a question is kept for the report. */
  readonly keepOutcomesDays: number;
  /** Whether the words of questions are kept with their outcomes. */
  readonly storeQuestions: boolean;
  /** After how many seconds a turn is given up. */
  readonly turnLimitSeconds: number;
  /**
   * Whose messages `/api/messages` takes: signed ones, with an app id; without one unsigned ones of this computer, and
   * none where the bot is reached from outside.
   */
  readonly messages: 'signed' | 'of this computer' | 'none';
  /** How many messages of one sender are taken a second, as a mean; undefined for any number. */
  readonly messagesPerSecond: number | undefined;
  /** Who may read the metrics: nobody, anybody on this computer, or who has the token. */
  readonly metrics: 'nobody' | 'anybody' | { readonly token: string };
  readonly defaultLanguage: (typeof LANGUAGES)[number];
  /** An IANA time zone, for clients that don't tell the user's. */
  readonly defaultTimeZone: string;
  readonly faqPath: string;
  /** Where users reach the bot's files, without a slash at the end. */
  readonly publicUrl: string;
  /** Who runs the bot. */
  readonly operatorName: string;
  /** Origins of the sites that may embed the chat or use Direct Line. */
  readonly allowedOrigins: readonly string[];
  readonly directLine: {
    /** The secret that tokens are signed with; undefined to make one and keep it in the database. */
    readonly signingKey: string | undefined;
    /** Azure's service in the place of the built-in one. */
    readonly azure: { readonly secret: string; readonly endpoint: string } | undefined;
    /** What one address may ask of it. */
    readonly requestsPerMinute: number;
    /** How many proxies in front of the server add to X-Forwarded-For. */
    readonly trustedProxies: number;
  };
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** The Azure registration, in the names that the Bot Framework SDK reads; undefined without an app id. */
  readonly registration: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * @param env - environment variables; empty ones count as not set
 * @throws {ConfigError}
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => {
        const name = String(path[0]);
        const value = given[name];
        const shown = value === undefined || MAY_HOLD_SECRET.has(name) ? '' : ` (it is "${value}")`;
        return `${name} ${message}${shown}`;
      }),
    );
  }
  const {
    PORT,
    DATABASE_URL,
    KEEP_CONVERSATIONS_DAYS,
    KEEP_OUTCOMES_DAYS,
    STORE_QUESTIONS,
    TURN_LIMIT_SECONDS,
    MESSAGES_PER_SECOND,
    METRICS_TOKEN,
    DEFAULT_LANGUAGE,
    DEFAULT_TIME_ZONE,
    FAQ_PATH,
    ALLOWED_ORIGINS,
    DIRECT_LINE_SIGNING_KEY,
    DIRECT_LINE_SECRET,
    DIRECT_LINE_ENDPOINT,
    REQUESTS_PER_MINUTE,
    TRUSTED_PROXIES,
    LOG_LEVEL,
    PUBLIC_URL = `http://localhost:${PORT}`,
    OPERATOR_NAME,
    ...registration
  } = parsed.data;
  const messages =
    registration.MicrosoftAppId !== undefined
      ? 'signed'
      : isOutside(PUBLIC_URL)
        ? 'none'
        : 'of this computer';
  return {
    port: PORT,
    host: registration.MicrosoftAppId === undefined ? '127.0.0.1' : undefined,
    database: databaseAt(DATABASE_URL),
    keepConversationsDays: KEEP_CONVERSATIONS_DAYS,
    keepOutcomesDays: KEEP_OUTCOMES_DAYS,
    storeQuestions: STORE_QUESTIONS,
    turnLimitSeconds: TURN_LIMIT_SECONDS,
    messagesPerSecond:
      MESSAGES_PER_SECOND ?? (registration.MicrosoftAppId === undefined ? undefined : DEFAULT_RATE),
    messages,
    metrics: metricsFor(METRICS_TOKEN, messages),
    defaultLanguage: DEFAULT_LANGUAGE,
    defaultTimeZone: DEFAULT_TIME_ZONE,
    faqPath: resolve(FAQ_PATH),
    publicUrl: PUBLIC_URL.replace(/\/$/, ''),
    operatorName: OPERATOR_NAME ?? new URL(PUBLIC_URL).hostname,
    allowedOrigins: ALLOWED_ORIGINS,
    directLine: {
      signingKey: DIRECT_LINE_SIGNING_KEY,
      azure:
        DIRECT_LINE_SECRET === undefined
          ? undefined
          : { secret: DIRECT_LINE_SECRET, endpoint: DIRECT_LINE_ENDPOINT },
      requestsPerMinute: REQUESTS_PER_MINUTE,
      trustedProxies: TRUSTED_PROXIES,
    },
    logLevel: LOG_LEVEL,
    registration: registration.MicrosoftAppId === undefined ? undefined : registration,
  };
}

/**
 * Without an app id the bot listens on this computer only, so that visitors from outside come through a proxy there.
 * @throws {ConfigError} where the server could not tell them apart, and one could use up the limits of all
 */
export function checkVisitorsDiffer({ messages, directLine }: Config): void {
  if (messages !== 'none' || directLine.trustedProxies > 0) return;
  throw new ConfigError([
    'TRUSTED_PROXIES must be 1 or more where PUBLIC_URL is an outside address and MicrosoftAppId is not set: visitors then come through a proxy on this computer, and would all count as one',
  ]);
}

/**
 * The settings of the commands that look into the database. Mistakes in others don't matter to them.
 * @throws {ConfigError}
 */
export function readCommandSettings({ DATABASE_URL, DEFAULT_TIME_ZONE }: NodeJS.ProcessEnv): {
  readonly database: DatabaseAddress;
  readonly timeZone: string;
} {
  const { database, defaultTimeZone } = readConfig({ DATABASE_URL, DEFAULT_TIME_ZONE });
  return { database, timeZone: defaultTimeZone };
}

/** The environment with the settings of the `.env` file in the working directory, where there is one. */
export function environment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

function metricsFor(token: string | undefined, messages: Config['messages']): Config['metrics'] {
  if (token !== undefined) return { token };
  return messages === 'of this computer' ? 'anybody' : 'nobody';
}

function databaseAt(url: string): DatabaseAddress {
  if (!url.startsWith('file:')) return { kind: 'postgres', url };
  const file = url.slice('file:'.length);
  return { kind: 'sqlite', file: file === ':memory:' ? file : resolve(file) };
}
