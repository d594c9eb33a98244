// The bot as a process of its own, for tests that start, kill and restart it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
const MAIN = fileURLToPath(new URL('../../bot/main.js', import.meta.url));
/** Starts the bot in a folder without a .env file, with none of this process's settings. */
export function launch(folder, env) {
    const child = spawn(process.execPath, [MAIN], {
        cwd: folder,
        env: { PATH: process.env['PATH'], PORT: '0', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text) => (output += text));
    return { child, output: () => output };
}
export class BotProcess {
    child;
    output;
    url;
    constructor(child, output, url) {
        this.child = child;
        this.output = output;
        this.url = url;
    }
    /** Waits until it listens. */
    static async start(folder, env) {
        const { child, output } = launch(folder, env);
        const url = await new Promise((resolve, reject) => {
            child.stdout.on('data', () => {
                const address = /http:\/\/localhost:\d+/.exec(output());
                if (address)
                    resolve(address[0]);
            });
            child.once('exit', () => {
                reject(new Error(output()));
            });
        });
        return new BotProcess(child, output, url);
    }
    async say(text, fields = {}) {
        return (await sendTo(this.url, { text, ...fields })).text;
    }
    async isReady() {
        return (await fetch(`${this.url}/readyz`)).status === 200;
    }
    async kill(signal = 'SIGKILL') {
        if (this.child.exitCode !== null || this.child.signalCode !== null)
            return this.child.exitCode;
        this.child.kill(signal);
        const [code] = (await once(this.child, 'exit'));
        return code;
    }
}
/** @throws {Error} where the message is not answered with one reply */
export async function sendTo(url, { conversation = 'c', ...message }) {
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
    if (response.status !== 200)
        throw new Error(`answered with ${response.status}`);
    const { activities } = (await response.json());
    if (activities.length !== 1)
        throw new Error(`${activities.length} replies`);
    return activities[0];
}
/** As a channel does: delivers a message again, under the same id, until it is answered. */
export async function sendUntilAnswered(url, message) {
    for (;;) {
        try {
            return await sendTo(url, message);
        }
        catch {
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
    }
}
//# sourceMappingURL=botProcess.js.map