// What operators ask the server: whether it lives, whether it can serve turns, and its metrics.
import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { StatusCodes } from 'botbuilder';
const SERVICE_UNAVAILABLE = 503;
/** Milliseconds in which the database has to show that it can be written. */
const READY_LIMIT = 3000;
export function addOperations(server, bot) {
    const { logger, metrics, metricsAccess } = bot;
    server.get('/healthz', (_request, response, next) => {
        response.json(StatusCodes.OK, { status: 'alive' });
        next();
    });
    server.get('/readyz', async (_request, response) => {
        try {
            await within(READY_LIMIT, bot.checkReady());
            response.json(StatusCodes.OK, { status: 'ready' });
        }
        catch (error) {
            logger.error({ err: error }, 'not ready');
            response.json(SERVICE_UNAVAILABLE, { status: 'not ready' });
        }
    });
    server.get('/metrics', async (request, response) => {
        if (!mayRead(metricsAccess, request.headers.authorization)) {
            response.json(StatusCodes.NOT_FOUND, {
                error: { code: 'NotFound', message: '/metrics does not exist' },
            });
            return;
        }
        const { type, body } = await metrics.text();
        response.sendRaw(StatusCodes.OK, body, { 'Content-Type': type });
    });
}
function mayRead(access, authorization = '') {
    if (typeof access === 'string')
        return access === 'anybody';
    const digest = (text) => createHash('sha256').update(text).digest();
    return timingSafeEqual(digest(authorization), digest(`Bearer ${access.token}`));
}
async function within(milliseconds, work) {
    const limit = new AbortController();
    const late = delay(milliseconds, undefined, { signal: limit.signal }).then(() => {
        throw new Error(`no answer within ${milliseconds} ms`);
    });
    try {
        await Promise.race([work, late]);
    }
    finally {
        limit.abort();
    }
}
//# sourceMappingURL=operations.js.map