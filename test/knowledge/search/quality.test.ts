// How well the index answers questions that its content does not hold; questions.tsv was written by people who
// saw the FAQ page only.
import { expect } from 'chai';
import { loadFaq } from '../../../knowledge/faq/loadFaq.js';
import { backgroundMessages } from '../../../knowledge/search/background.js';
import { FaqIndex } from '../../../knowledge/search/faqIndex.js';
import { normalise } from '../../../knowledge/text/normalise.js';
import { shippedIndex } from '../../shippedIndex.js';
import { measured, questionsIn } from './measured.js';

describe('Questions about another FAQ', () => {
  // The library has about sixty alternates an entry, the waste office about fourteen, many of them of a word or two.
  for (const [name, expected] of [
    ['library', { first: 0.95, right: 0.9, wrong: 0.03 }],
    ['waste', { first: 0.72, right: 0.38, wrong: 0.03 }],
  ] as const) {
    it(`are answered without anything changed but the file (${name})`, () => {
      const file = new URL(`../../../../test/faqs/${name}.yaml`, import.meta.url);
      const index = new FaqIndex(loadFaq(file.pathname));
      const { first, right, wrong } = measured(index, questionsIn(`faqs/${name}-questions.tsv`));
      expect(first, 'first choice').to.be.at.least(expected.first);
      expect(right, 'right').to.be.at.least(expected.right);
      expect(wrong, 'wrong').to.be.at.most(expected.wrong);
    });
  }
});

describe('Questions that the content does not hold', () => {
  const rows = [
    ...questionsIn('knowledge/search/questions.tsv'),
    ...questionsIn('knowledge/search/more-questions.tsv'),
  ];

  for (const language of ['en', 'ja', 'mixed']) {
    it(`are answered right, and hardly ever wrong (${language})`, () => {
      const own = rows.filter((row) => row.language === language);
      const { right, wrong, recognised } = measured(shippedIndex(), own);
      expect(right, 'right').to.be.at.least(0.95);
      expect(wrong, 'wrong').to.be.at.most(0.015);
      expect(recognised, 'none recognised').to.be.at.least(0.92);
    });
  }

  it('are nowhere in the content', () => {
    const bare = (text: string) => normalise(text).replace(/[\p{P}\p{S}\s]+/gu, '');
    const { faq } = shippedIndex();
    const content = new Set(
      [
        ...[...faq.entries, ...faq.entries.flatMap(({ facts }) => facts)].flatMap(
          ({ title, question, alternates }) => [
            ...[title.en, title.ja, question.en, question.ja],
            ...[...alternates.en, ...alternates.ja],
          ],
        ),
        ...faq.notCovered.flatMap(({ alternates }) => [...alternates.en, ...alternates.ja]),
        ...backgroundMessages(),
      ].map(bare),
    );
    expect(rows.filter(({ question }) => content.has(bare(question)))).to.deep.equal([]);
  });
});
