// A PostgreSQL server of one's own, in a folder, that may be crashed and restarted without harm to others.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BINARIES = '/usr/lib/postgresql';

export class OwnPostgres {
  private readonly folder = mkdtempSync(join(tmpdir(), 'postgres-'));

  constructor(private readonly port: number) {
    // PostgreSQL refuses to run as root.
    if (process.getuid?.() === 0) execFileSync('chown', ['postgres', this.folder]);
    else chmodSync(this.folder, 0o700);
    this.run('initdb', '--auth=trust', '--username=postgres', '-D', this.folder);
    this.control('start');
  }

  get url(): string {
    return `postgres://postgres@127.0.0.1:${this.port}/postgres`;
  }

  /** As after a power failure: nothing is finished before. */
  crashAndRestart(): void {
    this.control('restart', '-m', 'immediate');
  }

  remove(): void {
    this.control('stop', '-m', 'immediate');
    rmSync(this.folder, { recursive: true });
  }

  private control(command: string, ...options: string[]): void {
    const settings = `-p ${this.port} -c listen_addresses=127.0.0.1 -k ${this.folder}`;
    const log = join(this.folder, 'log');
    this.run('pg_ctl', command, '-w', '-D', this.folder, '-o', settings, '-l', log, ...options);
  }

  private run(program: string, ...options: string[]): void {
    const newest = readdirSync(BINARIES)
      .toSorted((a, b) => Number(a) - Number(b))
      .at(-1)!;
    const command = [join(BINARIES, newest, 'bin', program), ...options];
    const asUser = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    execFileSync(asUser[0]!, asUser.slice(1), { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/' });
  }
}
