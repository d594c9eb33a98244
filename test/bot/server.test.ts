import { networkInterfaces } from 'node:os';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { StartedBot } from './startedBot.js';

const MESSAGE = {
  type: 'message',
  id: '1',
  text: 'キーは2回使えますか',
  channelId: 'emulator',
  serviceUrl: 'http://localhost',
  from: { id: 'u' },
  recipient: { id: 'b' },
  conversation: { id: 'c' },
  deliveryMode: 'expectReplies',
};

describe('The server without an app id', () => {
  let bot: StartedBot;
  let url: string;

  before(async () => {
    bot = await StartedBot.start();
    ({ url } = bot);
  });

  after(async () => bot.close());

  const answers = async () => {
    const response = await bot.post(MESSAGE);
    const { activities } = (await response.json()) as { activities: { text: string }[] };
    return activities.length === 1 && activities[0]!.text.includes('もう一度引き換えることはできません');
  };

  it('answers a message with its replies', async () => {
    expect(await answers()).to.equal(true);
  });

  for (const [what, body, message] of [
    ['a body that is not JSON', '{"type": "mess', /JSON|Invalid/],
    ['an empty body', '', /activity in JSON/],
    ['a list', '[]', /activity in JSON/],
    ['JSON null', 'null', /activity in JSON/],
    ['no type', JSON.stringify({ ...MESSAGE, type: undefined }), /activity\.type/],
    ['no from', JSON.stringify({ ...MESSAGE, from: undefined }), /activity\.from/],
    ['no conversation id', JSON.stringify({ ...MESSAGE, conversation: {} }), /activity\.conversation\.id/],
    ['a text that is a number', JSON.stringify({ ...MESSAGE, text: 42 }), /activity\.text/],
    [
      'a service URL that is none',
      JSON.stringify({ ...MESSAGE, serviceUrl: 'here' }),
      /activity\.serviceUrl/,
    ],
    [
      'a time that is none',
      JSON.stringify({ ...MESSAGE, localTimestamp: 'yesterday' }),
      /activity\.localTimestamp/,
    ],
  ] as const) {
    it(`refuses ${what} with 400 and a sentence, and goes on`, async () => {
      const response = await bot.post(body);
      expect(response.status).to.equal(400);
      expect(await response.text()).to.match(message);
      expect(await answers()).to.equal(true);
    });
  }

  it('refuses a body of several megabytes with 413, and goes on', async () => {
    const response = await bot.post({ ...MESSAGE, text: 'x'.repeat(5_000_000) });
    expect(response.status).to.equal(413);
    expect(await answers()).to.equal(true);
  });

  it('replies to a megabyte of text', async () => {
    const response = await bot.post({ ...MESSAGE, text: 'log line\n'.repeat(110_000) });
    expect(response.status).to.equal(200);
  });

  it('refuses a compressed body, which could be of any size', async () => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(JSON.stringify(MESSAGE)),
    });
    expect(response.status).to.equal(415);
    expect(await answers()).to.equal(true);
  });

  it('takes neither forms nor files', async () => {
    const form = new FormData();
    form.append('file', new Blob(['x'.repeat(10_000)]), 'x.txt');
    for (const body of [form, new URLSearchParams({ type: 'message' })]) {
      const response = await fetch(`${url}/api/messages`, { method: 'POST', body });
      expect(response.status).to.equal(400);
    }
    expect(await answers()).to.equal(true);
  });

  it('sends a reply to no other computer, as nobody vouches for the address', async () => {
    const message = { ...MESSAGE, id: 'elsewhere', deliveryMode: undefined };
    const response = await bot.post({ ...message, serviceUrl: 'http://192.0.2.1/' });
    expect(response.status).to.equal(500);
    expect(await answers()).to.equal(true);
  });

  it('counts what it replied, by kind and language, and times the stages of a turn', async () => {
    await answers();
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics)
      .to.match(/^bot_replies_total\{kind="answer",language="ja"\} [1-9]/m)
      .and.match(/^bot_turns_total\{outcome="handled"\} [1-9]/m)
      .and.match(/^bot_turn_stage_seconds_count\{stage="commit"\} [1-9]/m)
      .and.contain('bot_turns_in_progress 0')
      .and.contain('process_resident_memory_bytes');
  });

  it('keeps the id that a proxy gave to a request, where it is a harmless one', async () => {
    const idOf = async (id: string) => {
      const response = await bot.post(MESSAGE, { 'x-request-id': id });
      return response.headers.get('x-request-id');
    };
    expect(await idOf('abc-123')).to.equal('abc-123');
    expect(await idOf('"}{')).to.match(/^[\da-f-]{36}$/);
  });

  it('tells browsers to load, frame and guess nothing', async () => {
    const { headers } = await fetch(`${url}/healthz`);
    expect(headers.get('content-security-policy')).to.contain("default-src 'none'");
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(headers.get('referrer-policy')).to.equal('no-referrer');
  });

  it('takes an activity of an unknown type without a reply', async () => {
    const response = await bot.post({ ...MESSAGE, type: 'unheardOf' });
    expect(response.status).to.equal(200);
    expect(await response.json()).to.deep.equal({ activities: [] });
  });

  it('refuses other methods and paths', async () => {
    expect((await fetch(`${url}/api/messages`)).status).to.equal(405);
    expect((await fetch(`${url}/nowhere`)).status).to.equal(404);
  });

  it('serves the calendar file of a date that was worked out', async () => {
    const response = await fetch(`${url}/calendar/key-usable-until/2021-12-01/en.ics`);
    expect(response.status).to.equal(200);
    expect(response.headers.get('content-type')).to.equal('text/calendar; charset=utf-8');
    expect(await response.text()).to.contain('DTSTART;VALUE=DATE:20211201');
    expect((await fetch(`${url}/calendar/key-usable-until/2021-02-30/en.ics`)).status).to.equal(404);
  });

  describe('with a ticket that was filled in', () => {
    const say = async (text: string) => {
      const message = { ...MESSAGE, id: text, conversation: { id: 'ticket' }, text };
      const response = await bot.post(message);
      return ((await response.json()) as { activities: [{ text: string }] }).activities[0].text;
    };
    let path: string;

    before(async () => {
      for (const text of ['I need a support ticket', 'step 6', 'product: Office']) await say(text);
      const summary = await say('error: <script>\nproblem: p\ntried: t\nstarted: contract ID 12345678');
      path = new URL(/\((http[^)]*\.txt)\)/.exec(summary)![1]!).pathname;
    });

    it('serves its text as a file, in either language, never as a page, with secrets masked', async () => {
      for (const [file, product] of [
        [path, 'Product: Office'],
        [path.replace(/en\.txt$/, 'ja.txt'), '製品：Office'],
      ] as const) {
        const response = await fetch(url + file);
        expect(response.status).to.equal(200);
        expect(response.headers.get('content-type')).to.equal('text/plain; charset=utf-8');
        expect(response.headers.get('content-disposition')).to.match(/^attachment; filename=/);
        expect(response.headers.get('x-content-type-options')).to.equal('nosniff');
        const text = await response.text();
        expect(text).to.contain(product).and.contain('<script>').and.contain('contract ID ••••');
      }
    });

    it('serves no ticket whose address is guessed, and none any more when it was started over', async () => {
      for (const guess of [
        path.replace(/[^/]+(?=\/en)/, '00000000-0000-4000-8000-000000000000'),
        path.replace(/en\.txt$/, 'fr.txt'),
        '/tickets/..%2F..%2Fetc/en.txt',
        '/tickets/%00/en.txt',
      ]) {
        expect((await fetch(url + guess)).status, guess).to.equal(404);
      }
      await say('start over');
      expect((await fetch(url + path)).status).to.equal(404);
    });
  });

  it('tells that it is alive and ready', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await fetch(url + path)).status).to.equal(200);
  });

  it('is not reachable from another interface', async function () {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    if (others.length === 0) this.skip();
    for (const { address } of others) {
      const error = await fetch(`http://${address}:${bot.port}/healthz`).then(
        () => undefined,
        (failure: unknown) => failure,
      );
      expect(error, address).to.be.instanceOf(TypeError);
    }
  });
});
