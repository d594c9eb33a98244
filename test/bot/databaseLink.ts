// The way to a PostgreSQL server, which can be cut: a TCP proxy.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export class DatabaseLink {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Milliseconds that an answer takes longer. */
  delay = 0;
  #isCut = false;
  #lostAfter: string | undefined;

  constructor(private readonly target: URL) {
    this.#server = createServer((client) => {
      if (this.#isCut) {
        client.destroy();
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

  close(): void {
    this.cut();
    this.#server.close();
  }
}
