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
    ['使えねーなこのボット', 'frustration'],
    ['this is the third time I ask, still not working!!', 'frustration'],
    ['もう無理', 'frustration'],
    ['何回聞いてもだめ', 'frustration'],
    ['違うよ、キーの話です', 'frustration'],
    ['おおきに', 'thanks'],
    ['お前は誰？', 'aboutBot'],
    ['誰ですか', 'aboutBot'],
    ['who is this?', 'aboutBot'],
    ['can you renew it for me?', 'cannotAct'],
    ['Please file a ticket for me.', 'cannotAct'],
    ['could you check my expiry date?', 'cannotAct'],
    ['代わりに更新してもらえますか', 'cannotAct'],
    ['更新しておいて', 'cannotAct'],
    ['チケットを出してくれますか？', 'cannotAct'],
    ['did you file the ticket?', 'hasNotActed'],
    ['Has the ticket been submitted?', 'hasNotActed'],
    ['have you renewed it yet', 'hasNotActed'],
    ['チケットは提出されましたか', 'hasNotActed'],
    ['更新してくれましたか？', 'hasNotActed'],
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
    '画面が違います',
    '違うアカウントに割り当てられますか',
    'can you reassign a subscription after 90 days?',
    'can you redeem a key twice',
    'how do I file a ticket?',
    'help me renew my benefits',
    'walk me through renewing for me',
    '案内してもらえますか',
    'いつから受け付けてもらえますか',
    'どうすれば更新してもらえますか',
    'サポートに連絡したら対応してもらえますか',
    '更新されました',
    'when was the ticket filed?',
  ]) {
    it(`takes "${message}" for no remark`, () => {
      expect(remarkIn(message)).to.equal(undefined);
    });
  }
});
