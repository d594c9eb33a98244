import { expect } from 'chai';
import fc from 'fast-check';
import { shippedIndex } from '../../shippedIndex.js';
describe('Suggestions while somebody types', () => {
    const suggested = (partial, language = 'en', limit = 5) => shippedIndex()
        .suggestions(partial, language, limit)
        .map(({ entry, fact }) => (fact ? `${entry.id}/${fact.id}` : entry.id));
    for (const [partial, expected] of [
        ['vis', 'visual-studio-activation'],
        ['visual reas', 'visual-studio-activation/reassign-after-90-days'],
        ['reasign visul', 'visual-studio-activation/reassign-after-90-days'],
        ['expirey dat', 'benefit-expiry-date'],
        ['とくて', 'benefit-expiry-date'],
        ['ゆうこうk', 'benefit-expiry-date'],
        ['tokute', 'benefit-expiry-date'],
        ['キーいつまで', 'benefit-expiry-date/redeem-deadline'],
        ['インスト', 'software-install-help'],
        ['お客様', 'customer-account-activation'],
    ]) {
        it(`offers ${expected} for "${partial}"`, () => {
            expect(suggested(partial).slice(0, 2)).to.include(expected);
        });
    }
    it('knows words that only the alternates use', () => {
        expect(suggested('付け替え')).to.include('visual-studio-activation/reassign-after-90-days');
    });
    it('gives titles and questions in the language of the person, whatever they type', () => {
        const [first] = shippedIndex().suggestions('アクセス', 'en', 1);
        expect(first?.question).to.equal('Where do I get the Access ID/Contract ID?');
        const [japanese] = shippedIndex().suggestions('access id', 'ja', 1);
        expect(japanese?.question).to.equal('アクセス ID/契約 ID はどこで取得できますか？');
    });
    it('offers the highlights before anything is typed', () => {
        expect(suggested('  ', 'ja', 3)).to.deep.equal(shippedIndex().faq.highlights);
    });
    it('offers nothing for what no question is like', () => {
        expect(suggested('qwx zzkj')).to.deep.equal([]);
    });
    it('gives as many as are wanted at most, each once', () => {
        expect(suggested('a', 'en', 3)).to.have.length(3);
        const many = suggested('subscription', 'en', 20);
        expect(new Set(many).size).to.equal(many.length);
    });
    it('takes any input without throwing', () => {
        fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (partial) => {
            expect(suggested(partial).length).to.be.at.most(5);
        }), { numRuns: 100 });
    });
    it('offers questions that get their own answer', () => {
        for (const { question, entry, fact } of shippedIndex().suggestions('azure', 'ja', 10)) {
            const match = shippedIndex().match(question);
            expect(match.outcome === 'answer' && [match.answer.entry, match.answer.fact]).to.deep.equal([
                entry,
                fact,
            ]);
        }
    });
});
//# sourceMappingURL=suggest.test.js.map