import { expect } from 'chai';
import { parseFaq } from '../../../knowledge/faq/loadFaq.js';
import { checkContent } from '../../../knowledge/search/checkContent.js';
import { shippedIndex } from '../../shippedIndex.js';

describe('The check of the content', function () {
  // It builds an index for each part of the texts that it leaves out.
  this.timeout(120_000);

  it('finds nothing wrong with the shipped FAQ', () => {
    expect(checkContent(shippedIndex().faq)).to.deep.equal([]);
  });

  const list = (texts: readonly string[]) => `[${texts.map((text) => `"${text}"`).join(', ')}]`;
  const faqWith = (parts: { hoursJa?: string; followUps?: string; extra?: string; alternates?: string[] }) =>
    parseFaq(
      `
title: { en: Shop, ja: 店 }
languages: [en, ja]
entries:
  - id: hours
    section: { en: Visit, ja: 来店 }
    title: { en: Opening hours, ja: 営業時間 }
    question: { en: When is the shop open?, ja: 店はいつ開いていますか？ }
    answer: { en: "We use Visual Studio. From 9 to 17, until May 31.", ja: "${parts.hoursJa ?? 'Visual Studio を使っています。9時から17時、5月31日までです。'}" }
    followUps: ${parts.followUps ?? '[]'}
    alternates:
      en: ${list(parts.alternates ?? ['opening times', 'when do you close', 'open on Sunday', 'business hours', 'are you open late'])}
      ja: ${list(['何時に閉まりますか', '日曜も開いていますか', '営業時間を教えて', '開店は何時', '閉店時間'])}
  - id: returns
    section: { en: Visit, ja: 来店 }
    title: { en: Returns, ja: 返品 }
    question: { en: ${parts.extra ?? 'Can I bring a thing back?'}, ja: 品物を返品できますか？ }
    answer: { en: Within 30 days., ja: 30日以内にどうぞ。 }
    alternates:
      en: ${list(['return policy', 'give back a shirt', 'money back', 'send it back', 'exchange a present'])}
      ja: ${list(['返品したい', '返金してほしい', 'シャツを返したい', '交換できますか', '返品の期限'])}
`,
      'shop.yaml',
    );

  it('finds nothing wrong with a sound FAQ', () => {
    expect(checkContent(faqWith({}))).to.deep.equal([]);
  });

  it('finds numbers and names that one language lacks', () => {
    expect(checkContent(faqWith({ hoursJa: '9時から18時、5月31日までです。' }))).to.deep.equal([
      'entry "hours", field answer: 17 is not in the text in ja',
      'entry "hours", field answer: 18 is not in the text in en',
    ]);
    const withName = faqWith({ hoursJa: 'Azure で、9時から17時、5月31日までです。' });
    expect(checkContent(withName)).to.deep.equal([
      'entry "hours", field answer: Azure is not in the text in en',
    ]);
  });

  it('finds follow-ups that lead nowhere new', () => {
    expect(checkContent(faqWith({ followUps: '[hours, returns, returns]' }))).to.deep.equal([
      'entry "hours", field followUps: leads to itself',
      'entry "hours", field followUps: "returns" stands there twice',
    ]);
  });

  it('finds entries that lack alternates in a language', () => {
    expect(checkContent(faqWith({ alternates: ['opening times'] }))).to.include(
      'entry "hours": 1 alternates in en; have 5 at least',
    );
  });

  it('finds entries that ask nearly the same', () => {
    expect(checkContent(faqWith({ extra: 'When is the shop opened?' }))).to.include(
      'entries "hours" and "returns" ask nearly the same',
    );
  });
});
