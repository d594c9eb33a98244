// Bundles what browsers get into dist/assets: names that change with the content, compressed beside it.
import { readFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, type Plugin } from 'esbuild';

const SOURCES = fileURLToPath(new URL('../../../../bot/channels/webChat/browser/', import.meta.url));
const ASSETS = fileURLToPath(new URL('../../../assets/', import.meta.url));

/** What Web Chat brings along for speech, which this chat does not have: a fifth of its size. */
const SPEECH =
  /^(microsoft-cognitiveservices-speech-sdk|botframework-directlinespeech-sdk|web-speech-cognitive-services)(\/|$)/;

const withoutSpeech: Plugin = {
  name: 'without-speech',
  setup(bundle) {
    bundle.onResolve({ filter: SPEECH }, ({ path }) => ({ path, namespace: 'speech' }));
    bundle.onLoad({ filter: /./, namespace: 'speech' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const bundled = await build({
  entryPoints: ['chat.tsx', 'chat.css', 'demo.ts', 'demo.css', 'launcher.ts'].map((name) =>
    join(SOURCES, name),
  ),
  outdir: ASSETS,
  entryNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  // One client library: Web Chat brings another version.
  alias: { 'botframework-directlinejs': fileURLToPath(import.meta.resolve('botframework-directlinejs')) },
  plugins: [withoutSpeech],
  legalComments: 'eof',
  metafile: true,
  write: false,
  logLevel: 'warning',
});

await mkdir(ASSETS, { recursive: true });
const manifest: Record<string, string> = {};
for (const { path, contents } of bundled.outputFiles) {
  const name = basename(path);
  manifest[name.replace(/-[^-]+(\.\w+)$/, '$1')] = name;
  // Compressing takes seconds, so what has not changed is left alone.
  const isThere = await readFile(path).then(
    (former) => former.equals(contents),
    () => false,
  );
  if (isThere) continue;
  await writeFile(
    `${path}.br`,
    await promisify(brotliCompress)(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
  await writeFile(`${path}.gz`, await promisify(gzip)(contents, { level: 9 }));
  await writeFile(path, contents);
}
await writeFile(join(ASSETS, 'manifest.json'), JSON.stringify(manifest));

const current = Object.values(manifest).flatMap((name) => [name, `${name}.br`, `${name}.gz`]);
for (const name of await readdir(ASSETS)) {
  if (name !== 'manifest.json' && !current.includes(name)) await rm(join(ASSETS, name));
}
