import { expect } from 'chai';
import { inShort } from './inShort.js';
describe('findDates where the day and the month can be exchanged', () => {
    const BOTH = '2021-03-04 or 2021-04-03';
    for (const [text, locale, ...expected] of [
        ['03/04/2021', undefined, BOTH],
        ['03/04/2021', 'en', BOTH],
        ['03/04/2021', 'ja-JP', BOTH],
        ['03/04/2021', 'not a locale', BOTH],
        ['03/04/2021', 'en-US', '2021-03-04'],
        ['03/04/2021', 'en-GB', '2021-04-03'],
        ['03/04/21', 'en-GB', '2021-04-03'],
        ['03/04/2021 and 10/25/2020', undefined, '2021-03-04', '2020-10-25'],
        ['25/10/2020 and 03/04/2021', undefined, '2020-10-25', '2021-04-03'],
        ['25/10/2020 and 03/04/2021', 'en-US', '2020-10-25', '2021-04-03'],
        ['25/10/2020, 10/25/2020, 03/04/2021', undefined, '2020-10-25', '2020-10-25', BOTH],
        ['有効期限は03/04/2021です', undefined, BOTH],
        ['有効期限は3/4です', 'en-GB', '--03-04'],
        ['有効期限は21/1/31です', undefined, '2021-01-31'],
        ['redeemed on 3/4', 'en-GB', '--04-03'],
        ['redeemed on 3/4', 'en-US', '--03-04'],
        ['redeemed on 6/20', undefined, '--06-20'],
        ['redeemed on 11/12', undefined, '2021-11-12 or 2021-12-11'],
    ]) {
        it(`reads ${text}${locale === undefined ? '' : ` for ${locale}`}`, () => {
            expect(inShort(text, locale)).to.deep.equal(expected);
        });
    }
});
//# sourceMappingURL=numericDates.test.js.map