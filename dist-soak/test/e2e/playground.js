// The Agents Playground: a client for Teams, the Emulator and Web Chat that runs on this machine.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
export const CHANNELS = ['msteams', 'emulator', 'webchat'];
const CLI = fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/cli.js'));
const LONGEST_START = 20_000;
const LONGEST_STOP = 5_000;
export class Playground {
    process;
    folder;
    address;
    constructor(process, folder, address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }
    /**
     * Starts the Playground and waits until it listens.
     * @param endpoint - the messaging endpoint of the bot, which must answer already
     */
    static async start(channel, endpoint) {
        // Also its working directory, as it reads a configuration file from there.
        const folder = mkdtempSync(join(tmpdir(), 'playground-'));
        const child = spawn(process.execPath, [CLI, 'start', '--app-endpoint', endpoint, '--channel-id', channel, '--port', '0', '--dt'], {
            cwd: folder,
            stdio: ['ignore', 'pipe', 'inherit'],
            env: {
                ...process.env,
                TEAMSAPPTESTER_BROWSER: 'none',
                M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
            },
        });
        // Where the tests are interrupted, nothing else stops it.
        process.once('exit', () => {
            child.kill();
            rmSync(folder, { recursive: true, force: true });
        });
        const said = [];
        const lines = createInterface({ input: child.stdout, signal: AbortSignal.timeout(LONGEST_START) });
        for await (const line of lines) {
            said.push(line);
            const port = /^Listening on (\d+)/.exec(line)?.[1];
            if (port === undefined)
                continue;
            child.stdout.resume();
            return new Playground(child, folder, `http://localhost:${port}/`);
        }
        await stop(child, folder);
        throw new Error(`the Agents Playground did not start for ${channel}; it said:\n${said.join('\n')}`);
    }
    async stop() {
        await stop(this.process, this.folder);
    }
}
async function stop(child, folder) {
    if (child.exitCode === null && child.signalCode === null) {
        const exit = once(child, 'exit');
        AbortSignal.timeout(LONGEST_STOP).addEventListener('abort', () => child.kill('SIGKILL'));
        child.kill('SIGINT');
        await exit;
    }
    rmSync(folder, { recursive: true, force: true });
}
//# sourceMappingURL=playground.js.map