// Direct Line over HTTP: the paths of the protocol.
import type { Logger } from 'pino';
import type restify from 'restify';
import { z } from 'zod';
import type { AzureDirectLine } from './azureDirectLine.js';
import { type ConversationToken, DirectLine } from './directLine.js';
import { DirectLineError } from './directLineError.js';
import { BASE, type Gate, LARGEST_ACTIVITY, tooLarge } from './gate.js';
import type { Origins } from './origins.js';
import { pathOf, queryOf } from '../../requestUrl.js';

export interface DirectLineRoutes {
  readonly directLine: DirectLine | AzureDirectLine;
  readonly origins: Origins;
  readonly gate: Gate;
  readonly logger: Logger;
}

/** What may stand in the body of a request that starts a conversation. */
const Start = z.object({ locale: z.string().max(35).optional().catch(undefined) });

type Work = (request: restify.Request) => Promise<{ status: number; body: unknown }>;

/** Adds the paths to a server; with Azure's service only the one that gives out its tokens. */
export function addDirectLineRoutes(
  server: restify.Server,
  { directLine, origins, gate, logger }: DirectLineRoutes,
): void {
  server.pre((request, response, next) => {
    if (!pathOf(request).startsWith(`${BASE}/`)) {
      next();
      return;
    }
    gate.setHeaders(request, response);
    void gate
      .check(request)
      .then(() => {
        if (request.method !== 'OPTIONS') return true;
        response.status(204);
        response.end();
        return false;
      })
      .catch((error: unknown) => {
        // The rest of the body is not waited for.
        response.setHeader('Connection', 'close');
        refuse(response, error, logger);
        return false;
      })
      .then((goesOn) => {
        next(goesOn ? undefined : false);
      });
  });

  const answer = (work: Work) => async (request: restify.Request, response: restify.Response) => {
    try {
      if (Buffer.byteLength(rawBody(request)) > LARGEST_ACTIVITY) throw tooLarge();
      const { status, body } = await work(request);
      response.json(status, body);
    } catch (error) {
      refuse(response, error, logger);
    }
  };

  server.post(
    `${BASE}/tokens/generate`,
    answer(async (request) => {
      if (!origins.isAllowed(request)) {
        // Browsers say where a request comes from; without it nobody knows that the page is allowed.
        throw new DirectLineError(403, 'Only pages of allowed origins get a token.');
      }
      const former = bearer(request);
      return { status: 200, body: await directLine.generateToken(former) };
    }),
  );
  if (!(directLine instanceof DirectLine)) return;

  const opened = (request: restify.Request, { streamPath, ...conversation }: ConversationToken) => ({
    ...conversation,
    streamUrl: `${origins.addressFor(request).replace(/^http/, 'ws')}${BASE}/${streamPath!}`,
  });

  server.post(
    `${BASE}/tokens/refresh`,
    answer(async (request) => ({ status: 200, body: await directLine.refreshToken(tokenOf(request)) })),
  );
  server.post(
    `${BASE}/conversations`,
    answer(async (request) => {
      const { locale } = Start.safeParse(request.body).data ?? {};
      const { isNew, conversation } = await directLine.start(tokenOf(request), locale);
      return { status: isNew ? 201 : 200, body: opened(request, conversation) };
    }),
  );
  server.get(
    `${BASE}/conversations/:id`,
    answer(async (request) => ({
      status: 200,
      body: opened(
        request,
        await directLine.reconnect(tokenOf(request), idIn(request), watermarkIn(request)),
      ),
    })),
  );
  server.get(
    `${BASE}/conversations/:id/activities`,
    answer(async (request) => ({
      status: 200,
      body: await directLine.activities(tokenOf(request), idIn(request), watermarkIn(request)),
    })),
  );
  server.post(
    `${BASE}/conversations/:id/activities`,
    answer(async (request) => ({
      status: 200,
      body: { id: await directLine.post(tokenOf(request), idIn(request), request.body as unknown) },
    })),
  );
}

/** Sends a refusal, or the news that something failed here. */
export function refuse(response: restify.Response, error: unknown, logger: Logger): void {
  const refusal =
    error instanceof DirectLineError
      ? error
      : new DirectLineError(500, 'The request could not be processed.');
  if (refusal.status >= 500) logger.error({ err: error }, 'direct line request failed');
  else logger.warn({ reason: refusal.message }, 'direct line request refused');
  if (refusal.retryAfter !== undefined) response.setHeader('Retry-After', String(refusal.retryAfter));
  response.json(refusal.status, refusal.body);
}

function bearer({ headers }: restify.Request): string | undefined {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

function tokenOf(request: restify.Request): string {
  const token = bearer(request);
  if (token === undefined) throw new DirectLineError(401, 'The request carries no token.');
  return token;
}

function idIn(request: restify.Request): string {
  return (request.params as { id: string }).id;
}

function watermarkIn(request: restify.Request): string {
  return queryOf(request).get('watermark') ?? '';
}

function rawBody(request: restify.Request): string {
  const raw = (request as { rawBody?: unknown }).rawBody;
  return typeof raw === 'string' ? raw : '';
}
