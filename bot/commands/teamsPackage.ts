// npm run teams:package: writes the app package for the configured bot.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { appPackage } from '../channels/teams/appPackage/appPackage.js';
import { environment, readConfig } from '../config.js';
import { runCommand, UsageError } from './commandLine.js';

const USAGE = 'Usage: npm run teams:package -- [FILE.zip]';
const FILE = 'dist-package/mpn-benefits-bot.zip';

await runCommand(USAGE, async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  if (positionals.length > 1) throw new UsageError('One file can be written, not several.');
  const file = resolve(positionals[0] ?? FILE);
  const content = await appPackage(readConfig(environment()));
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  } catch (error) {
    throw new UsageError(`${file} can't be written (${(error as NodeJS.ErrnoException).code ?? ''}).`);
  }
  process.stdout.write(`${file}\n`);
});
