import { tmpdir } from 'node:os';
import { expect } from 'chai';
import { conversationLock } from '../../../bot/storage/conversationKeys.js';
import { ItemStorage } from '../../../bot/storage/itemStorage.js';
import { onBothDatabases, open } from '../../databases.js';
import { ChatServer, type Conversation } from '../channels/chatServer.js';
import { run } from './command.js';

/** What the commands print, as far as it is looked at here. */
interface Exported {
  readonly of: string;
  readonly state: readonly { readonly key: string }[];
  readonly tickets: readonly { readonly value: object; readonly deletedAfter: string }[];
  readonly replies: readonly object[];
  readonly webChats: readonly {
    readonly conversation: string;
    readonly activities: readonly { readonly text: string }[];
  }[];
  readonly outcomes: readonly { readonly question: string; readonly comment: string; readonly at: string }[];
}

const ticketAbout = (problem: string) => [
  'I need a support ticket',
  'step 6',
  `product: Office\nproblem: ${problem}\nerror: e\ntried: t\nstarted: yesterday`,
];

onBothDatabases('The data of one person', function (test) {
  let server: ChatServer;
  let count = 0;

  before(async () => {
    server = await ChatServer.start({ DATABASE_URL: test().url, STORE_QUESTIONS: 'true' });
  });

  after(() => server.close());

  const say = async (user: string, conversation: string, texts: readonly string[]) => {
    let reply = '';
    for (const text of texts) {
      const response = await fetch(`${server.origin}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          id: `m${(count += 1)}`,
          text,
          channelId: 'emulator',
          serviceUrl: 'http://localhost',
          from: { id: user },
          recipient: { id: 'b' },
          conversation: { id: conversation },
          deliveryMode: 'expectReplies',
        }),
      });
      reply = ((await response.json()) as { activities: { text: string }[] }).activities[0]!.text;
    }
    return reply;
  };
  const chat = async ({ conversationId, token }: Conversation, texts: readonly string[]) => {
    for (const text of texts) {
      const authorization = { authorization: `Bearer ${token}` };
      await server.post(`/conversations/${conversationId}/activities`, authorization, {
        type: 'message',
        text,
      });
    }
  };
  const command = (name: 'export' | 'forget', id: string) =>
    run(name, tmpdir(), [id], { DATABASE_URL: test().url });
  const exported = async (id: string) => {
    const { status, output, errors } = await command('export', id);
    expect([status, errors]).to.deep.equal([0, '']);
    return JSON.parse(output) as Exported;
  };
  /** The rows of all tables that hold a text. */
  const rowsWith = async (text: string) => {
    const database = await open(test());
    const rows: string[] = [];
    for (const table of ['items', 'direct_line_conversations', 'direct_line_activities', 'outcomes']) {
      const all = await database.query(`SELECT * FROM ${table}`);
      rows.push(...all.map((row) => `${table} ${JSON.stringify(row)}`).filter((row) => row.includes(text)));
    }
    await database.close();
    return rows;
  };

  it('is exported from every table and forgotten, that of others in the same group kept, while the bot runs', async () => {
    await say('alice', 'chat of alice', [...ticketAbout('alice-private'), 'done']);
    await say('alice', 'chat of alice', [
      'Can a key be redeemed twice?',
      'this did not help',
      'alice-comment',
    ]);
    await say('alice', 'group', [...ticketAbout('alice-in-group'), 'stop']);
    await say('bob', 'group', [...ticketAbout('bob-in-group'), 'stop']);
    await say('bob', 'chat of bob', ['Can a key be redeemed twice?', 'this helped']);

    const bobs = await exported('bob');
    const alices = await exported('alice');
    expect(alices.of).to.equal('alice');
    expect(alices.tickets).to.have.lengthOf(2);
    expect(JSON.stringify(alices.tickets)).to.contain('alice-private').and.contain('alice-in-group');
    expect(alices.tickets[0]!.deletedAfter).to.match(/^\d{4}-\d\d-\d\dT/);
    expect(alices.state.map(({ key }) => key)).to.include.members([
      'emulator/conversations/chat of alice/users/alice/',
      'emulator/conversations/group/users/alice/',
    ]);
    expect(alices.replies).to.have.lengthOf(11);
    expect(alices.outcomes.map(({ question, comment }) => [question, comment])).to.deep.include([
      'Can a key be redeemed twice?',
      'alice-comment',
    ]);
    expect(JSON.stringify(alices)).to.not.contain('bob');

    const { status, output, errors } = await command('forget', 'alice');
    expect([status, errors]).to.deep.equal([0, '']);
    expect(output).to.match(
      /^Deleted of alice: \d+ of state and notes, 2 tickets, 11 kept replies, 0 web chats/,
    );
    expect(await rowsWith('alice')).to.deep.equal([]);
    expect(await exported('bob')).to.deep.equal(bobs);

    // The bot goes on, and knows nothing of her.
    expect(await say('alice', 'group', ['continue'])).to.contain('No guide is open');
    expect(await say('bob', 'group', ['continue'])).to.contain('bob-in-group');
  });

  it('is exported and forgotten by the conversation that only they talked in, with its threads', async () => {
    await say('carol', 'carols', [...ticketAbout('carol-one'), 'stop']);
    await say('carol', 'carols;messageid=1', ['日本語で', ...ticketAbout('carol-two')]);
    await say('carol', 'carolsother', ticketAbout('carol-three'));
    const data = await exported('carols');
    expect(JSON.stringify(data.tickets)).to.contain('carol-one').and.contain('carol-two');
    expect(
      data.state.map(({ key }) => key),
      'her language',
    ).to.include('emulator/users/carol/');
    expect((await command('forget', 'carols')).status).to.equal(0);
    for (const text of ['carol-one', 'carol-two', '"emulator/users/carol/"']) {
      expect(await rowsWith(text), text).to.deep.equal([]);
    }
    expect(await rowsWith('carol-three')).to.not.deep.equal([]);
  });

  it('is exported and forgotten with the chats on web pages, by the person or by the conversation', async () => {
    const [one, two] = [await server.begin(), await server.begin()];
    for (const each of [one, two]) {
      await chat(each, ['Can a key be redeemed twice?', ...ticketAbout(`in ${each.conversationId}`), 'stop']);
    }
    const data = await exported(one.conversationId);
    expect(data.webChats.map(({ conversation }) => conversation)).to.deep.equal([one.conversationId]);
    expect(data.webChats[0]!.activities.map(({ text }) => text)).to.include('Can a key be redeemed twice?');
    expect(data.tickets).to.have.lengthOf(1);
    expect(data.outcomes, 'the last one, which the state names').to.have.lengthOf(1);
    const user = /users\/(dl_[^/]+)\//.exec(JSON.stringify(data.state))![1]!;
    expect({ ...(await exported(user)), of: one.conversationId }).to.deep.equal(data);

    expect((await command('forget', user)).status).to.equal(0);
    expect(await rowsWith(one.conversationId)).to.deep.equal([]);
    expect(await rowsWith(user)).to.deep.equal([]);
    expect(await rowsWith(two.conversationId)).to.not.deep.equal([]);
    expect((await command('forget', two.conversationId)).status).to.equal(0);
    expect(await rowsWith(two.conversationId)).to.deep.equal([]);
    const gone = await server.get(`/conversations/${two.conversationId}/activities`, two.token);
    expect(gone.status).to.equal(404);
  });

  it('is told from that of people whose id only looks similar', async () => {
    const ids = ['a_b', 'axb', 'a%b', 'A_B', 'a"b\\', 'a_b2', '"a_b"'];
    for (const id of ids) await say(id, `of <${id}>`, ticketAbout('x'));
    for (const id of ids) {
      const { tickets, replies } = await exported(id);
      expect([tickets.length, replies.length], id).to.deep.equal([1, 3]);
    }
  });

  it('is not brought back by a turn that is at work meanwhile on another replica', async function () {
    const database = await open(test());
    // On SQLite there is no lock over processes.
    if (database.kind === 'sqlite') {
      await database.close();
      return this.skip();
    }
    const items = new ItemStorage(database, 30);
    const key = 'emulator/conversations/busy/users/dave/';
    await items.write({ [key]: { n: 1 } });
    let forgetting: Promise<unknown> = Promise.resolve();
    await database.locked(conversationLock('emulator', 'busy'), async (queries) => {
      await items.readJson([key], queries);
      forgetting = command('forget', 'dave');
      const waits = `SELECT 1 AS one FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
      while ((await database.query(waits)).length === 0) await new Promise(setImmediate);
      await items.overwrite([[key, '{"n":2}']], queries);
    });
    await forgetting;
    expect(await items.read([key])).to.deep.equal({});
    await database.close();
  });

  it('is said not to be there where there is none', async () => {
    for (const name of ['export', 'forget'] as const) {
      const { status, output, errors } = await command(name, 'nobody%');
      expect([status, output]).to.deep.equal([1, '']);
      expect(errors).to.match(/^Nothing is stored of nobody%\. Is it the id of a user or a conversation/);
      const none = await run(name, tmpdir(), [], { DATABASE_URL: test().url });
      expect(none.errors).to.match(/^Name one user or one conversation by its id\.\nUsage: npm run /);
      expect(none.status).to.equal(2);
    }
  });
});
