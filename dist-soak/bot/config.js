// Reads the configuration from the environment and says, one sentence a mistake, what is wrong with it.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { LANGUAGES } from '../knowledge/faq/language.js';
import { shippedFaqPath } from '../knowledge/faq/loadFaq.js';
/** A configuration that the bot can't start with; `problems` holds one sentence a mistake. */
export class ConfigError extends Error {
    problems;
    name = 'ConfigError';
    constructor(problems) {
        super(problems.join('\n'));
        this.problems = problems;
    }
}
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const APP_TYPES = ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'];
const oneOf = (values) => z.enum(values, `must be one of ${values.join(', ')}`);
/** Settings that are never shown. */
const MAY_HOLD_SECRET = new Set(['MicrosoftAppPassword', 'DATABASE_URL', 'METRICS_TOKEN']);
/** Messages a second of one sender, where strangers can send any. */
const DEFAULT_RATE = 10;
const guid = z.guid('must be an id like 00000000-0000-0000-0000-000000000000');
const schema = z
    .object({
    PORT: z
        .string()
        .default('3978')
        .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65535, 'must be a port number from 0 to 65535')
        .transform(Number),
    DATABASE_URL: z
        .string()
        .refine(isDatabaseUrl, 'must be like file:data/bot.db, or like postgres://user:password@host/database with special characters in the password percent-encoded')
        .default('file:data/bot.db'),
    KEEP_CONVERSATIONS_DAYS: z
        .string()
        .default('90')
        .refine((days) => /^\d{1,4}$/.test(days) && Number(days) > 0, 'must be a number of days from 1 to 9999')
        .transform(Number),
    TURN_LIMIT_SECONDS: z
        .string()
        .default('10')
        .refine((seconds) => /^\d{1,3}$/.test(seconds) && Number(seconds) > 0, 'must be a number of seconds from 1 to 999')
        .transform(Number),
    MESSAGES_PER_SECOND: z
        .string()
        .refine((rate) => /^\d{1,6}$/.test(rate) && Number(rate) > 0, 'must be a number of messages from 1 to 999999')
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
    LOG_LEVEL: oneOf(LOG_LEVELS).default('info'),
    MicrosoftAppType: oneOf(APP_TYPES).default('SingleTenant'),
    MicrosoftAppId: guid.optional(),
    MicrosoftAppPassword: z.string().optional(),
    MicrosoftAppTenantId: guid.optional(),
})
    .superRefine((env, context) => {
    const needs = (name, when) => {
        if (env[name] === undefined)
            context.addIssue({ code: 'custom', path: [name], message: `is needed ${when}` });
    };
    if (env.MicrosoftAppId === undefined) {
        for (const name of ['MicrosoftAppPassword', 'MicrosoftAppTenantId']) {
            if (env[name] !== undefined) {
                context.addIssue({ code: 'custom', path: [name], message: 'is set, but MicrosoftAppId is not' });
            }
        }
        return;
    }
    if (env.MicrosoftAppType !== 'UserAssignedMSI')
        needs('MicrosoftAppPassword', 'where MicrosoftAppId is set');
    if (env.MicrosoftAppType !== 'MultiTenant')
        needs('MicrosoftAppTenantId', `for ${env.MicrosoftAppType}`);
});
/**
 * @param env - environment variables; empty ones count as not set
 * @throws {ConfigError}
 */
export function readConfig(env) {
    const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''));
    const parsed = schema.safeParse(given);
    if (!parsed.success) {
        throw new ConfigError(parsed.error.issues.map(({ path, message }) => {
            const name = String(path[0]);
            const value = given[name];
            const shown = value === undefined || MAY_HOLD_SECRET.has(name) ? '' : ` (it is "${value}")`;
            return `${name} ${message}${shown}`;
        }));
    }
    const { PORT, DATABASE_URL, KEEP_CONVERSATIONS_DAYS, TURN_LIMIT_SECONDS, MESSAGES_PER_SECOND, METRICS_TOKEN, DEFAULT_LANGUAGE, DEFAULT_TIME_ZONE, FAQ_PATH, LOG_LEVEL, PUBLIC_URL, ...registration } = parsed.data;
    return {
        port: PORT,
        host: registration.MicrosoftAppId === undefined ? '127.0.0.1' : undefined,
        database: databaseAt(DATABASE_URL),
        keepConversationsDays: KEEP_CONVERSATIONS_DAYS,
        turnLimitSeconds: TURN_LIMIT_SECONDS,
        messagesPerSecond: MESSAGES_PER_SECOND ?? (registration.MicrosoftAppId === undefined ? undefined : DEFAULT_RATE),
        metrics: metricsFor(METRICS_TOKEN, registration.MicrosoftAppId !== undefined),
        defaultLanguage: DEFAULT_LANGUAGE,
        defaultTimeZone: DEFAULT_TIME_ZONE,
        faqPath: resolve(FAQ_PATH),
        publicUrl: (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/$/, ''),
        logLevel: LOG_LEVEL,
        registration: registration.MicrosoftAppId === undefined ? undefined : registration,
    };
}
/** The environment with the settings of the `.env` file in the working directory, where there is one. */
export function environment() {
    if (existsSync('.env'))
        process.loadEnvFile('.env');
    return process.env;
}
function metricsFor(token, isReachable) {
    if (token !== undefined)
        return { token };
    return isReachable ? 'nobody' : 'anybody';
}
function isDatabaseUrl(url) {
    if (url.startsWith('file:'))
        return url.length > 'file:'.length;
    return /^postgres(?:ql)?:\/\//.test(url) && URL.canParse(url);
}
function databaseAt(url) {
    if (!url.startsWith('file:'))
        return { kind: 'postgres', url };
    const file = url.slice('file:'.length);
    return { kind: 'sqlite', file: file === ':memory:' ? file : resolve(file) };
}
function isTimeZone(name) {
    try {
        new Intl.DateTimeFormat('en', { timeZone: name });
        return true;
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=config.js.map