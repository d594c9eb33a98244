import { expect } from 'chai';
import { Spelling } from '../../../knowledge/search/spelling.js';

describe('Spelling', () => {
  const spelling = new Spelling(
    new Set(['subscription', 'license', 'reassign', 'assignment', 'benefit', 'key']),
  );

  for (const [typed, meant] of [
    ['subcription', 'subscription'],
    ['subscripton', 'subscription'],
    ['lisence', 'license'],
    ['reasign', 'reassign'],
    ['benifit', 'benefit'],
    ['weather', 'weather'],
  ] as const) {
    it(`takes "${typed}" for ${meant}`, () => {
      expect(spelling.correct(typed)).to.equal(meant);
    });
  }

  it('doubts neither known words nor short ones', () => {
    expect(['license', 'kee', 'licence'].filter((word) => spelling.isDoubtful(word))).to.deep.equal([
      'licence',
    ]);
  });
});
