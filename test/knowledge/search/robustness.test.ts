// What no message and no FAQ may do to the index: make it throw, or answer differently from one time to the next.
import { expect } from 'chai';
import fc from 'fast-check';
import { loadFaq } from '../../../knowledge/faq/loadFaq.js';
import type { Faq } from '../../../knowledge/faq/schema.js';
import { FaqIndex } from '../../../knowledge/search/faqIndex.js';
import { generateFaq } from '../../bench/generateFaq.js';
import { shippedIndex } from '../../shippedIndex.js';

const waste = new URL('../../../../test/faqs/waste.yaml', import.meta.url).pathname;

/** Pieces that people and programs paste into one message. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    'キーは2回使えますか',
    'how do I renew',
    'ki- ha nankai tsukaemasu ka',
    'ｱｸｾｽID',
    '﷽',
    '👨‍👩‍👧‍👦',
    '\u202eabc',
    '\ud800',
    '\0',
    'é́́́',
    '<script>alert(1)</script>',
    '年月日'.repeat(50),
    'x'.repeat(700),
    '__proto__ constructor toString',
  ),
);

describe('The index under odd messages', () => {
  it('answers any mixture of scripts, controls and pasted text without throwing', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.constantFrom('', ' ', '\n', '。'),
        (pieces, between) => {
          const message = pieces.join(between);
          const { outcome, candidates } = shippedIndex().match(message);
          expect(outcome).to.be.oneOf(['answer', 'clarify', 'none']);
          for (const { confidence } of candidates) expect(confidence).to.be.within(0, 1);
          expect(shippedIndex().suggestions(message, 'ja', 3)).to.have.length.at.most(3);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('explains any message without throwing', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const message = pieces.join(' ');
        expect(shippedIndex().explain(message).match).to.deep.equal(shippedIndex().match(message));
      }),
      { numRuns: 30 },
    );
  });

  for (const [name, message] of [
    ['one word of 100,000 letters', 'x'.repeat(100_000)],
    ['100,000 spaces', ' '.repeat(100_000)],
    ['a greeting said 16,000 times', 'hello '.repeat(16_000)],
    ['100,000 marks', '!?.,'.repeat(25_000)],
    ['a Japanese log of 100,000 characters', 'キーが使えません。'.repeat(11_200)],
  ] as const) {
    it(`takes ${name}`, () => {
      expect(shippedIndex().match(message).outcome).to.be.oneOf(['answer', 'clarify', 'none']);
    });
  }
});

describe('An index of another FAQ', () => {
  const firstChoices = (
    faq: Faq,
    questions: readonly { readonly entry: string; readonly text: string }[],
  ) => {
    const index = new FaqIndex(faq);
    const right = questions.filter(({ entry, text }) => index.match(text).candidates[0]?.entry.id === entry);
    return right.length / questions.length;
  };

  it('finds the entry among 150 in English with 100 alternates each', () => {
    const { faq, questions } = generateFaq(shippedIndex().faq, 150, { alternates: 100, languages: ['en'] });
    expect(firstChoices(faq, questions)).to.be.at.least(0.95);
  }).timeout(60_000);

  it('finds most entries among 1,000, whose classes share the columns of the regression', () => {
    const { faq, questions } = generateFaq(shippedIndex().faq, 1000);
    expect(firstChoices(faq, questions)).to.be.at.least(0.8);
  }).timeout(60_000);

  it('is the same each time it is built', () => {
    const questions = [
      'how do I get rid of a sofa',
      '電池の捨て方',
      'is it going to rain',
      'the bags are still there',
    ];
    const [first, second] = [new FaqIndex(loadFaq(waste)), new FaqIndex(loadFaq(waste))].map((index) =>
      questions.map((question) =>
        index.match(question).candidates.map(({ entry, confidence }) => [entry.id, confidence]),
      ),
    );
    expect(first).to.deep.equal(second);
  });

  it('stands any FAQ of few entries and alternates', () => {
    const [entry] = loadFaq(waste).entries;
    const word = fc.constantFrom('renew', 'key', '更新', 'キー', 'lost', '鍵', 'a', '？');
    const texts = fc.array(
      fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
      {
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ en: texts, ja: texts }), { minLength: 1, maxLength: 4 }),
        (alternates) => {
          const entries = alternates.map((each, index) => ({ ...entry!, id: `e${index}`, alternates: each }));
          const index = new FaqIndex({ ...loadFaq(waste), entries, notCovered: [], highlights: [] });
          const { outcome } = index.match('lost key 更新');
          expect(outcome).to.be.oneOf(['answer', 'clarify', 'none']);
        },
      ),
      { numRuns: 15 },
    );
  }).timeout(60_000);
});
