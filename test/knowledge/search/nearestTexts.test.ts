import { expect } from 'chai';
import { NearestTexts } from '../../../knowledge/search/nearestTexts.js';
import { Vocabulary } from '../../../knowledge/search/vocabulary.js';

describe('NearestTexts', () => {
  const labels = [0, 0, 1, 2];
  const texts = ['renew the membership', 'when to renew', 'reset my password', '特典の更新'];
  const { vocabulary, vectors } = Vocabulary.of(
    texts.map((text, index) => ({ text, label: labels[index]! })),
  );
  const nearest = NearestTexts.of(
    vectors.map((vector, index) => ({ vector, label: labels[index]! })),
    vocabulary.size,
    3,
  );
  const near = (question: string, ignored?: number) =>
    nearest.near(vocabulary.vectorOf(question), [0, 1, 2], ignored);

  it('finds the nearest text of each class', () => {
    expect(near('when do I renew?').map(({ text }) => text)).to.deep.equal([1, -1, 3]);
  });

  it('gives the same text a nearness of one', () => {
    expect(near('reset my password')[1]!.nearness).to.be.closeTo(1, 1e-6);
  });

  it('gives a text with unknown words a smaller nearness', () => {
    expect(near('reset my password zorbify quickly')[1]!.nearness).to.be.within(0.1, 0.9);
  });

  it('finds words of the other language that mean the same', () => {
    expect(near('更新')[0]!.nearness).to.be.above(0);
  });

  it('leaves out the text that it is told to', () => {
    expect(near('when to renew', 1)[0]!.text).to.equal(0);
  });

  it('finds nothing for words that it does not know', () => {
    expect(near('zzz').every(({ text, nearness }) => text === -1 && nearness === 0)).to.equal(true);
  });

  it('answers the same whatever it was asked before', () => {
    const first = near('renew password');
    near('特典 membership');
    expect(near('renew password')).to.deep.equal(first);
  });
});
