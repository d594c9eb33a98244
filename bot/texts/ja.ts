// Japanese sentences of the bot.
import type { Aspect } from '../../knowledge/faq/aspect.js';
import type { Texts } from './texts.js';

/** What the FAQ does not say, by what was asked. */
const UNSAID: Partial<Record<Aspect, string>> = {
  from: 'いつからか',
  until: 'いつまでか',
  howLong: '期間',
  where: '確認や操作をする場所',
  who: '誰が行うか',
  howOften: '回数',
  howMany: '具体的な数',
  degree: 'どのくらいかという具体的な数字',
  whatIf: 'その場合の対処',
  why: '理由',
  better: 'どちらがよいか',
  difference: '違い',
};

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
  noDates: `この FAQ には、計算できる日付がありません。ほかのことは、普段の言葉でお尋ねください。`,
  chooseDateHint: `ボタンで選ぶか、わかっている日付を添えてお尋ねください。例：「2020年12月1日にキーを引き換えました。いつまで使えますか？」`,
  greeting: (faq) => `こんにちは。${faq}について、何をお調べしましょうか？`,
  thanks: `どういたしまして。またいつでもお尋ねください。`,
  thanksLead: `どういたしまして。`,
  sorryLead: `お役に立てず、申し訳ありません。`,
  acknowledged: `承知しました。ほかに知りたいことがあれば、お尋ねください。`,
  declined: `承知しました。必要なときは、いつでもお声がけください。`,
  noNeedToApologise: `いえ、お気になさらないでください。何をお調べしましょうか？`,
  smallTalk: (faq) =>
    `お話しできてうれしいです。私はボットで、得意なのは${faq}についてのご質問です。何かお調べしましょうか？`,
  takeYourTime: `はい、お待ちしています。`,
  onlyTheFaq: (faq) =>
    `申し訳ありませんが、それはできません。私がお答えできるのは、${faq}の FAQ に書かれていることだけです。お見せできる設定やパスワードもありません。`,
  languages: (asked) =>
    ({
      ours: `はい、日本語と英語でお話しできます。どちらで書いていただいてもかまいません。ボタンで切り替えることもできます。`,
      another: `申し訳ありません。お答えできるのは、日本語と英語だけです。どちらにしますか？`,
      none: `日本語と英語でお答えできます。どちらにしますか？`,
    })[asked ?? 'none'],
  cannotRemind: `申し訳ありません。私からお知らせやメッセージをお送りすることはできません。日付を計算したときは、その下のリンクから、ご自分のカレンダーに追加できます。`,
  goodbye: `ご利用ありがとうございました。またいつでもどうぞ。`,
  aboutBot: (faq) =>
    `私は人ではなく、自動で応答するボットです。${faq}の FAQ をもとに、日本語と英語でお答えしています。`,
  human: (support) =>
    support
      ? `担当者へのご相談は、こちらからお願いします：${support}`
      : `申し訳ありません。私はボットのため、担当者におつなぎできません。`,
  frustration: (support) =>
    `お役に立てず申し訳ありません。お手数ですが、知りたいことを一つずつ、別の言い方でお尋ねいただけますか。${supportLine(support)}`,
  cannotAct: `申し訳ありません。私が代わりに手続きや確認をすることはできません。ご案内できるのは、やり方だけです。`,
  hasNotActed: `いいえ、私は何も申請・送信・変更していません。ご案内できるのはやり方だけですので、お手続きはご自身でお願いいたします。`,
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
      ? `申し訳ありません。ご質問への答えは、この FAQ にはありません。「${topic}」については扱っていません。`
      : `申し訳ありません。この FAQ の中に、ご質問への答えが見つかりませんでした。`) + supportLine(support),
  noneAgain: (topic, support) =>
    (topic
      ? `「${topic}」についても、この FAQ には書かれていません。`
      : `その内容も、この FAQ には書かれていません。`) +
    `製品名や日付を添えてお尋ねいただくか、「**ヘルプ**」でお答えできる内容をご覧ください。` +
    supportLine(support),
  unsaid: (aspect, title) =>
    `${UNSAID[aspect] ?? 'それ以上のこと'}は、この FAQ には書かれていません（${title}）。`,
  sourceOf: (question, section) =>
    `Microsoft のページにある FAQ の「${section}」に書かれています：*${question}*`,
  askThere: (support) => `お問い合わせ先：${support}`,
  confirmed: `はい、FAQ には次のように書かれています。`,
  noExample: `具体例は、この FAQ には書かれていません。書かれているのは、次の内容です。`,
  overview: `FAQ に書かれているのは、次の内容です。`,
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
  secretPosted: `メッセージに、パスワードやキー、ID と思われる部分がありました。こちらでは必要としないため、記録しません。今後はここに入力しないでください。パスワードの場合は、念のため変更をお願いいたします。`,
  omitted: (count) => `［… ${count.toLocaleString('ja-JP')}文字を省略しています …］`,
  failure: `申し訳ありません。こちらで問題が発生しました。もう一度メッセージをお送りください。`,
  lead: {
    yes: (answer) => `はい、${answer}`,
    no: (answer) => `いいえ、${answer}`,
    // 「はい」 agrees with what was said, also where that is negative.
    right: (answer) => `はい、${answer}`,
  },
  source: (question) => `*出典：FAQ「${question}」*`,
  link: (title, url) => `[${title}](${url})`,
};
