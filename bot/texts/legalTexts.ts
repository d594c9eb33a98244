// The privacy notice and the terms of use, in both languages. They say what the bot does, and no more.
import type { Language, Localized } from '../../knowledge/faq/language.js';

export const LEGAL_PAGES = ['privacy', 'terms'] as const;
export type LegalPageName = (typeof LEGAL_PAGES)[number];

export interface LegalPageText {
  readonly heading: string;
  readonly lead: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

/** Who runs the bot, and how it is set up. */
export interface LegalFacts {
  readonly operator: string;
  /** After how many days without use a conversation is deleted. */
  readonly keepDays: number;
  /** After how many days it is deleted what became of a question. */
  readonly outcomeDays: number;
  /** Whether the words of questions are kept with that. */
  readonly storesQuestions: boolean;
}

type LegalTexts = Readonly<Record<LegalPageName, (facts: LegalFacts) => LegalPageText>>;

const en: LegalTexts = {
  privacy: ({ operator, keepDays, outcomeDays, storesQuestions }) => ({
    heading: 'Privacy',
    lead: `This bot is run by ${operator}. Please send questions about your data to them.`,
    sections: [
      {
        heading: 'What is kept',
        paragraphs: [
          'Of a conversation, the bot keeps where it stands: the language, an open question or the step of a guide, the answer given last, and the dates that it calculated with. It is kept under the ids of the conversation and of your account in the channel.',
          'What you fill in for a support ticket is kept as you wrote it. Before that, the Access and Contract IDs, keys, passwords, tokens, e-mail addresses and telephone numbers that the bot recognises are masked.',
          'In the chat on web pages, the messages of both sides are kept too, masked in the same way, so that you can come back to them. Your browser keeps the key to that conversation.',
          `So that the answers get better, the bot keeps of each question when, in which channel and in which language it was asked, what it was answered with, and the verdict and comment that you give on the answer. ${storesQuestions ? 'The words of the question are kept with it, masked in the same way.' : 'The words of the question are not kept with it.'} Neither your account nor the conversation stands with it. Comments are masked, too.`,
          'What you type into the search in Teams is not kept.',
        ],
      },
      {
        heading: 'For how long',
        paragraphs: [
          `What became of a question, with verdict and comment, is deleted after ${outcomeDays} days. All else is deleted ${keepDays} days after the conversation was last used. Replies are also kept for an hour, to repeat them where a message arrives twice.`,
          `“Start over” forgets open guides, tickets with their files, and dates at once; the messages of a chat on a web page stay in that chat. In Teams, removing the app deletes what is kept of that chat or team. Ask the bot “what do you know about me?” to see what is kept of you in a conversation, or write “delete my data” and confirm it to have that deleted at once, with the messages of a chat on a web page (records of questions, which name nobody, may stay). To have anything else deleted earlier, ask ${operator}.`,
        ],
      },
      {
        heading: 'What is logged',
        paragraphs: [
          'That a reply was given, when, in which conversation, and which FAQ entry it came from. What you write is not logged.',
        ],
      },
      {
        heading: 'Who receives it',
        paragraphs: [
          `Messages in Teams pass through Microsoft Teams and Azure Bot Service, and messages in other clients through those clients. The chat on web pages is connected to the bot itself or, where ${operator} has set it up so, through Azure Bot Service. The bot uses no other service to understand or answer them, and no analytics service. It sends nothing to Microsoft Support: a ticket is created by you.`,
        ],
      },
    ],
  }),
  terms: ({ operator }) => ({
    heading: 'Terms of use',
    lead: `This bot is offered by ${operator}.`,
    sections: [
      {
        heading: 'What its answers are',
        paragraphs: [
          'Help from a FAQ about Microsoft Partner Network benefits, found by a program. They are not legal advice and no statement by Microsoft. Where they differ from your agreements with Microsoft or from what Partner Center shows you, those count.',
          'The bot does nothing in your name: it renews, assigns, redeems and files nothing, and sees no account.',
        ],
      },
      {
        heading: 'What to leave out',
        paragraphs: [
          'Please write no passwords, product keys or personal data of others. The bot masks what it recognises as such, but it can’t recognise everything.',
        ],
      },
      {
        heading: 'Availability',
        paragraphs: [
          `The bot is offered as it is, without warranty that it is always available or always right. ${operator} may change it or end it. Beside these terms, the rules of your organization for the use of its tools apply.`,
        ],
      },
    ],
  }),
};

const ja: LegalTexts = {
  privacy: ({ operator, keepDays, outcomeDays, storesQuestions }) => ({
    heading: 'プライバシーについて',
    lead: `このボットは ${operator} が運営しています。お客様のデータに関するお問い合わせは、${operator} までお願いします。`,
    sections: [
      {
        heading: '保存する内容',
        paragraphs: [
          '会話については、使用中の言語、回答待ちの質問や手順の進み具合、最後にお答えした項目、計算に使った日付を保存します。これらは、会話の ID と、ご利用のチャネルでのアカウントの ID に結び付けて保存されます。',
          'サポート チケットのために入力された内容は、そのまま保存します。ただし、アクセス ID、契約 ID、プロダクト キーなどのキー、パスワード、トークン、メール アドレス、電話番号と認識できたものは、保存する前に伏せ字にします。',
          'Web ページ上のチャットでは、後から続けられるように、双方のメッセージも同じように伏せ字にしたうえで保存します。その会話を開くための情報は、お使いのブラウザーに保存されます。',
          `回答を改善するため、ご質問ごとに、日時、チャネル、言語、お答えした項目と、回答への評価やご意見（いただいた場合）を保存します。${storesQuestions ? 'ご質問の文章も、同じように伏せ字にしたうえで保存します。' : 'ご質問の文章は保存しません。'}アカウントや会話の ID とは結び付けません。ご意見も、同じように伏せ字にします。`,
          'Teams の検索に入力された内容は保存しません。',
        ],
      },
      {
        heading: '保存する期間',
        paragraphs: [
          `ご質問ごとの記録は、評価やご意見も含めて、${outcomeDays} 日後に削除します。それ以外は、会話が最後に使われてから ${keepDays} 日後に、すべて削除します。また、同じメッセージが重ねて届いたときに同じ返信を返せるように、返信を 1 時間保存します。`,
          `「最初から」と入力すると、途中の手順、チケットの内容とそのファイル、日付はその場で消去されます。Web ページ上のチャットのメッセージは、そのチャットに残ります。Teams では、アプリを削除すると、そのチャットまたはチームについて保存された内容も消去されます。「私の何を覚えていますか」と入力すると、その会話について保存されている内容を確認できます。「データを消して」と入力し、確認に「はい」と答えると、Web ページ上のチャットのメッセージも含めて、その場で削除されます。個人を特定しないご質問ごとの記録は残ることがあります。それ以外の内容を早めに削除したい場合は、${operator} にご依頼ください。`,
        ],
      },
      {
        heading: 'ログに残す内容',
        paragraphs: [
          'いつ、どの会話で、どの FAQ をもとに返信したかを記録します。入力された内容は記録しません。',
        ],
      },
      {
        heading: '第三者への提供',
        paragraphs: [
          `Teams でのメッセージは Microsoft Teams と Azure Bot Service を、その他のクライアントでのメッセージはそのクライアントを経由します。Web ページ上のチャットは、ボットに直接つながるか、${operator} の設定によっては Azure Bot Service を経由します。メッセージの理解や返信のために、ほかのサービスを使うことはありません。外部のアクセス解析サービスも使いません。また、Microsoft サポートに何かを送信することもありません。チケットは、ご自身で作成していただきます。`,
        ],
      },
    ],
  }),
  terms: ({ operator }) => ({
    heading: '利用規約',
    lead: `このボットは ${operator} が提供しています。`,
    sections: [
      {
        heading: '回答について',
        paragraphs: [
          '回答は、Microsoft Partner Network の特典に関する FAQ から、プログラムが選んだ参考情報です。法的な助言でも、Microsoft の公式な見解でもありません。Microsoft との契約やパートナー センターの表示と異なる場合は、そちらが優先されます。',
          '更新、割り当て、引き換え、お問い合わせなどの操作をボットが代わりに行うことはなく、アカウントの情報を参照することもありません。',
        ],
      },
      {
        heading: '入力しないでいただきたい内容',
        paragraphs: [
          'パスワード、プロダクト キー、ほかの方の個人情報は入力しないでください。認識できたものは伏せ字にしますが、すべてを認識できるわけではありません。',
        ],
      },
      {
        heading: '提供について',
        paragraphs: [
          `このボットは現状のまま提供されるもので、常に利用できることや、回答が常に正しいことは保証されません。${operator} は、ボットの内容を変更したり、提供を終了したりすることがあります。このほか、所属する組織で定められたツールの利用規則に従ってください。`,
        ],
      },
    ],
  }),
};

const texts: Localized<LegalTexts> = { en, ja };

export function legalTextIn(language: Language, page: LegalPageName, facts: LegalFacts): LegalPageText {
  return texts[language][page](facts);
}
