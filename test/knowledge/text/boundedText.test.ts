import { expect } from 'chai';
import fc from 'fast-check';
import { boundedText, firstAndLast, MAX_READ, passagesOf } from '../../../knowledge/text/boundedText.js';

describe('What is read of a message', () => {
  it('is all of a long question', () => {
    for (const sentence of [
      'I redeemed my key and it does not work. ',
      'キーを引き換えましたが使えません。',
    ]) {
      const question = sentence.repeat(100).slice(0, 1_500);
      expect(boundedText(question)).to.equal(question);
    }
  });

  it('is the beginning and the end of a log, with a gap between them that is no part of a sentence', () => {
    const read = boundedText(`My key fails.\n${'12:00 INFO running '.repeat(1_000)}\nWhat can I do?`);
    expect(read)
      .to.match(/^My key fails\./)
      .and.match(/What can I do\?$/)
      .and.contain('\n…\n');
  });

  it('never has half of a character, is bounded, and stays as it is when it is bounded again', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.constantFrom('👍', 'a', '𠮷a', '日'), (shift, unit) => {
        const text = 'x'.repeat(shift) + unit.repeat(3_000);
        const read = boundedText(text);
        expect(read.isWellFormed()).to.equal(true);
        expect(read).to.have.length.at.most(MAX_READ);
        expect(boundedText(read)).to.equal(read);
        for (const { start, text: passage } of passagesOf(text))
          expect(text.slice(start, start + passage.length)).to.equal(passage);
      }),
    );
  });

  it('is of many things the first and the last ones, in their order', () => {
    expect(firstAndLast([1, 2, 3, 4, 5, 6, 7], 5)).to.deep.equal([1, 2, 3, 6, 7]);
    expect(firstAndLast([1, 2], 5)).to.deep.equal([1, 2]);
  });
});
