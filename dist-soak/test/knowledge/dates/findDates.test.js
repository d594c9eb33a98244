import { expect } from 'chai';
import fc from 'fast-check';
import { civilDate, plusDays } from '../../../knowledge/dates/civilDate.js';
import { findDates } from '../../../knowledge/dates/findDates.js';
import { formatDate } from '../../../knowledge/dates/formatDate.js';
import { LANGUAGES } from '../../../knowledge/faq/language.js';
import { inShort, TODAY } from './inShort.js';
const DAYS_IN_1100_YEARS = 401_767;
const date = fc.nat(DAYS_IN_1100_YEARS).map((days) => plusDays('1500-01-01', days));
// Words that end no number and begin none, so that what is around a date cannot change it.
const around = fc.constantFrom(['', ''], ['benefit expiry date: ', '.'], ['We renewed on ', ', and now?'], ['期限は', 'です'], ['（', '）まで'], ['特典 is ', ' だと思います'], ['Office 365 「', '」 90日']);
// Pieces of dates in disorder reach more of the parsers than arbitrary characters do.
const almostDates = fc
    .array(fc.oneof(fc.constantFrom('年', '月', '日', '末', '令和', 'R', '/', '-', '.', ' ', '前', '先週の', '金曜', '来月', '〜', '('), fc.constantFrom('May', 'Friday', 'last', 'end of', 'month', 'ago', 'the', 'in', 'year', 'to', 'th', ',', 'on '), fc.nat(99_999).map(String), fc.constantFrom('十', '二〇', '元', '１', '／', '\ud800', '😀')), { maxLength: 30 })
    .map((pieces) => pieces.join(''));
function expectWellPlaced(text) {
    let end = 0;
    for (const found of findDates(text, { today: TODAY })) {
        expect(found.start).to.be.at.least(end);
        expect(found.end).to.be.greaterThan(found.start);
        expect(text.slice(found.start, found.end)).to.equal(found.text);
        end = found.end;
    }
    expect(end).to.be.at.most(text.length);
}
describe('findDates', () => {
    it('finds again what formatDate writes, wherever it stands', () => {
        fc.assert(fc.property(date, date, fc.constantFrom(...LANGUAGES), around, (day, today, language, [before, after]) => {
            const written = formatDate(day, language);
            const [found, ...others] = findDates(`${before}${written}${after}`, { today });
            expect(found).to.deep.equal({
                kind: 'exact',
                date: day,
                text: written,
                start: before.length,
                end: before.length + written.length,
            });
            expect(others).to.deep.equal([]);
        }), { numRuns: 2_000 });
    });
    it('never throws, and places what it finds in order and apart', () => {
        fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), almostDates), expectWellPlaced), {
            numRuns: 3_000,
        });
    });
    it('gives the place of the words in the text as it was written', () => {
        const text = '期限　は　１２月１日（火）です';
        expect(findDates(text, { today: TODAY })).to.deep.equal([
            { kind: 'yearless', month: 12, day: 1, text: '１２月１日（火）', start: 5, end: 13 },
        ]);
    });
    for (const [text, ...expected] of [
        ['12月1日(火)', '--12-01'],
        ['2020年12月1日火曜日', '2020-12-01'],
        ['Friday, December 3', '--12-03'],
        ['Dec 3 (Fri)', '--12-03'],
        ['Wed 1 Dec 2021', '2021-12-01'],
    ]) {
        it(`takes the weekday in "${text}" for a part of the date`, () => {
            const found = findDates(text, { today: TODAY });
            expect(inShort(text)).to.deep.equal(expected);
            expect(found.map((each) => each.text)).to.deep.equal([text]);
        });
    }
    for (const [text, ...expected] of [
        ['特典の有効期限 is 2021年1月31日 but redeemed on 2020-11-15', '2021-01-31', '2020-11-15'],
        ['March 31, 2022 にassignしました', '2022-03-31'],
        ['benefit expiry dateは来月末です', '2021-12-31'],
        ['yesterdayに引き換えて、明日reassignしたい', '2021-11-16', '2021-11-18'],
    ]) {
        it(`reads both languages in "${text}"`, () => {
            expect(inShort(text)).to.deep.equal(expected);
        });
    }
    it('ignores the time of day', () => {
        expect(inShort('tomorrow at 5pm, 明日の午後3時、Dec 1 10:30')).to.deep.equal([
            '2021-11-18',
            '2021-11-18',
            '--12-01',
        ]);
    });
    it('reads the beginning and the end of a very long text, in no time', () => {
        const text = `Dec 1, 2021 ${'2021年1月31日 or last Friday 12 May '.repeat(3_000)} 2022-04-30`;
        const before = performance.now();
        const found = findDates(text, { today: TODAY });
        expect(performance.now() - before).to.be.below(500);
        expect(found[0]).to.include({ date: '2021-12-01' });
        expect(found.at(-1)).to.include({ date: '2022-04-30', end: text.length });
        expectWellPlaced(text);
    });
    for (const piece of [' ', 'may ', '1', '1/', '一', '年', 'end of ', '今日', '((', 'twenty ', '１月']) {
        it(`is as quick where ${JSON.stringify(piece)} is repeated`, () => {
            const text = piece.repeat(100_000 / piece.length);
            const before = performance.now();
            expectWellPlaced(text);
            expect(performance.now() - before).to.be.below(500);
        });
    }
    it('never makes a date of two halves of a long text', () => {
        const text = `${'x'.repeat(1_990)} 2021-01-31${' x'.repeat(5_000)}`;
        expect(findDates(text, { today: TODAY })).to.deep.equal([]);
    });
    describe('in every time zone', () => {
        const zone = process.env['TZ'];
        after(() => {
            if (zone === undefined)
                delete process.env['TZ'];
            else
                process.env['TZ'] = zone;
        });
        for (const timeZone of [
            'Pacific/Kiritimati',
            'America/Los_Angeles',
            'UTC',
            'Asia/Tokyo',
            'Europe/London',
        ]) {
            it(`means the given day by today, as in ${timeZone}`, () => {
                process.env['TZ'] = timeZone;
                for (const today of ['2021-03-14', '2021-03-28', '2021-10-31', '2021-11-07', '2024-02-29']) {
                    const yesterday = plusDays(today, -1);
                    expect(inShort('today, 今日', undefined, today)).to.deep.equal([today, today]);
                    expect(inShort('yesterday, 昨日, 1 day ago', undefined, today)).to.deep.equal([
                        yesterday,
                        yesterday,
                        yesterday,
                    ]);
                    expect(inShort('end of January 2021', undefined, today)).to.deep.equal([civilDate(2021, 1, 31)]);
                }
            });
        }
    });
});
//# sourceMappingURL=findDates.test.js.map