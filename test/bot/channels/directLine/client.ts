// Microsoft's client library for Direct Line, in Node: what a browser has and it needs is provided here.
import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import XMLHttpRequest from 'xhr2';
import type { ChatServer } from '../chatServer.js';

Object.assign(globalThis, { WebSocket, XMLHttpRequest });

export { ConnectionStatus } from 'botframework-directlinejs';

export type Transport = 'WebSocket' | 'polling';

/** Milliseconds. */
const LONGEST_WAIT = 40_000;

export interface Where {
  readonly domain: string;
  readonly token: string;
  readonly conversationId?: string;
  readonly watermark?: string;
}

/** A chat that keeps what it receives, in order. */
export class Client {
  readonly received: Activity[] = [];
  readonly statuses: ConnectionStatus[] = [];
  readonly sockets: WebSocket[] = [];
  readonly #directLine: DirectLine;
  readonly #waiting = new Set<() => void>();

  constructor(where: Where, transport: Transport = 'WebSocket') {
    const { sockets } = this;
    const changed = () => this.#changed();
    const options = {
      ...where,
      webSocket: transport === 'WebSocket',
      pollingInterval: 200,
      timeout: 1000,
      conversationStartProperties: { locale: 'en' },
      // Else it waits for up to 15 seconds before it reconnects.
      random: () => -0.24,
      WebSocket: class extends WebSocket {
        constructor(url: string) {
          super(url);
          sockets.push(this);
          this.on('open', changed);
        }
      },
    };
    this.#directLine = new DirectLine(options as unknown as ConstructorParameters<typeof DirectLine>[0]);
    this.#directLine.connectionStatus$.subscribe((status) => {
      this.statuses.push(status);
      this.#changed();
    });
    this.#directLine.activity$.subscribe(
      (activity) => {
        this.received.push(activity);
        this.#changed();
      },
      () => this.#changed(),
    );
  }

  static async open(server: ChatServer, transport?: Transport): Promise<Client> {
    const { token } = await server.token();
    return new Client({ domain: server.domain, token }, transport);
  }

  /** The texts of the bot. */
  get replies(): string[] {
    return this.received.flatMap((activity) =>
      activity.type === 'message' && (activity.from.role as string) === 'bot' ? [activity.text ?? ''] : [],
    );
  }

  get status(): ConnectionStatus {
    return this.statuses.at(-1)!;
  }

  /** @returns the id of the activity, or "retry" */
  async post(activity: object): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#directLine
        .postActivity({ from: { id: '' }, ...activity } as unknown as Activity)
        .subscribe(resolve, reject);
    });
  }

  /** Sends a message and gives the next reply. */
  async say(text: string): Promise<string> {
    const before = this.replies.length;
    await this.post({ type: 'message', text });
    return this.reply(before);
  }

  /** @param position - 0 for the first reply of the bot */
  async reply(position: number): Promise<string> {
    await this.until(() => this.replies.length > position, `reply ${position}`);
    return this.replies[position]!;
  }

  async until(condition: () => boolean, what: string): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve, reject) => {
      const limit = setTimeout(() => {
        this.#waiting.delete(check);
        reject(
          new Error(
            `${what} did not come; replies: ${JSON.stringify(this.replies)}; statuses: ${this.statuses.join()}`,
          ),
        );
      }, LONGEST_WAIT);
      const check = () => {
        if (!condition()) return;
        clearTimeout(limit);
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
    });
  }

  end(): void {
    this.#directLine.end();
    for (const socket of this.sockets) socket.terminate();
  }

  #changed(): void {
    for (const check of [...this.#waiting]) check();
  }
}
