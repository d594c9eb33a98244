import { expect } from 'chai';
import { calendarFile, calendarPath } from '../../bot/calendar.js';
describe('calendarFile', () => {
    it('is an all-day event on the day that the rule gives', () => {
        const file = calendarFile('key-usable-until', '2021-12-31', 'ja');
        const lines = file.replace(/\r\n[ \t]/g, '').split('\r\n');
        expect(lines[0]).to.equal('BEGIN:VCALENDAR');
        expect(lines).to.include.members([
            'SUMMARY:キーを使える最終日',
            'DTSTART;VALUE=DATE:20211231',
            'DTEND;VALUE=DATE:20220101',
            'UID:key-usable-until-2021-12-31@mpn-benefits-bot',
            'END:VCALENDAR',
        ]);
    });
    it('has an address that says all of it', () => {
        expect(calendarPath('renew-from', '2021-03-01', 'en')).to.equal('/calendar/renew-from/2021-03-01/en.ics');
    });
    for (const [rule, day, language] of [
        ['no-rule', '2021-12-31', 'en'],
        ['renew-from', '2021-02-30', 'en'],
        ['renew-from', '2021-02-28', 'fr'],
        ['renew-from', '../../etc', 'en'],
        ['toString', '2021-02-28', 'en'],
    ]) {
        it(`is not made for ${rule}, ${day}, ${language}`, () => {
            expect(calendarFile(rule, day, language)).to.equal(undefined);
        });
    }
});
//# sourceMappingURL=calendar.test.js.map