// What is kept of questions and verdicts, through the whole bot on both databases.
import { expect } from 'chai';
import { compose, type ComposedBot } from '../../../bot/compose.js';
import { readConfig } from '../../../bot/config.js';
import { countOutcomes, listMisses, totalOf } from '../../../bot/feedback/outcomeReport.js';
import type { Database } from '../../../bot/storage/database.js';
import { Expiry } from '../../../bot/storage/expiry.js';
import { Conversation } from '../../conversation.js';
import { onBothDatabases, open, silent } from '../../databases.js';
import { shipped } from '../../shippedIndex.js';

interface Row {
  readonly id: string;
  readonly at: number;
  readonly channel: string;
  readonly language: string;
  readonly kind: string;
  readonly entry: string | null;
  readonly fact: string | null;
  readonly confidence: number | null;
  readonly verdict: string | null;
  readonly comment: string | null;
  readonly question: string | null;
  readonly expires_at: number;
}

const DAY = 24 * 60 * 60 * 1000;
const EVER = { from: 0, until: Number.MAX_SAFE_INTEGER };

onBothDatabases('The outcomes of questions', (test) => {
  let database: Database;
  let bot: ComposedBot;

  const start = (env: Record<string, string> = {}) =>
    compose(readConfig({ LOG_LEVEL: 'silent', DATABASE_URL: test().url, ...env }), shipped());

  before(async () => {
    bot = await start();
    database = await open(test());
  });

  beforeEach(() => database.query('DELETE FROM outcomes'));

  after(async () => {
    await database.close();
    await bot.close();
  });

  /** All that is kept, once the bot has written what it was still writing. */
  const rows = async (conversation: Conversation): Promise<Row[]> => {
    // A verdict waits for what is being written; this one is on nothing.
    await conversation.send({
      type: 'message',
      text: '',
      value: { say: '👍', verdict: 'like', outcome: 'x' },
    });
    return database.query<Row>('SELECT * FROM outcomes ORDER BY at, id');
  };

  it('are one row a question: what it was answered with, how surely, where, in which language', async () => {
    const conversation = new Conversation(bot, { channelId: 'emulator' });
    const before = Date.now();
    await conversation.say('キーは2回使えますか');
    const [row, ...more] = await rows(conversation);
    expect(more).to.deep.equal([]);
    expect(row).to.include({
      channel: 'emulator',
      language: 'ja',
      kind: 'answered',
      entry: 'azure-licenses',
      fact: 'key-not-twice',
      verdict: null,
      comment: null,
      question: null,
    });
    expect(row!.confidence).to.be.within(50, 100);
    expect(row!.at).to.be.within(before, Date.now());
    expect((row!.expires_at - row!.at) / DAY).to.equal(180);
  });

  it('are all kept where many ask at once, and some settle at once what they were asked back', async () => {
    const conversations = Array.from({ length: 50 }, () => new Conversation(bot, { channelId: 'emulator' }));
    await Promise.all(
      conversations.map(async (conversation, index) => {
        if (index % 2 === 0) return conversation.say('キーは2回使えますか');
        return Promise.all(['更新したい', '2'].map((text) => conversation.say(text)));
      }),
    );
    const kept = (await rows(conversations[0]!)).map(({ kind, entry }) => `${kind}: ${entry}`);
    expect(kept.sort()).to.deep.equal([
      ...Array<string>(25).fill('answered: azure-licenses'),
      ...Array<string>(25).fill('clarified: renew-benefits'),
    ]);
  });

  it('hold nothing that names the user, the conversation or their words', async () => {
    const conversation = new Conversation(bot, {
      channelId: 'emulator',
      from: { id: 'user-of-mine', name: 'Ichiro Sato' },
      conversation: { id: 'conversation-of-mine' } as never,
    });
    await conversation.say('Can a key be redeemed twice?');
    const kept = JSON.stringify(await rows(conversation));
    expect(kept).not.to.match(/of-mine|Sato|redeemed/);
  });

  it('tell questions that were asked back about, also what came of them, and those without an answer', async () => {
    const conversation = new Conversation(bot);
    await conversation.say('更新したい');
    expect((await rows(conversation)).map(({ kind }) => kind)).to.deep.equal(['clarified']);
    await conversation.say('2');
    await conversation.say("what's the weather in Tokyo");
    const other = new Conversation(bot);
    await other.say('更新したい');
    await other.say('どれでもない');
    const kept = (await rows(other)).map(({ kind, entry }) => [kind, entry]);
    expect(kept).to.deep.equal([
      ['clarified', 'renew-benefits'],
      ['none', null],
      ['none', null],
    ]);
  });

  it('count a question about a date once, whatever is asked back', async () => {
    const conversation = new Conversation(bot, { channelId: 'emulator' });
    await conversation.say('On what date can I reassign my VS subscription?');
    await conversation.say('February 30, 2021');
    await conversation.say('', { value: { rule: 'reassign-from', date: '2021-03-01' } });
    await conversation.say('and if it was assigned on April 1, 2021?');
    const kept = (await rows(conversation)).map(({ kind, entry }) => [kind, entry]);
    expect(kept).to.deep.equal([
      ['date', 'visual-studio-activation'],
      ['date', 'visual-studio-activation'],
    ]);
  });

  it('leave out what is no question', async () => {
    const conversation = new Conversation(bot);
    for (const text of ['hello', 'thanks', 'help', 'language', '🙂', 'cancel', 'next'])
      await conversation.say(text);
    expect(await rows(conversation)).to.deep.equal([]);
  });

  it('take a verdict and a comment, whose secrets are masked', async () => {
    const conversation = new Conversation(bot);
    const answer = await conversation.say('Can a key be redeemed twice?');
    await conversation.press(answer, 'This did not help');
    await conversation.say('My key ABCDE-12345-FGHIJ-67890-KLMNO was not accepted\u0000, mail a@example.com');
    const [row] = await rows(conversation);
    expect(row).to.include({
      verdict: 'dislike',
      comment: 'My key •••• was not accepted, mail ••••',
    });
  });

  it('count the last of several verdicts, whoever gave them', async () => {
    const conversation = { id: 'group', isGroup: true } as never;
    const anna = new Conversation(bot, {
      channelId: 'emulator',
      conversation,
      from: { id: 'anna', name: '' },
    });
    const ben = new Conversation(bot, { channelId: 'emulator', conversation, from: { id: 'ben', name: '' } });
    const answer = await anna.say('Can a key be redeemed twice?');
    for (const person of [anna, anna, ben]) await person.press(answer, 'This helped');
    await ben.press(answer, 'This did not help');
    expect((await rows(anna)).map(({ verdict }) => verdict)).to.deep.equal(['dislike']);
    expect(totalOf(await countOutcomes(database, EVER))).to.include({ asked: 1, liked: 0, disliked: 1 });
  });

  it('take no verdict on what is not there, and say so', async () => {
    const conversation = new Conversation(bot, { channelId: 'emulator' });
    const answer = await conversation.say('Can a key be redeemed twice?');
    await rows(conversation);
    await database.query('DELETE FROM outcomes');
    const reply = await conversation.press(answer, 'This did not help');
    expect(reply.text).to.contain("I couldn't note it").and.to.contain('Microsoft Support');
    expect(await rows(conversation)).to.deep.equal([]);
  });

  it('take a verdict that another replica hears', async () => {
    const replica = await start();
    try {
      const conversation = { id: 'anywhere' } as never;
      const from = { id: 'user', name: '' };
      const first = new Conversation(bot, { conversation, from });
      await first.say('Can a key be redeemed twice?');
      await rows(first);
      const second = new Conversation(replica, { conversation, from });
      await second.say('this did not help');
      await second.say('A picture of it');
      expect((await rows(first))[0]).to.include({ verdict: 'dislike', comment: 'A picture of it' });
    } finally {
      await replica.close();
    }
  });

  it('cost nobody an answer where they can not be kept, which is counted', async () => {
    const errors = async () =>
      Number(/^bot_storage_errors_total (\d+)/m.exec((await bot.metrics.text()).body)?.[1] ?? 0);
    const before = await errors();
    await database.query('ALTER TABLE outcomes RENAME TO elsewhere');
    try {
      const conversation = new Conversation(bot);
      const answer = await conversation.say('Can a key be redeemed twice?');
      expect(answer.text).to.contain('only once');
      expect((await conversation.press(answer, 'This helped')).text).to.contain("I couldn't note it");
    } finally {
      await database.query('ALTER TABLE elsewhere RENAME TO outcomes');
    }
    expect(await errors()).to.be.at.least(before + 2);
    const conversation = new Conversation(bot);
    await conversation.say('Can a key be redeemed twice?');
    expect(await rows(conversation)).to.have.lengthOf(1);
  });

  it('are forgotten when their time has come', async () => {
    const conversation = new Conversation(bot);
    await conversation.say('Can a key be redeemed twice?');
    await conversation.say('When can I renew my membership?');
    const [first] = await rows(conversation);
    await database.query('UPDATE outcomes SET expires_at = $1 WHERE id = $2', [Date.now() - 1, first!.id]);
    await new Expiry(database, silent).run();
    expect((await rows(conversation)).map(({ entry }) => entry)).to.deep.equal(['membership-renewal-window']);
  });

  describe('with STORE_QUESTIONS', () => {
    let storing: ComposedBot;

    before(async () => {
      storing = await start({ STORE_QUESTIONS: 'true', KEEP_OUTCOMES_DAYS: '7' });
    });

    after(() => storing.close());

    it('hold the words of the question, without secrets, and not those of what came after it', async () => {
      const conversation = new Conversation(storing);
      await conversation.say('更新したい');
      await conversation.say('2');
      await conversation.say(`Where is my contract ID 12345678 accepted ${'x'.repeat(5000)}😀`);
      const kept = await rows(conversation);
      expect(kept[0]!.question).to.equal('更新したい');
      expect(kept[1]!.question)
        .to.match(/^Where is my contract ID •••• accepted x+$/)
        .and.to.have.lengthOf(1000);
      expect((kept[0]!.expires_at - kept[0]!.at) / DAY).to.equal(7);
    });

    it('are listed with what was missing, the newest first', async () => {
      const conversation = new Conversation(storing);
      await conversation.say("what's the weather in Tokyo");
      await conversation.say('キーは2回使えますか');
      await conversation.say('役に立たなかった');
      await conversation.say('画面の場所が書いてありませんでした');
      await conversation.say('How long until I can reassign a Visual Studio subscription?');
      await rows(conversation);
      const misses = await listMisses(database, EVER);
      expect(misses.map(({ question, comment, verdict }) => [question, comment, verdict])).to.deep.equal([
        ['キーは2回使えますか', '画面の場所が書いてありませんでした', 'dislike'],
        ["what's the weather in Tokyo", null, null],
      ]);
    });
  });

  it('are counted by entry and language, the most asked first, over a period', async () => {
    const conversation = new Conversation(bot);
    for (const text of [
      'キーは2回使えますか',
      'Can a key be redeemed twice?',
      'Can a key be redeemed twice?',
    ])
      await conversation.say(text);
    await conversation.say('this helped');
    await conversation.say('I redeemed my key on December 1, 2020. Until when can I use it?');
    await conversation.say("what's the weather in Tokyo");
    await rows(conversation);
    const counted = await countOutcomes(database, EVER);
    const shown = counted.map(({ entry, language, asked, answered, dates, notAnswered, liked }) =>
      [entry, language, asked, answered, dates, notAnswered, liked].join(' '),
    );
    expect(shown).to.deep.equal([
      'azure-licenses en 2 2 0 0 1',
      'azure-licenses ja 1 1 0 0 0',
      'benefit-expiry-date en 1 0 1 0 0',
      ' en 1 0 0 1 0',
    ]);
    const now = Date.now() + 1;
    expect(await countOutcomes(database, { from: now, until: now + DAY })).to.deep.equal([]);
  });
});
