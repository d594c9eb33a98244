// What keeps a client from taking more than its share of the server, and a browser from doing more than it should.
import type { IncomingMessage, Server } from 'node:http';
import helmet from 'helmet';
import restify from 'restify';
import { clientAddress } from './clientAddress.js';
import { shareConnections } from './connections.js';
import { Places } from './places.js';

/** A pasted log of a megabyte still gets a reply; larger requests are refused. */
const LARGEST_BODY = 2 * 1024 * 1024;
/** Bytes of bodies that are held at once: as many as fit into the memory, and some of the largest from one address. */
const MAX_BYTES = 256 * 1024 * 1024;
const MAX_BYTES_OF_ADDRESS = 16 * 1024 * 1024;
/** Requests that are worked on at once; more are told to come back. */
const MAX_REQUESTS = 1000;
const MAX_REQUESTS_OF_ADDRESS = 800;
const MAX_CONNECTIONS = 2000;
/** Milliseconds that a client has for a request, and for its head alone. */
const REQUEST_LIMIT_MS = 10_000;
/** Milliseconds between looks at who has exceeded it; Node's own default is half a minute. */
const LIMIT_CHECK_MS = 1000;

/**
 * Limits the size, number and duration of requests, and takes no body but plain JSON.
 * @param trustedProxies - how many proxies in front of the server add to X-Forwarded-For
 */
export function protect(server: restify.Server, trustedProxies: number): void {
  const http = server.server as Server;
  // Behind a proxy all connections are of one address.
  if (trustedProxies > 0) http.maxConnections = MAX_CONNECTIONS;
  else shareConnections(http, MAX_CONNECTIONS);
  http.headersTimeout = REQUEST_LIMIT_MS;
  http.requestTimeout = REQUEST_LIMIT_MS;
  // restify makes the server without options. Node reads this one when it begins to listen.
  Object.assign(http, { connectionsCheckingInterval: LIMIT_CHECK_MS });

  /** Holds places until the response is out, or refuses the request. */
  const limit = (places: Places, countOf: (request: IncomingMessage) => number): restify.RequestHandler => {
    return (request, response, next) => {
      const giveBack = places.take(clientAddress(request, trustedProxies), countOf(request));
      if (giveBack) {
        response.once('close', giveBack);
        next();
        return;
      }
      response.setHeader('Connection', 'close');
      response.json(503, {
        error: { code: 'ServiceUnavailable', message: 'The bot has too much to do. Please try again.' },
      });
      next(false);
    };
  };

  server.pre(secureHeaders);
  server.pre(withAddress);
  server.pre(withoutEncoding);
  server.pre(limit(new Places(MAX_BYTES_OF_ADDRESS, MAX_BYTES), bytesOf));
  const parsing = { maxBodySize: LARGEST_BODY, mapParams: false };
  server.use(restify.plugins.jsonBodyParser(parsing));
  // Only now, when the body is there: who sends it slowly keeps nobody out.
  server.use(limit(new Places(MAX_REQUESTS_OF_ADDRESS, MAX_REQUESTS), () => 1));
}

/** What a body may take; the most where its size is not told. */
function bytesOf({ headers }: IncomingMessage): number {
  if (headers['transfer-encoding'] !== undefined) return LARGEST_BODY;
  return Math.min(Number(headers['content-length'] ?? 0), LARGEST_BODY);
}

/** A page that needs more than nothing says so itself. */
const secureHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
});

/** restify reads the address again and again, and throws where it can't be read: that would end the process. */
const withAddress: restify.RequestHandler = (request, response, next) => {
  try {
    request.getUrl();
  } catch {
    response.json(400, { error: { code: 'BadRequest', message: 'The address is malformed.' } });
    next(false);
    return;
  }
  next();
};

/** Compressed, a small body could become one that fills the memory. */
const withoutEncoding: restify.RequestHandler = (request, response, next) => {
  if (request.headers['content-encoding'] === undefined) {
    next();
    return;
  }
  response.json(415, {
    error: { code: 'UnsupportedMediaType', message: 'The body must not be compressed.' },
  });
  next(false);
};
