// Which web pages may talk to the bot: its own and those of the allowed origins.
import type { IncomingMessage } from 'node:http';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export class Origins {
  readonly #own: string;

  /**
   * @param publicUrl - where users reach the bot
   * @param allowed - origins of other sites, like https://portal.example
   * @param isLocal - whether the bot listens on this computer only; then its own pages have the computer's names
   */
  constructor(
    publicUrl: string,
    readonly allowed: readonly string[],
    private readonly isLocal: boolean,
  ) {
    this.#own = new URL(publicUrl).origin;
  }

  /** Whether a request comes from a page of the bot itself. */
  isOwn({ headers, socket }: IncomingMessage): boolean {
    const { origin } = headers;
    if (origin === undefined) return false;
    if (origin === this.#own) return true;
    // Not the Host header: a page of another name that points here could choose it.
    return this.isLocal && LOOPBACK.some((name) => origin === `http://${name}:${socket.localPort!}`);
  }

  /** Whether a request comes from a page that may use the bot. */
  isAllowed(request: IncomingMessage): boolean {
    const { origin } = request.headers;
    return this.isOwn(request) || (origin !== undefined && this.allowed.includes(origin));
  }

  /** The address under which the sender of a request reaches the server, to make links for it. */
  addressFor(request: IncomingMessage): string {
    if (this.isOwn(request)) return request.headers.origin!;
    // Who is on this computer reaches it by the name that was used; the public address need not be known here.
    return this.isLocal && request.headers.host !== undefined ? `http://${request.headers.host}` : this.#own;
  }
}
