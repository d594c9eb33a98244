import { expect } from 'chai';
import { inShort } from './inShort.js';
describe('findDates in English', () => {
    for (const [written, ...expected] of [
        ['January 31, 2021', '2021-01-31'],
        ['Jan 31, 2021', '2021-01-31'],
        ['31 January 2021', '2021-01-31'],
        ['31 Jan 2021', '2021-01-31'],
        ['31-Jan-21', '2021-01-31'],
        ['2021 Jan 31', '2021-01-31'],
        ['2021-01-31', '2021-01-31'],
        ['2021-01-31T10:00:00Z', '2021-01-31'],
        ['Jan 31st', '--01-31'],
        ['Dec 1', '--12-01'],
        ['1 December', '--12-01'],
        ['the 5th of March', '--03-05'],
        ['May 5', '--05-05'],
        ['Feb 29', '--02-29'],
        ['December 1 last year', '2020-12-01'],
        ['10/25/2020', '2020-10-25'],
        ['25/10/2020', '2020-10-25'],
        ['5/5/2023', '2023-05-05'],
        ['25.10.2020', '2020-10-25'],
        ['today', '2021-11-17'],
        ['tomorrow', '2021-11-18'],
        ['yesterday', '2021-11-16'],
        ['the day after tomorrow', '2021-11-19'],
        ['day before yesterday', '2021-11-15'],
        ['last Friday', '2021-11-12'],
        ['last Wednesday', '2021-11-10'],
        ['next Monday', '2021-11-22'],
        ['next Friday', '2021-11-19'],
        ['next Wednesday', '2021-11-24'],
        ['this Friday', '2021-11-19'],
        ['on Friday', '2021-11-19'],
        ['Friday last week', '2021-11-12'],
        ['Monday next week', '2021-11-22'],
        ['on Sat', '2021-11-20'],
        ['ten days ago', '2021-11-07'],
        ['10 days ago', '2021-11-07'],
        ['twenty-five days ago', '2021-10-23'],
        ['in two weeks', '2021-12-01'],
        ['a week ago', '2021-11-10'],
        ['a year ago', '2020-11-17'],
        ['half a year ago', '2021-05-17'],
        ['3 months from now', '2022-02-17'],
        ['two weeks from today', '2021-12-01'],
        ["in a month's time", '2021-12-17'],
        ['end of this month', '2021-11-30'],
        ['the end of the month', '2021-11-30'],
        ['end of next month', '2021-12-31'],
        ['end of last month', '2021-10-31'],
        ['month end', '2021-11-30'],
        ['end of June 2023', '2023-06-30'],
        ['the last day of February 2024', '2024-02-29'],
        ['the end of June', '--06-30'],
        ['the end of Feb', '--02-28'],
        ['end of Sept 2023', '2023-09-30'],
        ['Dec 1st of 2021', '2021-12-01'],
        ['a week ago today', '2021-11-10'],
        ['the 15th of last month', '2021-10-15'],
        ['the 26th', '2021-11-26'],
        ['end of the year', '--12-31'],
        ['end of this year', '2021-12-31'],
        ["New Year's Eve", '--12-31'],
        ['New Year’s Day', '--01-01'],
        ['Christmas', '--12-25'],
        ['last Christmas', '2020-12-25'],
        ['Christmas 2022', '2022-12-25'],
    ]) {
        it(`reads ${written}`, () => {
            expect(inShort(written)).to.deep.equal(expected);
            expect(inShort(`I will redeem it by ${written}, is that fine?`)).to.deep.equal(expected);
            expect(inShort(`${written} is what the page says.`)).to.deep.equal(expected);
        });
    }
    for (const written of [
        '30 February',
        'February 29, 2023',
        'Feb 30th',
        '31 September 2022',
        'November 31',
        'January 32, 2021',
        '32 January 2021',
        '30/02/2021',
        '02/30/2021',
        '2021-02-29',
        'the 31st',
    ]) {
        it(`reports ${written} as impossible`, () => {
            expect(inShort(`My key expires on ${written}.`)).to.deep.equal(['impossible']);
        });
    }
    for (const text of [
        'can I renew now',
        'may I install it',
        'step 2 may fail',
        'it may first be necessary',
        'you may 2 times a year',
        'how many 5 may users',
        'we renewed in March, 2 keys are left',
        'half a month ago',
        'if I redeem it a month later',
        'by the end of the fiscal year',
        'the second key and the third party',
        'she sat in the sun',
        'the 5th key',
        'Visual Studio 2019 and Office 365',
        'Windows Server 2022 Standard 21H2',
        'it lasts 90 days or 12 months',
        'for two weeks, within 30 days',
        '30 days after the renewal',
        'a few days ago, about ten days ago, 2 or 3 days ago',
        '192.168.10.20 and 10.12.2020.1',
        'version 10.0.19041 or 2019.0.1',
        'call 03-1234-5678 or 0120-444-113',
        '$1,200.50 a month',
        '2/3 of the keys, 24/7',
        'we used 1/2 keys, the score is 0/5, usage: 15/20',
        'in December 2021',
        'last month, next week, this year',
        'open Monday to Friday',
        'every Friday',
        'the order 2021-1234-5678',
    ]) {
        it(`finds no day in "${text}"`, () => {
            expect(inShort(text)).to.deep.equal([]);
        });
    }
    for (const [written, ...expected] of [
        ['from 5 to 7 March 2021', '2021-03-05', '2021-03-07'],
        ['March 5-7, 2021', '2021-03-05', '2021-03-07'],
        ['from December 20 to January 5, 2022', '2021-12-20', '2022-01-05'],
        ['2021-12-01 - 2021-12-10', '2021-12-01', '2021-12-10'],
    ]) {
        it(`gives both ends of ${written}`, () => {
            expect(inShort(written)).to.deep.equal(expected);
        });
    }
    it('takes "may" for the month where a preposition or the end of the sentence says so', () => {
        expect(inShort('redeemed on 5 may and assigned 6 may.')).to.deep.equal(['--05-05', '--05-06']);
    });
    it('takes no count of something else for a year', () => {
        expect(inShort('On March 5 20 keys were redeemed')).to.deep.equal(['--03-05']);
    });
    it('takes a month that is too short to its last day', () => {
        expect(inShort('a month ago', undefined, '2021-03-31')).to.deep.equal(['2021-02-28']);
    });
});
//# sourceMappingURL=englishDates.test.js.map