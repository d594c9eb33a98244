// The bot as a process of its own, for tests that start, kill and restart it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What Node is started with, as `npm start` does. */
export const BOT = [
  '--max-semi-space-size=8',
  fileURLToPath(new URL('../../bundle/main.js', import.meta.url)),
];

export interface MessageFields {
  readonly text: string;
  readonly id?: string;
  readonly value?: object;
  /** Of the conversation and its user; one and the same where not given. */
  readonly conversation?: string;
}

export interface SeenMessage {
  readonly text: string;
  readonly attachments?: readonly [
    { readonly content: { readonly actions: readonly { readonly data: object }[] } },
  ];
}

/** Starts the bot in a folder without a .env file, with none of this process's settings. */
export function launch(
  folder: string,
  env: Record<string, string>,
  options: readonly string[] = [],
): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [...BOT, ...options], {
    cwd: folder,
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { child, output: () => output };
}

export class BotProcess {
  private constructor(
    readonly child: ChildProcess,
    readonly output: () => string,
    readonly url: string,
  ) {}

  /** Waits until it listens. */
  static async start(
    folder: string,
    env: Record<string, string>,
    options: readonly string[] = [],
  ): Promise<BotProcess> {
    const { child, output } = launch(folder, env, options);
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout!.on('data', () => {
        const address = /http:\/\/localhost:\d+/.exec(output());
        if (address) resolve(address[0]);
      });
      child.once('close', () => {
        reject(new Error(output()));
      });
    });
    return new BotProcess(child, output, url);
  }

  async say(text: string, fields: Partial<MessageFields> = {}): Promise<string> {
    return (await sendTo(this.url, { text, ...fields })).text;
  }

  async isReady(): Promise<boolean> {
    return (await fetch(`${this.url}/readyz`)).status === 200;
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    this.child.kill(signal);
    // All that it has said has come by then, too.
    const [code] = (await once(this.child, 'close')) as [number | null];
    return code;
  }
}

/** @throws {Error} where the message is not answered with one reply */
export async function sendTo(
  url: string,
  { conversation = 'c', ...message }: MessageFields,
): Promise<SeenMessage> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      ...message,
      channelId: 'emulator',
      serviceUrl: 'http://localhost',
      from: { id: `user of ${conversation}` },
      recipient: { id: 'b' },
      conversation: { id: conversation },
      deliveryMode: 'expectReplies',
    }),
  });
  if (response.status !== 200) throw new Error(`answered with ${response.status}`);
  const { activities } = (await response.json()) as { activities: SeenMessage[] };
  if (activities.length !== 1) throw new Error(`${activities.length} replies`);
  return activities[0]!;
}

/** As a channel does: delivers a message again, under the same id, until it is answered. */
export async function sendUntilAnswered(
  url: string,
  message: MessageFields & { readonly id: string },
): Promise<SeenMessage> {
  for (;;) {
    try {
      return await sendTo(url, message);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
