// npm run licenses: the packages that the bot is made of, with their licences, without the network.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { runCommand, UsageError } from './commandLine.js';
import { aligned } from './textColumns.js';

const USAGE = `Usage: npm run -s licenses -- [--all] [--json]
Lists the packages that run in production, as package-lock.json has them, with their licences, and how many have each.
--all adds those that only build and test the bot; what browsers get is bundled from some of these.
--json prints a list of name, version and license. npm run -s sbom prints a bill of materials in CycloneDX.`;

const ROOT = new URL('../../../', import.meta.url);
const NOT_STATED = 'not stated';

const License = z.union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)]);
/** As package.json has it; old packages have a list. */
const Licensed = z.object({ license: License.optional(), licenses: z.array(License).optional() });
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string(), license: License.optional(), dev: z.boolean().default(false) }),
  ),
});

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

await runCommand(USAGE, () => {
  const { values } = parseArgs({
    options: { all: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const packages = packagesOf(values.all);
  process.stdout.write(values.json ? `${JSON.stringify(packages, undefined, 2)}\n` : inWords(packages));
});

function packagesOf(isAll: boolean): Package[] {
  const lockFile = new URL('package-lock.json', ROOT);
  if (!existsSync(lockFile)) throw new UsageError(`There is no ${fileURLToPath(lockFile)}.`);
  const { packages } = Lock.parse(JSON.parse(readFileSync(lockFile, 'utf8')));
  const all = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && (isAll || !dev))
    .map(([path, { version, license }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      license: license ?? licenseIn(path),
    }));
  const unique = new Map(all.map((each) => [`${each.name} ${each.version}`, each]));
  return [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The licence in the package itself, where the lockfile has none. */
function licenseIn(path: string): string {
  const file = new URL(`${path}/package.json`, ROOT);
  if (!existsSync(file)) return NOT_STATED;
  const { license, licenses = [] } = Licensed.parse(JSON.parse(readFileSync(file, 'utf8')));
  return license ?? (licenses.length > 0 ? licenses.join(' OR ') : NOT_STATED);
}

function inWords(packages: readonly Package[]): string {
  const counts = new Map<string, number>();
  for (const { license } of packages) counts.set(license, (counts.get(license) ?? 0) + 1);
  const mostFirst = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([license, count]) => [license, String(count)]);
  return [
    ...aligned(
      [['package', 'version', 'licence'], ...packages.map((each) => [each.name, each.version, each.license])],
      {
        left: 3,
      },
    ),
    '',
    ...aligned([['licence', 'packages'], ...mostFirst], { left: 1 }),
    '',
  ].join('\n');
}
