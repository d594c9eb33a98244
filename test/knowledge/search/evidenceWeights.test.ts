import { expect } from 'chai';
import {
  type Choice,
  fitWeights,
  probabilitiesOf,
  toProbabilities,
} from '../../../knowledge/search/evidenceWeights.js';

/** Two options, told apart by the first kind of evidence; the second kind says nothing. */
function choice(right: number, counts = 1): Choice {
  return {
    evidence: Float64Array.of(...[right === 0 ? 1 : 0, 0.5], ...[right === 1 ? 1 : 0, 0.5]),
    isRight: [right === 0, right === 1],
    counts,
  };
}

describe('The weights of evidence', () => {
  it('grow for evidence that tells what is right, and stay for evidence that does not', () => {
    const weights = fitWeights([choice(0, 20), choice(1, 20)], [0, 1]);
    expect(weights[0]).to.be.above(2);
    expect(weights[1]).to.be.closeTo(1, 1e-6);
  });

  it('become negative for evidence that misleads', () => {
    const misleading = { ...choice(0, 20), isRight: [false, true] };
    expect(fitWeights([misleading], [0, 1])[0]).to.be.below(-2);
  });

  it('stay near where they started while there are few choices', () => {
    expect(fitWeights([choice(0, 0.1)], [2, 1])[0]).to.be.closeTo(2, 0.1);
    expect([...fitWeights([], [2, 1])]).to.deep.equal([2, 1]);
  });

  it('take any of several right options', () => {
    const either: Choice = {
      evidence: Float64Array.of(1, 1, 0),
      isRight: [true, true, false],
      counts: 100,
    };
    const weights = fitWeights([either], [0]);
    const [first, second] = probabilitiesOf(either.evidence, weights);
    expect(first! + second!).to.be.above(0.9);
  });
});

describe('toProbabilities', () => {
  it('sums to one and does not overflow', () => {
    const probabilities = toProbabilities(Float64Array.of(1000, 999, -1000));
    expect(probabilities.reduce((sum, each) => sum + each, 0)).to.be.closeTo(1, 1e-9);
    expect(probabilities[0]).to.be.closeTo(0.731, 0.001);
  });
});
