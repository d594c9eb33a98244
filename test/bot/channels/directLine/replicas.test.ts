// The built-in Direct Line on both databases: over restarts, and over replicas where there can be some.
import { expect } from 'chai';
import { onBothDatabases, open } from '../../../databases.js';
import { ActivityStore } from '../../../../bot/channels/directLine/activityStore.js';
import { signingKey } from '../../../../bot/channels/directLine/signingKey.js';
import { ChatServer } from '../chatServer.js';
import { Client } from './client.js';

onBothDatabases('The built-in Direct Line', (test) => {
  it('keeps its signing key over restarts, without one in the configuration', async () => {
    const first = await open(test());
    const key = await signingKey(undefined, first);
    expect(key.length).to.be.greaterThan(31);
    await first.close();
    const second = await open(test());
    expect(await signingKey(undefined, second)).to.deep.equal(key);
    expect(await signingKey('configured', second)).not.to.deep.equal(key);
    await second.close();
  });

  it('numbers the activities of a conversation one after the other, whoever writes at the same time', async () => {
    const database = await open(test());
    const store = new ActivityStore(database, 30);
    expect(await store.begin('numbers')).to.equal(true);
    expect(await store.begin('numbers')).to.equal(false);
    let heard = 0;
    const stop = store.listen('numbers', () => (heard += 1));
    await Promise.all(
      Array.from({ length: 250 }, (_, index) =>
        store.append('numbers', { text: String(index) }, `c${index % 240}`),
      ),
    );
    const all = [];
    for (let watermark = 0; ;) {
      const set = await store.since('numbers', watermark);
      if (set.activities.length === 0) break;
      all.push(...set.activities);
      watermark = Number(set.watermark);
    }
    stop();
    // Ten were sent a second time under the same id.
    expect(all).to.have.length(240);
    expect(all.map(({ id }) => id)).to.deep.equal(
      Array.from({ length: 240 }, (_, index) => `numbers|${String(index + 1).padStart(7, '0')}`),
    );
    expect(heard).to.be.greaterThan(0);
    expect(await store.append('nowhere', { text: 'lost' })).to.equal(undefined);
    await database.close();
  });

  it('shows a client on one replica what another replica says, under a token of either', async function () {
    const { url, address } = test();
    // A SQLite file is for one process.
    if (address.kind === 'sqlite') this.skip();
    const [one, other] = [
      await ChatServer.start({ DATABASE_URL: url }),
      await ChatServer.start({ DATABASE_URL: url }),
    ];
    try {
      const conversation = await one.begin();
      const here = new Client({ domain: one.domain, ...conversation });
      await here.reply(0);
      const there = new Client({ domain: other.domain, ...conversation, watermark: '1' });
      expect(await there.say('thanks')).to.match(/^You're welcome/);
      expect(await here.reply(1)).to.match(/^You're welcome/);
      here.end();
      there.end();
    } finally {
      await Promise.all([one.close(), other.close()]);
    }
  });
});
