// Bundles the bot and the commands that run it into dist/bundle, or into the folder that is named: read as a few files
// instead of some two thousand, they start in half the time or less.
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { codeHash } from '../knowledge/search/codeHash.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const [FOLDER = join(ROOT, 'dist/bundle')] = process.argv.slice(2);

/** What the prompts of botbuilder-dialogs recognise numbers and dates with. This bot has its own, and no such prompts. */
const withoutRecognizers: Plugin = {
  name: 'without-recognizers',
  setup(bundle) {
    bundle.onResolve({ filter: /^@microsoft\/recognizers-text/ }, ({ path }) => ({
      path,
      namespace: 'recognizers',
    }));
    bundle.onLoad({ filter: /./, namespace: 'recognizers' }, () => ({
      contents: 'module.exports = { Culture: {} };',
    }));
  },
};

/** The SDK has five copies of one version of zod, and our own brings its messages in fifty languages. */
const withLessOfZod: Plugin = {
  name: 'with-less-of-zod',
  setup(bundle) {
    const zodOfSdk = createRequire(import.meta.resolve('botbuilder')).resolve('zod');
    bundle.onResolve({ filter: /^zod$/ }, ({ kind }) =>
      kind === 'require-call' ? { path: zodOfSdk } : undefined,
    );
    bundle.onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({ contents: 'export {};' }));
  },
};

/** The code that the bundle is made of. */
const withCodeHash: Plugin = {
  name: 'with-code-hash',
  setup(bundle) {
    bundle.onLoad({ filter: /\/codeHash\.js$/ }, () => ({
      contents: `export const codeHash = () => '${codeHash()}';`,
    }));
  },
};

const options: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  // What loads a binary of its own, or may be missing.
  external: ['libsql', 'pg-native', 'dtrace-provider'],
  // The one that Node brings along is deprecated: it would warn at every start.
  alias: { punycode: 'punycode/' },
  // For the packages that are not ES modules.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  plugins: [withoutRecognizers, withLessOfZod, withCodeHash],
  logLevel: 'warning',
};

// The names of chunks change with what is in them, so that those of the build before would stay.
rmSync(FOLDER, { recursive: true, force: true });

// Apart: code that both share would be in files of its own, which run before what the bot has to begin with.
await Promise.all([
  build({ ...options, entryPoints: ['dist/bot/main.js'], outdir: FOLDER }),
  build({
    ...options,
    entryPoints: ['ask', 'evaluate', 'replay'].map((name) => `dist/bot/commands/${name}.js`),
    outdir: join(FOLDER, 'commands'),
  }),
]);
