// Starts a bot as a process of its own and puts load on it over HTTP.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';

const QUESTIONS = [
  'キーは2回使えますか',
  'How long do I have to wait before I can reassign a Visual Studio subscription?',
  '特典の有効期限とは何ですか',
  'When can I start to renew my benefits?',
];

export interface Load {
  readonly connections: number;
  /** Seconds, or a number of turns. */
  readonly duration?: number;
  readonly amount?: number;
}

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p99: number;
}

export class BotUnderLoad {
  static #turns = 0;

  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
    /** Milliseconds from the start of the process until it was ready. */
    readonly startUp: number,
  ) {}

  /** @param command - what Node is started with */
  static async start(command: readonly string[], env: Record<string, string> = {}): Promise<BotUnderLoad> {
    const begin = performance.now();
    const child = spawn(process.execPath, command, {
      env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await new Promise<string>((resolve, reject) => {
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const address = /http:\/\/localhost:\d+/.exec(output);
        if (address) resolve(address[0].replace('localhost', '127.0.0.1'));
      });
      child.once('exit', () => reject(new Error(`${command.join(' ')} ended: ${output}`)));
    });
    await fetch(`${url}/readyz`);
    return new BotUnderLoad(child, url, performance.now() - begin);
  }

  /** @throws {Error} where a turn was not answered with 200 */
  async measure({ connections, ...limit }: Load): Promise<Measured> {
    const { requests, latency, non2xx, errors } = await autocannon({
      url: `${this.url}/api/messages`,
      connections,
      ...limit,
      requests: [
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          setupRequest: (request) => ({ ...request, body: JSON.stringify(BotUnderLoad.activity()) }),
        },
      ],
    });
    if (non2xx + errors > 0) throw new Error(`${non2xx + errors} turns were not answered`);
    return { perSecond: requests.average, median: latency.p50, p99: latency.p99 };
  }

  /** Megabytes of memory that the process holds, as the bot tells of itself. */
  async memory(): Promise<number> {
    const metrics = await (await fetch(`${this.url}/metrics`)).text();
    return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)![1]) / 1024 ** 2;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    if (this.child.exitCode === null) await once(this.child, 'exit');
  }

  /** Ten thousand conversations in turn. */
  private static activity(): object {
    const turn = (this.#turns += 1);
    const conversation = `${process.pid}-${turn % 10_000}`;
    return {
      type: 'message',
      id: `${process.pid}-${turn}`,
      text: QUESTIONS[turn % QUESTIONS.length],
      channelId: 'emulator',
      serviceUrl: 'http://localhost',
      from: { id: `user of ${conversation}` },
      recipient: { id: 'bot' },
      conversation: { id: conversation },
      deliveryMode: 'expectReplies',
    };
  }
}
