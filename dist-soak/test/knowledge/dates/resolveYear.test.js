import { expect } from 'chai';
import { resolveYear } from '../../../knowledge/dates/findDates.js';
describe('resolveYear', () => {
    for (const [lies, month, day, today, expected] of [
        ['past', 12, 1, '2021-03-02', '2020-12-01'],
        ['past', 3, 2, '2021-03-02', '2021-03-02'],
        ['future', 3, 2, '2021-03-02', '2021-03-02'],
        ['future', 1, 31, '2021-03-02', '2022-01-31'],
        ['near', 12, 31, '2022-01-18', '2021-12-31'],
        ['near', 1, 5, '2021-12-20', '2022-01-05'],
        ['past', 2, 29, '2023-05-01', '2020-02-29'],
        ['future', 2, 29, '2024-03-01', '2028-02-29'],
        ['future', 2, 29, '1896-03-01', undefined],
        ['near', 2, 29, '2023-05-01', '2024-02-29'],
        ['near', 2, 29, '2022-05-01', undefined],
        ['past', 11, 31, '2021-03-02', undefined],
        ['future', 11, 31, '2021-03-02', undefined],
        ['near', 11, 31, '2021-03-02', undefined],
    ]) {
        it(`gives ${month}/${day} in the ${lies} of ${today} ${expected ?? 'no year'}`, () => {
            expect(resolveYear({ month, day }, lies, today)).to.equal(expected);
        });
    }
});
//# sourceMappingURL=resolveYear.test.js.map