// Every card that the bot can send, read by Microsoft's own library, which knows what an Adaptive Card may hold.
import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import { expect } from 'chai';
import { type AdaptiveCardJson, type CardElement, everyCard } from './everyCard.js';

// What the package gives to `import` is for bundlers: Node can't load it.
const { AdaptiveCard, SerializationContext, Version } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof AdaptiveCards;

/** What the library finds wrong with a card, by the schema of the version that the card names. */
function faults(card: AdaptiveCardJson): string[] {
  const context = new SerializationContext(Version.parse(card.version, new SerializationContext()));
  const read = new AdaptiveCard();
  read.parse(card, context);
  return [
    ...Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message),
    ...read.validateProperties().validationEvents.map(({ message }) => message),
  ];
}

/** The card as the library understands it: without what it does not know, and without what goes without saying. */
function understood(card: AdaptiveCardJson): unknown {
  const read = new AdaptiveCard();
  read.parse(card, new SerializationContext());
  return read.toJSON();
}

/** A card without what the library leaves out of its own: what is empty, fallbacks, and the name of the schema. */
function comparable(card: unknown): unknown {
  return JSON.parse(
    JSON.stringify(card, (key, value: unknown) => {
      const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
      return isEmpty || ['$schema', 'fallback'].includes(key) ? undefined : value;
    }),
  );
}

/** The elements and buttons of a card, also those within others. */
function parts(element: CardElement): CardElement[] {
  const inner = ['body', 'actions', 'columns', 'items'].flatMap(
    (name) => (element[name] ?? []) as CardElement[],
  );
  return [element, ...inner.flatMap(parts)];
}

describe('Every card', () => {
  const cards = everyCard();

  it('is one of many, of each kind', () => {
    expect(cards.length).to.be.above(500);
    for (const kind of [
      'step',
      'askField',
      'stuck',
      'askDate',
      'dateAnswer',
      'clarify',
      'diagnosisQuestion',
    ]) {
      expect(
        cards.some(({ name }) => name.includes(kind)),
        kind,
      ).to.equal(true);
    }
  });

  it('is a valid Adaptive Card of a version that Teams takes', () => {
    for (const { name, card } of cards) {
      expect(['1.3', '1.4', '1.5'], name).to.include(card.version);
      expect(faults(card), name).to.deep.equal([]);
    }
  });

  it('has no property that Adaptive Cards do not know', () => {
    for (const { name, card } of cards) {
      expect(comparable(understood(card)), name).to.deep.equal(comparable(card));
    }
  });

  it('fits a phone: no text is cut, few columns, and few buttons together', () => {
    for (const { name, card } of cards) {
      expect(card.actions.length, name).to.be.at.most(6);
      for (const part of parts(card)) {
        if (part.type === 'TextBlock' || part.type === 'Input.ChoiceSet')
          expect(part['wrap'], name).to.equal(true);
        if (part.type === 'ActionSet') expect((part['actions'] as unknown[]).length, name).to.be.at.most(4);
        if (part.type === 'ColumnSet') expect((part['columns'] as unknown[]).length, name).to.be.at.most(3);
      }
    }
  });

  it('has texts that Adaptive Cards can show: neither preformatted ones nor headings', () => {
    for (const { name, card } of cards) {
      for (const { type, text } of parts(card)) {
        if (type === 'TextBlock')
          expect(text, name)
            .to.be.a('string')
            .and.not.match(/^\s*$|```|^#/m);
      }
    }
  });

  it('has for each Action.Execute an Action.Submit that says the same', () => {
    const buttons = cards.flatMap(({ card }) => parts(card)).filter(({ type }) => type === 'Action.Execute');
    expect(buttons).not.to.deep.equal([]);
    for (const { title, data, fallback } of buttons) {
      const { type, title: ofSubmit, data: submitted } = fallback as CardElement;
      expect([type, ofSubmit]).to.deep.equal(['Action.Submit', title]);
      expect(data).to.deep.include(submitted);
    }
  });
});
