import { expect } from 'chai';
import fc from 'fast-check';
import { normalise } from '../../../knowledge/text/normalise.js';

describe('normalise', () => {
  for (const [what, written, expected] of [
    ['full-width letters and digits', 'ＭＰＮ　９０日', 'mpn 90日'],
    ['half-width kana', 'ｻﾎﾟｰﾄ', 'サポート'],
    ['a long-vowel mark at the end of a word', 'サーバーとユーザー', 'サーバとユーザ'],
    ['the mark inside a word and in short words, which stay', 'キーのエラー', 'キーのエラ'],
    ['right-to-left and zero-width marks', '\u202Ea\u200Bb\u2066c\u2069', 'abc'],
    ['white space of every kind', ' a \t\n\u3000b ', 'a b'],
    ['a lone surrogate', 'a\uD800b', 'a\uFFFDb'],
    ['curly apostrophes', 'can’t', "can't"],
  ] as const) {
    it(`brings ${what} to one spelling`, () => {
      expect(normalise(written)).to.equal(expected);
    });
  }

  it('leaves what is normal as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => normalise(normalise(text)) === normalise(text)),
    );
  });
});
