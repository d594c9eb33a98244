// Azure's Direct Line in the place of the built-in one, on a stand-in that checks requests as the service documents them.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { ChatServer } from '../chatServer.js';

const SECRET = 'the-secret-of-the-site.that-no-browser-sees';

describe('With a secret of Azure’s Direct Line', () => {
  let azure: Server;
  let server: ChatServer;
  let answer: (request: IncomingMessage, body: string) => { status: number; body: string };

  before(async () => {
    azure = createServer((request, response) => {
      void text(request).then((body) => {
        const result = answer(request, body);
        response.statusCode = result.status;
        response.end(result.body);
      });
    }).listen(0, '127.0.0.1');
    await once(azure, 'listening');
    server = await ChatServer.start({
      DIRECT_LINE_SECRET: SECRET,
      DIRECT_LINE_ENDPOINT: `http://127.0.0.1:${(azure.address() as AddressInfo).port}`,
    });
  });

  after(async () => {
    await server.close();
    azure.close();
  });

  it('the token comes from the service, which is asked as it documents, and the secret stays here', async () => {
    let asked: { request: IncomingMessage; body: unknown } | undefined;
    answer = (request, body) => {
      asked = { request, body: JSON.parse(body) as unknown };
      return {
        status: 200,
        body: JSON.stringify({ conversationId: 'abc', token: 'RCurR_XV9ZA', expires_in: 1800 }),
      };
    };
    const response = await server.post('/tokens/generate');
    expect(await response.clone().json()).to.deep.equal({
      conversationId: 'abc',
      token: 'RCurR_XV9ZA',
      expires_in: 1800,
    });
    expect(asked!.request.method).to.equal('POST');
    expect(asked!.request.url).to.equal('/v3/directline/tokens/generate');
    expect(asked!.request.headers.authorization).to.equal(`Bearer ${SECRET}`);
    expect(asked!.request.headers['content-type']).to.equal('application/json');
    expect((asked!.body as { user: { id: string } }).user.id).to.match(/^dl_[\w-]{22}$/);
    const seen = `${await response.text()}${JSON.stringify([...response.headers])}`;
    expect(seen).not.to.contain(SECRET);
  });

  it('pages of other origins get none', async () => {
    answer = () => ({ status: 200, body: '{}' });
    expect((await server.post('/tokens/generate', { origin: 'https://evil.example' })).status).to.equal(403);
  });

  for (const [what, result] of [
    ['refuses', { status: 403, body: JSON.stringify({ error: { message: `wrong ${SECRET}` } }) }],
    ['answers something else', { status: 200, body: '<html>' }],
  ] as const) {
    it(`where the service ${what}, the page is told without details`, async () => {
      answer = () => result;
      const response = await server.post('/tokens/generate');
      expect(response.status).to.equal(502);
      expect(await response.text())
        .to.contain('Azure Direct Line')
        .and.not.contain(SECRET);
    });
  }

  it('the built-in conversations are off', async () => {
    expect((await server.post('/conversations')).status).to.be.oneOf([404, 405]);
  });
});
