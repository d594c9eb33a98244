// A started server with the shipped FAQ, and what a page of its own asks of it first.
import type { ComposedBot } from '../../../bot/compose.js';
import { StartedBot } from '../startedBot.js';

export interface Conversation {
  readonly conversationId: string;
  readonly token: string;
  readonly resumeToken: string;
  readonly expires_in: number;
}

export class ChatServer {
  private constructor(private readonly started: StartedBot) {}

  /** @param env - settings; PORT chooses the port */
  static async start(env: Record<string, string> = {}): Promise<ChatServer> {
    return new ChatServer(await StartedBot.start({ REQUESTS_PER_MINUTE: '100000', ...env }));
  }

  get bot(): ComposedBot {
    return this.started.bot;
  }

  get port(): number {
    return this.started.port;
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** The address of the protocol. */
  get domain(): string {
    return `${this.origin}/v3/directline`;
  }

  /** @param headers - the bot's own page as the origin, unless they say something else */
  async post(path: string, headers: Record<string, string> = {}, body?: unknown): Promise<Response> {
    return fetch(this.domain + path, {
      method: 'POST',
      headers: { origin: this.origin, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  async get(path: string, token: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.domain + path, { headers: { authorization: `Bearer ${token}`, ...headers } });
  }

  /** A token for a new conversation, as the bot's own page gets one. */
  async token(former?: string): Promise<Conversation> {
    const response = await this.post('/tokens/generate', former ? { authorization: `Bearer ${former}` } : {});
    if (!response.ok) throw new Error(`no token: ${response.status} ${await response.text()}`);
    return (await response.json()) as Conversation;
  }

  /** A conversation that has begun. */
  async begin(locale = 'en'): Promise<Conversation> {
    const conversation = await this.token();
    await this.post('/conversations', { authorization: `Bearer ${conversation.token}` }, { locale });
    return conversation;
  }

  async close(): Promise<void> {
    await this.started.close();
  }
}
