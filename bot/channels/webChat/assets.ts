// The built files that browsers get, by their names with and without the hash of their content.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type restify from 'restify';

const MANIFEST = fileURLToPath(import.meta.resolve('#assets/manifest.json'));
const FOLDER = dirname(MANIFEST);
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
/** What is compressed beside each file, the smallest first. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

export class Assets {
  readonly #names: Readonly<Record<string, string>>;

  /** @throws {Error} where the bot was not built */
  constructor() {
    try {
      this.#names = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, string>;
    } catch (error) {
      throw new Error('The files of the web chat are missing. Run "npm run build".', { cause: error });
    }
  }

  /** The path of a file, which changes with its content. */
  path(name: string): string {
    return `/assets/${this.#names[name]!}`;
  }

  /**
   * Sends a file by its hashed name, to be kept for good: another content has another name.
   * @returns whether there is such a file
   */
  async send(hashed: string, request: restify.Request, response: restify.Response): Promise<boolean> {
    if (!Object.values(this.#names).includes(hashed)) return false;
    await this.#send(hashed, 'public, max-age=31536000, immutable', request, response);
    return true;
  }

  /** Sends a file under a name that stays: browsers ask whether it has changed. */
  async sendFixed(name: string, request: restify.Request, response: restify.Response): Promise<void> {
    const hashed = this.#names[name]!;
    const tag = `"${hashed}"`;
    response.setHeader('ETag', tag);
    const caching = 'public, max-age=300';
    if (request.headers['if-none-match'] === tag) {
      response.setHeader('Cache-Control', caching);
      response.status(304);
      response.end();
      return;
    }
    await this.#send(hashed, caching, request, response);
  }

  async #send(
    hashed: string,
    caching: string,
    request: restify.Request,
    response: restify.Response,
  ): Promise<void> {
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = ENCODINGS.find(([name]) => new RegExp(`\\b${name}\\b`).test(accepted));
    const content = await readFile(join(FOLDER, hashed + (encoding?.[1] ?? '')));
    response.writeHead(200, {
      'Content-Type': TYPES[extname(hashed)]!,
      'Content-Length': content.length,
      'Cache-Control': caching,
      // Sites of other origins load the launcher.
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
      ...(encoding && { 'Content-Encoding': encoding[0] }),
    });
    response.end(content);
  }
}
