import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { ChatServer } from '../channels/chatServer.js';
import { run } from './command.js';

const transcript = (name: string) =>
  fileURLToPath(new URL(`../../../../test/transcripts/${name}.transcript`, import.meta.url));
const ENGLISH = transcript('dates-and-feedback-en');
const JAPANESE = transcript('ticket-ja');

interface Recorded {
  readonly type: string;
  readonly from: { readonly id: string; readonly role?: string };
  text?: string;
}

describe('npm run replay', function () {
  // Each run starts a process, which builds the index.
  this.timeout(60_000);

  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'replay-'));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  const replay = (...options: string[]) => run('replay', folder, options);

  const file = (content: string): string => {
    const path = join(folder, 'made.transcript');
    writeFileSync(path, content);
    return path;
  };

  const changed = (path: string, change: (activities: Recorded[]) => unknown): string => {
    const activities = JSON.parse(readFileSync(path, 'utf8')) as Recorded[];
    return file(JSON.stringify(change(activities) ?? activities));
  };

  for (const [what, path, left, right] of [
    [
      'English, with dates, verdicts and two people',
      ENGLISH,
      'Colleague: Can a key be',
      'A key can be redeemed only',
    ],
    ['Japanese, with a ticket and buttons of its steps', JAPANESE, 'User: [次へ]', '手順 2 / 6'],
  ] as const) {
    it(`gets the recorded replies of a conversation in ${what}`, async () => {
      const { status, output, errors } = await replay('--check', path);
      expect(errors).to.equal('');
      expect(output).to.match(/All replies as recorded \(\d+ activities sent\)\.\n$/);
      expect(status).to.equal(0);
      const line = output.split('\n').find((each) => each.startsWith(left));
      expect(line).to.contain('│').and.to.contain(right);
    });
  }

  it('gets them from a bot that runs, too, and again', async () => {
    const server = await ChatServer.start();
    try {
      for (let times = 0; times < 2; times += 1) {
        const { status, output } = await replay(
          '--check',
          '--endpoint',
          `${server.origin}/api/messages`,
          JAPANESE,
        );
        expect(output).to.contain('All replies as recorded');
        expect(status).to.equal(0);
      }
    } finally {
      await server.close();
    }
  });

  it('says where a reply differs from the recorded one, and with --check ends with status 1', async () => {
    const path = changed(ENGLISH, (activities) => {
      const reply = activities.find(({ text }) => text?.startsWith('No. A key can be redeemed only once'));
      reply!.text = 'As often as you like.';
    });
    const { status, output } = await replay('--check', path);
    expect(output).to.match(
      /Colleague: Can a key[^]*≠ recorded: other words or buttons[^]*As often as you like\./,
    );
    expect(output).to.match(/1 of \d+ activities got other replies than recorded\.\n$/);
    expect(status).to.equal(1);
    expect((await replay(path)).status, 'without --check').to.equal(0);
  });

  it('counts a reply that is missing, and one too many', async () => {
    const path = changed(ENGLISH, (activities) =>
      activities.filter(({ text }) => !text?.startsWith("You're welcome")),
    );
    expect((await replay(path)).output).to.contain('≠ recorded: 0 replies, now 1');
  });

  it('writes the replies of now into the file with --update', async () => {
    const path = changed(JAPANESE, (activities) => activities.filter(({ from }) => from.role === 'user'));
    expect((await replay('--check', path)).status).to.equal(1);
    expect((await replay('--update', path)).status).to.equal(0);
    const { output } = await replay('--check', path);
    expect(output).to.contain('All replies as recorded');
  });

  it('knows the bot also where nobody has a role', async () => {
    const path = changed(ENGLISH, (activities) =>
      JSON.parse(JSON.stringify(activities, (key, value: unknown) => (key === 'role' ? undefined : value))),
    );
    expect((await replay('--check', path)).output).to.contain('All replies as recorded');
  });

  for (const [what, content, message] of [
    ['no JSON', '[{"type": ', /is no transcript: it is not JSON\. Unexpected end/],
    ['no list', '{"activities": []}', /is no transcript: it must be a list of activities/],
    ['an activity that is none', '[{"type":"message","from":{"id":"u"}}, 7]', /activity 2: it: /],
    ['an activity without a sender', '[{"type":"message","text":"hi"}]', /activity 1: from: /],
    [
      'a time that is none',
      '[{"type":"message","from":{"id":"u"},"text":"hi","timestamp":"yesterday"}]',
      /activity 1: activity\.timestamp: /,
    ],
    ['nothing of a user', '[]', /holds nothing that a user sent/],
  ] as const) {
    it(`tells what is wrong with a file with ${what}, and where`, async () => {
      const { status, errors } = await replay(file(content));
      expect(errors).to.match(message).and.to.contain('Usage: npm run replay');
      expect(status).to.equal(2);
    });
  }

  it('tells what is wrong with its options', async () => {
    for (const [options, message] of [
      [[], /Name one transcript/],
      [[join(folder, 'none.transcript')], /can't be read \(ENOENT\)/],
      [['--endpoint', 'localhost', ENGLISH], /--endpoint must be like/],
      [['--endpoint', 'http://127.0.0.1:47123/', ENGLISH], /No bot was reached at .* \(ECONNREFUSED\)/],
      [['--check', '--update', ENGLISH], /either --check or --update/],
    ] as const) {
      const { status, errors } = await replay(...options);
      expect(errors).to.match(message);
      expect(status).to.equal(2);
    }
  });
});
