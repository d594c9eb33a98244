// A terminal command of the bot, as a process of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

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
  command:
    'ask' | 'backup' | 'evaluate' | 'export' | 'forget' | 'licenses' | 'report' | 'replay' | 'teams:package',
  folder: string,
  options: readonly string[],
  env: Record<string, string> = {},
  input = '',
): Promise<Ran> {
  // As `npm run` does, but for the build.
  const [, file] = /&& node (\S+)$/.exec(scripts[command]!)!;
  const child = spawn(process.execPath, [join(ROOT, file!), ...options], {
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
