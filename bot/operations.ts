// What operators ask the server: whether it lives, whether it can serve turns, and its metrics.
import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { StatusCodes } from 'botbuilder';
import type restify from 'restify';
import type { ComposedBot } from './compose.js';
import type { Config } from './config.js';
import { isFromHere } from './loopback.js';

const SERVICE_UNAVAILABLE = 503;
/** Milliseconds in which the database has to show that it can be written. */
const READY_LIMIT = 3000;
/** Milliseconds for which what was found out holds: a flood of questions must not become one of writes. */
const READY_KEPT_MS = 1000;

export function addOperations(server: restify.Server, bot: ComposedBot): void {
  const { logger, metrics, metricsAccess } = bot;

  server.get('/healthz', (_request, response, next) => {
    response.json(StatusCodes.OK, { status: 'alive' });
    next();
  });

  const isReady = shared(READY_KEPT_MS, async () => {
    try {
      await within(READY_LIMIT, bot.checkReady());
      return true;
    } catch (error) {
      logger.error({ err: error }, 'not ready');
      return false;
    }
  });
  // A file that was deleted is told at once, though a second ago it could still be written.
  const isInPlace = () => {
    try {
      bot.checkInPlace();
      return true;
    } catch {
      return false;
    }
  };
  server.get('/readyz', async (_request: restify.Request, response: restify.Response) => {
    if ((await isReady()) && isInPlace()) response.json(StatusCodes.OK, { status: 'ready' });
    else response.json(SERVICE_UNAVAILABLE, { status: 'not ready' });
  });

  server.get('/metrics', async (request: restify.Request, response: restify.Response) => {
    if (!mayRead(metricsAccess, request)) {
      response.json(StatusCodes.NOT_FOUND, {
        error: { code: 'NotFound', message: '/metrics does not exist' },
      });
      return;
    }
    const { type, body } = await metrics.text();
    response.sendRaw(StatusCodes.OK, body, { 'Content-Type': type });
  });
}

function mayRead(access: Config['metrics'], request: restify.Request): boolean {
  if (typeof access === 'string') return access === 'anybody' && isFromHere(request);
  const { authorization = '' } = request.headers;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization), digest(`Bearer ${access.token}`));
}

/** Work that never fails and is done once for all who ask while it is done, and for some milliseconds afterwards. */
function shared<T>(keptMs: number, work: () => Promise<T>): () => Promise<T> {
  let last: Promise<T> | undefined;
  return () =>
    (last ??= work().finally(() => {
      setTimeout(() => (last = undefined), keptMs).unref();
    }));
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const limit = new AbortController();
  const late = delay(milliseconds, undefined, { signal: limit.signal }).then(() => {
    throw new Error(`no answer within ${milliseconds} ms`);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    limit.abort();
  }
}
