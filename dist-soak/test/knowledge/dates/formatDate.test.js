import { expect } from 'chai';
import { formatDate } from '../../../knowledge/dates/formatDate.js';
describe('formatDate', () => {
    it('names the month in English', () => {
        expect(formatDate('2021-12-01', 'en')).to.equal('December 1, 2021');
    });
    it('writes year, month and day in Japanese', () => {
        expect(formatDate('2021-12-01', 'ja')).to.equal('2021年12月1日');
    });
});
//# sourceMappingURL=formatDate.test.js.map