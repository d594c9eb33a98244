// Steps that move on in place: what Teams gets when a button of a card is pressed.
import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import {
  buttonOf,
  type Card,
  cardOf,
  type CardResponse,
  type Outcome,
  recorded,
  saidOn,
  TeamsStage,
} from './teamsStage.js';

/** The id of the message that the stand-in gave out last, or any. */
const MESSAGE = '1764130000001';

describe('A card in Teams', () => {
  let stage: TeamsStage;

  beforeEach(async () => {
    stage = await TeamsStage.open();
  });

  afterEach(async () => stage.close());

  const say = async (text: string, changes: object = {}) => {
    const { sent } = await stage.sendRecorded('personal-message', { id: randomUUID(), text, ...changes });
    expect(sent).to.have.lengthOf(1);
    return sent[0]!.activity;
  };

  const press = async (card: Card, title: string, changes: object = {}, inputs: object = {}) => {
    const { type, verb, data } = buttonOf(card, title);
    expect(type).to.equal('Action.Execute');
    const value = { action: { type, title, verb, data: { ...data, ...inputs } }, trigger: 'manual' };
    return stage.sendRecorded('card-action', { id: randomUUID(), value, replyToId: MESSAGE, ...changes });
  };

  const cardIn = ({ status, body }: Outcome): Card => {
    expect(status).to.equal(200);
    const { statusCode, type, value } = body as CardResponse;
    expect(statusCode).to.equal(200);
    expect(type).to.equal('application/vnd.microsoft.card.adaptive');
    return value;
  };

  it('holds a step with its text, its progress and its buttons, and has a summary for notifications', async () => {
    const { text, summary, attachments } = await say('チケットを切りたい');
    expect(text).to.equal(undefined);
    expect(summary)
      .to.match(/手順は全部で6つあります。[^]*手順 1 \/ 6/)
      .and.not.match(/\*|\[|\]\(/);
    expect(attachments).to.have.lengthOf(1);
    const card = cardOf({ attachments } as never);
    expect(saidOn(card)).to.match(/手順は全部で6つあります。[^]*\*\*手順 1 \/ 6\*\*[^]*●○○○○○ {2}1 \/ 6/);
    expect(card.fallbackText).to.contain('手順 1 / 6');
    expect(card.actions.map(({ title }) => title)).to.deep.equal([
      '次へ',
      '戻る',
      'うまくいかない',
      'やめる',
    ]);
  });

  it('has buttons that a client without Action.Execute submits', async () => {
    const { data, fallback } = buttonOf(cardOf(await say('チケットを切りたい')), '次へ');
    expect(fallback).to.deep.include({ type: 'Action.Submit', title: '次へ' });
    const { data: submitted } = fallback as { data: object };
    expect(submitted).to.deep.include({ say: '次へ', at: data['at'] });
    const { attachments } = await say('', { value: submitted });
    expect(saidOn(cardOf({ attachments } as never))).to.contain('**手順 2 / 6**');
  });

  it('moves on in place, for who pressed by the response, for all others by a change of the message', async () => {
    const outcome = await press(cardOf(await say('チケットを切りたい')), '次へ');
    const card = cardIn(outcome);
    expect(saidOn(card)).to.contain('**手順 2 / 6**').and.not.contain('手順 1');
    expect(outcome.sent).to.have.lengthOf(1);
    const [change] = outcome.sent;
    expect(change).to.deep.include({ method: 'PUT', activityId: MESSAGE });
    expect(cardOf(change!.activity)).to.deep.equal(card);
    expect(saidOn(cardIn(await press(card, '次へ')))).to.contain('**手順 3 / 6**');
  });

  it('goes through the whole ticket in place, and sends its summary as a message to copy from', async () => {
    let card = cardOf(await say('I need a support ticket'));
    for (let step = 2; step <= 6; step += 1) card = cardIn(await press(card, 'Next'));
    expect(saidOn(card)).to.contain('**Detail 1 of 5**');
    card = cardIn(await press(card, 'SQL Server'));
    expect(saidOn(card)).to.contain('Noted.').and.contain('**Detail 2 of 5**');
    for (let field = 2; field < 5; field += 1) card = cardIn(await press(card, 'Skip'));

    const outcome = await press(card, 'Skip');
    expect(saidOn(cardIn(outcome))).to.equal('It goes on in the message below.');
    const [change, message] = outcome.sent;
    expect(change!.method).to.equal('PUT');
    expect(saidOn(cardOf(change!.activity))).to.equal('It goes on in the message below.');
    expect(message!.method).to.equal('POST');
    expect(message!.activity.text).to.contain('```').and.contain('Product: SQL Server');

    const done = await press(cardOf(message!.activity), 'Done');
    expect(saidOn(cardIn(done))).to.contain('That was the last step');
    expect(done.sent.map(({ method }) => method)).to.deep.equal(['PUT']);
  });

  it('is a message of its own below the answer to a question in between, which stays', async () => {
    await say('I need a support ticket');
    const before = stage.connector.taken.length;
    const message = await say('Can a key be redeemed twice?');
    expect(message.text).to.contain('redeemed').and.not.contain('Step 1');
    expect(saidOn(cardOf(message))).to.match(/^\*\*Step 1 of 6\*\*/);
    const [words, card] = stage.connector.taken.slice(before);
    expect(words!.activity).not.to.have.property('attachments');
    expect(card!.activity).not.to.have.property('text');
    const outcome = await press(cardOf(message), 'Next', { replyToId: card!.id });
    expect(saidOn(cardIn(outcome))).to.contain('**Step 2 of 6**');
    expect(outcome.sent.map(({ activityId }) => activityId)).to.deep.equal([card!.id]);
  });

  it('has the words above it for a summary, where it has none of its own', async () => {
    await say('Can a key be redeemed twice?');
    const { summary } = stage.connector.taken.at(-1)!.activity;
    expect(summary)
      .to.match(/^No\. A key can be redeemed only once/)
      .and.not.match(/[*[]/);
  });

  it('asks a question about the user’s case below its answer, and becomes the conclusion', async () => {
    const message = await say("I can't assign users in Azure Bulk Credit. What should I do?");
    expect(message.text)
      .to.contain("can't be combined with other offers")
      .and.not.contain('Which other offer');
    const outcome = await press(cardOf(message), 'OK', {}, { say: 'Azure Pass' });
    expect(saidOn(cardIn(outcome))).to.match(/^Then that is probably the reason\./);
    expect(cardIn(outcome).actions).to.deep.equal([]);
  });

  it('stops and goes on in place', async () => {
    const stopped = cardIn(await press(cardOf(await say('チケットを切りたい')), 'やめる'));
    expect(saidOn(stopped)).to.contain('中断しています');
    expect(saidOn(cardIn(await press(stopped, '続ける')))).to.contain('**手順 1 / 6**');
  });

  it('answers typed words with a new message', async () => {
    await say('I need a support ticket');
    expect(saidOn(cardOf(await say('next')))).to.contain('**Step 2 of 6**');
  });

  it('sends a new message for the buttons of an answer, which are questions of their own', async () => {
    const { attachments } = await say('更新したい');
    const { type, data } = buttonOf(cardOf({ attachments } as never), '特典の更新方法');
    expect(type).to.equal('Action.Submit');
    const { sent } = await stage.sendRecorded('card-submit', { value: data });
    expect(sent.map(({ method }) => method)).to.deep.equal(['POST']);
  });

  it('takes the date of an input, submitted as well as executed', async () => {
    const message = await say('On what date can I reassign my VS subscription?');
    const { type, data } = buttonOf(cardOf(message), 'OK');
    expect(type).to.equal('Action.Submit');
    const submitted = await say('', { value: { ...data, date: '2026-03-01' } });
    expect(submitted.text).to.contain('May 30, 2026');
    const action = {
      type: 'Action.Execute',
      title: 'OK',
      verb: 'say',
      data: { ...data, date: '2026-03-02' },
    };
    const { body, sent } = await stage.sendRecorded('card-action', { id: randomUUID(), value: { action } });
    expect((body as CardResponse).statusCode).to.equal(200);
    expect(sent[0]!.activity.text).to.contain('May 31, 2026');
  });

  describe('that is out of date', () => {
    it('says so and shows the current step, when the walkthrough has moved on', async () => {
      const card = cardOf(await say('I need a support ticket'));
      await press(card, 'Next');
      await press(card, 'Next');
      const outcome = await press(card, 'Stop');
      expect(saidOn(cardIn(outcome))).to.match(
        /^That button is out of date\. Please go on from here:[^]*\*\*Step 2 of 6\*\*/,
      );
      expect(cardOf(outcome.sent[0]!.activity)).to.deep.equal(cardIn(outcome));
      expect(saidOn(cardIn(await press(cardIn(outcome), 'Next')))).to.contain('**Step 3 of 6**');
    });

    it('says so and has no buttons, when the walkthrough has ended', async () => {
      const card = cardOf(await say('特典の更新を案内してください'));
      await say('手順4');
      await say('完了');
      const old = cardIn(await press(card, '次へ'));
      expect(saidOn(old)).to.match(/^このボタンは、もう使えなくなっています。/);
      expect(old.actions).to.deep.equal([]);
    });

    it('skips no step when it is pressed twice in quick succession', async () => {
      const card = cardOf(await say('チケットを切りたい'));
      const both = (await Promise.all([press(card, '次へ'), press(card, '次へ')])).map(cardIn);
      for (const each of both) expect(saidOn(each)).to.contain('**手順 2 / 6**');
      expect(both.map(saidOn).join()).to.contain('使えなくなっています。続きは、こちらから');
      expect(saidOn(cardIn(await press(both[1]!, '次へ')))).to.contain('**手順 3 / 6**');
    });

    it('never moves a walkthrough that began later', async () => {
      const card = cardOf(await say('I need a support ticket'));
      await say('walk me through renewing benefits');
      expect(saidOn(cardIn(await press(card, 'Next')))).to.match(
        /^That button is out of date\.[^]*\*\*Step 1 of 4\*\*/,
      );
    });

    it('stays as it is for others, where one who does not take the walkthrough presses it in a group', async () => {
      const { conversation } = recorded('group-mention');
      const { from: miller } = recorded('personal-message-en');
      const { sent } = await stage.sendRecorded('group-mention', {
        text: '<at>MPN Benefits</at> I need a support ticket',
      });
      const card = cardOf(sent[0]!.activity);
      const outcome = await press(card, 'Next', { conversation, from: miller, locale: 'en-US' });
      expect(saidOn(cardIn(outcome))).to.match(/^That button is out of date\./);
      expect(outcome.sent).to.deep.equal([]);

      await stage.sendRecorded('group-mention', {
        id: 'guide of another',
        from: miller,
        text: '<at>MPN Benefits</at> walk me through renewing benefits',
      });
      const others = cardIn(await press(card, 'Next', { conversation, from: miller, locale: 'en-US' }));
      expect(saidOn(others)).to.contain('**Step 1 of 4**');
      const moved = await press(others, 'Next', { conversation, from: miller, locale: 'en-US' });
      expect(saidOn(cardIn(moved))).to.contain('**Step 2 of 4**');
      expect(moved.sent, 'the card is not theirs').to.deep.equal([]);

      const own = await press(card, 'Next', { conversation });
      expect(saidOn(cardIn(own))).to.contain('**Step 2 of 6**');
      expect(own.sent.map(({ method, conversation: where }) => [method, where])).to.deep.equal([
        ['PUT', conversation.id],
      ]);
    });
  });

  it('gets the same response when the press is delivered again, and moves once', async () => {
    const card = cardOf(await say('I need a support ticket'));
    const first = await press(card, 'Next', { id: 'f:once' });
    const again = await press(card, 'Next', { id: 'f:once' });
    expect(again.body).to.deep.equal(first.body);
    expect(again.sent).to.deep.equal([]);
    expect(saidOn(cardIn(await press(cardIn(first), 'Next')))).to.contain('**Step 3 of 6**');
  });

  for (const [what, value] of [
    ['no value', undefined],
    ['a value that is none', 'next'],
    ['no action', {}],
    ['an action of another type', { action: { type: 'Action.Submit', verb: 'say', data: { say: 'next' } } }],
    ['another verb', { action: { type: 'Action.Execute', verb: 'delete', data: { say: 'next' } } }],
    ['no data', { action: { type: 'Action.Execute', verb: 'say' } }],
  ] as const) {
    it(`is answered with the protocol’s error 400 for ${what}, which changes nothing`, async () => {
      await say('I need a support ticket');
      const { status, body, sent } = await stage.sendRecorded('card-action', { id: randomUUID(), value });
      expect(status).to.equal(200);
      expect(body).to.have.property('statusCode', 400);
      expect(body).to.have.property('type', 'application/vnd.microsoft.error');
      expect(body).to.have.nested.property('value.code', 'BadRequest');
      expect(sent).to.deep.equal([]);
      expect(saidOn(cardOf(await say('repeat')))).to.contain('**Step 1 of 6**');
    });
  }

  it('says of data without words that the button is out of date', async () => {
    const action = { type: 'Action.Execute', verb: 'say', data: { something: [1] } };
    const outcome = await stage.sendRecorded('card-action', { id: randomUUID(), value: { action } });
    expect(saidOn(cardIn(outcome))).to.match(/^このボタンは、もう使えなくなっています。/);
  });
});
