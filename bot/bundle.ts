// Bundles the bot into dist/bundle: read as a few files instead of some two thousand, it starts in a third of the time.
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { codeHash } from '../knowledge/search/codeHash.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

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

/** The code that the bundle is made of. */
const withCodeHash: Plugin = {
  name: 'with-code-hash',
  setup(bundle) {
    bundle.onLoad({ filter: /\/codeHash\.js$/ }, () => ({
      contents: `export const codeHash = () => '${codeHash()}';`,
    }));
  },
};

await build({
  absWorkingDir: ROOT,
  entryPoints: ['dist/bot/main.js'],
  outdir: 'dist/bundle',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Names stay readable in stack traces.
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  // What loads a binary of its own, or may be missing.
  external: ['libsql', 'pg-native', 'dtrace-provider'],
  // The one that Node brings along is deprecated: it would warn at every start.
  alias: { punycode: 'punycode/' },
  // For the packages that are not ES modules.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  plugins: [withoutRecognizers, withCodeHash],
  logLevel: 'warning',
});
