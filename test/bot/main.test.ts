// The bot as a process of its own: how it starts, refuses to start, dies and comes back.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { BotProcess, launch, type MessageFields, sendTo } from './botProcess.js';

describe('The bot as a process', function () {
  // Other processes may want the machine, too.
  this.timeout(60_000);

  let folder: string;
  let running: ChildProcess[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bot-'));
    running = [];
  });

  afterEach(() => {
    for (const child of running) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const settings = (env: Record<string, string>) => ({
    DATABASE_URL: `file:${join(folder, 'bot.db')}`,
    ...env,
  });

  async function start(env: Record<string, string> = {}) {
    const { child, output, url } = await BotProcess.start(folder, settings(env));
    running.push(child);
    const send = (message: MessageFields) => sendTo(url, message);
    const say = (text: string) => send({ text });
    return { child, output, say, send };
  }

  async function refusal(env: Record<string, string>): Promise<string> {
    const { child, output } = launch(folder, settings(env));
    running.push(child);
    const [code] = (await once(child, 'close')) as [number];
    expect(code).to.equal(1);
    expect(output())
      .to.match(/^The bot can't start\.\n/)
      .and.not.match(/\n {4}at /);
    return output();
  }

  it('is killed in the middle of a clarify question, started again, and its button works', async () => {
    for (const answer of ['button', 'number'] as const) {
      const first = await start();
      const question = await first.say('更新したい');
      expect(question.text).to.match(/^お尋ねになりたいのは/);
      first.child.kill('SIGKILL');
      await once(first.child, 'close');

      const second = await start();
      const { data } = question.attachments![0].content.actions[0]!;
      const reply = await (answer === 'button' ? second.send({ text: '', value: data }) : second.say('1'));
      expect(reply.text).to.contain('出典');
    }
  });

  it('is killed between two steps of a walkthrough, started again, and goes on at its step', async () => {
    const first = await start();
    await first.say('チケットを切りたい');
    const step = await first.say('次へ');
    expect(step.text).to.contain('**手順 2 / 6**');
    first.child.kill('SIGKILL');
    await once(first.child, 'close');

    const second = await start();
    const { data } = step.attachments![0].content.actions[0]!;
    expect((await second.send({ text: '', value: data })).text).to.contain('**手順 3 / 6**');
  });

  it('remembers the pinned language over a restart', async () => {
    const first = await start();
    await first.say('in English please');
    first.child.kill('SIGKILL');
    await once(first.child, 'close');
    expect((await (await start()).say('キーは2回使えますか')).text).to.contain('From the FAQ');
  });

  it('stops when it is asked to, with a turn in flight answered', async () => {
    const { child, say } = await start();
    const reply = say('キーは2回使えますか');
    await say('hi');
    child.kill('SIGTERM');
    expect((await reply).text).to.contain('もう一度引き換えることはできません');
    const [code] = (await once(child, 'close')) as [number];
    expect(code).to.equal(0);
  });

  it('ends on Ctrl+C, also where it watches the FAQ for changes, as in development', async () => {
    const { child, output } = await BotProcess.start(folder, settings({}), ['--watch']);
    running.push(child);
    child.kill('SIGINT');
    const [code] = (await once(child, 'close')) as [number];
    expect(code, output()).to.equal(0);
    expect(output()).to.contain('go live').and.contain('stopping');
  });

  it('logs replies as JSON, without what users write', async () => {
    const { say, output } = await start();
    await say('キーは2回使えますか、ひみつのことば');
    const lines = output().trim().split('\n').slice(2);
    expect(lines.map((line) => JSON.parse(line) as object)).to.have.lengthOf(1);
    expect(output()).to.contain('"entry":"azure-licenses"').and.not.contain('ひみつ');
    expect(JSON.parse(lines[0]!))
      .to.have.property('request')
      .that.matches(/^[\w-]{36}$/);
  });

  it('logs no secret, however much it logs', async () => {
    const { output, url } = await BotProcess.start(folder, {
      ...settings({ LOG_LEVEL: 'trace', METRICS_TOKEN: 'secret-metrics' }),
      MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
      MicrosoftAppTenantId: '11111111-2222-4333-8444-555555555555',
      MicrosoftAppPassword: 'secret-password',
    }).then((bot) => {
      running.push(bot.child);
      return bot;
    });
    for (const authorization of ['Bearer secret.token.here', 'Basic secret-basic', '']) {
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({
          type: 'message',
          text: 'secret-text',
          channelId: 'msteams',
          serviceUrl: 'https://channel.example/',
          from: { id: 'u' },
          recipient: { id: 'b' },
          conversation: { id: 'c' },
        }),
      });
      expect(response.status).to.equal(401);
    }
    expect((await fetch(`${url}/metrics`)).status).to.equal(404);
    const metrics = await fetch(`${url}/metrics`, { headers: { authorization: 'Bearer secret-metrics' } });
    expect(await metrics.text()).to.contain('bot_requests_refused_total{status="401"} 3');
    expect(output()).to.contain('request refused').and.not.contain('secret');
  });

  it('does not start where visitors from outside could not be told apart, and says what to set', async () => {
    expect(await refusal({ PUBLIC_URL: 'https://bot.example' })).to.contain(
      'TRUSTED_PROXIES must be 1 or more',
    );
  });

  it('does not start with a wrong setting, and names it', async () => {
    expect(await refusal({ PORT: 'abc' })).to.contain(
      'PORT must be a port number from 0 to 65535 (it is "abc")',
    );
  });

  it('does not start with a database that cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await refusal({ DATABASE_URL: `file:${join(folder, 'file', 'bot.db')}` })).to.contain(
      "bot.db can't be opened",
    );
  });

  it('does not start with a FAQ that is wrong', async () => {
    const faq = join(folder, 'faq.yaml');
    writeFileSync(faq, 'title: { en: T, ja: T }\nentries:\n  - id: one\n');
    expect(await refusal({ FAQ_PATH: faq })).to.contain(`${faq}: entry "one", field answer: is missing`);
  });

  it('does not start on a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await refusal({ PORT: String(port) })).to.contain('Set another with PORT');
    other.close();
  });
});
