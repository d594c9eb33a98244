// A bot on the shipped FAQ, behind its HTTP server.
import { compose, type ComposedBot } from '../../bot/compose.js';
import { readConfig } from '../../bot/config.js';
import { BotServer } from '../../bot/server.js';
import { shipped } from '../shippedIndex.js';

export class StartedBot {
  private constructor(
    readonly bot: ComposedBot,
    private readonly server: BotServer,
    readonly port: number,
  ) {}

  /** @param env - settings; PORT chooses the port, and the database is in memory where DATABASE_URL names none */
  static async start(env: Record<string, string> = {}): Promise<StartedBot> {
    const config = readConfig({
      LOG_LEVEL: 'silent',
      DATABASE_URL: 'file::memory:',
      PORT: '0',
      ...env,
    });
    const bot = await compose(config, shipped());
    const server = new BotServer(bot);
    return new StartedBot(bot, server, await server.listen(config.port, config.host));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The messaging endpoint. */
  get endpoint(): string {
    return `${this.url}/api/messages`;
  }

  /** Sends something to the messaging endpoint. */
  async post(body: string | object, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.bot.close();
  }
}
