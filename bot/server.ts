// The HTTP server: the messaging endpoint, calendar files, ticket texts and the two health checks.
import type { Server } from 'node:http';
import { StatusCodes } from 'botbuilder';
import restify from 'restify';
import { refusal, type TurnResponse } from './adapter.js';
import { calendarFile } from './calendar.js';
import type { ComposedBot } from './compose.js';
import { activityOf } from './requestActivity.js';

/** A pasted log of a megabyte still gets a reply; larger requests are refused. */
const LARGEST_BODY = 2 * 1024 * 1024;

export class BotServer {
  readonly #server: restify.Server;

  constructor(bot: ComposedBot) {
    const { logger } = bot;
    this.#server = restify.createServer({ name: 'mpn-benefits-bot', handleUncaughtExceptions: false });
    this.#server.use(restify.plugins.bodyParser({ maxBodySize: LARGEST_BODY, mapParams: false }));

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
        await bot.checkReady();
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

function send(response: restify.Response, { status, body }: TurnResponse): void {
  response.status(status);
  if (body === undefined) response.end();
  else response.json(status, body);
}
