// Japanese sentences about the data that is kept of people.
import type { RightsTexts } from './rightsTexts.js';

export const ja: RightsTexts = {
  known: `この会話について保存している、お客様の情報は次のとおりです。`,
  nothingKnown: `この会話について保存しているのは、使用中の言語だけです。ほかの情報は、まだ保存していません。`,
  language: (name, isPinned) => `言語：${name}（${isPinned ? 'ご指定によるもの' : '入力された言語'}）`,
  topics: (titles) => `お話しした内容：${titles.map((title) => `「${title}」`).join('')}`,
  dates: (result, told) => `最後に計算した日付：「${result}」（${told.join('、')}）`,
  guide: (title, step, isOpen) => `${isOpen ? '進行中' : '中断中'}の手順：「${title}」の手順 ${step}`,
  forms: (title, count, fields) =>
    `「${title}」の内容とそのファイル${count === 1 ? '' : `（${count}件）`}：` +
    (fields.length > 0 ? `入力済みの項目は、${fields.join('、')}` : `入力済みの項目はありません`),
  messages: `このチャットのメッセージ（お客様と私の両方）`,
  keptFor: (days) =>
    `この会話が最後に使われてから ${days} 日後に削除します。「**データを消して**」と入力していただければ、すぐに削除します。`,
  privacy: 'プライバシーについて',
  more: (privacy) => `個人を特定しない統計など、そのほかに保存する内容：${privacy}`,
  deleteIt: 'データを消して',
  askToForget: `この会話について保存している、お客様の情報を削除しますか？会話の進み具合、お話しした内容、日付、手順、チケットとそのファイル、言語の設定が消えます。**削除すると、元に戻せません。**`,
  yes: 'はい、削除します',
  no: 'いいえ、残します',
  forgotten: `削除しました。この会話について、お客様の情報はもう保存していません。`,
  notForgotten: `承知しました。何も削除していません。`,
};
