// What is kept of long messages and of long conversations.
import { expect } from 'chai';
import { ActivityStore } from '../../../../bot/channels/directLine/activityStore.js';
import { onBothDatabases, open } from '../../../databases.js';
import { ChatServer } from '../chatServer.js';

onBothDatabases('A conversation without end', (test) => {
  it('keeps its newest messages, and a client goes on from wherever it was', async () => {
    const database = await open(test());
    const store = new ActivityStore(database, 30);
    await store.begin('long');
    await store.begin('other');
    await store.append('other', { type: 'message', text: 'kept' });
    for (let n = 1; n <= 400; n += 1) {
      await store.append('long', { type: 'message', text: `${n} ${'x'.repeat(8000)}` }, `client ${n}`);
    }
    // The same again, as after a lost answer.
    expect(await store.append('long', { type: 'message', text: 'again' }, 'client 400')).to.equal(
      'long|0000400',
    );
    const [{ kept }] = (await database.query<{ kept: number }>(
      "SELECT sum(length(activity)) AS kept FROM direct_line_activities WHERE conversation = 'long'",
    )) as [{ kept: number }];
    expect(kept).to.be.within(400_000, 1_100_000);

    for (const watermark of [0, 3, 399]) {
      const numbers: number[] = [];
      for (let at = watermark, more = true; more;) {
        const set = await store.since('long', at);
        numbers.push(...set.activities.map(({ text }) => parseInt(text!)));
        more = Number(set.watermark) > at;
        at = Number(set.watermark);
      }
      expect(numbers.at(-1), 'the newest').to.equal(400);
      expect(numbers.length).to.equal(watermark === 399 ? 1 : numbers.at(-1)! - numbers[0]! + 1);
    }
    expect((await store.since('other', 0)).activities).to.have.lengthOf(1);

    await store.append('long', { type: 'message', text: 'y'.repeat(2_000_000) });
    const after = await store.since('long', 0);
    expect(
      after.activities.map(({ text }) => text![0]),
      'one that is too large alone',
    ).to.deep.equal(['y']);
    await store.append('long', { type: 'message', text: 'z' });
    const last = await store.since('long', Number(after.watermark));
    expect(last.activities.map(({ text }) => text)).to.deep.equal(['z']);
    await database.close();
  });
});

describe('A message of 250 KB', () => {
  for (const [locale, line, mark] of [
    ['en-US', 'ERROR 0x80070643 ', '[… 242,000 characters are not shown …]'],
    ['ja-JP', 'エラーが発生しました。', '［… 242,000文字を省略しています …］'],
  ] as const) {
    it(`is answered, and shown with its beginning and its end and a mark between them, in ${locale}`, async () => {
      const server = await ChatServer.start();
      try {
        const { conversationId, token } = await server.begin(locale);
        const length = locale === 'en-US' ? 250_000 : 80_000;
        const text = `first ${line.repeat(20_000)}`.slice(0, length - 5) + ' last';
        const path = `/conversations/${conversationId}/activities`;
        const sent = { type: 'message', text, locale };
        expect((await server.post(path, { authorization: `Bearer ${token}` }, sent)).status).to.equal(200);
        const response = await server.get(path, token);
        const { activities } = (await response.json()) as {
          activities: { text: string; from: { role: string } }[];
        };
        const own = activities.find(({ from }) => from.role === 'user')!;
        expect(own.text)
          .to.match(/^first /)
          .and.match(/ last$/);
        expect(own.text).to.contain(mark.replace('242,000', (length - 8000).toLocaleString('en-US')));
        expect(own.text.length).to.be.below(8100);
        expect(activities.at(-1)!.from.role).to.equal('bot');
      } finally {
        await server.close();
      }
    });
  }
});
