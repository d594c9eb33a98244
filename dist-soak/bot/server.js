import { StatusCodes } from 'botbuilder';
import restify from 'restify';
import { refusal } from './adapter.js';
import { calendarFile } from './calendar.js';
import { addOperations } from './operations.js';
import { protect } from './protection.js';
import { activityOf } from './requestActivity.js';
import { currentRequest, requestIdOf } from './requestId.js';
export class BotServer {
    #server;
    constructor(bot) {
        const { logger, metrics } = bot;
        this.#server = restify.createServer({ name: 'mpn-benefits-bot', handleUncaughtExceptions: false });
        protect(this.#server);
        addOperations(this.#server, bot);
        this.#server.post('/api/messages', async (request, response) => {
            const id = requestIdOf(request.headers['x-request-id']);
            response.header('X-Request-Id', id);
            const result = await currentRequest.run(id, () => messages(request.body, request.headers.authorization));
            if (result.status >= 400)
                metrics.countRefusal(result.status);
            send(response, result);
        });
        const messages = async (body, authorization) => {
            const { activity, problems } = activityOf(body);
            if (activity)
                return bot.turn(activity, authorization);
            logger.warn({ problems }, 'malformed activity');
            return refusal(StatusCodes.BAD_REQUEST, problems.join('; '));
        };
        this.#server.get('/calendar/:rule/:date/:file', (request, response, next) => {
            const { rule, date, file } = request.params;
            const calendar = calendarFile(rule, date, file.replace(/\.ics$/, ''));
            if (calendar === undefined) {
                send(response, refusal(StatusCodes.NOT_FOUND, 'There is no such calendar file.'));
            }
            else {
                response.sendRaw(StatusCodes.OK, calendar, {
                    'Content-Type': 'text/calendar; charset=utf-8',
                    'Content-Disposition': `attachment; filename="${rule}-${date}.ics"`,
                });
            }
            next();
        });
        this.#server.get('/tickets/:id/:file', async (request, response) => {
            const { id, file } = request.params;
            const ticket = await bot.ticketFile(id, file.replace(/\.txt$/, ''));
            if (ticket === undefined) {
                send(response, refusal(StatusCodes.NOT_FOUND, 'There is no such ticket, or no longer.'));
            }
            else {
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
    async listen(port, host) {
        return new Promise((resolve, reject) => {
            this.#server.once('error', reject);
            this.#server.listen(port, host, () => {
                this.#server.off('error', reject);
                resolve(this.#server.address().port);
            });
        });
    }
    /** Takes no new requests and waits for those in flight. */
    async close() {
        return new Promise((resolve) => {
            this.#server.close(() => {
                resolve();
            });
            this.#server.server.closeIdleConnections();
        });
    }
}
function send(response, { status, body, headers = {} }) {
    response.status(status);
    for (const [name, value] of Object.entries(headers))
        response.header(name, value);
    if (body === undefined)
        response.end();
    else
        response.json(status, body);
}
//# sourceMappingURL=server.js.map