// How messages are read: which act they do, in which situation. What is read of longer conversations is in
// test/conversations/.
import { expect } from 'chai';
import { textsIn, walkthroughTextsIn } from '../../../bot/texts/textsIn.js';
import { LANGUAGES } from '../../../knowledge/faq/language.js';
import type { Act } from '../../../knowledge/understanding/acts.js';
import { LiveIndex } from '../../../knowledge/understanding/liveIndex.js';
import { isQuestion } from '../../../knowledge/understanding/questionForm.js';
import type { Situation } from '../../../knowledge/understanding/reading.js';
import { shipped, shippedIndex } from '../../shippedIndex.js';
import { questionsIn } from '../search/measured.js';

const index = new LiveIndex(shipped());
const nothing: Situation = {
  expects: 'nothing',
  choices: [],
  isGuiding: false,
  isPaused: false,
  today: '2026-11-28',
};
const step: Situation = { ...nothing, expects: 'step', isGuiding: true };
const acts = (message: string, situation: Situation = nothing) =>
  index.understand(message, situation).clauses.map(({ act }) => act);

function areRead(situation: Situation, table: readonly (readonly [Act | 'ask', readonly string[]])[]): void {
  for (const [act, messages] of table)
    for (const message of messages)
      it(`"${message}" as ${act}`, () => expect(acts(message, situation)).to.deep.equal([act]));
}

describe('Read with nothing open', () => {
  areRead(nothing, [
    ['askHelp', ['help', 'Help!', 'ヘルプ', '使い方を教えてください', 'what are you good for?']],
    ['announceQuestion', ['Ask a question', '質問があります。']],
    ['announceDate', ['Can you work out a date, please?', '日付を計算してください']],
    ['stop', ['キャンセル', 'Cancel, please.']],
    ['startOver', ['最初からお願いします', 'start over']],
    ['changeLanguage', ['言語']],
    [
      'speak',
      ['English please', '英語でお願いします', '日本語で', 'ＥＮＧＬＩＳＨ', 'could we go on in Japanese?'],
    ],
    ['askLanguages', ['do you speak Japanese?', '英語は話せますか']],
    ['greet', ['hi', 'こんにちは']],
    ['thank', ['ありがとうございました、助かりました！', 'おおきに', '🙏']],
    ['bye', ['bye']],
    [
      'askIdentity',
      ['are you a real person or a bot', 'あなたはAIですか？', 'お前は誰？', '誰ですか', 'who is this?'],
    ],
    ['complain', ['this is useless', '全然役に立たない', 'もう無理']],
    [
      'doForMe',
      [
        'can you renew it for me?',
        'Please file a ticket for me.',
        '代わりに更新してもらえますか',
        '更新しておいて',
      ],
    ],
    ['haveYouDone', ['did you file the ticket?', 'have you renewed it yet', '更新してくれましたか？']],
    ['remindMe', ['remind me on May 1']],
    ['helped', ['This helped', 'that helped!', '役に立った', 'とても役に立ちました。', '👍', '👍🏿']],
    [
      'notHelped',
      ['This did not help', "this didn't help me", '役に立たなかった', '役に立ちませんでした。', '👎🏻'],
    ],
    ['yes', ['はい、お願いします', 'yes please']],
    ['acknowledge', ['了解です', 'got it', 'わかりました']],
    ['askSource', ['where does it say that?', 'どこに書いてありますか']],
    ['askSimpler', ['in short?', 'つまり？', 'もっと簡単に説明してください']],
    ['doubt', ['本当ですか', 'are you sure about that?']],
  ]);

  for (const message of [
    'I need help installing SQL Server',
    'ライセンスのキャンセル方法',
    'stop the renewal',
    'ask about renewals',
    '質問：キーは何回使えますか',
    'renewal date',
    '更新日の日付',
    'what is the weather in Rome',
    'can you reassign a subscription after 90 days?',
    'how do I file a ticket?',
    'help me renew my benefits',
    'いつから受け付けてもらえますか',
    'サポートに連絡したら対応してもらえますか',
    'when was the ticket filed?',
    'how do I skip the expiry date',
    'next year',
  ]) {
    it(`"${message}" as something that asks`, () => expect(acts(message)).to.deep.equal(['ask']));
  }

  it('of all questions of the FAQ none as an act, nor of those that people have asked', () => {
    const { entries } = shippedIndex().faq;
    const own = entries.flatMap((entry) =>
      [entry, ...entry.facts.filter(({ starts }) => !starts)].flatMap(({ question }) =>
        Object.values(question),
      ),
    );
    const asked = ['questions', 'more-questions'].flatMap((name) =>
      questionsIn(`knowledge/search/${name}.tsv`)
        .filter(({ expected }) => expected !== 'none')
        .map(({ question }) => question),
    );
    const taken = [...own, ...asked].filter((question) => !acts(question).includes('ask'));
    expect(taken).to.deep.equal([]);
  });
});

describe('Read at a step of a guide', () => {
  areRead(step, [
    [
      'next',
      [
        'next',
        'Next!',
        "I've signed in",
        'ok next please',
        '次へ進んでください',
        'できました！',
        'サインインしました',
        'ＮＥＸＴ',
        'nexxt',
        'doen',
      ],
    ],
    ['back', ['back', 'go back please', 'previous step', '戻って', '一つ前に戻って', 'bcak']],
    ['skip', ['skip', 'skip this step', 'スキップ', '飛ばして', 'sikp']],
    ['repeat', ['again', 'もう一度お願いします']],
    ['progress', ['where am I?', '今どこ？', 'how many steps are left?']],
    [
      'stuck',
      ["I'm stuck", "it doesn't work", 'うまくいかない', '見つかりません…', 'my screen looks different'],
    ],
    ['resume', ['continue', '続ける', '続きからお願いします']],
    [
      'goToStep',
      [
        'step 3',
        'go back to step 3',
        '手順3',
        'ステップ３に戻って',
        '3番目の手順へ',
        'I did the first two already',
      ],
    ],
    ['stop', ['stop', 'やめる', '一旦やめておきます']],
    ['notYet', ['not yet', 'まだです']],
  ]);

  it('the number of a step, named or counted on from what is done', () => {
    const number = (message: string) => index.understand(message, step).clauses[0]?.number;
    expect(['step 3', '手順３へ', 'take me to step 2'].map(number)).to.deep.equal([3, 3, 2]);
    expect(number('I already did the first three')).to.equal(4);
  });

  for (const language of LANGUAGES) {
    it(`every button that moves as what it says, in ${language}`, () => {
      const {
        next,
        finish,
        back,
        skip,
        stuck,
        stop,
        continue: goOn,
        startOver,
      } = walkthroughTextsIn(language).buttons;
      const titles = [next, finish, back, skip, stuck, stop, goOn, startOver];
      expect(titles.flatMap((title) => acts(title, step))).to.deep.equal([
        'next',
        'next',
        'back',
        'skip',
        'stuck',
        'stop',
        'resume',
        'startOver',
      ]);
    });

    it(`the buttons of a verdict as what they say, in ${language}`, () => {
      const { like, dislike } = textsIn(language).verdict;
      expect([like, dislike].flatMap((title) => acts(title))).to.deep.equal(['helped', 'notHelped']);
    });
  }
});

describe('Read from a list', () => {
  const choices = shippedIndex()
    .faq.entries.slice(0, 3)
    .map(({ title, question }) => ({
      names: LANGUAGES.flatMap((language) => [title[language], question[language]]),
    }));
  const situation: Situation = { ...nothing, expects: 'choice', choices };
  const chosen = (message: string) => {
    const [clause] = index.understand(message, situation).clauses;
    const { act, number, picked } = clause!;
    if (picked.affirmed.length === 1) return picked.affirmed[0];
    return act === 'choose' && number !== undefined
      ? number > 0
        ? number - 1
        : choices.length + number
      : act;
  };

  for (const [message, expected] of [
    ['1', 0],
    ['２', 1],
    ['2番でお願いします', 1],
    ['the second one', 1],
    ['③', 2],
    ['最後のやつ', 2],
    ['最初です', 0],
    ['どれでもない', 'chooseNone'],
    ['None of these.', 'chooseNone'],
    ['neither of them', 'chooseNone'],
  ] as const) {
    it(`"${message}"`, () => expect(chosen(message)).to.equal(expected));
  }

  it('the title and the question of a choice, in either language', () => {
    for (const [place, { names }] of choices.entries())
      for (const name of names) expect(chosen(name), name).to.equal(place);
  });
});

describe('A message that does several things', () => {
  for (const [message, expected] of [
    ['Thanks, and how do I renew my benefits?', ['thank', 'ask']],
    ['こんにちは。特典の更新方法を教えてください。よろしくお願いいたします。', ['greet', 'ask', 'greet']],
    ['How do I renew my benefits? Thanks in advance!', ['ask', 'courtesy']],
    ['What does the benefit expiry date mean and when can I renew my membership?', ['ask', 'ask']],
    ['1) How do I renew my benefits? 2) Who can be assigned a Visual Studio subscription?', ['ask', 'ask']],
  ] as const) {
    it(`is read in its clauses: ${message}`, () => expect(acts(message)).to.deep.equal(expected));
  }

  it('keeps a story and its question together', () => {
    expect(acts('Our key was redeemed by someone who left. What can we do about it now?')).to.deep.equal([
      'ask',
    ]);
  });
});

describe('A question', () => {
  for (const text of [
    'how do I renew',
    'いつまで使えますか',
    'キーの期限は？',
    '手順を教えてください',
    'can I?',
  ])
    it(`is "${text}"`, () => expect(isQuestion(text)).to.equal(true));

  for (const text of [
    'setup fails',
    'インストールできません',
    'エラー 1603',
    'Visual Studio',
    'どれも使っていません',
  ])
    it(`is not "${text}"`, () => expect(isQuestion(text)).to.equal(false));
});
