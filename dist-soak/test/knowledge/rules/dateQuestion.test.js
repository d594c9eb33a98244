// Questions about dates by a writer who saw the FAQ page only: rule, language, today, question, expected.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parseCivilDate } from '../../../knowledge/dates/civilDate.js';
import { understandDateQuestion } from '../../../knowledge/rules/dateQuestion.js';
import { isPossibleOn } from '../../../knowledge/rules/dateRules.js';
// Not compiled: stands in the source tree.
const FILE = new URL('../../../../test/knowledge/rules/questions.tsv', import.meta.url);
/** In the notation of the file. */
function understood(question, today) {
    const result = understandDateQuestion(question, { today: parseCivilDate(today) });
    if (!result?.isSpecific)
        return 'general';
    const { rule, asked, given, impossible, ambiguous, unclear } = result;
    if (impossible !== undefined)
        return 'invalid';
    if (given.length === 0 || (ambiguous ?? unclear))
        return 'ask';
    const dates = given.map((date) => rule.dateFor(date)).join(';');
    if (asked.kind === 'date')
        return dates;
    return `${given.every((date) => isPossibleOn(rule, date, asked.day)) ? 'yes' : 'no'}:${dates}`;
}
describe('understandDateQuestion', () => {
    const rows = readFileSync(FILE, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split('\t'));
    for (const language of ['en', 'ja', 'mixed']) {
        it(`understands nearly all questions of a stranger (${language})`, () => {
            const own = rows.filter(([, each]) => each === language);
            const missed = own.filter(([, , today, question, expected]) => understood(question, today) !== expected);
            expect(missed.length / own.length, missed.map(([, , , question]) => question).join('\n')).to.be.at.most(0.05);
        });
    }
    for (const question of [
        'How long is a key valid after redeeming it?',
        'What does the benefit expiry date mean?',
        'キーは2回使えますか',
        'When can I renew my membership?',
        'Visual Studio を割り当てる手順を教えてください',
        'In a few weeks our subscription ends, what should I do?',
        '',
    ]) {
        it(`leaves the general question "${question}" to the FAQ`, () => {
            expect(understandDateQuestion(question, { today: '2021-03-10' })?.isSpecific ?? false).to.equal(false);
        });
    }
    it('names the words of a day that does not exist', () => {
        const question = understandDateQuestion('2021年2月30日に引き換えたキーはいつまで使えますか', {
            today: '2021-03-10',
        });
        expect(question?.impossible).to.equal('2021年2月30日');
    });
    it('keeps the other dates of the message, with their parts', () => {
        const question = understandDateQuestion('benefit expiry date is 2021-01-31, key redeemed 2020-12-01, until when can I use it?', { today: '2021-03-10' });
        expect(question?.others).to.deep.equal([{ role: 'expiry', date: '2021-01-31' }]);
    });
});
//# sourceMappingURL=dateQuestion.test.js.map