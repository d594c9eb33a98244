import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { run } from './command.js';

const WASTE = fileURLToPath(new URL('../../../../test/faqs/waste.yaml', import.meta.url));

describe('A terminal command', function () {
  // Each run starts a process; some build the index.
  this.timeout(60_000);

  for (const command of [
    'ask',
    'backup',
    'evaluate',
    'export',
    'forget',
    'licenses',
    'report',
    'replay',
    'teams:package',
  ] as const) {
    it(`shows how ${command} is called, and does nothing else, at --help`, async () => {
      const { status, output, errors } = await run(command, tmpdir(), ['--help']);
      expect(output).to.match(/^Usage: npm run /);
      expect([status, errors]).to.deep.equal([0, '']);
    });
  }

  it('tells an unknown option in one sentence, above how it is called', async () => {
    const { status, errors } = await run('teams:package', tmpdir(), ['--zip']);
    expect(errors).to.match(/^Unknown option '--zip'\.\nUsage: npm run teams:package/);
    expect(status).to.equal(2);
  });

  it('chats where ask has no question, and shows what a pipe has typed', async () => {
    const { status, output } = await run('ask', tmpdir(), ['--explain'], {}, 'hello\n');
    expect(output).to.match(/^Ask in English or Japanese.*\nAbove each reply stands why/);
    expect(output).to.match(/> hello\n/);
    expect(output).to.contain('What would you like to know');
    expect(status).to.equal(0);
  });

  it('evaluates an FAQ by its own texts, and does not say that all was as expected where some were missed', async () => {
    const { status, output } = await run('evaluate', tmpdir(), ['--self', '--faq', WASTE]);
    expect(output).to.match(
      /\nAsked back, or not answered though an answer was expected: [1-9]\d* of \d+\.\n$/,
    );
    expect(output).to.not.contain('Every row as expected');
    expect(status).to.equal(0);
  });
});
