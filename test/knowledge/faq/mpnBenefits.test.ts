import { expect } from 'chai';
import { shippedIndex } from '../../shippedIndex.js';

describe('The shipped FAQ', () => {
  const { faq } = shippedIndex();
  const texts = faq.entries.flatMap((entry) => [
    { where: entry.id, text: entry.answer },
    ...entry.steps.map(({ text }, index) => ({ where: `${entry.id}, step ${index + 1}`, text })),
    ...entry.steps.flatMap(({ needs, trouble }, index) =>
      [needs, trouble].flatMap((text) => (text ? [{ where: `${entry.id}, step ${index + 1}`, text }] : [])),
    ),
    ...entry.facts.map(({ id, answer }) => ({ where: `${entry.id}/${id}`, text: answer })),
    ...[entry, ...entry.facts].flatMap(({ id, inShort }) =>
      inShort ? [{ where: `${entry.id}/${id}, in short`, text: inShort }] : [],
    ),
    ...(entry.diagnosis?.conclusions ?? []).map(({ id, answer }) => ({
      where: `${entry.id}, conclusion ${id}`,
      text: answer,
    })),
  ]);

  it('has the nine entries of the page', () => {
    expect(faq.entries.map(({ id }) => id)).to.deep.equal([
      'benefit-expiry-date',
      'renew-benefits',
      'subscription-expiring-notice',
      'membership-renewal-window',
      'azure-licenses',
      'customer-account-activation',
      'azure-bulk-credit',
      'visual-studio-activation',
      'software-install-help',
    ]);
  });

  it('says the same numbers in both languages', () => {
    const dates = (text: string) =>
      text
        .replace(
          /(January|December) (\d+), (\d{4})/g,
          (_, month: string, day: string, year: string) =>
            `${year}年${month === 'January' ? 1 : 12}月${day}日`,
        )
        .replace(/January (\d+)/g, '1月$1日');
    const words: Record<string, string> = { one: '1', two: '2', four: '4', six: '6' };
    const numbersOf = (text: string) =>
      new Set(
        dates(text)
          .replace(
            /\b(one|two|four|six)\b(?=[ -](?:year|options|steps))/gi,
            (word) => words[word.toLowerCase()]!,
          )
          .match(/\d+/g) ?? [],
      );
    for (const { where, text } of texts) {
      expect([...numbersOf(text.en)], where).to.have.members(
        [...numbersOf(text.ja).values()].filter((n) => n !== '1' || numbersOf(text.en).has('1')),
      );
    }
  });

  it('names the same products and menus in both languages', () => {
    const names = [
      'Visual Studio',
      'Azure Pass',
      'Azure in Open',
      'Action Pack',
      'Cloud Solution Partner',
      'MPN',
      'Technical Benefits',
      'User Management',
      'AAD',
      'Membership Offers',
    ];
    for (const { where, text } of texts) {
      for (const name of names) {
        const inJapanese = name === 'Technical Benefits' ? '技術的な特典' : name;
        expect(text.ja.includes(inJapanese), `${where}: ${name}`).to.equal(text.en.includes(name));
      }
    }
  });

  for (const [id, ...details] of [
    ['benefit-expiry-date', '30', 'one year', 'renewal date', 'user assignment'],
    ['membership-renewal-window', 'renewal start date', 'Membership Offers'],
    ['azure-licenses', '12 months', "can't be redeemed again"],
    ['customer-account-activation', "can't activate", 'demonstration', 'supervision', 'hardware'],
    [
      'azure-bulk-credit',
      'Enterprise Agreement',
      'Cloud Solution Partner',
      'Azure in Open',
      'Azure Pass',
      'Action Pack',
      'Microsoft Support',
    ],
    [
      'visual-studio-activation',
      '90 days',
      'User Management',
      'Azure Active Directory',
      'log into Visual Studio',
    ],
    ['software-install-help', 'Access ID/Contract ID', 'Technical Benefits', 'Microsoft Support'],
  ] as const) {
    it(`has every condition of ${id}`, () => {
      const { answer } = faq.entries.find((entry) => entry.id === id)!;
      for (const detail of details) expect(answer.en).to.contain(detail);
    });
  }

  const answered = faq.entries.flatMap((entry) => [entry, ...entry.facts]);

  it('says each answer in short as well, but for those that begin a walkthrough', () => {
    expect(
      answered.filter(({ inShort }) => !inShort).map((each) => 'starts' in each && each.starts),
    ).to.satisfy((starts: readonly unknown[]) => starts.every((start) => start === 'walkthrough'));
    const sentencesOf = (text: string) => text.match(/[^.。]+[.。]/g) ?? [];
    for (const { id, answer, inShort } of answered) {
      if (!inShort) continue;
      expect(inShort.en.length, id).to.be.at.most(100);
      expect(inShort.ja.length, id).to.be.at.most(50);
      expect(sentencesOf(inShort.en), id).to.have.length(1);
      expect(sentencesOf(inShort.ja), id).to.have.length(1);
      expect(inShort.ja, id).to.match(/(?:です|ます|ません|ください)。$/);
      expect(inShort.en, id).not.to.equal(sentencesOf(answer.en)[0]);
      expect(inShort.ja, id).not.to.equal(sentencesOf(answer.ja)[0]);
    }
  });

  it('has no answer that begins with yes or no, which the way of asking decides', () => {
    for (const { id, answer } of answered) {
      expect(answer.en, id).not.to.match(/^(?:Yes|No)\b/);
      expect(answer.ja, id).not.to.match(/^(?:はい|いいえ)/);
    }
  });

  it('tells yes or no to whatever it asks so, and asks that positively', () => {
    const told = answered.filter(({ yesNo }) => yesNo);
    expect(told.map(({ id, yesNo }) => [id, yesNo])).to.deep.equal([
      ['key-outlives-expiry', 'yes'],
      ['before-start-date', 'no'],
      ['key-not-twice', 'no'],
      ['customer-account-activation', 'no'],
      ['customer-hardware', 'no'],
      ['sales-demo', 'yes'],
      ['cannot-combine', 'no'],
      ['in-one-of-two-lists', 'yes'],
    ]);
    for (const { id, question } of told) {
      expect(question.en, id).to.match(/^Can /);
      expect(question.ja, id).to.match(/(?:使え|でき|られ)ますか？$/);
    }
  });

  it('asks in many ways in both languages', () => {
    for (const entry of faq.entries) {
      for (const { alternates, id } of [entry, ...entry.facts]) {
        expect(alternates.en.length, id).to.be.at.least(15);
        expect(alternates.ja.length, id).to.be.at.least(15);
      }
    }
  });

  it('uses the links of the published page only', () => {
    expect(Object.values(faq.links).map(({ url }) => url)).to.deep.equal([
      'https://partner.microsoft.com/dashboard/',
      'https://partner.microsoft.com/dashboard/mpn/offers',
      'https://support.microsoft.com/supportforbusiness/productselection',
    ]);
  });
});
