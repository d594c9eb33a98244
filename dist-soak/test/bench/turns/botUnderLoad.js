// Starts a bot as a process of its own and puts load on it over HTTP.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
const QUESTIONS = [
    'キーは2回使えますか',
    'How long do I have to wait before I can reassign a Visual Studio subscription?',
    '特典の有効期限とは何ですか',
    'When can I start to renew my benefits?',
];
export class BotUnderLoad {
    child;
    url;
    startUp;
    static #turns = 0;
    constructor(child, url, 
    /** Milliseconds from the start of the process until it was ready. */
    startUp) {
        this.child = child;
        this.url = url;
        this.startUp = startUp;
    }
    /** @param script - from this folder */
    static async start(script, env = {}) {
        const begin = performance.now();
        const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], {
            env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'error', ...env },
            stdio: ['ignore', 'pipe', 'inherit'],
        });
        const url = await new Promise((resolve, reject) => {
            let output = '';
            child.stdout.setEncoding('utf8').on('data', (text) => {
                output += text;
                const address = /http:\/\/localhost:\d+/.exec(output);
                if (address)
                    resolve(address[0].replace('localhost', '127.0.0.1'));
            });
            child.once('exit', () => reject(new Error(`${script} ended: ${output}`)));
        });
        await fetch(`${url}/readyz`);
        return new BotUnderLoad(child, url, performance.now() - begin);
    }
    /** @throws {Error} where a turn was not answered with 200 */
    async measure({ connections, ...limit }) {
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
        if (non2xx + errors > 0)
            throw new Error(`${non2xx + errors} turns were not answered`);
        return { perSecond: requests.average, median: latency.p50, p99: latency.p99 };
    }
    /** Megabytes of memory that the process holds, as the bot tells of itself. */
    async memory() {
        const metrics = await (await fetch(`${this.url}/metrics`)).text();
        return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)[1]) / 1024 ** 2;
    }
    async stop() {
        this.child.kill('SIGTERM');
        if (this.child.exitCode === null)
            await once(this.child, 'exit');
    }
    /** Ten thousand conversations in turn. */
    static activity() {
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
//# sourceMappingURL=botUnderLoad.js.map