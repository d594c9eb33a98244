import { expect } from 'chai';
import { walkthroughTextsIn } from '../../bot/texts/textsIn.js';
import { isQuestion, moveIn } from '../../dialogs/move.js';
import { LANGUAGES } from '../../knowledge/faq/language.js';
import { shippedIndex } from '../shippedIndex.js';

describe('moveIn', () => {
  for (const [kind, messages] of [
    [
      'next',
      [
        'next',
        'Next!',
        "done, what's next?",
        "I've signed in",
        'ok next please',
        '次',
        '次へ進んでください',
        'できました！',
        'サインインしました',
        'チケットを作成しました',
        'ＮＥＸＴ',
      ],
    ],
    ['back', ['back', 'go back please', 'previous step', '戻って', '一つ前に戻って']],
    ['next', ['nexxt', 'nextt', 'nxet', 'nxt', 'doen']],
    ['back', ['bcak', 'bakc', 'backk']],
    ['skip', ['skp', 'sikp']],
    ['repeat', ['again', 'where was I?', 'もう一度お願いします', '今どこ？']],
    ['skip', ['skip', 'skip this step', 'スキップ', '飛ばして']],
    [
      'stuck',
      [
        "I'm stuck",
        "it doesn't work",
        'できません',
        'うまくいかない',
        '見つかりません…',
        '画面が違います',
        'my screen looks different',
      ],
    ],
    ['continue', ['continue', '続ける', '続きからお願いします']],
    ['agree', ['yes', 'OK', 'はい', '了解です']],
    ['goTo', ['step 3', 'go back to step 3', '手順3', 'ステップ３に戻って', '3番目の手順へ']],
  ] as const) {
    for (const message of messages) {
      it(`takes "${message}" for ${kind}`, () => {
        const move = moveIn(message);
        expect(move?.kind).to.equal(kind);
        if (move?.kind === 'goTo') expect(move.step).to.equal(3);
      });
    }
  }

  for (const message of [
    'thanks',
    'ありがとうございます',
    'next year',
    'text',
    'net',
    'one',
    'black',
    'nexus',
    'when is the next renewal?',
    '次の更新はいつですか',
    'エラーが発生しました',
    '失敗しました',
    '3',
    'how many steps are there?',
    '前の会社のアカウントです',
    '',
    '次'.repeat(100),
  ]) {
    it(`takes "${message.slice(0, 30)}" for no order to move`, () => {
      expect(moveIn(message)).to.equal(undefined);
    });
  }

  it('takes no question of the FAQ for an order to move', () => {
    for (const entry of shippedIndex().faq.entries) {
      for (const { question, title, alternates } of [entry, ...entry.facts]) {
        for (const text of LANGUAGES.flatMap((each) => [question[each], title[each], ...alternates[each]]))
          expect(moveIn(text), text).to.equal(undefined);
      }
    }
  });

  for (const language of LANGUAGES) {
    const { next, finish, back, skip, stuck, continue: goOn } = walkthroughTextsIn(language).buttons;
    it(`understands every button that moves, in ${language}`, () => {
      expect([next, finish, back, skip, stuck, goOn].map((title) => moveIn(title)?.kind)).to.deep.equal([
        'next',
        'next',
        'back',
        'skip',
        'stuck',
        'continue',
      ]);
    });
  }
});

describe('isQuestion', () => {
  for (const text of [
    'how do I renew',
    'いつまで使えますか',
    'キーの期限は？',
    '手順を教えてください',
    'can I?',
  ]) {
    it(`takes "${text}" for a question`, () => {
      expect(isQuestion(text)).to.equal(true);
    });
  }

  for (const text of ['setup fails', 'インストールできません', 'エラー 1603', 'Visual Studio']) {
    it(`takes "${text}" for none`, () => {
      expect(isQuestion(text)).to.equal(false);
    });
  }
});
