// "Start over" is kept: nothing that was filled in can be fetched any more, in whatever order things were said.
import { expect } from 'chai';
import { onBothDatabases, open } from '../databases.js';
import { ChatServer } from './channels/chatServer.js';
import { sendMessage } from './sentMessage.js';

/** Says something and gives what the bot replies. */
type Say = (text: string) => Promise<string>;

const FILLED_IN = [
  'I need a support ticket',
  'step 6',
  'product: Office',
  'error: e\nproblem: p\ntried: t\nstarted: yesterday',
];
const ANOTHER = FILLED_IN.map((text) => text.replace('Office', 'Windows'));
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  'is filled in and stopped': [...FILLED_IN, 'stop'],
  'is finished': [...FILLED_IN, 'done'],
  'is finished before a second one that is stopped': [...FILLED_IN, 'done', ...ANOTHER, 'stop'],
  'is finished before a second one that is open': [...FILLED_IN, 'done', ...ANOTHER.slice(0, -1)],
  'is replaced by a second one': [...FILLED_IN, 'stop', 'I need a support ticket', 'start over', ...ANOTHER],
  'is left for another guide': [...FILLED_IN, 'walk me through renewing benefits'],
  'is left for another guide that is stopped': [...FILLED_IN, 'walk me through renewing benefits', 'stop'],
  'is stopped half-way': [...FILLED_IN.slice(0, -1), 'stop'],
};

onBothDatabases('A ticket', (test) => {
  let server: ChatServer;

  before(async () => {
    server = await ChatServer.start({ DATABASE_URL: test().url });
  });

  after(() => server.close());

  let count = 0;
  const inMessages = (conversation = `c${(count += 1)}`, user = 'u'): Say => {
    return (text) => sendMessage(server.origin, { user, conversation, text });
  };
  const inDirectLine = async (): Promise<Say> => {
    const { conversationId, token } = await server.begin();
    const path = `/conversations/${conversationId}/activities`;
    let watermark = '';
    return async (text) => {
      await server.post(path, { authorization: `Bearer ${token}` }, { type: 'message', text });
      const response = await server.get(`${path}?watermark=${watermark}`, token);
      const set = (await response.json()) as { activities: { text?: string }[]; watermark: string };
      ({ watermark } = set);
      return set.activities.map((each) => each.text ?? '').join('\n');
    };
  };

  /** @returns the paths of the files that the bot names on the way */
  const all = async (say: Say, texts: readonly string[]) => {
    const files = new Set<string>();
    for (const text of texts) {
      for (const [path] of (await say(text)).matchAll(/\/tickets\/[^/]+\/en\.txt/g)) files.add(path);
    }
    return [...files];
  };
  const statuses = async (files: readonly string[]) =>
    Promise.all(files.map(async (path) => (await fetch(server.origin + path)).status));
  const drafts = async () => {
    const database = await open(test());
    const keys = await database.query(
      "SELECT key FROM items WHERE key LIKE '%draft%' OR key LIKE 'tickets/%'",
    );
    await database.close();
    return keys;
  };

  for (const [what, texts] of Object.entries(SEQUENCES)) {
    for (const [where, begin] of [
      ['in /api/messages', () => Promise.resolve(inMessages())],
      ['in Direct Line', inDirectLine],
    ] as const) {
      it(`that ${what} is gone after "start over" ${where}`, async () => {
        const say = await begin();
        const files = await all(say, texts);
        expect(files.length > 0, 'it has a file').to.equal(!what.endsWith('half-way'));
        await say('start over');
        expect(await statuses(files)).to.deep.equal(files.map(() => 404));
        expect(await drafts()).to.deep.equal([]);
      });
    }
  }

  it('of somebody else in the same conversation stays', async () => {
    const mine = await all(inMessages('group', 'me'), [...FILLED_IN, 'stop']);
    const theirs = await all(inMessages('group', 'they'), [...FILLED_IN, 'stop']);
    await inMessages('group', 'me')('最初から');
    expect(await statuses([...mine, ...theirs])).to.deep.equal([404, 200]);
    await inMessages('group', 'they')('start over');
    expect(await drafts()).to.deep.equal([]);
  });

  it('gives way to newer ones where somebody makes very many', async function () {
    this.timeout(60_000);
    const say = inMessages();
    const files = new Set<string>();
    for (let n = 0; n < 51; n += 1) {
      for (const file of await all(say, [...FILLED_IN, 'done'])) files.add(file);
    }
    const found = await statuses([...files]);
    expect(found).to.deep.equal([404, ...Array<number>(50).fill(200)]);
    await say('start over');
    expect(await drafts()).to.deep.equal([]);
  });
});
