// The HTTP server: the messaging endpoint, calendar files, ticket texts, and what operators ask.
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { StatusCodes } from 'botbuilder';
import restify from 'restify';
import { refusal, type TurnResponse } from './adapter.js';
import { calendarFile } from './calendar.js';
import { DirectLine } from './channels/directLine/directLine.js';
import { Gate } from './channels/directLine/gate.js';
import { Origins } from './channels/directLine/origins.js';
import { addDirectLineRoutes } from './channels/directLine/routes.js';
import { Streams } from './channels/directLine/stream.js';
import { addWebChatRoutes } from './channels/webChat/routes.js';
import { clientAddress } from './clientAddress.js';
import type { ComposedBot } from './compose.js';
import { isFromHere } from './loopback.js';
import { addOperations } from './operations.js';
import { protect } from './protection.js';
import { activityOf } from './requestActivity.js';
import { requestIdOf, setRequestId } from './requestId.js';

/** More would push the chat out of a phone's screen. */
const MOST_SUGGESTIONS = 3;

/** The SDK's list of status codes lacks it. */
const FORBIDDEN = 403;
const NOT_FROM_HERE =
  'Without MicrosoftAppId /api/messages takes messages of programs on this computer only: sent to localhost, through no proxy, and while PUBLIC_URL is no outside address.';
/** Characters of what strangers send that get into the log. */
const MAX_LOGGED = 100;

/** Milliseconds between looks at whether connections that carry no request keep the server from closing. */
const CLOSING_CHECK = 100;

export class BotServer {
  readonly #server: restify.Server;
  readonly #streams: Streams | undefined;

  constructor(bot: ComposedBot) {
    const { config, directLine, logger, metrics } = bot;
    this.#server = restify.createServer({ name: 'mpn-benefits-bot', handleUncaughtExceptions: false });
    protect(this.#server, config.directLine.trustedProxies);
    addOperations(this.#server, bot);

    const origins = new Origins(config.publicUrl, config.allowedOrigins, config.host !== undefined);
    const { requestsPerMinute, trustedProxies } = config.directLine;
    const gate = new Gate(origins, requestsPerMinute, trustedProxies);
    addDirectLineRoutes(this.#server, { directLine, origins, gate, logger });
    addWebChatRoutes(this.#server, {
      faq: () => bot.index.faq,
      directLine,
      origins,
      gate,
      logger,
      defaultLanguage: config.defaultLanguage,
      legal: {
        operator: config.operatorName,
        keepDays: config.keepConversationsDays,
        outcomeDays: config.keepOutcomesDays,
        storesQuestions: config.storeQuestions,
      },
      suggest: (text, language) =>
        bot.index.suggestions(text, language, MOST_SUGGESTIONS).map(({ question }) => question),
    });
    if (directLine instanceof DirectLine) {
      this.#streams = new Streams(directLine, gate, logger);
      this.#streams.attach(this.#server.server);
    } else {
      // restify hears of upgrades, so that Node leaves them open for ever.
      this.#server.server.on('upgrade', (_request: unknown, socket: Duplex) => socket.destroy());
    }

    this.#server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
      const id = requestIdOf(request.headers['x-request-id']);
      response.header('X-Request-Id', id);
      const result = mayTake(request) ?? (await messages(request, id));
      if (result.status >= 400) metrics.countRefusal(result.status);
      send(response, result);
    });

    /** @returns a refusal where the request may not even bring a message */
    const mayTake = (request: restify.Request): TurnResponse | undefined => {
      if (config.messages === 'signed') return undefined;
      if (config.messages === 'of this computer' && isFromHere(request)) return undefined;
      logger.warn({ host: request.headers.host?.slice(0, MAX_LOGGED) }, NOT_FROM_HERE);
      return refusal(FORBIDDEN, NOT_FROM_HERE);
    };

    const messages = async (request: restify.Request, id: string): Promise<TurnResponse> => {
      const { activity, problems } = activityOf(request.body);
      if (activity) {
        setRequestId(activity, id);
        const { authorization } = request.headers;
        return bot.turn(activity, authorization, clientAddress(request, config.directLine.trustedProxies));
      }
      logger.warn({ request: id, problems }, 'malformed activity');
      return refusal(StatusCodes.BAD_REQUEST, problems.join('; '));
    };

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
        });
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
    this.#streams?.close();
    return new Promise((resolve) => {
      // Browsers open connections ahead of need, and Node does not count one without a request as idle.
      const hanging = setInterval(() => {
        if (this.#server.inflightRequests() === 0) (this.#server.server as Server).closeAllConnections();
      }, CLOSING_CHECK);
      this.#server.close(() => {
        clearInterval(hanging);
        resolve();
      });
      (this.#server.server as Server).closeIdleConnections();
    });
  }
}

function send(response: restify.Response, { status, body, headers = {} }: TurnResponse): void {
  response.status(status);
  for (const [name, value] of Object.entries(headers)) response.header(name, value);
  if (body === undefined) response.end();
  else response.json(status, body);
}
