import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { run } from './command.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** Licences that ask for no more than to be named. */
const PERMISSIVE = /^\(?(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|PSF-2\.0|Unlicense)\b/;

const listed = async (...options: string[]) => {
  const { status, output, errors } = await run('licenses', tmpdir(), ['--json', ...options]);
  expect([status, errors]).to.deep.equal([0, '']);
  return JSON.parse(output) as Package[];
};

describe('The packages that the bot is made of', () => {
  it('are listed with their licences, which are permissive in production', async () => {
    const packages = await listed();
    const names = packages.map(({ name }) => name);
    // The last comes with another.
    expect(names)
      .to.include.members(['botbuilder', 'botbuilder-dialogs', 'libsql', 'cldrjs'])
      .and.not.include('mocha');
    expect(packages.find(({ name }) => name === 'cldrjs')!.license).to.equal('MIT');
    const others = packages.filter(
      ({ license }) => !PERMISSIVE.test(license) && license !== '(AFL-2.1 OR BSD-3-Clause)',
    );
    // Its Readme says MIT.
    expect(others).to.deep.equal([
      { name: 'escape-regexp-component', version: '1.0.2', license: 'not stated' },
    ]);
    expect((await listed('--all')).map(({ name }) => name)).to.include.members([...names, 'mocha', 'react']);
  });

  it('are shown as a table with totals', async () => {
    const { output } = await run('licenses', tmpdir(), []);
    expect(output).to.match(/^package +version +licence\n/);
    expect(output).to.match(/^botbuilder +4\.23\.3 +MIT$/m);
    expect(output).to.match(/^licence +packages\nMIT +\d{3}$/m);
  });

  it('stand in the bill of materials, without the network', async function () {
    this.timeout(60_000);
    const output = execFileSync('npm', ['run', '-s', 'sbom'], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 50_000_000,
      env: { ...process.env, npm_config_registry: 'http://127.0.0.1:1/' },
    });
    const { bomFormat, components } = JSON.parse(output) as {
      bomFormat: string;
      components: { group?: string; name: string; version: string }[];
    };
    expect(bomFormat).to.equal('CycloneDX');
    const found = components.map(
      ({ group, name, version }) => `${group ? `${group}/` : ''}${name} ${version}`,
    );
    expect(found).to.include.members((await listed()).map(({ name, version }) => `${name} ${version}`));
  });
});
