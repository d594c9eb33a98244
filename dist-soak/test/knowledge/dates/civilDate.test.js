import { expect } from 'chai';
import fc from 'fast-check';
import { civilDate, daysBetween, parseCivilDate, partsOf, plusDays, plusMonths, plusYears, } from '../../../knowledge/dates/civilDate.js';
import { anyDay, calendarTable, elsewhere, tableElsewhere } from '../rules/dateTables.js';
describe('A civil date', () => {
    it('is made of a year, a month and a day, and comes apart into them', () => {
        expect(civilDate(2021, 1, 31)).to.equal('2021-01-31');
        expect(civilDate(99, 12, 31)).to.equal('0099-12-31');
        expect(partsOf('0099-12-31')).to.deep.equal({ year: 99, month: 12, day: 31 });
        fc.assert(fc.property(anyDay, (date) => {
            const { year, month, day } = partsOf(date);
            expect(civilDate(year, month, day)).to.equal(date);
            expect(parseCivilDate(date)).to.equal(date);
        }));
    });
    it('is not made of a day that does not exist', () => {
        for (const [year, month, day] of [
            [2021, 2, 29],
            [2020, 2, 30],
            [2021, 4, 31],
            [2021, 13, 1],
            [2021, 0, 1],
            [2021, 1, 0],
            [2021, 1, 32],
            [2021, -1, 1],
            [2021.5, 1, 1],
            [2021, 1, NaN],
            [0, 12, 31],
            [-1, 1, 1],
            [10000, 1, 1],
            [Infinity, 1, 1],
        ]) {
            expect(civilDate(year, month, day), `${year}/${month}/${day}`).to.be.undefined;
        }
    });
    it('has a leap day every four years, but in centuries only every four hundred', () => {
        const hasLeapDay = (year) => civilDate(year, 2, 29) !== undefined;
        const years = [1896, 1900, 1904, 2000, 2023, 2024, 2096, 2100, 2400];
        expect(years.filter(hasLeapDay)).to.deep.equal([1896, 1904, 2000, 2024, 2096, 2400]);
    });
    it('is read only from its own form', () => {
        for (const text of [
            '',
            '2021-1-31',
            '21-01-31',
            '2021/01/31',
            ' 2021-01-31',
            '2021-01-31\n',
            '2021-01-31T00:00:00Z',
            '+002021-01-31',
            '２０２１-01-31',
            '2021-02-29',
            '0000-01-01',
        ]) {
            expect(parseCivilDate(text), JSON.stringify(text)).to.be.undefined;
        }
    });
    it('moves by days over the ends of months and years', () => {
        expect(plusDays('2021-01-31', 1)).to.equal('2021-02-01');
        expect(plusDays('2020-02-28', 1)).to.equal('2020-02-29');
        expect(plusDays('1900-02-28', 1)).to.equal('1900-03-01');
        expect(plusDays('2000-02-28', 1)).to.equal('2000-02-29');
        expect(plusDays('2100-02-28', 1)).to.equal('2100-03-01');
        expect(plusDays('2021-01-01', -1)).to.equal('2020-12-31');
        expect(plusDays('0099-12-31', 1)).to.equal('0100-01-01');
        expect(plusDays('2021-01-31', 0)).to.equal('2021-01-31');
    });
    it('moves by months and years to the same day, or to the last one of a shorter month', () => {
        expect(plusMonths('2021-01-15', 1)).to.equal('2021-02-15');
        expect(plusMonths('2021-01-31', 1)).to.equal('2021-02-28');
        expect(plusMonths('2020-01-31', 1)).to.equal('2020-02-29');
        expect(plusMonths('2021-03-31', -1)).to.equal('2021-02-28');
        expect(plusMonths('2020-12-31', 2)).to.equal('2021-02-28');
        expect(plusYears('2020-02-29', 1)).to.equal('2021-02-28');
        expect(plusYears('2020-02-29', 4)).to.equal('2024-02-29');
        expect(plusYears('1896-02-29', 4)).to.equal('1900-02-28');
        expect(plusYears('2021-02-28', -1)).to.equal('2020-02-28');
    });
    it('does not leave the years 0001 to 9999', () => {
        expect(plusDays('9999-12-30', 1)).to.equal('9999-12-31');
        expect(plusDays('0001-01-02', -1)).to.equal('0001-01-01');
        expect(() => plusDays('9999-12-31', 1)).to.throw(RangeError, 'addDays(9999-12-31, 1)');
        expect(() => plusDays('0001-01-01', -1)).to.throw(RangeError, 'addDays(0001-01-01, -1)');
        expect(() => plusDays('2021-01-01', 1e12)).to.throw(RangeError, 'addDays(2021-01-01, 1000000000000)');
        expect(() => plusMonths('9999-12-01', 1)).to.throw(RangeError, 'addMonths(9999-12-01, 1)');
        expect(() => plusYears('9999-01-01', 1)).to.throw(RangeError, 'addYears(9999-01-01, 1)');
    });
    it('counts the days to another, backwards as forwards', () => {
        expect(daysBetween('2020-02-28', '2020-03-01')).to.equal(2);
        expect(daysBetween('2021-02-28', '2021-03-01')).to.equal(1);
        expect(daysBetween('2021-03-01', '2021-02-28')).to.equal(-1);
        expect(daysBetween('2021-01-31', '2021-01-31')).to.equal(0);
        expect(daysBetween('0001-01-01', '9999-12-31')).to.equal(3_652_058);
        fc.assert(fc.property(anyDay, anyDay, (one, other) => {
            const days = daysBetween(one, other);
            expect(plusDays(one, days)).to.equal(other);
            expect(daysBetween(other, one) + days).to.equal(0);
        }));
    });
    it('compares as its text does', () => {
        const order = (one, other) => (one < other ? 1 : one > other ? -1 : 0);
        fc.assert(fc.property(anyDay, anyDay, (one, other) => {
            expect(order(one, other)).to.equal(Math.sign(daysBetween(one, other)));
        }));
    });
    for (const place of elsewhere) {
        it(`is the same in ${place.zone} at ${place.clock}`, () => {
            const { offset, now, table } = tableElsewhere(place, 'calendarTable');
            expect({ offset, now }).to.deep.equal({ offset: place.offset, now: place.clock });
            expect(table).to.deep.equal(calendarTable());
        });
    }
});
//# sourceMappingURL=civilDate.test.js.map