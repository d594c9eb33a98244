import { expect } from 'chai';
import fc from 'fast-check';
import {
  fieldToChange,
  fillingOf,
  labelledFillings,
  LONGEST_VALUE,
  missingField,
  sinceFilling,
} from '../../../knowledge/rules/formValues.js';
import { shippedIndex } from '../../shippedIndex.js';

describe('The values of a form', () => {
  const form = shippedIndex().faq.forms['support-ticket']!;
  const field = (id: string) => form.fields.find((each) => each.id === id)!;
  const reading = { today: '2021-03-10', locale: 'en-US' } as const;
  const labelled = (text: string) =>
    labelledFillings(form, text, reading).map((filling) => [
      filling.field.id,
      'value' in filling ? filling.value : filling.impossible,
    ]);

  it('are read from lines that name their fields, in either language, the rest below its name', () => {
    expect(labelled('Error: 0x1\n  at setup.exe\nProduct： Office\n- 試したこと：再起動')).to.deep.equal([
      ['error', { kind: 'text', text: '0x1\n  at setup.exe' }],
      ['product', { kind: 'text', text: 'Office' }],
      ['tried', { kind: 'text', text: '再起動' }],
    ]);
  });

  it('are not read from a message that does not begin with a name', () => {
    for (const text of ['Error 0x1', 'it says: no', 'setup.log\nerror: 5', ': 5', 'product:', ''])
      expect(labelled(text), text).to.deep.equal([]);
  });

  it('hold a day where a date is all that was said, else the words', () => {
    const started = (text: string) => fillingOf(field('started'), text, reading);
    const dated = (date: string) => ({ field: field('started'), value: { kind: 'date', date } });
    expect(started('since yesterday')).to.deep.equal(dated('2021-03-09'));
    expect(started('3月1日からです')).to.deep.equal(dated('2021-03-01'));
    for (const text of ['since the update on March 3', 'after the last update', '更新した後から'])
      expect(started(text)).to.deep.equal({ field: field('started'), value: { kind: 'text', text } });
  });

  it('hold the day from which on something is so, whatever field was asked about', () => {
    const dated = (date: string) => ({ field: field('started'), value: { kind: 'date', date } });
    expect(sinceFilling(form, 'since yesterday', reading)).to.deep.equal(dated('2021-03-09'));
    expect(sinceFilling(form, '3月1日から', reading)).to.deep.equal(dated('2021-03-01'));
    for (const text of ['since the update on March 3', 'yesterday', '昨日', 'it started', '1603 から'])
      expect(sinceFilling(form, text, reading), text).to.equal(undefined);
  });

  it('refuse a day that does not exist', () => {
    expect(fillingOf(field('started'), '2021年2月30日', reading)).to.deep.equal({
      field: field('started'),
      impossible: '2021年2月30日',
    });
  });

  it('are cut beyond a stated length, and never within a character', () => {
    const at = (text: string) => {
      const filling = fillingOf(field('error'), text, reading);
      return 'value' in filling && filling.value.kind === 'text' ? filling.value : undefined;
    };
    expect(at('x'.repeat(LONGEST_VALUE))).to.deep.equal({ kind: 'text', text: 'x'.repeat(LONGEST_VALUE) });
    expect(at('x'.repeat(LONGEST_VALUE + 5))?.cut).to.equal(5);
    expect(at(`${'x'.repeat(LONGEST_VALUE - 1)}😀😀`)?.text.isWellFormed()).to.equal(true);
  });

  for (const [text, id] of [
    ['change the product', 'product'],
    ['please edit my error code', 'error'],
    ['製品を変更したい', 'product'],
    ['エラーの内容を修正してください', 'error'],
    ['試したことを直したいです', 'tried'],
    ['change the colour', undefined],
    ['change', undefined],
    ['製品', undefined],
  ] as const) {
    it(`${id ? `change ${id}` : 'change nothing'} at "${text}"`, () => {
      expect(fieldToChange(form, text)?.id).to.equal(id);
    });
  }

  it('are missing in the order of the form, and no more when all are given or left out', () => {
    expect(missingField(form, {})?.id).to.equal('product');
    expect(missingField(form, { product: { kind: 'leftOut' } })?.id).to.equal('happened');
    const all = Object.fromEntries(form.fields.map(({ id }) => [id, { kind: 'leftOut' } as const]));
    expect(missingField(form, all)).to.equal(undefined);
  });

  it('are read from anything without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...form.fields), (text, each) => {
        const filling = fillingOf(each, text, reading);
        expect('value' in filling || filling.impossible !== '').to.equal(true);
        labelledFillings(form, text, reading);
        fieldToChange(form, text);
      }),
    );
  });
});
