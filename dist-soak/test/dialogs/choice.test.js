import { expect } from 'chai';
import { chosenSubject } from '../../dialogs/choice.js';
import { shippedIndex } from '../shippedIndex.js';
describe('chosenSubject', () => {
    const choices = shippedIndex()
        .faq.entries.slice(0, 3)
        .map((entry) => ({ entry }));
    const chosen = (text) => {
        const subject = chosenSubject(text, choices);
        return typeof subject === 'object' ? subject.entry.id : subject;
    };
    const [first, second, third] = choices.map(({ entry }) => entry.id);
    for (const [text, expected] of [
        ['1', first],
        ['２', second],
        ['2番でお願いします', second],
        ['the second one', second],
        ['③', third],
        ['最後のやつ', third],
        ['最初です', first],
        ['どれでもない', 'none'],
        ['None of these.', 'none'],
        ['違います', undefined],
        ['4', undefined],
        ['How do I assign Visual Studio?', undefined],
        ['', undefined],
    ]) {
        it(`understands "${text}"`, () => {
            expect(chosen(text)).to.equal(expected);
        });
    }
    it('understands the title and the question of a choice, in either language', () => {
        for (const { entry } of choices) {
            for (const language of ['en', 'ja']) {
                expect(chosen(entry.title[language])).to.equal(entry.id);
                expect(chosen(entry.question[language])).to.equal(entry.id);
            }
        }
    });
});
//# sourceMappingURL=choice.test.js.map