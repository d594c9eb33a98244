// A bot behind its HTTP endpoint, and Teams on both sides of it: activities as Teams sends them, and its connector.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Activity } from 'botbuilder';
import Database from 'libsql';
import { StartedBot } from '../../startedBot.js';
import { ConnectorStandIn, type Taken } from './connectorStandIn.js';

const ACTIVITIES = new URL('../../../../../test/bot/channels/teams/activities/', import.meta.url);

interface CardElement {
  readonly type: string;
  readonly text?: string;
  readonly actions?: readonly CardButton[];
}

export interface CardButton {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly fallback?: unknown;
}

export interface Card {
  readonly version: string;
  readonly fallbackText?: string;
  readonly body: readonly CardElement[];
  readonly actions: readonly CardButton[];
}

/** The body of a response to `adaptiveCard/action`. */
export interface CardResponse {
  readonly statusCode: number;
  readonly type: string;
  readonly value: Card;
}

/** What comes of an activity. */
export interface Outcome {
  readonly status: number;
  readonly body: unknown;
  /** What was sent to the connector meanwhile; the card of a reply stands with its words. */
  readonly sent: readonly Taken[];
}

/** An activity as Teams sends it, from a file of test/bot/channels/teams/activities/. */
export function recorded(name: string, changes: object = {}): Activity {
  const text = readFileSync(fileURLToPath(new URL(`${name}.json`, ACTIVITIES)), 'utf8');
  return { ...(JSON.parse(text) as Activity), ...changes };
}

export class TeamsStage {
  private constructor(
    private readonly folder: string,
    private readonly bot: StartedBot,
    readonly connector: ConnectorStandIn,
  ) {}

  /** @param env - further settings */
  static async open(env: Record<string, string> = {}): Promise<TeamsStage> {
    const folder = mkdtempSync(join(tmpdir(), 'teams-'));
    const bot = await StartedBot.start({ DATABASE_URL: `file:${join(folder, 'bot.db')}`, ...env });
    return new TeamsStage(folder, bot, await ConnectorStandIn.start());
  }

  async send(activity: Activity): Promise<Outcome> {
    const before = this.connector.taken.length;
    const response = await this.bot.post({ ...activity, serviceUrl: this.connector.serviceUrl });
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, body, sent: this.connector.replies(before) };
  }

  /** Sends what a file holds. */
  async sendRecorded(name: string, changes: object = {}): Promise<Outcome> {
    return this.send(recorded(name, changes));
  }

  /** The keys of what is stored, but for the notes of activities that were handled. */
  stored(): string[] {
    const database = new Database(join(this.folder, 'bot.db'), { readonly: true });
    const rows = database.prepare("SELECT key FROM items WHERE key NOT LIKE 'turns/%'").all();
    database.close();
    return (rows as { key: string }[]).map(({ key }) => key).sort();
  }

  /** How many activities are noted as handled. */
  handled(): number {
    const database = new Database(join(this.folder, 'bot.db'), { readonly: true });
    const row = database.prepare("SELECT count(*) AS count FROM items WHERE key LIKE 'turns/%'").get();
    database.close();
    return (row as { count: number }).count;
  }

  async close(): Promise<void> {
    this.connector.close();
    await this.bot.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The card of a message. */
export function cardOf({ attachments = [] }: Activity): Card {
  return attachments[0]!.content as Card;
}

/** What a card says. */
export function saidOn({ body }: Card): string {
  return body.flatMap(({ text }) => text ?? []).join('\n\n');
}

export function buttonOf({ body, actions }: Card, title: string): CardButton {
  const buttons = [...body.flatMap((element) => element.actions ?? []), ...actions];
  const button = buttons.find((each) => each.title === title);
  if (!button) throw new Error(`no button "${title}" among ${buttons.map((each) => each.title).join(', ')}`);
  return button;
}
