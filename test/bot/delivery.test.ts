// What becomes of a reply when the channel's connector is in trouble.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { BotProcess } from './botProcess.js';
import type { Trouble } from './channels/teams/connectorStandIn.js';
import { recorded, TeamsStage } from './channels/teams/teamsStage.js';

/** What is replied to with words alone. */
const THANKS = 'ありがとう';
const REPLY = 'どういたしまして';
const ANSWER = 'もう一度引き換えることはできません';

describe('A reply whose connector is in trouble', () => {
  let stage: TeamsStage;

  beforeEach(async () => {
    stage = await TeamsStage.open({ TURN_LIMIT_SECONDS: '2' });
  });

  afterEach(async () => {
    stage.connector.release();
    await stage.close();
  });

  /** Sends a message, with these troubles when its reply is sent. */
  const send = async (...troubles: Trouble[]) => {
    stage.connector.trouble(...troubles);
    return stage.sendRecorded('personal-message', { text: THANKS });
  };

  const sendAgain = async () => stage.sendRecorded('personal-message', { text: THANKS });

  const texts = () => stage.connector.taken.map(({ activity }) => activity.text);

  const expectNextTurnWorks = async () => {
    stage.connector.trouble();
    const { sent } = await stage.sendRecorded('personal-message-en');
    expect(sent).to.have.lengthOf(1);
    expect(sent[0]!.activity.text).to.contain('90 days');
  };

  for (const [what, ...troubles] of [
    ['429 with the time to wait for', { status: 429, headers: { 'retry-after': '1' } }],
    ['429 without a time', { status: 429 }],
    ['412', { status: 412 }],
    ['502', { status: 502 }],
    ['504', { status: 504 }],
  ] as [string, ...Trouble[]][]) {
    it(`is sent again after ${what}, once`, async () => {
      const { status, sent } = await send(...troubles);
      expect(status).to.equal(200);
      expect(sent).to.have.lengthOf(1);
      expect(sent[0]!.activity.text).to.contain(REPLY);
      expect(stage.connector.asked).to.equal(1 + troubles.length);
      await expectNextTurnWorks();
    });
  }

  for (const [what, status] of [
    ['the user has blocked the bot', 403],
    ['the conversation is gone', 404],
  ] as const) {
    it(`is given up at once where ${what}, also when the message is delivered again`, async () => {
      expect((await send({ status })).status).to.equal(200);
      expect(stage.connector.asked).to.equal(1);
      expect((await sendAgain()).sent).to.deep.equal([]);
      await expectNextTurnWorks();
    });
  }

  for (const [what, trouble] of [
    ['throttles for longer than a turn may take', { status: 429, headers: { 'retry-after': '3600' } }],
    ['fails again and again', { status: 502 }],
  ] as const) {
    it(`waits for the channel to deliver the message again where the connector ${what}`, async () => {
      expect((await send(...Array<Trouble>(9).fill(trouble))).status).to.equal(500);
      expect(texts()).to.deep.equal([]);
      stage.connector.trouble();
      const { status, sent } = await sendAgain();
      expect(status).to.equal(200);
      expect(sent).to.have.lengthOf(1);
      await expectNextTurnWorks();
    });
  }

  for (const trouble of ['hangs', 'takes it and hangs'] as const) {
    it(`is sent no second time where the connector ${trouble}: it may have arrived`, async () => {
      expect((await send(trouble)).status).to.equal(200);
      expect(stage.connector.asked).to.equal(1);
      stage.connector.trouble();
      expect((await sendAgain()).sent).to.deep.equal([]);
      await expectNextTurnWorks();
    });
  }

  describe('and has a card below its words', () => {
    const ask = async (...troubles: Trouble[]) => {
      stage.connector.trouble(...troubles);
      return stage.sendRecorded('personal-message');
    };
    const taken = () => stage.connector.taken.map(({ activity }) => activity.text);

    it('is not sent again where only the card failed', async () => {
      const words = 'takes it' as const;
      expect((await ask(words, ...Array<Trouble>(9).fill({ status: 502 }))).status).to.equal(200);
      stage.connector.trouble();
      expect((await ask()).sent).to.deep.equal([]);
      expect(taken()).to.have.lengthOf(1);
      expect(taken()[0]).to.contain(ANSWER);
      await expectNextTurnWorks();
    });

    it('leaves the card out where it is unknown whether the words have arrived', async () => {
      expect((await ask('takes it and hangs')).status).to.equal(200);
      expect(taken()).to.have.lengthOf(1);
      await expectNextTurnWorks();
    });
  });

  it('does not keep a pressed button from its response where only the message could not be changed', async () => {
    const { sent } = await stage.sendRecorded('personal-message', { id: '1', text: 'チケットを切りたい' });
    const { actions } = sent[0]!.activity.attachments![0]!.content as { actions: { data: object }[] };
    const value = { action: { type: 'Action.Execute', verb: 'say', data: actions[0]!.data } };
    stage.connector.trouble({ status: 404 });
    const { status, body } = await stage.sendRecorded('card-action', { value });
    expect(status).to.equal(200);
    expect(JSON.stringify(body)).to.contain('手順 2 / 6');
    await expectNextTurnWorks();
  });

  it('leaves a line in the log, without what was written and replied', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'delivery-'));
    // The SDK waits between its attempts, by chance up to seven seconds in all; on a busy machine more goes by.
    const bot = await BotProcess.start(folder, { TURN_LIMIT_SECONDS: '60' });
    try {
      stage.connector.trouble({ status: 403 }, ...Array<Trouble>(9).fill({ status: 502 }));
      for (const id of ['1', '2']) {
        const { serviceUrl } = stage.connector;
        const message = recorded('personal-message', { id, serviceUrl, text: `${id} 秘密のキー` });
        await fetch(`${bot.url}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(message),
        });
      }
    } finally {
      await bot.kill();
      rmSync(folder, { recursive: true, force: true });
    }
    const failures = bot
      .output()
      .split('\n')
      .filter((line) => line.includes('reply not delivered'))
      .map((line) => JSON.parse(line) as { status?: number; reason: string });
    expect(failures.map(({ status, reason }) => status ?? reason)).to.deep.equal([403, 502]);
    expect(bot.output()).not.to.match(/秘密|キー|FAQ/);
  });
});
