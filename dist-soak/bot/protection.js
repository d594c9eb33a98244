import helmet from 'helmet';
import restify from 'restify';
/** A pasted log of a megabyte still gets a reply; larger requests are refused. */
const LARGEST_BODY = 2 * 1024 * 1024;
/** Requests that are worked on at once; more are told to come back. */
const MOST_REQUESTS = 1000;
const MOST_CONNECTIONS = 2000;
/** Milliseconds that a client has for the head of a request, and for all of it. */
const HEAD_LIMIT = 10_000;
const REQUEST_LIMIT = 30_000;
/** Limits the size, number and duration of requests, and takes no body but plain JSON. */
export function protect(server) {
    const http = server.server;
    http.maxConnections = MOST_CONNECTIONS;
    http.headersTimeout = HEAD_LIMIT;
    http.requestTimeout = REQUEST_LIMIT;
    server.pre(secureHeaders);
    server.pre(restify.plugins.inflightRequestThrottle({
        limit: MOST_REQUESTS,
        server,
        err: Object.assign(new Error('The bot has too much to do. Please try again.'), { statusCode: 503 }),
    }));
    server.pre(withoutEncoding);
    const parsing = { maxBodySize: LARGEST_BODY, mapParams: false };
    server.use(restify.plugins.jsonBodyParser(parsing));
}
/** A page that needs more than nothing says so itself. */
const secureHeaders = helmet({
    contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
});
/** Compressed, a small body could become one that fills the memory. */
const withoutEncoding = (request, response, next) => {
    if (request.headers['content-encoding'] === undefined) {
        next();
        return;
    }
    response.json(415, {
        error: { code: 'UnsupportedMediaType', message: 'The body must not be compressed.' },
    });
    next(false);
};
//# sourceMappingURL=protection.js.map