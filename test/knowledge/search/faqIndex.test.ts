import { expect } from 'chai';
import fc from 'fast-check';
import { parseFaq } from '../../../knowledge/faq/loadFaq.js';
import { FaqIndex } from '../../../knowledge/search/faqIndex.js';
import { shippedIndex } from '../../shippedIndex.js';

describe('FaqIndex on the shipped FAQ', () => {
  const answerTo = (message: string) => {
    const match = shippedIndex().match(message);
    if (match.outcome !== 'answer') return match.outcome;
    return [match.answer.entry.id, ...(match.answer.fact ? [match.answer.fact.id] : [])].join('/');
  };

  for (const [message, expected] of [
    ['キーは2回使えますか', 'azure-licenses/key-not-twice'],
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
  ] as const) {
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
      for (const language of ['en', 'ja'] as const) {
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

  it('explains an answer by its terms, its nearest text and the words that it hangs on', () => {
    const { candidates, changes } = shippedIndex().explain('When can I reassign Visual Studio?');
    const [first] = candidates;
    expect(first?.entry.id).to.equal('visual-studio-activation');
    expect(first?.nearest.text).to.match(/Visual Studio|VS/i);
    expect(first?.terms.some(({ term, weight }) => term === 'visual' && weight > 0)).to.equal(true);
    expect(
      changes.every(({ match }) => match.outcome !== 'answer' || match.answer.entry !== first?.entry),
    ).to.equal(true);
  });

  it('explains what kept a message from an answer, and what would give it one', () => {
    const { match, candidates, none, unknownWords, thresholds } = shippedIndex().explain(
      'zorbify the membership price',
    );
    expect(match.outcome).to.equal('none');
    expect(none.probability).to.be.above(0.5);
    expect(none.nearest).to.match(/membership|price|fee|cost/i);
    expect(unknownWords).to.include('zorbify');
    expect(candidates[0]!.confidence).to.be.below(thresholds.answer);
    expect(candidates[0]!.asAlternate).to.be.above(candidates[0]!.confidence);
  });

  it('takes any message without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string()), (message) => {
        const { outcome } = shippedIndex().match(message);
        expect(outcome).to.be.oneOf(['answer', 'clarify', 'none']);
      }),
      { numRuns: 200 },
    );
  });

  it('reads a question at either end of a pasted log', () => {
    const log = 'at frame 0x00 error 1603\n'.repeat(5000);
    expect(answerTo(`Where do I get an Access ID?\n${log}`)).to.equal(
      answerTo(`${log}\nWhere do I get an Access ID?`),
    );
  });
});

describe('FaqIndex on a FAQ in one language', () => {
  const faq = parseFaq(
    `
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
`,
    'library.yaml',
  );

  it('answers from few alternates', () => {
    const match = new FaqIndex(faq).match('I want to keep the book longer');
    expect(match.candidates[0]?.entry.id).to.equal('renew-loan');
  });

  it('answers a question in the other language that shares everyday words with it', () => {
    const index = new FaqIndex(faq);
    expect(index.match('貸出期間を延長したい').candidates[0]?.entry.id).to.equal('renew-loan');
    expect(index.match('開館時間は何時から何時までですか').candidates[0]?.entry.id).to.equal('opening-hours');
  });

  it('is found from English, too, where it is in Japanese only', () => {
    const japanese = parseFaq(
      `
title: { ja: 図書館 }
languages: [ja]
entries:
  - id: opening-hours
    section: { ja: 来館 }
    title: { ja: 開館時間 }
    question: { ja: 図書館はいつ開いていますか？ }
    answer: { ja: 9時から17時までです。 }
    alternates: { ja: [営業時間, 何時に閉まりますか, 日曜も開いていますか] }
  - id: lost-card
    section: { ja: カード }
    title: { ja: カードの紛失 }
    question: { ja: カードをなくしたらどうすればよいですか？ }
    answer: { ja: 窓口で再発行します。 }
    alternates: { ja: [カードを紛失した, カードの再発行, カードが見つからない] }
`,
      'library.yaml',
    );
    const index = new FaqIndex(japanese);
    expect(index.match('I lost my card').candidates[0]?.entry.id).to.equal('lost-card');
    expect(index.match('what are your opening hours?').candidates[0]?.entry.id).to.equal('opening-hours');
    expect(index.faq.entries[0]?.answer.en).to.equal('9時から17時までです。');
  });

  it('has the text of its language in every language', () => {
    expect(faq.entries[0]?.answer.ja).to.equal('From nine to five.');
  });
});
