import { expect } from 'chai';
import { TermTable } from '../../../knowledge/search/termTable.js';

describe('TermTable', () => {
  const terms = [
    '=key',
    '<key',
    'key>',
    '有',
    '有効',
    '≈expire',
    'a b',
    ...Array.from({ length: 999 }, (_, n) => `t${n}`),
  ];
  const table = new TermTable(terms);

  it('finds each term by its number', () => {
    expect(terms.map((term) => table.find(term, 0, term.length))).to.deep.equal([...terms.keys()]);
  });

  it('finds a term inside of a text', () => {
    expect(table.find('特典の有効期限', 3, 5)).to.equal(4);
    expect(table.find('特典の有効期限', 3, 4)).to.equal(3);
  });

  it('finds no other texts, be they but the beginnings of a term', () => {
    for (const text of ['', '=ke', '=keys', '効有', 't999', 'A b'])
      expect(table.find(text, 0, text.length)).to.equal(-1);
  });

  it('may be empty', () => {
    expect(new TermTable([]).find('key', 0, 3)).to.equal(-1);
  });
});
