// The side of Teams that takes a bot's messages: the routes of the connector that a bot sends, changes and deletes with.
import { once } from 'node:events';
import { createServer, type ServerResponse, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import { together } from './together.js';

/** A request that was taken. */
export interface Taken {
  readonly method: string;
  readonly conversation: string;
  /** What it replies to, or changes. */
  readonly activityId: string | undefined;
  /** The id that the bot was told. */
  readonly id: string | undefined;
  readonly activity: Activity;
}

/** How the next request is treated: as ever, by a status, or by no response at all. */
export type Trouble =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | 'takes it'
  | 'hangs'
  /** It is taken, but the connection ends before the response. */
  | 'takes it and hangs';

const ROUTE = /^\/teams\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

export class ConnectorStandIn {
  /** In the order in which they were taken. */
  readonly taken: Taken[] = [];
  /** How many requests there were, also those that were refused. */
  asked = 0;
  readonly #server: Server;
  #troubles: Trouble[] = [];
  #hanging: ServerResponse[] = [];

  private constructor() {
    this.#server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => this.#answer(request.method!, request.url!, body, response));
    });
  }

  static async start(): Promise<ConnectorStandIn> {
    const standIn = new ConnectorStandIn();
    standIn.#server.listen(0, '127.0.0.1');
    await once(standIn.#server, 'listening');
    return standIn;
  }

  /** What an activity has as its service URL. */
  get serviceUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/teams/`;
  }

  /** What was taken from a place on, with the card of a reply put to its words. */
  replies(from = 0): Taken[] {
    return together(
      this.taken.slice(from),
      ({ activity }) => activity,
      (words, attachments) => ({ ...words, activity: { ...words.activity, attachments } }),
    );
  }

  /** What happens to the next requests, one after the other. */
  trouble(...troubles: Trouble[]): void {
    this.#troubles = troubles;
  }

  /** Lets those go that wait for a response. */
  release(): void {
    for (const response of this.#hanging) response.destroy();
    this.#hanging = [];
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(method: string, url: string, body: string, response: ServerResponse): void {
    this.asked += 1;
    const trouble = this.#troubles.shift();
    if (trouble === 'hangs') {
      this.#hanging.push(response);
      return;
    }
    if (typeof trouble === 'object') {
      response.writeHead(trouble.status, { 'content-type': 'application/json', ...trouble.headers });
      response.end(JSON.stringify({ error: { code: 'Trouble', message: 'In trouble.' } }));
      return;
    }
    const [, conversation, activityId] = ROUTE.exec(url) ?? [];
    if (conversation === undefined || !['POST', 'PUT', 'DELETE'].includes(method)) {
      response.writeHead(404).end();
      return;
    }
    const activity = (body === '' ? {} : JSON.parse(body)) as Partial<Activity>;
    // Teams makes two messages of words with a card, and tells the id of neither.
    const isTorn = activity.text !== undefined && activity.attachments !== undefined;
    const id = isTorn ? undefined : `1764130000${String(this.taken.length).padStart(3, '0')}`;
    this.taken.push({
      method,
      conversation: decodeURIComponent(conversation),
      activityId: activityId && decodeURIComponent(activityId),
      id,
      activity: activity as Activity,
    });
    if (trouble === 'takes it and hangs') {
      this.#hanging.push(response);
      return;
    }
    response.writeHead(method === 'POST' ? 201 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id }));
  }
}
