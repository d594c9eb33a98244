import { expect } from 'chai';
import fc from 'fast-check';
import { daysBetween, partsOf, plusDays } from '../../../knowledge/dates/civilDate.js';
import { dateRules, isPossibleOn } from '../../../knowledge/rules/dateRules.js';
import { shippedIndex } from '../../shippedIndex.js';
import { anyDay, elsewhere, rulesTable, tableElsewhere } from './dateTables.js';
const rules = Object.values(dateRules);
const dateFor = (id, given) => dateRules[id].dateFor(given);
describe('The date rules', () => {
    describe("in the page's example, with the benefit expiry date 31 January 2021", () => {
        it('let keys be redeemed up to that day, and not after it', () => {
            const rule = dateRules['key-redeem-by'];
            expect(rule.dateFor('2021-01-31')).to.equal('2021-01-31');
            expect(isPossibleOn(rule, '2021-01-31', '2021-01-30')).to.be.true;
            expect(isPossibleOn(rule, '2021-01-31', '2021-01-31')).to.be.true;
            expect(isPossibleOn(rule, '2021-01-31', '2021-02-01')).to.be.false;
        });
        it('let a key redeemed on 1 December 2020 be used until 1 December 2021', () => {
            const rule = dateRules['key-usable-until'];
            expect(rule.dateFor('2020-12-01')).to.equal('2021-12-01');
            expect(isPossibleOn(rule, '2020-12-01', '2021-02-01')).to.be.true;
            expect(isPossibleOn(rule, '2020-12-01', '2021-12-01')).to.be.true;
            expect(isPossibleOn(rule, '2020-12-01', '2021-12-02')).to.be.false;
        });
    });
    describe('at the edges of the calendar', () => {
        const examples = {
            'key-redeem-by': [
                ['2020-02-29', '2020-02-29'],
                ['2020-12-31', '2020-12-31'],
            ],
            'key-usable-until': [
                ['2020-02-29', '2021-02-28'],
                ['2019-02-28', '2020-02-28'],
                ['2023-03-01', '2024-03-01'],
                ['2020-12-31', '2021-12-31'],
                ['2021-01-01', '2022-01-01'],
                ['1899-02-28', '1900-02-28'],
                ['2000-02-29', '2001-02-28'],
                ['2096-02-29', '2097-02-28'],
                ['2099-03-01', '2100-03-01'],
            ],
            'user-assigned-until': [
                ['2021-01-31', '2021-03-02'],
                ['2020-01-31', '2020-03-01'],
                ['2020-01-30', '2020-02-29'],
                ['2020-02-29', '2020-03-30'],
                ['2020-12-02', '2021-01-01'],
                ['2020-12-31', '2021-01-30'],
                ['1900-01-30', '1900-03-01'],
                ['2000-01-30', '2000-02-29'],
                ['2100-01-30', '2100-03-01'],
            ],
            'benefits-until': [
                ['2020-02-29', '2020-02-29'],
                ['2020-12-31', '2020-12-31'],
            ],
            'reassign-from': [
                ['2021-01-31', '2021-05-01'],
                ['2020-01-31', '2020-04-30'],
                ['2019-12-01', '2020-02-29'],
                ['2020-02-29', '2020-05-29'],
                ['2020-12-31', '2021-03-31'],
                ['1899-12-01', '1900-03-01'],
                ['1999-12-01', '2000-02-29'],
                ['2099-12-01', '2100-03-01'],
            ],
            'renew-from': [
                ['2020-02-29', '2020-02-29'],
                ['2020-12-31', '2020-12-31'],
            ],
        };
        for (const rule of rules) {
            for (const [given, date] of examples[rule.id]) {
                it(`${rule.id}: ${given} gives ${date}`, () => expect(rule.dateFor(given)).to.equal(date));
            }
        }
        it('refuse a day after the year 9999 rather than give a text that is no day', () => {
            expect(() => dateFor('key-usable-until', '9999-01-01')).to.throw(RangeError, '9999-01-01');
            expect(() => dateFor('user-assigned-until', '9999-12-02')).to.throw(RangeError, '9999-12-02');
            expect(() => dateFor('reassign-from', '9999-12-02')).to.throw(RangeError, '9999-12-02');
        });
    });
    describe('for any day', () => {
        const forAnyDay = (holds) => fc.assert(fc.property(anyDay, holds));
        it('add 30 days after the renewal date, and 90 after the original assignment', () => {
            forAnyDay((given) => {
                expect(daysBetween(given, dateFor('user-assigned-until', given))).to.equal(30);
                expect(daysBetween(given, dateFor('reassign-from', given))).to.equal(90);
            });
        });
        it('give the same day of the next year for a key, but for a leap day', () => {
            forAnyDay((given) => {
                const { year, month, day } = partsOf(given);
                const isLeapDay = month === 2 && day === 29;
                expect(partsOf(dateFor('key-usable-until', given))).to.deep.equal({
                    year: year + 1,
                    month,
                    day: isLeapDay ? 28 : day,
                });
            });
        });
        it('give the day itself for the expiry date, the renewal date and the renewal start date', () => {
            forAnyDay((given) => {
                for (const id of ['key-redeem-by', 'benefits-until', 'renew-from']) {
                    expect(dateFor(id, given)).to.equal(given);
                }
            });
        });
        for (const rule of rules) {
            it(`${rule.id}: a later day never gives an earlier date`, () => {
                fc.assert(fc.property(anyDay, anyDay, (one, other) => {
                    const [earlier, later] = one <= other ? [one, other] : [other, one];
                    expect(rule.dateFor(earlier) <= rule.dateFor(later)).to.be.true;
                }));
                forAnyDay((given) => {
                    expect(rule.dateFor(given) <= rule.dateFor(plusDays(given, 1))).to.be.true;
                });
            });
            it(`${rule.id}: the date itself is possible, and what lies beyond it is not`, () => {
                fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 200 }), (given, distance) => {
                    const date = rule.dateFor(given);
                    const inward = rule.bound === 'until' ? -1 : 1;
                    expect(isPossibleOn(rule, given, date)).to.be.true;
                    expect(isPossibleOn(rule, given, plusDays(date, inward * distance))).to.be.true;
                    expect(isPossibleOn(rule, given, plusDays(date, -inward * (distance + 1)))).to.be.false;
                }));
            });
        }
    });
    describe('in other time zones, on other clocks', () => {
        for (const place of elsewhere) {
            it(`give the same dates in ${place.zone} at ${place.clock}`, () => {
                const { offset, now, table } = tableElsewhere(place, 'rulesTable');
                expect({ offset, now }).to.deep.equal({ offset: place.offset, now: place.clock });
                expect(table).to.deep.equal(rulesTable());
            });
        }
    });
    describe('and the shipped FAQ', () => {
        const entries = () => shippedIndex().faq.entries;
        const factOf = (id) => entries()
            .find((entry) => entry.id === dateRules[id].entry)
            ?.facts.find((fact) => fact.id === dateRules[id].fact);
        it('agree on which entry each rule comes from', () => {
            for (const entry of entries()) {
                const ours = rules.filter((rule) => rule.entry === entry.id).map((rule) => rule.id);
                expect(ours, entry.id).to.have.members(entry.rules);
            }
            expect(entries().flatMap((entry) => entry.rules)).to.have.members(Object.keys(dateRules));
        });
        it('name each rule by its id', () => {
            for (const [id, rule] of Object.entries(dateRules))
                expect(rule.id).to.equal(id);
        });
        for (const rule of rules) {
            it(`hold the fact that states ${rule.id}`, () => expect(factOf(rule.id)).to.exist);
        }
        const numbers = [
            ['user-assigned-until', /\b30 days\b/, '30日'],
            ['reassign-from', /\b90 days\b/, '90日'],
            ['key-usable-until', /\bone year\b.*December 1, 2020.*December 1, 2021/, '1年間'],
        ];
        for (const [id, english, japanese] of numbers) {
            it(`state the same length of time for ${id}`, () => {
                expect(factOf(id)?.answer.en).to.match(english);
                expect(factOf(id)?.answer.ja).to.include(japanese);
            });
        }
    });
});
//# sourceMappingURL=dateRules.test.js.map