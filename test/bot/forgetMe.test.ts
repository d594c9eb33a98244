// "Delete my data" is kept: after a yes no table holds anything of the person, and nothing brings it back.
import { expect } from 'chai';
import type { SqlValue } from '../../bot/storage/database.js';
import { onBothDatabases, open } from '../databases.js';
import { ChatServer } from './channels/chatServer.js';
import { sendMessage } from './sentMessage.js';

/** @param problem - stands in the ticket, and tells whose it is */
const talk = (problem: string) => [
  '日本語で',
  'Can a key be redeemed twice?',
  'I redeemed my key on December 1, 2020. Until when can I use it?',
  'I need a support ticket',
  'step 6',
  `product: Office\nproblem: ${problem}\nerror: e\ntried: t\nstarted: yesterday`,
];
const TABLES = ['items', 'direct_line_conversations', 'direct_line_activities', 'outcomes'];

onBothDatabases('What is kept of a person', (test) => {
  let server: ChatServer;
  let count = 0;

  before(async () => {
    server = await ChatServer.start({ DATABASE_URL: test().url, STORE_QUESTIONS: 'true' });
  });

  after(() => server.close());

  /** Sends a message to the endpoint, and gives all that is replied. */
  const send = (user: string, conversation: string, text: string, id = `m${(count += 1)}`) =>
    sendMessage(server.origin, { user, conversation, text, id });
  const sendAll = async (user: string, conversation: string, texts: readonly string[]) => {
    const replies: string[] = [];
    for (const text of texts) replies.push(await send(user, conversation, text));
    return replies.join('\n');
  };
  /** The rows of all tables that hold one of the texts. */
  const rowsWith = async (...texts: string[]) => {
    const database = await open(test());
    const rows: Record<string, SqlValue>[] = [];
    for (const table of TABLES) {
      const all = await database.query(`SELECT * FROM ${table}`);
      rows.push(
        ...all
          .map((row) => ({ table, ...row }))
          .filter((row) => texts.some((text) => JSON.stringify(row).includes(text))),
      );
    }
    await database.close();
    return rows;
  };
  const outcomes = async () => {
    const database = await open(test());
    const rows = await database.query<{ question: string }>('SELECT * FROM outcomes');
    await database.close();
    return rows.map(({ question }) => question);
  };
  const filesIn = (text: string) => [...new Set(text.match(/http[^\s)]*\/tickets\/[^\s)]+/g))];
  const statusOf = async (address: string) =>
    (await fetch(address.replace(/^https?:\/\/[^/]+/, server.origin))).status;

  it('is deleted at once from every table after a yes, with the file of the ticket', async () => {
    const said = await sendAll('alice', 'chat of alice', talk('secret of alice'));
    const [file] = filesIn(said);
    expect(await statusOf(file!)).to.equal(200);
    expect(await send('alice', 'chat of alice', 'データを消して')).to.contain('削除しますか');
    expect(await rowsWith('secret of alice')).to.not.deep.equal([]);
    expect(await send('alice', 'chat of alice', 'はい', 'the yes')).to.match(/^削除しました。/);

    expect(await statusOf(file!)).to.equal(404);
    expect(
      await rowsWith('secret of alice', 'Office', 'pinnedLanguage', 'redemption', '/users/alice/'),
    ).to.deep.equal([]);
    const left = await rowsWith('alice');
    expect(left.map(({ table }) => table)).to.deep.equal(left.map(() => 'items'));
    // That they were handled is known until the hour is over, and nothing of what was said.
    for (const { key, value } of left) {
      const isYes = String(key).includes('the yes');
      const { digest, replies, ...rest } = JSON.parse(String(value)) as { digest: string; replies: object[] };
      expect(digest).to.be.a('string');
      expect(rest).to.deep.equal({ isSent: true });
      expect(replies, String(key)).to.have.lengthOf(isYes ? 1 : 0);
    }
    expect(await outcomes()).to.not.include('Can a key be redeemed twice?');
    // The language is the message's again, and not the one that was asked for.
    expect(await send('alice', 'chat of alice', 'what do you know about me?')).to.contain(
      'I keep nothing of you',
    );
  });

  it('is not brought back by a message that is delivered again, and the yes is replied to in the same way', async () => {
    const texts = [...talk('secret of bea'), 'delete my data'];
    for (const [index, text] of texts.entries()) await send('bea', 'chat of bea', text, `bea ${index}`);
    const deleted = await send('bea', 'chat of bea', 'yes', 'yes of bea');
    expect(deleted).to.match(/^削除しました。/);
    for (const [index, text] of texts.entries())
      expect(await send('bea', 'chat of bea', text, `bea ${index}`), text).to.equal('');
    expect(await send('bea', 'chat of bea', 'yes', 'yes of bea')).to.equal(deleted);
    expect(await rowsWith('/users/bea/', 'secret of bea')).to.deep.equal([]);
  });

  it('is left alone where it is that of another in the same group, or of the same person elsewhere', async () => {
    const bens = filesIn(await sendAll('ben', 'group', talk('secret of group')));
    const carls = filesIn(await sendAll('carl', 'group', talk('secret of group')));
    const elsewhere = filesIn(await sendAll('carl', 'elsewhere', talk('secret of group')));
    const before = [await rowsWith('/group/users/ben/'), await rowsWith('["emulator","elsewhere"')];
    await sendAll('carl', 'group', ['delete my data', 'yes']);
    expect(await rowsWith('/group/users/carl/')).to.deep.equal([]);
    expect([await rowsWith('/group/users/ben/'), await rowsWith('["emulator","elsewhere"')]).to.deep.equal(
      before,
    );
    expect(await Promise.all([bens, carls, elsewhere].map(([file]) => statusOf(file!)))).to.deep.equal([
      200, 404, 200,
    ]);
  });

  it('is left as it is where no is said, or something else', async () => {
    const [file] = filesIn(await sendAll('dora', 'chat of dora', talk('secret of dora')));
    await sendAll('dora', 'chat of dora', ['delete my data', 'no', 'データを消して', '次へ', 'yes']);
    expect(await statusOf(file!)).to.equal(200);
    expect(await rowsWith('/chat of dora/users/dora/')).to.not.deep.equal([]);
  });

  it('is deleted with the messages of the chat on a web page, which goes on', async () => {
    const chat = await server.begin();
    const path = `/conversations/${chat.conversationId}/activities`;
    const say = (text: string, clientActivityID?: string) =>
      server.post(
        path,
        { authorization: `Bearer ${chat.token}` },
        { type: 'message', text, ...(clientActivityID && { channelData: { clientActivityID } }) },
      );
    const shown = async () => {
      const { activities } = (await (await server.get(path, chat.token)).json()) as {
        activities: { id: string; text: string }[];
      };
      return activities;
    };
    for (const text of [...talk('secret of web'), 'what do you know about me?']) await say(text);
    const last = (await shown()).at(-1)!;
    expect(last.text).to.contain('このチャットのメッセージ');
    await say('データを消して');
    const watermark = (await shown()).length;
    await say('はい');

    const after = await shown();
    expect(after.map(({ text }) => text.slice(0, 6))).to.deep.equal(['はい', '削除しました']);
    const numbers = after.map(({ id }) => Number(id.split('|')[1]));
    expect(numbers, 'a client goes on with its watermark').to.deep.equal([watermark + 1, watermark + 2]);
    expect(await rowsWith('secret of web')).to.deep.equal([]);
    const user = await rowsWith(`directline/conversations/${chat.conversationId}/users/`);
    expect(user).to.deep.equal([]);

    await say('Can a key be redeemed twice?');
    expect((await shown()).at(-1)!.text).to.match(/^No\./);
    const [row] = await rowsWith(`"table":"direct_line_conversations","id":"${chat.conversationId}"`);
    const kept = await rowsWith(`"conversation":"${chat.conversationId}"`);
    expect(row!['size'], 'its size is that of what is kept').to.be.at.most(
      kept.reduce((sum, { activity }) => sum + String(activity).length, 0),
    );
  });

  it('is deleted once where the yes is delivered twice at the same time', async () => {
    await sendAll('eve', 'chat of eve', [...talk('secret of eve'), 'delete my data']);
    const twice = await Promise.all([1, 2].map(() => send('eve', 'chat of eve', 'yes', 'yes of eve')));
    for (const reply of twice) expect(reply).to.match(/^削除しました。/);
    expect(await rowsWith('/users/eve/', 'secret of eve')).to.deep.equal([]);
  });
});
