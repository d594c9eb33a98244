// A terminal command of the bot, as a process of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Ran {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/**
 * Runs a built command with none of this process's settings.
 * @param folder - where it runs
 * @param input - what is typed
 */
export async function run(
  command: 'ask' | 'evaluate' | 'report' | 'replay' | 'teamsPackage',
  folder: string,
  options: readonly string[],
  env: Record<string, string> = {},
  input = '',
): Promise<Ran> {
  const file = fileURLToPath(new URL(`../../../bot/commands/${command}.js`, import.meta.url));
  const child = spawn(process.execPath, [file, ...options], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  const said = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.errors += text));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, ...said };
}
