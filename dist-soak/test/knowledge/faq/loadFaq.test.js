import { expect } from 'chai';
import { FaqError, loadFaq, parseFaq } from '../../../knowledge/faq/loadFaq.js';
const VALID = `
title: { en: Library, ja: 図書館 }
entries:
  - id: opening-hours
    section: { en: Visit, ja: 来館 }
    title: { en: Opening hours, ja: 開館時間 }
    question: { en: When is the library open?, ja: 図書館は何時に開きますか？ }
    answer: { en: From nine to five., ja: 9時から5時までです。 }
    followUps: [renew-loan]
    facts:
      - id: sunday
        title: { en: Sunday, ja: 日曜日 }
        question: { en: Is it open on Sunday?, ja: 日曜日は開いていますか？ }
        answer: { en: "No.", ja: いいえ。 }
  - id: renew-loan
    section: { en: Loans, ja: 貸出 }
    title: { en: Renewing, ja: 延長 }
    question: { en: How do I renew a loan?, ja: 延長の方法は？ }
    answer: { en: At the desk., ja: 窓口です。 }
    alternates: { en: [extend my loan] }
`;
describe('loadFaq', () => {
    const problemsOf = (yaml) => {
        try {
            parseFaq(yaml, 'library.yaml');
            return [];
        }
        catch (error) {
            return error.message.split('\n');
        }
    };
    it('accepts a FAQ with what it may leave out left out', () => {
        expect(problemsOf(VALID)).to.deep.equal([]);
    });
    for (const [mistake, yaml, problem] of [
        [
            'a missing translation',
            VALID.replace(', ja: 窓口です。', ''),
            'entry "renew-loan", field answer.ja: is missing',
        ],
        [
            'a missing translation in a fact',
            VALID.replace(', ja: いいえ。', ''),
            'entry "opening-hours", fact "sunday", field answer.ja: is missing',
        ],
        [
            'an empty text',
            VALID.replace('From nine to five.', '""'),
            'entry "opening-hours", field answer.en: must not be empty',
        ],
        [
            'an id used twice',
            VALID.replace('id: renew-loan', 'id: opening-hours'),
            'entries: the id "opening-hours" is used twice',
        ],
        [
            'a follow-up to nowhere',
            VALID.replace('[renew-loan]', '[renew-lone]'),
            'entry "opening-hours", field followUps: there is no entry "renew-lone"',
        ],
        [
            'a link to nowhere',
            VALID.replace('followUps:', 'links: [desk]\n    followUps:'),
            'entry "opening-hours", field links: there is no link "desk"',
        ],
        [
            'a field that does not exist',
            VALID.replace('followUps:', 'followups:'),
            'entry "opening-hours": Unrecognized key: "followups"',
        ],
        [
            'an id that is not one',
            VALID.replace('id: sunday', 'id: On Sunday'),
            'entry "opening-hours", fact "On Sunday", field id: must be lower-case words joined by hyphens',
        ],
        [
            'an alternate that two entries claim',
            VALID.replace('[renew-loan]', '[renew-loan]\n    alternates: { en: ["Extend my  loan"] }'),
            'entry "renew-loan": the alternate "extend my loan" also stands in entry "opening-hours"',
        ],
        [
            'a reading that is not in hiragana',
            `${VALID}readings: { 図書: 図書館 }\n`,
            'field readings.図書: must be in hiragana',
        ],
        [
            'no entries',
            'title: { en: Library, ja: 図書館 }\nentries: []',
            'field entries: must hold at least one entry',
        ],
        ['an empty file', '', 'the file: must hold the fields of a FAQ'],
        ['a list instead of a FAQ', '- one\n- two', 'the file: must hold the fields of a FAQ'],
    ]) {
        it(`refuses ${mistake}, by file, entry and field`, () => {
            expect(problemsOf(yaml)).to.include(`library.yaml: ${problem}`);
        });
    }
    it('refuses what is not YAML, with the place', () => {
        expect(problemsOf('title: {').join()).to.match(/^library.yaml: not valid YAML: .* at line 1/);
    });
    it('names a file that is not there', () => {
        expect(() => loadFaq('/no/such/faq.yaml')).to.throw(FaqError, "/no/such/faq.yaml: can't be read (ENOENT)");
    });
});
//# sourceMappingURL=loadFaq.test.js.map