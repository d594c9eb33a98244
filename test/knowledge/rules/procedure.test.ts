import { expect } from 'chai';
import fc from 'fast-check';
import { fieldAt, formOf, placeAfter, placeBefore, placesOf } from '../../../knowledge/rules/procedure.js';
import { shippedIndex } from '../../shippedIndex.js';

describe('A procedure', () => {
  const { faq } = shippedIndex();
  const procedures = faq.entries.filter(({ steps }) => steps.length > 0);
  const ticket = faq.entries.find(({ id }) => id === 'software-install-help')!;

  it('has the fields of the ticket form before its last step', () => {
    expect(placesOf(faq, ticket).slice(4)).to.deep.equal([
      { step: 5 },
      ...['product', 'happened', 'error', 'tried', 'started'].map((field) => ({ step: 6, field })),
      { step: 6 },
    ]);
  });

  it('leads from the first place to the last, and back the same way', () => {
    for (const procedure of procedures) {
      const places = placesOf(faq, procedure);
      for (const [index, place] of places.entries()) {
        expect(placeAfter(faq, procedure, place)).to.deep.equal(places[index + 1]);
        expect(placeBefore(faq, procedure, place)).to.deep.equal(places[index - 1]);
      }
    }
  });

  it('takes a field that the form has no more for the beginning of its step', () => {
    expect(fieldAt(faq, ticket, { step: 6, field: 'mood' })).to.equal(undefined);
    expect(placeBefore(faq, ticket, { step: 6, field: 'mood' })).to.deep.equal({ step: 5 });
  });

  it('knows no form for a step that names none, or that does not exist', () => {
    fc.assert(
      fc.property(fc.integer(), (step) => {
        expect(formOf(faq, ticket, step) !== undefined).to.equal(step === 6);
      }),
    );
  });
});
