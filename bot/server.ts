// The HTTP server: the messaging endpoint, calendar files, ticket texts and the two health checks.
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { StatusCodes } from 'botbuilder';
import helmet from 'helmet';
import restify from 'restify';
import { refusal, type TurnResponse } from './adapter.js';
import { calendarFile } from './calendar.js';
import type { ComposedBot } from './compose.js';
import { activityOf } from './requestActivity.js';

/** A pasted log of a megabyte still gets a reply; larger requests are refused. */
const LARGEST_BODY = 2 * 1024 * 1024;
/** Requests that are worked on at once; more are told to come back. */
const MOST_REQUESTS = 1000;
const MOST_CONNECTIONS = 2000;
/** Milliseconds that a client has for the head of a request, and for all of it. */
const HEAD_LIMIT = 10_000;
const REQUEST_LIMIT = 30_000;
/** Milliseconds in which the database has to show that it can be written. */
const READY_LIMIT = 3000;

export class BotServer {
  readonly #server: restify.Server;

  constructor(bot: ComposedBot) {
    const { logger } = bot;
    this.#server = restify.createServer({ name: 'mpn-benefits-bot', handleUncaughtExceptions: false });
    this.limit();
    this.#server.pre(withoutEncoding);
    this.#server.pre(secureHeaders);
    // Only JSON: nothing here takes forms or files.
    const parsing = { maxBodySize: LARGEST_BODY, mapParams: false };
    this.#server.use(restify.plugins.jsonBodyParser(parsing));

    this.#server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
      const { activity, problems } = activityOf(request.body as unknown);
      const result = activity
        ? await bot.turn(activity, request.headers.authorization)
        : refusal(StatusCodes.BAD_REQUEST, problems.join('; '));
      if (problems) logger.warn({ problems }, 'malformed activity');
      send(response, result);
    });

    this.#server.get('/calendar/:rule/:date/:file', (request, response, next) => {
      const { rule, date, file } = request.params as Record<'rule' | 'date' | 'file', string>;
      const calendar = calendarFile(rule, date, file.replace(/\.ics$/, ''));
      if (calendar === undefined) {
        send(response, refusal(StatusCodes.NOT_FOUND, 'There is no such calendar file.'));
      } else {
        response.sendRaw(StatusCodes.OK, calendar, {
          'Content-Type': 'text/calendar; charset=utf-8',
          'Content-Disposition': `attachment; filename="${rule}-${date}.ics"`,
        });
      }
      next();
    });

    this.#server.get('/tickets/:id/:file', async (request: restify.Request, response: restify.Response) => {
      const { id, file } = request.params as Record<'id' | 'file', string>;
      const ticket = await bot.ticketFile(id, file.replace(/\.txt$/, ''));
      if (ticket === undefined) {
        send(response, refusal(StatusCodes.NOT_FOUND, 'There is no such ticket, or no longer.'));
      } else {
        // Notepad on Windows takes a file for UTF-8 for certain only with a byte order mark.
        response.sendRaw(StatusCodes.OK, `\uFEFF${ticket.replaceAll('\n', '\r\n')}\r\n`, {
          'Content-Type': 'text/plain; charset=utf-8',
          'Content-Disposition': 'attachment; filename="support-ticket.txt"',
          'Cache-Control': 'no-store',
          'X-Content-Type-Options': 'nosniff',
        });
      }
    });

    this.#server.get('/healthz', (_request, response, next) => {
      send(response, { status: StatusCodes.OK, body: { status: 'alive' } });
      next();
    });

    this.#server.get('/readyz', async (_request: restify.Request, response: restify.Response) => {
      try {
        await within(READY_LIMIT, bot.checkReady());
        send(response, { status: StatusCodes.OK, body: { status: 'ready' } });
      } catch (error) {
        logger.error({ err: error }, 'not ready');
        send(response, { status: 503, body: { status: 'not ready' } });
      }
    });
  }

  /**
   * Starts to listen.
   * @param host - undefined for every interface
   * @returns the port, which the system chooses where 0 was asked for
   */
  async listen(port: number, host: string | undefined): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => {
        this.#server.off('error', reject);
        resolve(this.#server.address().port);
      });
    });
  }

  private limit(): void {
    const server = this.#server.server as Server;
    server.maxConnections = MOST_CONNECTIONS;
    server.headersTimeout = HEAD_LIMIT;
    server.requestTimeout = REQUEST_LIMIT;
    this.#server.pre(
      restify.plugins.inflightRequestThrottle({
        limit: MOST_REQUESTS,
        server: this.#server,
        err: Object.assign(new Error('The bot has too much to do. Please try again.'), { statusCode: 503 }),
      }),
    );
  }

  /** Takes no new requests and waits for those in flight. */
  async close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => {
        resolve();
      });
      (this.#server.server as Server).closeIdleConnections();
    });
  }
}

/** What a browser must not do with anything that the bot serves; a page that needs more says so itself. */
const secureHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
});

/** Compressed, a small body could become one that fills the memory. */
const withoutEncoding: restify.RequestHandler = (request, response, next) => {
  if (request.headers['content-encoding'] === undefined) {
    next();
    return;
  }
  send(response, refusal(415, 'The body must not be compressed.'));
  next(false);
};

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

function send(response: restify.Response, { status, body, headers = {} }: TurnResponse): void {
  response.status(status);
  for (const [name, value] of Object.entries(headers)) response.header(name, value);
  if (body === undefined) response.end();
  else response.json(status, body);
}
