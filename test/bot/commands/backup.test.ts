// A backup is tried as an operator would: made while the bot runs, restored to a new database, and gone on with.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { compose } from '../../../bot/compose.js';
import { readConfig } from '../../../bot/config.js';
import { Conversation, testBot } from '../../conversation.js';
import { postgresForTest } from '../../databases.js';
import { shipped } from '../../shippedIndex.js';
import { run } from './command.js';

const FIELDS = { conversation: { id: 'kept' } as never, from: { id: 'someone' } as never };

describe('A backup', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'backup-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('of SQLite is made while the bot runs, and its conversations go on from it', async () => {
    const file = join(folder, 'bot.db');
    const copy = join(folder, 'copy.db');
    const before = await testBot(file);
    await new Conversation(before, FIELDS).say('I need a support ticket');
    const { status, output, errors } = await run('backup', folder, ['copy.db'], {
      DATABASE_URL: `file:${file}`,
    });
    expect([status, errors]).to.deep.equal([0, '']);
    expect(output).to.equal(`${copy} holds the database as it is now. Keep it as secret as the database.\n`);
    expect((statSync(copy).mode & 0o777).toString(8)).to.equal('600');
    expect((await new Conversation(before, FIELDS).say('next')).text, 'the bot goes on').to.contain('Step 2');
    await before.close();

    const restored = await testBot(copy);
    expect((await new Conversation(restored, FIELDS).say('next')).text).to.contain('Step 2');
    await restored.close();
  });

  it('writes over no file, and tells what PostgreSQL is backed up with', async () => {
    const file = join(folder, 'bot.db');
    await (await testBot(file)).close();
    const there = join(folder, 'there');
    writeFileSync(there, 'something else');
    for (const [options, url, message] of [
      [['there'], `file:${file}`, `${there} exists already. Name a new file.`],
      [[], `file:${file}`, 'Name one file to write.'],
      [
        ['new'],
        'postgres://bot@127.0.0.1/bot',
        'DATABASE_URL is a PostgreSQL database, which is backed up by its own pg_dump.',
      ],
    ] as const) {
      const { status, errors } = await run('backup', folder, options, { DATABASE_URL: url });
      expect(errors.split('\n')[0]).to.equal(message);
      expect(status).to.equal(2);
    }
    const { status, errors } = await run('backup', folder, ['nowhere/copy.db'], {
      DATABASE_URL: `file:${file}`,
    });
    expect(errors).to.match(/copy\.db can't be written: .*ENOENT/);
    expect(status).to.equal(2);
  });

  it('of PostgreSQL by pg_dump is restored by pg_restore to a new database, and its conversations go on', async function () {
    const [made, other] = [await postgresForTest(), await postgresForTest()];
    if (!made || !other) return this.skip();
    try {
      execFileSync('pg_dump', ['--version'], { stdio: 'pipe' });
    } catch {
      process.stderr.write('No pg_dump is found, so the test of a backup with it is skipped.\n');
      await Promise.all([made.remove(), other.remove()]);
      return this.skip();
    }
    try {
      const start = async (url: string) =>
        compose(readConfig({ LOG_LEVEL: 'silent', DATABASE_URL: url }), shipped());
      const before = await start(made.url);
      await new Conversation(before, FIELDS).say('I need a support ticket');
      const file = join(folder, 'bot.dump');
      // As the README says it.
      execFileSync('pg_dump', ['--format=custom', `--file=${file}`, made.url], { stdio: 'pipe' });
      expect((await new Conversation(before, FIELDS).say('next')).text, 'the bot goes on').to.contain(
        'Step 2',
      );
      await before.close();
      execFileSync('pg_restore', ['--no-owner', `--dbname=${other.url}`, file], { stdio: 'pipe' });

      const restored = await start(other.url);
      expect((await new Conversation(restored, FIELDS).say('next')).text).to.contain('Step 2');
      await restored.close();
    } finally {
      await Promise.all([made.remove(), other.remove()]);
    }
  });
});
