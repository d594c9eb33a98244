// What people ask in between never moves a walkthrough; whole conversations are in test/conversations/.
import { expect } from 'chai';
import fc from 'fast-check';
import type { ComposedBot } from '../../bot/compose.js';

import { Conversation, testBot } from '../conversation.js';
import { LiveIndex } from '../../knowledge/understanding/liveIndex.js';
import { shipped } from '../shippedIndex.js';
import { questionsIn } from '../knowledge/search/measured.js';

/** Whether a text is an order to move, which may change the step. */
function isMove(text: string): boolean {
  const situation = {
    expects: 'step',
    choices: [],
    isGuiding: true,
    isPaused: false,
    hasAnswered: false,
  } as const;
  const { clauses } = new LiveIndex(shipped()).understand(text.trim(), { ...situation, today: '2026-11-28' });
  return clauses.some(({ act }) => act !== 'ask');
}

describe('A walkthrough', () => {
  let bot: ComposedBot;

  before(async () => {
    bot = await testBot();
  });

  after(async () => bot.close());

  async function atStep3(): Promise<Conversation> {
    const conversation = new Conversation(bot);
    await conversation.say('I need a support ticket');
    await conversation.say('step 3');
    return conversation;
  }

  it('is at its step after whatever question is asked in between', async () => {
    const conversation = await atStep3();
    const asked = questionsIn('knowledge/search/questions.tsv').filter((_, index) => index % 5 === 0);
    for (const { question } of asked) {
      const { text } = await conversation.say(question);
      expect(text, question).not.to.match(/(?:Step|手順) [^3\s]+ (?:of|\/) 6/);
    }
    expect((await conversation.say('where was I?')).text).to.contain('**Step 3 of 6**');
  });

  it('is at its step after whatever else is written', async () => {
    const conversation = await atStep3();
    const unit = fc.constantFrom(...'次戻ok 1２のはnextback。?😀`<>*\u200F\uD800'.split(''));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 12 }), async (text) => {
        fc.pre(!isMove(text));
        const reply = await conversation.say(text);
        expect(reply.text).not.to.match(/(?:Step|手順) [^3\s]+ (?:of|\/) 6/);
      }),
      { numRuns: 60 },
    );
  });
});
