import { expect } from 'chai';
import { commandIn, remarkIn } from '../../dialogs/cue.js';

describe('commandIn', () => {
  for (const [message, kind] of [
    ['help', 'help'],
    ['Help!', 'help'],
    ['ヘルプ', 'help'],
    ['使い方を教えてください', 'help'],
    ['Ask a question', 'ask'],
    ['質問があります。', 'ask'],
    ['Can you work out a date, please?', 'chooseDate'],
    ['日付を計算してください', 'chooseDate'],
    ['キャンセル', 'cancel'],
    ['Cancel, please.', 'cancel'],
    ['最初からお願いします', 'startOver'],
    ['start over', 'startOver'],
    ['言語', 'chooseLanguage'],
    ['English please', 'pinLanguage'],
    ['英語でお願いします', 'pinLanguage'],
    ['日本語で', 'pinLanguage'],
    ['ＥＮＧＬＩＳＨ', 'pinLanguage'],
  ] as const) {
    it(`takes "${message}" for ${kind}`, () => {
      expect(commandIn(message)?.kind).to.equal(kind);
    });
  }

  for (const message of [
    'I need help installing SQL Server',
    'ライセンスのキャンセル方法',
    'stop the renewal',
    'ask about renewals',
    '質問：キーは何回使えますか',
    'renewal date',
    '更新日の日付',
    '日本語版はありますか',
    '',
  ]) {
    it(`takes "${message}" for no command`, () => {
      expect(commandIn(message)).to.equal(undefined);
    });
  }
});

describe('remarkIn', () => {
  for (const [message, remark] of [
    ['hi', 'greeting'],
    ['こんにちは', 'greeting'],
    ['お世話になっております。', 'greeting'],
    ['thanks, that was really helpful!', 'thanks'],
    ['ありがとうございました、助かりました！', 'thanks'],
    ['bye', 'goodbye'],
    ['are you a real person or a bot', 'aboutBot'],
    ['あなたはAIですか？', 'aboutBot'],
    ['this is useless', 'frustration'],
    ['全然役に立たない', 'frustration'],
  ] as const) {
    it(`takes "${message}" for ${remark}`, () => {
      expect(remarkIn(message)).to.equal(remark);
    });
  }

  for (const message of [
    'what is the weather',
    '猫の名前を考えて',
    'history of the key',
    '違約金はありますか',
  ]) {
    it(`takes "${message}" for no remark`, () => {
      expect(remarkIn(message)).to.equal(undefined);
    });
  }
});
