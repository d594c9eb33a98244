// The web chat over HTTP: the demo site, the chat page, the pages about privacy and terms, the launcher, their files, and
// suggestions.
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type restify from 'restify';
import { type Language, languageOfLocale } from '../../../knowledge/faq/language.js';
import type { Faq } from '../../../knowledge/faq/schema.js';
import type { AzureDirectLine } from '../directLine/azureDirectLine.js';
import { DirectLine } from '../directLine/directLine.js';
import { BASE, type Gate } from '../directLine/gate.js';
import type { Origins } from '../directLine/origins.js';
import { refuse } from '../directLine/routes.js';
import { queryOf } from '../../requestUrl.js';
import { LEGAL_PAGES, type LegalFacts } from '../../texts/legalTexts.js';
import { Assets } from './assets.js';
import { chatPolicy, demoPolicy, textPolicy } from './contentSecurity.js';
import { legalPage } from './legalPages.js';
import { chatPage, demoPage } from './pages.js';

export interface WebChatRoutes {
  /** The FAQ as it is now: it may change while the server runs. */
  readonly faq: () => Faq;
  readonly directLine: DirectLine | AzureDirectLine;
  readonly origins: Origins;
  readonly gate: Gate;
  readonly logger: Logger;
  readonly defaultLanguage: Language;
  /** What the privacy notice and the terms of use say about this bot. */
  readonly legal: LegalFacts;
  /** Questions for what is being typed, in a language. */
  readonly suggest: (text: string, language: Language) => readonly string[];
}

const LONGEST_TYPED = 200;
/** What the pages say besides their policy. */
const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
} as const;

/** @throws {Error} where the bot was not built */
export function addWebChatRoutes(
  server: restify.Server,
  { faq, directLine, origins, gate, logger, defaultLanguage, legal, suggest }: WebChatRoutes,
): void {
  const assets = new Assets();
  const azure = directLine instanceof DirectLine ? undefined : directLine.endpoint;

  const wished = (request: restify.Request): Language =>
    languageOfLocale(queryOf(request).get('lang') ?? undefined) ??
    languageOfLocale(request.headers['accept-language']?.split(/[,;]/)[0]) ??
    defaultLanguage;

  server.get('/', (request, response, next) => {
    const nonce = makeNonce();
    const language = wished(request);
    const { highlights, entries, title } = faq();
    const examples = highlights.flatMap((id) =>
      entries.filter((entry) => entry.id === id).map((entry) => entry.question[language]),
    );
    const address = origins.addressFor(request);
    const page = demoPage({ language, nonce, faq: title[language], examples, address }, assets);
    response.sendRaw(200, page, { ...PAGE_HEADERS, 'Content-Security-Policy': demoPolicy(nonce) });
    next();
  });

  server.get('/chat', (request, response, next) => {
    const nonce = makeNonce();
    const page = chatPage(
      {
        language: wished(request),
        nonce,
        title: faq().title,
        domain: azure === undefined ? BASE : `${azure}${BASE}`,
        allowedOrigins: origins.allowed,
      },
      assets,
    );
    const reached = azure ?? origins.addressFor(request);
    const streams = [reached.replace(/^http/, 'ws'), ...(azure === undefined ? [] : [azure])];
    const policy = chatPolicy(nonce, streams, origins.allowed);
    // It can't name several sites; the policy can.
    response.removeHeader('X-Frame-Options');
    response.sendRaw(200, page, { ...PAGE_HEADERS, 'Content-Security-Policy': policy });
    next();
  });

  for (const name of LEGAL_PAGES) {
    server.get(`/${name}`, (request, response, next) => {
      const nonce = makeNonce();
      const page = legalPage({ name, language: wished(request), nonce, facts: legal }, assets);
      response.sendRaw(200, page, { ...PAGE_HEADERS, 'Content-Security-Policy': textPolicy(nonce) });
      next();
    });
  }

  server.get('/widget.js', async (request: restify.Request, response: restify.Response) => {
    await assets.sendFixed('launcher.js', request, response);
  });

  server.get('/assets/:name', async (request: restify.Request, response: restify.Response) => {
    const { name } = request.params as { name: string };
    if (!(await assets.send(name, request, response)))
      response.json(404, { error: 'There is no such file.' });
  });

  server.get('/suggestions', async (request: restify.Request, response: restify.Response) => {
    try {
      await gate.checkRate(request);
      const text = queryOf(request).get('text')?.slice(0, LONGEST_TYPED) ?? '';
      const language = languageOfLocale(queryOf(request).get('language') ?? undefined) ?? defaultLanguage;
      response.setHeader('Cache-Control', 'no-store');
      response.json(200, { suggestions: suggest(text, language) });
    } catch (error) {
      refuse(response, error, logger);
    }
  });
}

function makeNonce(): string {
  return randomBytes(18).toString('base64');
}
