// What a build leaves behind: what was built, and nothing of the build before.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

describe('The folder of the bundle', function () {
  this.timeout(60_000);

  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('holds what was built, and no chunk of a build before', () => {
    const old = [join(folder, 'chunk-OLDOLDOL.js'), join(folder, 'commands', 'chunk-OLDOLDOL.js')];
    mkdirSync(join(folder, 'commands'));
    for (const file of old) writeFileSync(file, '// a sentence that is no more');
    execFileSync(process.execPath, [fileURLToPath(new URL('../../bot/bundle.js', import.meta.url)), folder]);
    expect(old.filter((file) => existsSync(file))).to.deep.equal([]);
    expect(readdirSync(folder)).to.include('main.js');
    expect(readdirSync(join(folder, 'commands'))).to.include.members(['ask.js', 'replay.js']);
  });
});
