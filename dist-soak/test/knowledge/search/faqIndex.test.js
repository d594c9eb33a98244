import { expect } from 'chai';
import fc from 'fast-check';
import { parseFaq } from '../../../knowledge/faq/loadFaq.js';
import { FaqIndex } from '../../../knowledge/search/faqIndex.js';
import { shippedIndex } from '../../shippedIndex.js';
describe('FaqIndex on the shipped FAQ', () => {
    const answerTo = (message) => {
        const match = shippedIndex().match(message);
        if (match.outcome !== 'answer')
            return match.outcome;
        return [match.answer.entry.id, ...(match.answer.fact ? [match.answer.fact.id] : [])].join('/');
    };
    for (const [message, expected] of [
        ['キーは2回使えますか', 'azure-licenses/key-only-once'],
        [
            'how long must I wait before giving the VS sub to someone else',
            'visual-studio-activation/reassign-after-90-days',
        ],
        ['アクセスIDはどこでもらえますか', 'software-install-help/access-id'],
        ['ki- ha nankai tsukaemasu ka', 'azure-licenses/key-only-once'],
        ['とくてんのこうしんてじゅんをおしえて', 'renew-benefits'],
        ['ｱｸｾｽIDの取得方法', 'software-install-help/access-id'],
        ['Visual Studio の付け替え', 'visual-studio-activation/reassign-after-90-days'],
        ['can I reasign a visual studio subcription', 'visual-studio-activation/reassign-after-90-days'],
        ['Azure Bulk Credit で user を assign できない', 'azure-bulk-credit'],
    ]) {
        it(`finds ${expected} for "${message}"`, () => {
            expect(answerTo(message)).to.equal(expected);
        });
    }
    for (const message of [
        'how much does the renewal cost?',
        'メンバーシップの料金を教えてください',
        'my driving licence has expired',
        '今日の天気は？',
        'asdfghjkl qwertz',
        '',
        '。。。',
        '👍',
    ]) {
        it(`has no answer to "${message}"`, () => {
            expect(answerTo(message)).to.equal('none');
        });
    }
    it('answers what every button sends: each question and title finds its own entry and fact', () => {
        for (const entry of shippedIndex().faq.entries) {
            for (const language of ['en', 'ja']) {
                expect(answerTo(entry.question[language])).to.equal(entry.id);
                for (const fact of entry.facts)
                    expect(answerTo(fact.question[language])).to.equal(`${entry.id}/${fact.id}`);
            }
        }
    });
    it('names the topic that it does not cover', () => {
        const match = shippedIndex().match('What does the annual membership fee cost?');
        expect(match).to.deep.include({ outcome: 'none' });
        expect(match.outcome === 'none' && match.topic?.id).to.equal('membership-fees');
    });
    it('explains which terms decided', () => {
        const { match, terms } = shippedIndex().explain('reassign Visual Studio');
        const deciding = terms.get(match.candidates[0].entry).filter(({ weight }) => weight > 0);
        expect('<reassign> <visual> <studio> reassign visual studio').to.contain(deciding[0].term);
    });
    it('takes any message without throwing', () => {
        fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string()), (message) => {
            const { outcome } = shippedIndex().match(message);
            expect(outcome).to.be.oneOf(['answer', 'clarify', 'none']);
        }), { numRuns: 200 });
    });
    it('reads a question at either end of a pasted log', () => {
        const log = 'at frame 0x00 error 1603\n'.repeat(5000);
        expect(answerTo(`Where do I get an Access ID?\n${log}`)).to.equal(answerTo(`${log}\nWhere do I get an Access ID?`));
    });
});
describe('FaqIndex on a FAQ in one language', () => {
    const faq = parseFaq(`
title: { en: Library }
languages: [en]
entries:
  - id: opening-hours
    section: { en: Visit }
    title: { en: Opening hours }
    question: { en: When is the library open? }
    answer: { en: From nine to five. }
    alternates: { en: [opening times, what time do you close, are you open on Sunday] }
  - id: renew-loan
    section: { en: Loans }
    title: { en: Renewing a loan }
    question: { en: How do I renew a loan? }
    answer: { en: At the desk. }
    alternates: { en: [extend my loan, keep a book longer, can I renew books online] }
`, 'library.yaml');
    it('answers from few alternates', () => {
        const match = new FaqIndex(faq).match('I want to keep the book longer');
        expect(match.candidates[0]?.entry.id).to.equal('renew-loan');
    });
    it('has the text of its language in every language', () => {
        expect(faq.entries[0]?.answer.ja).to.equal('From nine to five.');
    });
});
//# sourceMappingURL=faqIndex.test.js.map