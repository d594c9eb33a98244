import { expect } from 'chai';
import { ClassEvidence } from '../../../knowledge/search/classEvidence.js';
import { Vocabulary } from '../../../knowledge/search/vocabulary.js';

describe('ClassEvidence', () => {
  const labels = [0, 0, 1, 1, 2];
  const texts = ['sofa pickup', 'book a pickup', 'sofa price', 'price list', '粗大ごみの料金'];
  const { vocabulary, vectors } = Vocabulary.of(
    texts.map((text, index) => ({ text, label: labels[index]! })),
  );
  const evidence = ClassEvidence.of(
    vectors.map((vector, index) => ({ vector, label: labels[index]! })),
    vocabulary.size,
    3,
  );
  const strongest = (question: string, most = 3, ownClass?: number) =>
    evidence.strongest(vocabulary.vectorOf(question), most, ownClass === undefined ? {} : { ownClass });

  it('adds up what all texts of a class say', () => {
    expect(strongest('book a sofa pickup')[0]!.label).to.equal(0);
    expect(strongest('sofa price list')[0]!.label).to.equal(1);
  });

  it('gives the classes with most evidence first, as many as wanted', () => {
    const three = strongest('sofa pickup 料金');
    expect(three.map(({ evidence: own }) => own)).to.deep.equal(
      three.map(({ evidence: own }) => own).sort((a, b) => b - a),
    );
    expect(strongest('sofa pickup 料金', 1)).to.deep.equal(three.slice(0, 1));
  });

  it('knows what a class says without one of its texts', () => {
    const own = strongest('price list', 3, 1).find(({ label }) => label === 1)!;
    const all = strongest('price list').find(({ label }) => label === 1)!;
    expect(own.evidence).to.be.below(all.evidence);
    expect(strongest('list', 3, 1)).to.deep.equal([]);
  });

  it('tells what each term adds', () => {
    const vector = vocabulary.vectorOf('sofa pickup');
    const sum = [...vector.terms.keys()].reduce(
      (total, position) => total + evidence.contribution(vector, position, 0),
      0,
    );
    expect(sum).to.be.closeTo(strongest('sofa pickup')[0]!.evidence, 1e-6);
  });

  it('has no evidence for words that it does not know', () => {
    expect(strongest('zzz')).to.deep.equal([]);
  });
});
