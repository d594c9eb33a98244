// Direct Line over WebSocket: sends a client the activities of its conversation as they come.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { DirectLine } from './directLine.js';
import { DirectLineError } from './directLineError.js';
import { Places } from '../../places.js';
import { pathOf, queryOf } from '../../requestUrl.js';
import { BASE, type Gate } from './gate.js';

const PATH = new RegExp(`^${BASE}/conversations/([^/]+)/stream$`);
/** Clients send nothing but empty messages. */
const LARGEST_MESSAGE = 1024;
const MOST_STREAMS_OF_CONVERSATION = 8;
/** An office behind one address has as many visitors at once; each page has a stream. */
const MAX_STREAMS_OF_ADDRESS = 300;
/** Fewer than there may be connections, so that streams leave some for everything else. */
const MAX_STREAMS = 1500;
/** Milliseconds between two signs of life. */
const HEARTBEAT = 30_000;
/** Milliseconds that a client has to say goodbye. */
const CLOSE_LIMIT = 1_000;
/** Bytes that wait to be sent to a client that does not read. */
const MOST_WAITING = 4 * 1024 * 1024;

export class Streams {
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: false,
    clientTracking: false,
  });
  readonly #open = new Map<string, Set<WebSocket>>();
  readonly #places = new Places(MAX_STREAMS_OF_ADDRESS, MAX_STREAMS);

  constructor(
    private readonly directLine: DirectLine,
    private readonly gate: Gate,
    private readonly logger: Logger,
  ) {}

  /** Takes the upgrades of a server. */
  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      this.#upgrade(request, socket, head).catch((error: unknown) => {
        const status = error instanceof DirectLineError ? error.status : 500;
        if (status === 500) this.logger.error({ err: error }, 'stream failed');
        const refusal = `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
        // Or a client that does not close its side could keep the connection for ever.
        socket.end(refusal, () => socket.destroy());
      });
    });
  }

  /** Closes every stream, so that clients go on with another replica or after the restart. */
  close(): void {
    for (const socket of [...this.#open.values()].flatMap((sockets) => [...sockets])) {
      socket.close(1001);
      // A client that does not answer must not keep the server from stopping.
      setTimeout(() => socket.terminate(), CLOSE_LIMIT).unref();
    }
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    const conversationId = PATH.exec(pathOf(request))?.[1];
    const query = queryOf(request);
    if (conversationId === undefined) throw new DirectLineError(404, 'There is no such stream.');
    await this.gate.check(request);
    const { watermark, until } = await this.directLine.authorizeStream(
      query.get('t') ?? '',
      conversationId,
      query.get('watermark') ?? '',
    );
    const sockets = this.#open.get(conversationId) ?? new Set();
    if (sockets.size >= MOST_STREAMS_OF_CONVERSATION) {
      throw new DirectLineError(429, 'The conversation is open too often.');
    }
    const giveBack = this.#places.take(this.gate.addressOf(request));
    if (!giveBack) throw new DirectLineError(429, 'There are too many streams open.');
    socket.once('close', giveBack);
    this.#server.handleUpgrade(request, socket, head, (stream) => {
      this.#open.set(conversationId, sockets.add(stream));
      stream.once('close', () => {
        sockets.delete(stream);
        if (sockets.size === 0) this.#open.delete(conversationId);
      });
      this.#follow(stream, conversationId, watermark, until);
    });
  }

  #follow(stream: WebSocket, conversationId: string, from: number, until: number): void {
    const { store } = this.directLine;
    let watermark = from;
    let isReading = false;
    let isBehind = false;
    const send = async () => {
      isBehind = true;
      if (isReading) return;
      isReading = true;
      while (isBehind && stream.readyState === stream.OPEN) {
        isBehind = false;
        const set = await store.since(conversationId, watermark);
        if (set.activities.length === 0) continue;
        watermark = Number(set.watermark);
        stream.send(JSON.stringify(set));
        isBehind = true;
        if (stream.bufferedAmount > MOST_WAITING) stream.terminate();
      }
      isReading = false;
    };
    const sendOrClose = () => {
      send().catch((error: unknown) => {
        this.logger.error({ err: error }, 'stream failed');
        stream.close(1011);
      });
    };

    const stopListening = store.listen(conversationId, sendOrClose);
    // The access that it was opened with ends; the client comes back with the token that it has renewed.
    const end = setTimeout(() => stream.close(1000), Math.max(0, until * 1000 - Date.now()));
    let isAlive = true;
    stream.on('pong', () => (isAlive = true));
    const heartbeat = setInterval(() => {
      if (!isAlive) stream.terminate();
      isAlive = false;
      stream.ping();
    }, HEARTBEAT);
    stream.on('error', () => stream.terminate());
    stream.once('close', () => {
      stopListening();
      clearTimeout(end);
      clearInterval(heartbeat);
    });
    sendOrClose();
  }
}
