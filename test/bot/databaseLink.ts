// The way to a PostgreSQL server, which can be cut: a TCP proxy. It can also stand in for a server that shuts down.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A message of PostgreSQL's protocol: its type, its length, and what it holds. */
const message = (type: string, content: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + content.length);
  return Buffer.concat([Buffer.from(type), length, content]);
};

const READY_AND_ENDED = Buffer.concat([
  message('R', Buffer.alloc(4)),
  message('Z', Buffer.from('I')),
  message(
    'E',
    Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'),
  ),
]);

export class DatabaseLink {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Milliseconds that an answer takes longer. */
  delay = 0;
  #isCut = false;
  #lostAfter: string | undefined;
  #toEnd = 0;

  constructor(private readonly target: URL) {
    this.#server = createServer((client) => {
      if (this.#isCut) {
        client.destroy();
        return;
      }
      if (this.#toEnd > 0) {
        this.#toEnd -= 1;
        client.on('error', () => undefined);
        // What the client sends first is how it introduces itself.
        client.once('data', () => client.end(READY_AND_ENDED));
        return;
      }
      const server = connect(Number(target.port || 5432), target.hostname);
      let isDeaf = false;
      client.on('data', (data) => {
        isDeaf ||= this.#lostAfter !== undefined && data.includes(this.#lostAfter);
        server.write(data);
      });
      server.on('data', (data) => {
        if (!isDeaf) {
          if (this.delay > 0) setTimeout(() => client.write(data), this.delay);
          else client.write(data);
          return;
        }
        this.#lostAfter = undefined;
        client.destroy();
      });
      for (const [socket, other] of [
        [client, server],
        [server, client],
      ] as const) {
        this.#sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.#sockets.delete(socket);
          other.destroy();
        });
      }
    });
  }

  /** @returns the address of the database over this way */
  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.#server.address() as AddressInfo).port);
    return url.href;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  restore(): void {
    this.#isCut = false;
  }

  /** The server does what is asked next with these words, but its answer does not arrive. */
  loseAnswerTo(words: string): void {
    this.#lostAfter = words;
  }

  /** The next connections are ready, and ended by an administrator, in one packet. */
  endAtOnce(connections: number): void {
    this.#toEnd = connections;
  }

  /** How many of them have not come yet. */
  get toEnd(): number {
    return this.#toEnd;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}
