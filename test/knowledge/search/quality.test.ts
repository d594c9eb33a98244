// How well the index answers questions that its content does not hold; questions.tsv was written by people who
// saw the FAQ page only.
import { expect } from 'chai';
import { loadFaq } from '../../../knowledge/faq/loadFaq.js';
import { backgroundMessages } from '../../../knowledge/search/background.js';
import { FaqIndex } from '../../../knowledge/search/faqIndex.js';
import { normalise } from '../../../knowledge/search/normalise.js';
import { shippedIndex } from '../../shippedIndex.js';
import { measured, questionsIn } from './measured.js';

describe('Questions about another FAQ', () => {
  it('are answered without anything changed but the file', () => {
    const library = new URL('../../../../test/faqs/library.yaml', import.meta.url);
    const { right, wrong } = measured(
      new FaqIndex(loadFaq(library.pathname)),
      questionsIn('faqs/library-questions.tsv'),
    );
    expect(right, 'right').to.be.at.least(0.88);
    expect(wrong, 'wrong').to.be.at.most(0.06);
  });
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
