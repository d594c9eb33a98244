import { expect } from 'chai';
import { Softmax } from '../../../knowledge/search/softmax.js';
import { termsOf } from '../../../knowledge/search/terms.js';
import { Vocabulary } from '../../../knowledge/search/vocabulary.js';
describe('Softmax', () => {
    const texts = ['red apple', 'green apple', 'fast car', 'old car', '赤いりんご', '速い車'];
    const labels = [0, 0, 1, 1, 0, 1];
    const vocabulary = new Vocabulary(texts.map(termsOf));
    const samples = texts.map((text, index) => ({ vector: vocabulary.vectorOf(text), label: labels[index] }));
    const train = () => Softmax.train(samples, vocabulary.size, 2);
    it('learns which terms speak for which class, in both languages', () => {
        const model = train();
        const first = (text) => model.probabilities(vocabulary.vectorOf(text))[0];
        expect(first('apple')).to.be.above(0.7);
        expect(first('car')).to.be.below(0.3);
        expect(first('りんご')).to.be.above(0.7);
        expect(first('車')).to.be.below(0.3);
    });
    it('gives probabilities that add up to one, also for a text without known terms', () => {
        const model = train();
        for (const text of ['apple car', 'xyz', '']) {
            const probabilities = model.probabilities(vocabulary.vectorOf(text));
            expect(probabilities.reduce((sum, each) => sum + each)).to.be.closeTo(1, 1e-9);
        }
    });
    it('gives the same model for the same samples', () => {
        const vector = vocabulary.vectorOf('old apple');
        expect([...train().probabilities(vector)]).to.deep.equal([...train().probabilities(vector)]);
    });
    it('explains a score by the terms that make it', () => {
        const model = train();
        const vector = vocabulary.vectorOf('apple');
        const scores = [0, 1].map((label) => [...vector.terms.keys()].reduce((sum, position) => sum + model.contribution(vector, position, label), 0));
        const [first, second] = model.probabilities(vector);
        expect(Math.log(first / second)).to.be.closeTo(scores[0] - scores[1], 1e-6);
    });
    it('keeps many classes apart', () => {
        const words = Array.from({ length: 60 }, (_, index) => `w${String.fromCharCode(97 + (index % 26))}${index}x thing`);
        const many = new Vocabulary(words.map(termsOf));
        const model = Softmax.train(words.map((word, label) => ({ vector: many.vectorOf(word), label })), many.size, words.length);
        for (const [label, word] of words.entries()) {
            const probabilities = model.probabilities(many.vectorOf(word));
            expect(probabilities.indexOf(Math.max(...probabilities))).to.equal(label);
        }
    });
});
//# sourceMappingURL=softmax.test.js.map