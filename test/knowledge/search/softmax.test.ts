import { expect } from 'chai';
import { toProbabilities } from '../../../knowledge/search/evidenceWeights.js';
import { Softmax } from '../../../knowledge/search/softmax.js';
import { Vocabulary } from '../../../knowledge/search/vocabulary.js';

/** Trains on texts, of which each belongs to the class at its place. */
function trained(texts: readonly string[], labels: readonly number[]) {
  const { vocabulary } = Vocabulary.of(texts.map((text, index) => ({ text, label: labels[index]! })));
  const candidates = Int32Array.from(new Set(labels));
  const model = Softmax.untrained(vocabulary.size, candidates.length);
  model.train(
    texts.map((text, index) => ({ vector: vocabulary.vectorOf(text), label: labels[index]!, candidates })),
    8,
  );
  return {
    vocabulary,
    model,
    probabilities: (text: string) => toProbabilities(model.scores(vocabulary.vectorOf(text), candidates)),
  };
}

describe('Softmax', () => {
  const train = () =>
    trained(['red apple', 'green apple', 'fast car', 'old car', '赤いりんご', '速い車'], [0, 0, 1, 1, 0, 1]);

  it('learns which terms speak for which class, in both languages', () => {
    const { probabilities } = train();
    expect(probabilities('apple')[0]).to.be.above(0.7);
    expect(probabilities('car')[0]).to.be.below(0.3);
    expect(probabilities('りんご')[0]).to.be.above(0.7);
    expect(probabilities('車')[0]).to.be.below(0.3);
  });

  it('gives probabilities that add up to one, also for a text without known terms', () => {
    const { probabilities } = train();
    for (const text of ['apple car', 'xyz', '']) {
      expect(probabilities(text).reduce((sum, each) => sum + each)).to.be.closeTo(1, 1e-9);
    }
  });

  it('gives the same model for the same samples', () => {
    expect([...train().probabilities('old apple')]).to.deep.equal([...train().probabilities('old apple')]);
  });

  it('explains a score by the terms that make it', () => {
    const { vocabulary, model, probabilities } = train();
    const vector = vocabulary.vectorOf('apple');
    const scores = [0, 1].map((label) =>
      [...vector.terms.keys()].reduce(
        (sum, position) => sum + model.contribution(vector, position, label),
        0,
      ),
    );
    const [first, second] = probabilities('apple');
    expect(Math.log(first! / second!)).to.be.closeTo(scores[0]! - scores[1]!, 1e-6);
  });

  it('keeps more classes apart than its table has columns', () => {
    const words = Array.from(
      { length: 60 },
      (_, index) => `w${String.fromCharCode(97 + (index % 26))}${index}x thing`,
    );
    const { probabilities } = trained(
      words,
      words.map((_, label) => label),
    );
    for (const [label, word] of words.entries()) {
      const likely = probabilities(word);
      expect(likely[label]).to.equal(Math.max(...likely));
    }
  });
});
