// What browsers get of the web chat, and what the pages forbid themselves.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { expect } from 'chai';
import { ChatServer } from '../chatServer.js';

const KILOBYTE = 1024;

describe('The pages of the web chat', () => {
  let server: ChatServer;

  before(async () => {
    server = await ChatServer.start({ ALLOWED_ORIGINS: 'https://portal.example, https://shop.example:8443' });
  });

  after(() => server.close());

  /** As it comes over the wire: fetch would decompress it. */
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const [response] = (await once(request(server.origin + path, { headers }).end(), 'response')) as [
      IncomingMessage,
    ];
    return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
  };
  const assetsOf = (page: string) => [...page.matchAll(/\/assets\/[\w.-]+/g)].map(([path]) => path);

  it('sends the launcher in less than 10 KB, compressed, and asks whether it has changed', async () => {
    const { headers, body } = await get('/widget.js', { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).to.equal('gzip');
    expect(body.length).to.be.lessThan(10 * KILOBYTE);
    expect(gunzipSync(body).toString()).to.contain('mpn-chat');
    expect(headers['cross-origin-resource-policy']).to.equal('cross-origin');
    const again = await get('/widget.js', { 'if-none-match': headers.etag! });
    expect(again.status).to.equal(304);
    expect(again.body).to.have.length(0);
  });

  it('sends the files of the chat compressed, under names of their content, to be kept for good', async () => {
    const { body } = await get('/chat');
    const paths = assetsOf(body.toString());
    expect(paths).to.have.length(2);
    for (const path of paths) {
      const { headers, body: compressed } = await get(path, { 'accept-encoding': 'gzip, br' });
      expect(headers['content-encoding']).to.equal('br');
      expect(headers['cache-control']).to.equal('public, max-age=31536000, immutable');
      const plain = await get(path);
      expect(plain.headers['content-encoding']).to.equal(undefined);
      expect(brotliDecompressSync(compressed).equals(plain.body)).to.equal(true);
    }
    expect((await get('/assets/chat-00000000.js')).status).to.equal(404);
    expect((await get('/assets/..%2fmanifest.json')).status).to.equal(404);
    expect((await get('/assets/manifest.json')).status).to.equal(404);
  });

  for (const [path, heading, said] of [
    ['/privacy?lang=en', 'Privacy', 'This bot is run by localhost'],
    ['/privacy?lang=ja', 'プライバシーについて', 'このボットは localhost が運営しています。'],
    ['/terms?lang=en', 'Terms of use', 'offered by localhost'],
    ['/terms?lang=ja', '利用規約', 'このボットは localhost が提供しています。'],
  ] as const) {
    it(`tells who runs the bot and what it keeps, under ${path}`, async () => {
      const { status, headers, body } = await get(path);
      expect(status).to.equal(200);
      expect(headers['content-type']).to.equal('text/html; charset=utf-8');
      expect(headers['content-security-policy']).to.contain("frame-ancestors 'none'");
      const page = body.toString();
      expect(page).to.contain(`<h1>${heading}</h1>`).and.contain(said).and.not.contain('undefined');
      const links = [...page.matchAll(/<a href="([^"]+)"/g)].map(([, link]) => link!);
      expect(links).to.have.length(2);
      for (const link of links) expect((await get(link)).status, link).to.equal(200);
    });
  }

  it('tells how long what became of questions is kept, and that their words are not', async () => {
    const english = (await get('/privacy?lang=en')).body.toString();
    expect(english).to.contain('is deleted after 180 days').and.contain('words of the question are not kept');
    const japanese = (await get('/privacy?lang=ja')).body.toString();
    expect(japanese).to.contain('180 日後に削除します').and.contain('ご質問の文章は保存しません');
  });

  it('shows them in the language of the browser', async () => {
    const { body } = await get('/terms', { 'accept-language': 'ja-JP,en;q=0.8' });
    expect(body.toString()).to.contain('<html lang="ja">');
  });

  it('lets the chat be framed by the allowed sites only, and the demo site by nobody', async () => {
    const chat = (await get('/chat')).headers;
    expect(chat['content-security-policy']).to.match(
      /frame-ancestors 'self' https:\/\/portal\.example https:\/\/shop\.example:8443$/,
    );
    expect(chat['x-frame-options']).to.equal(undefined);
    expect((await get('/')).headers['content-security-policy']).to.contain("frame-ancestors 'none'");
  });

  for (const path of ['/', '/chat']) {
    it(`has no inline script or style at ${path}, a new nonce each time, and no cookie`, async () => {
      const seen = new Set<string>();
      for (let time = 0; time < 2; time += 1) {
        const { headers, body } = await get(path);
        const policy = headers['content-security-policy'] as string;
        const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
        expect(policy)
          .to.match(/^default-src 'none'/)
          .and.not.contain('unsafe');
        const page = body.toString();
        for (const [tag] of page.matchAll(/<(?:script|link rel="stylesheet")[^>]*>/g)) {
          expect(tag)
            .to.contain(`nonce="${nonce!}"`)
            .and.match(/ (?:src|href)="/);
        }
        expect(page).not.to.match(/<script[^>]*>[^<]| style="| on\w+="|<style/);
        expect(headers['set-cookie']).to.equal(undefined);
        expect(headers['cache-control']).to.equal('no-store');
        seen.add(nonce!);
      }
      expect(seen).to.have.property('size', 2);
    });
  }

  it('speaks the language that is asked for, else the browser’s, else the configured one', async () => {
    const languageOf = async (path: string, accepted?: string) =>
      /<html lang="(\w+)"/.exec(
        (await get(path, accepted ? { 'accept-language': accepted } : {})).body.toString(),
      )?.[1];
    expect(await languageOf('/?lang=ja', 'en')).to.equal('ja');
    expect(await languageOf('/', 'ja-JP,ja;q=0.9,en;q=0.8')).to.equal('ja');
    expect(await languageOf('/', 'fr')).to.equal('en');
    expect(await languageOf('/chat?lang=en', 'ja')).to.equal('en');
  });

  it('shows the tag to copy as text, whatever the address it was asked for under', async () => {
    const page = await get('/?lang=en', { host: '"><script>alert(1)</script>' });
    expect(page.status).to.equal(400);
    expect(page.body.toString()).not.to.contain('<script>alert');
    const named = (await get('/?lang=en', { host: 'evil&quot;.example' })).body.toString();
    expect(named).not.to.contain('"evil');
    expect((await get('/?lang=en')).body.toString()).to.contain(
      `&lt;script src=&quot;${server.origin}/widget.js&quot; data-lang=&quot;en&quot;`,
    );
  });

  it('suggests questions in the language of the window', async () => {
    const suggestions = async (text: string, language: string) => {
      const query = new URLSearchParams({ text, language });
      const { body } = await get(`/suggestions?${query.toString()}`);
      return (JSON.parse(body.toString()) as { suggestions: string[] }).suggestions;
    };
    expect(await suggestions('expiry', 'ja')).to.have.length(3);
    expect((await suggestions('expiry', 'ja')).join()).to.match(/有効期限/);
    expect((await suggestions('有効期限', 'en')).join()).to.match(/expiry/);
    expect(await suggestions('x'.repeat(5000), 'en')).to.be.an('array');
  });

  it('limits how often an address may ask for suggestions', async () => {
    const strict = await ChatServer.start({ REQUESTS_PER_MINUTE: '5' });
    try {
      const statuses = [];
      for (let count = 0; count < 7; count += 1) {
        statuses.push((await fetch(`${strict.origin}/suggestions?text=key`)).status);
      }
      expect(statuses.slice(5)).to.deep.equal([429, 429]);
    } finally {
      await strict.close();
    }
  });
});

describe('The chat page with Azure’s Direct Line', () => {
  it('may connect to the service, and knows where it is', async () => {
    const server = await ChatServer.start({ DIRECT_LINE_SECRET: 'secret' });
    try {
      const response = await fetch(`${server.origin}/chat`);
      expect(response.headers.get('content-security-policy')).to.contain(
        "connect-src 'self' wss://directline.botframework.com https://directline.botframework.com;",
      );
      const page = await response.text();
      expect(page).to.contain('data-domain="https://directline.botframework.com/v3/directline"');
      expect(page).not.to.contain('secret"');
    } finally {
      await server.close();
    }
  });
});
