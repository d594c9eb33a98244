// Two replicas over one database: Teams sends what belongs together to either.
import { expect } from 'chai';
import pg from 'pg';
import { postgresForTest, type TestDatabase } from '../../../databases.js';
import { type CardResponse, cardOf, recorded, saidOn, TeamsStage } from './teamsStage.js';

describe('The bot in Teams on two replicas', () => {
  let database: TestDatabase | undefined;
  let stages: TeamsStage[] = [];

  beforeEach(async function () {
    database = await postgresForTest();
    if (!database) return this.skip();
    const env = { DATABASE_URL: database.url };
    stages = [await TeamsStage.open(env), await TeamsStage.open(env)];
  });

  afterEach(async () => {
    for (const stage of stages) await stage.close();
    stages = [];
    await database?.remove();
  });

  const replies = () => stages.flatMap(({ connector }) => connector.replies());

  it('welcomes once, whichever of them gets what at the same time', async () => {
    const [one, other] = stages as [TeamsStage, TeamsStage];
    await Promise.all([
      one.sendRecorded('personal-installed'),
      other.sendRecorded('personal-installed', { id: 'f:another' }),
      one.sendRecorded('personal-bot-added'),
      other.sendRecorded('personal-installed'),
    ]);
    expect(replies()).to.have.lengthOf(1);
  });

  it('answers a press again as before, though the other replica gets it', async () => {
    const [one, other] = stages as [TeamsStage, TeamsStage];
    const { sent } = await one.sendRecorded('personal-message', { text: 'チケットを切りたい' });
    const { data } = cardOf(sent[0]!.activity).actions[0]!;
    const value = { action: { type: 'Action.Execute', verb: 'say', data } };
    const first = await other.sendRecorded('card-action', { value });
    const again = await one.sendRecorded('card-action', { value });
    expect(saidOn((first.body as CardResponse).value)).to.contain('**手順 2 / 6**');
    expect(again.body).to.deep.equal(first.body);
    expect(again.sent).to.deep.equal([]);
  });

  it('forgets on one of them what was said to the other', async () => {
    const [one, other] = stages as [TeamsStage, TeamsStage];
    await one.sendRecorded('team-installed');
    for (const [index, words] of ['I need a support ticket', 'step 6', 'product: Office'].entries()) {
      await one.sendRecorded('channel-mention', { id: `${index}`, text: `<at>MPN Benefits</at> ${words}` });
    }
    const client = new pg.Client(database!.url);
    await client.connect();
    const keys = async () =>
      (await client.query<{ key: string }>('SELECT key FROM items')).rows.map(({ key }) => key);
    try {
      const { conversation } = recorded('channel-mention');
      expect((await keys()).join('\n'))
        .to.contain(conversation.id)
        .and.contain('tickets/');
      await other.sendRecorded('team-bot-removed');
      expect((await keys()).join('\n'))
        .not.to.contain(conversation.id)
        .and.not.contain('tickets/');
    } finally {
      await client.end();
    }
  });
});
