// How well the index answers questions that its content does not hold; questions.tsv was written by people who
// saw the FAQ page only.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { backgroundMessages } from '../../../knowledge/search/background.js';
import { normalise } from '../../../knowledge/search/normalise.js';
import { shippedIndex } from '../../shippedIndex.js';

// Not compiled: stands in the source tree.
const FILE = new URL('../../../../test/knowledge/search/questions.tsv', import.meta.url);

describe('Questions that the content does not hold', () => {
  const rows = readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [expected = '', language = '', question = ''] = line.split('\t');
      return { expected, language, question };
    });

  for (const language of ['en', 'ja', 'mixed']) {
    it(`are answered right, and hardly ever wrong (${language})`, () => {
      const own = rows.filter((row) => row.language === language);
      const answered = own.map(({ expected, question }) => {
        const match = shippedIndex().match(question);
        return { expected, got: match.outcome === 'answer' ? match.answer.entry.id : match.outcome };
      });
      const covered = answered.filter(({ expected }) => expected !== 'none');
      const uncovered = answered.filter(({ expected }) => expected === 'none');
      const right = covered.filter(({ expected, got }) => expected === got);
      const wrong = answered.filter(({ expected, got }) => ![expected, 'none', 'clarify'].includes(got));
      const recognised = uncovered.filter(({ got }) => got === 'none');
      expect(right.length / covered.length, 'right').to.be.at.least(0.95);
      expect(wrong.length / answered.length, 'wrong').to.be.at.most(0.015);
      expect(recognised.length / uncovered.length, 'none recognised').to.be.at.least(0.92);
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
