import { expect } from 'chai';
import { parseFaq } from '../../../knowledge/faq/loadFaq.js';
import { LiveIndex } from '../../../knowledge/understanding/liveIndex.js';
import { learn } from '../../../knowledge/understanding/savedIndex.js';

describe('LiveIndex', () => {
  const indexOf = (answer: string) =>
    learn(
      parseFaq(
        `
title: { en: Shop }
languages: [en]
entries:
  - id: hours
    section: { en: Visit }
    title: { en: Opening hours }
    question: { en: When are you open? }
    answer: { en: ${answer} }
`,
        'shop.yaml',
      ),
    );
  const answerOf = (index: LiveIndex) => {
    const match = index.match('When are you open?');
    return match.outcome === 'answer' && match.answer.entry.answer.en;
  };

  it('answers from the index that replaced the first', () => {
    const live = new LiveIndex(indexOf('From nine.'));
    live.replace(indexOf('From ten.'));
    expect(answerOf(live)).to.equal('From ten.');
    expect(live.faq.entries[0]?.answer.en).to.equal('From ten.');
  });

  it('lets work that has begun end with the index that it began with', async () => {
    const live = new LiveIndex(indexOf('From nine.'));
    await live.hold(async () => {
      live.replace(indexOf('From ten.'));
      await Promise.resolve();
      expect(answerOf(live)).to.equal('From nine.');
    });
    expect(answerOf(live)).to.equal('From ten.');
  });
});
