import { expect } from 'chai';
import { conceptsIn } from '../../../knowledge/search/concepts.js';

describe('conceptsIn', () => {
  for (const [english, japanese, concept] of [
    ['it runs out and expires', '失効した', 'expire'],
    ['how much is it', 'いくらですか', 'cost'],
    ['i lost it', '紛失しました', 'lose'],
    ['extending the loan', '延長したい', 'extend'],
  ] as const) {
    it(`finds ${concept} in both languages`, () => {
      expect([...conceptsIn(english)]).to.include(concept);
      expect([...conceptsIn(japanese)]).to.include(concept);
    });
  }

  it('finds none where there are none', () => {
    expect([...conceptsIn('zzz 123')]).to.deep.equal([]);
  });
});
