// Which code builds an index, so that what other code has saved is not taken for its own.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const KNOWLEDGE = fileURLToPath(new URL('../', import.meta.url));
const PACKAGE = fileURLToPath(new URL('../../../package.json', import.meta.url));

/** A hash of the compiled code below knowledge/ and of the package file, which pins its dependencies; the bundle has it built in. */
export function codeHash(): string {
  const hash = createHash('sha256').update(readFileSync(PACKAGE));
  const files = readdirSync(KNOWLEDGE, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.js')).sort())
    hash.update(file).update(readFileSync(`${KNOWLEDGE}${file}`));
  return hash.digest('hex');
}
