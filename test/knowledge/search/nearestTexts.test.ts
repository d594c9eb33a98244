import { expect } from 'chai';
import { NearestTexts } from '../../../knowledge/search/nearestTexts.js';
import { Vocabulary } from '../../../knowledge/search/vocabulary.js';

describe('NearestTexts', () => {
  const texts = ['renew the membership', 'when to renew', 'reset my password', '特典の更新'];
  const vocabulary = new Vocabulary(texts);
  const nearest = new NearestTexts(
    vocabulary.vectors.map((vector, index) => ({ vector, label: [0, 0, 1, 2][index]! })),
    vocabulary.size,
    3,
  );

  it('finds the class of the nearest text, and that text', () => {
    const [first] = nearest.near(vocabulary.vectorOf('when do I renew?'), 3);
    expect(first).to.include({ label: 0, text: 1 });
  });

  it('gives the same text a nearness of one', () => {
    const [first] = nearest.near(vocabulary.vectorOf('reset my password'), 3);
    expect(first?.label).to.equal(1);
    expect(first?.nearness).to.be.closeTo(1, 1e-6);
  });

  it('finds words of the other language that mean the same', () => {
    const found = nearest.near(vocabulary.vectorOf('更新'), 3).map(({ label }) => label);
    expect(found).to.have.members([0, 2]);
  });

  it('leaves out the texts that it is told to', () => {
    const [first] = nearest.near(vocabulary.vectorOf('when to renew'), 3, {
      isIgnored: Uint8Array.of(0, 1, 0, 0),
    });
    expect(first?.text).to.equal(0);
  });

  it('gives as many classes as wanted, and none for words that it does not know', () => {
    expect(nearest.near(vocabulary.vectorOf('renew my password'), 1)).to.have.length(1);
    expect(nearest.near(vocabulary.vectorOf('zzz'), 3)).to.deep.equal([]);
  });

  it('answers the same whatever it was asked before', () => {
    const ask = () => nearest.near(vocabulary.vectorOf('renew password'), 3);
    const first = ask();
    nearest.near(vocabulary.vectorOf('特典 membership'), 3);
    expect(ask()).to.deep.equal(first);
  });
});
