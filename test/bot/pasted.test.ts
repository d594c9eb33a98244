// What people and attackers have pasted that once stopped the bot for seconds, word for word.
import { expect } from 'chai';
import type { ComposedBot } from '../../bot/compose.js';
import { Conversation, testBot } from '../conversation.js';

/** Of processor time, which does not depend on what else the machine has to do. */
const MAX_COST_MS = 50;
/** The least of them is the turn's own; the others hold what else happened in the process. */
const TRIES = 4;

const NOTHING: readonly string[] = [];
const FORM = ['I need a support ticket', 'step 6'];
const GUIDE = ['I need a support ticket', 'next'];
const CLARIFY = ['更新したい'];
const DISLIKED = ['Can a key be redeemed twice?', 'This did not help'];
const LINE = '2026-03-01 10:00:00 INFO service is running, key is valid, license is active\n';
const PASTED: readonly (readonly [text: string, ...states: (readonly string[])[]])[] = [
  ['更新日は3月1日、'.repeat(400), NOTHING, GUIDE],
  ['redeemed on 2026-01-01 '.repeat(870), NOTHING, FORM],
  [
    `Our product key was activated but the install fails, here is the log:\n${LINE.repeat(800)}`,
    NOTHING,
    FORM,
    DISLIKED,
  ],
  [`I redeemed my key on 1 March 2026. ${'is '.repeat(20_000)}`, NOTHING, CLARIFY],
  ['it is not '.repeat(1200), DISLIKED, NOTHING],
  ['user@example.com,assigned,2026-10-01\n'.repeat(300), NOTHING, GUIDE, FORM],
  ['1月1日に割り当て、'.repeat(400), NOTHING, GUIDE, FORM, CLARIFY, DISLIKED],
  [`It fails\n${' '.repeat(1000)}\nhere`, GUIDE, FORM],
  ['、'.repeat(3200), FORM, DISLIKED, CLARIFY],
  [`access id${' '.repeat(60_000)}x 1`, NOTHING, FORM],
];

describe('A paste', () => {
  let bot: ComposedBot;

  before(async () => {
    bot = await testBot();
  });

  after(() => bot.close());

  for (const [text, ...states] of PASTED) {
    it(`${JSON.stringify(text.slice(0, 40))}…, ${text.length} characters, is answered in ${MAX_COST_MS} ms`, async () => {
      for (const state of states) {
        const costs: number[] = [];
        for (let n = 0; n < TRIES; n += 1) {
          const conversation = new Conversation(bot);
          for (const before of state) await conversation.say(before);
          const before = process.cpuUsage();
          const reply = await conversation.say(text);
          const { user, system } = process.cpuUsage(before);
          expect(reply.text, `after ${state.at(-1)}`).to.not.equal('');
          costs.push((user + system) / 1000);
        }
        expect(Math.min(...costs), `after ${state.at(-1)}`).to.be.below(MAX_COST_MS);
      }
    });
  }
});
