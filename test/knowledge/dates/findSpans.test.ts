import { expect } from 'chai';
import { findDates } from '../../../knowledge/dates/findDates.js';
import { findSpans } from '../../../knowledge/dates/findSpans.js';
import { formatSpan } from '../../../knowledge/dates/formatDate.js';

const TODAY = '2026-11-27';

function spansIn(text: string): string[] {
  const dates = findDates(text, { today: TODAY });
  return findSpans(text, dates, { today: TODAY, notBefore: TODAY }).map(
    ({ from, to, start, end }) => `${from}/${to} ${text.slice(start, end)}`,
  );
}

describe('findSpans', () => {
  for (const [text, ...expected] of [
    ['来年の11月でも使えますか', '2027-11-01/2027-11-30 来年の11月'],
    ['２０２８年２月は？', '2028-02-01/2028-02-29 ２０２８年２月'],
    ['令和9年3月でも使えますか', '2027-03-01/2027-03-31 令和9年3月'],
    ['10月でも使えますか', '2027-10-01/2027-10-31 10月'],
    ['11月でも使えますか', '2026-11-01/2026-11-30 11月'],
    ['再来月は？', '2027-01-01/2027-01-31 再来月'],
    ['来年の夏でも使えますか', '2027-06-01/2027-08-31 来年の夏'],
    ['冬に使えますか', '2026-12-01/2027-02-28 冬'],
    ['再来年は使えますか', '2028-01-01/2028-12-31 再来年'],
    ['年内に再割り当てできますか', '2026-11-27/2026-12-31 年内'],
    ['can I use it in December 2027?', '2027-12-01/2027-12-31 December 2027'],
    ['is it good until November next year?', '2027-11-01/2027-11-30 November next year'],
    ['can I use it in May?', '2027-05-01/2027-05-31 May'],
    ['next December', '2026-12-01/2026-12-31 next December'],
    ['can I use it next summer', '2027-06-01/2027-08-31 next summer'],
    ['next month?', '2026-12-01/2026-12-31 next month'],
    ['the year after next', '2028-01-01/2028-12-31 the year after next'],
    ['does it work in 2028?', '2028-01-01/2028-12-31 2028'],
    [
      'redeemed in March 2026, used next year',
      '2026-03-01/2026-03-31 March 2026',
      '2027-01-01/2027-12-31 next year',
    ],
    // Days, lengths of time, and words that only look like months.
    ['2027年11月1日は？'],
    ['12か月使えますか'],
    ['13月は？'],
    ['来年度の予算'],
    ['on December 21 next year'],
    ['may I use it?'],
    ['we march on and fall behind'],
    ['within 12 months'],
  ] as const) {
    it(`finds ${expected.join(' and ') || 'none'} in "${text}"`, () => {
      expect(spansIn(text)).to.deep.equal(expected);
    });
  }

  it('takes a month without a year for the first one that does not end before a day', () => {
    const context = { today: TODAY, notBefore: '2027-11-15' } as const;
    expect(findSpans('12月は？', [], context)[0]).to.include({ from: '2027-12-01' });
    expect(findSpans('10月は？', [], context)[0]).to.include({ from: '2028-10-01' });
  });
});

describe('formatSpan', () => {
  for (const [from, to, en, ja] of [
    ['2027-11-01', '2027-11-30', 'November 2027', '2027年11月'],
    ['2028-01-01', '2028-12-31', '2028', '2028年'],
    ['2026-12-01', '2027-02-28', 'December 1, 2026 to February 28, 2027', '2026年12月1日〜2027年2月28日'],
    ['2027-11-30', '2027-11-30', 'November 30, 2027', '2027年11月30日'],
  ] as const) {
    it(`names ${from} to ${to} ${en}`, () => {
      expect(formatSpan(from, to, 'en')).to.equal(en);
      expect(formatSpan(from, to, 'ja')).to.equal(ja);
    });
  }
});
