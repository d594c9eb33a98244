// Japanese sentences of the bot.
import type { Texts } from './texts.js';

const supportLine = (support: string | undefined) => (support ? `\n\nお問い合わせ先：${support}` : '');

export const ja: Texts = {
  languageName: '日本語',
  welcome: (faq) =>
    `こんにちは。**${faq}**についてのご質問に、日本語と英語でお答えします。\n\nたとえば、次のように、普段の言葉でお尋ねください。`,
  groupWelcome: (faq) =>
    `こんにちは。**${faq}**についてのご質問に、日本語と英語でお答えします。私へのメッセージには、そのつどメンション（@）を付けてください。`,
  help: (faq) =>
    `**${faq}**についてのご質問にお答えします。\n\n` +
    `- 普段の言葉で、日本語でも英語でもお尋ねいただけます。\n` +
    `- 言語を変えるときは「**言語**」、質問や手順をやめるときは「**キャンセル**」、手順の続きに戻るときは「**続ける**」、初めからやり直すときは「**最初から**」と入力してください。\n\n` +
    `質問の例：`,
  ask: (faq) =>
    `**${faq}**について、普段の言葉でお尋ねください。たとえば、次のようなご質問にお答えできます。`,
  chooseDate: `どの日付を計算しますか？`,
  chooseDateHint: `ボタンで選ぶか、わかっている日付を添えてお尋ねください。例：「2020年12月1日にキーを引き換えました。いつまで使えますか？」`,
  greeting: (faq) => `こんにちは。${faq}について、何をお調べしましょうか？`,
  thanks: `どういたしまして。またいつでもお尋ねください。`,
  goodbye: `ご利用ありがとうございました。またいつでもどうぞ。`,
  aboutBot: (faq) =>
    `私は人ではなく、自動で応答するボットです。${faq}の FAQ をもとに、日本語と英語でお答えしています。`,
  human: (support) =>
    support
      ? `担当者へのご相談は、こちらからお願いします：${support}`
      : `申し訳ありません。私はボットのため、担当者におつなぎできません。`,
  frustration: (support) =>
    `お役に立てず申し訳ありません。お手数ですが、知りたいことを一つずつ、別の言い方でお尋ねいただけますか。${supportLine(support)}`,
  cancelled: `取りやめました。ほかに知りたいことはありますか？`,
  nothingToCancel: `取り消す内容はありません。知りたいことをお尋ねください。`,
  nothingToContinue: `いま進めている手順はありません。知りたいことをお尋ねください。中断した手順は「**続ける**」で再開できます。`,
  startedOver: (faq) => `最初に戻りました。${faq}について、何をお調べしましょうか？`,
  languagePinned: `これからは日本語でお答えします。英語に切り替えるときは「**英語で**」と入力してください。`,
  chooseLanguage: `どちらの言語にしますか？`,
  clarify: `お尋ねになりたいのは、次のどれでしょうか？`,
  clarifyHint: `ボタンで選ぶか、番号を入力してください。`,
  noneOfThese: `どれでもない`,
  noneOfTheseReply: (support) =>
    `この FAQ には、当てはまる答えがないようです。別の言い方で、もう一度お尋ねください。${supportLine(support)}`,
  none: (topic, support) =>
    (topic
      ? `申し訳ありません。その内容は、この FAQ には載っていません。「${topic}」は扱っていないためです。`
      : `申し訳ありません。この FAQ の中に、ご質問への答えが見つかりませんでした。`) + supportLine(support),
  near: `近い内容では、次のご質問にお答えできます。`,
  noText: `ご質問を文章で入力してください。例：「アクセス ID はどこで取得できますか？」`,
  attachmentOnly: `添付ファイルは読み取れません。ご質問を文章で入力してください。`,
  outdatedButton: `このボタンは、もう使えなくなっています。知りたいことを文章で入力してください。`,
  cardOnly: `カードの内容は読み取れません。私へのご質問は、検索を使わず、そのまま文章で入力してください。`,
  overtakenButton: `このボタンは、もう使えなくなっています。続きは、こちらからお願いします。`,
  verdict: { like: `役に立った`, dislike: `役に立たなかった` },
  liked: `お知らせいただき、ありがとうございます。`,
  disliked: (support) =>
    `お役に立てず、申し訳ありません。**どのような情報が足りませんでしたか？** よろしければ、一言お聞かせください。そのまま次のご質問に進んでいただいてもかまいません。${supportLine(support)}`,
  commentNoted: (support) => `お知らせいただき、ありがとうございます。記録しました。${supportLine(support)}`,
  noComment: `承知しました。またいつでもお尋ねください。`,
  verdictLost: (support) =>
    `お知らせいただき、ありがとうございます。この回答の記録がもう残っていないため、記録できませんでした。${supportLine(support)}`,
  continuedBelow: `続きは、下のメッセージをご覧ください。`,
  failure: `申し訳ありません。こちらで問題が発生しました。もう一度メッセージをお送りください。`,
  source: (question) => `*出典：FAQ「${question}」*`,
  link: (title, url) => `[${title}](${url})`,
};
