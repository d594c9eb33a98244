// What Teams shows of the app before anybody talks to it, in both languages. Teams limits the length of each text.
import type { Language, Localized } from '../../knowledge/faq/language.js';

interface Named {
  readonly title: string;
  readonly description: string;
}

export interface AppTexts {
  readonly name: string;
  readonly fullName: string;
  readonly description: string;
  readonly fullDescription: string;
  /** What can be picked beside the message field. A picked command sends its title, which the bot has to understand. */
  readonly commands: readonly [ask: Named, date: Named, ticket: Named, language: Named, help: Named];
  /** The search command, and its field. */
  readonly search: Named & { readonly query: Named };
}

const en: AppTexts = {
  name: 'MPN benefits bot',
  fullName: 'Microsoft Partner Network benefits bot',
  description: 'Answers questions about Microsoft Partner Network benefits.',
  fullDescription: [
    'Ask about Microsoft Partner Network (MPN) benefits in your own words, in English or Japanese. You get the detail that you asked for first, and the FAQ entry that it comes from.',
    '- Questions: expiry dates, renewals, licenses on Azure, Azure Bulk Credit, Visual Studio subscriptions, use on customer accounts, help with installation.',
    '- Dates: give the dates that you know, and the bot works out until when a key can be used or from when a subscription can be reassigned. It shows the rule and offers a calendar file.',
    '- Guides: renewing benefits, assigning a Visual Studio subscription and creating a support ticket, one step at a time. For the ticket it gathers what a good ticket holds, and gives you a summary to paste.',
    '- Search: find an answer while you write a message and send it as a card.',
    'The bot answers from its FAQ only and says so where the FAQ has no answer. It does nothing in your name: it renews, assigns and files nothing.',
  ].join('\n\n'),
  commands: [
    { title: 'Ask a question', description: 'Ask about MPN benefits in your own words' },
    { title: 'Work out a date', description: 'Until when a key works, from when to reassign or renew' },
    { title: 'Support ticket', description: 'Step by step to a support ticket, with a summary to paste' },
    { title: 'Language', description: 'Change to Japanese or English' },
    { title: 'Help', description: 'See what the bot can do' },
  ],
  search: {
    title: 'Search answers',
    description: 'Find an answer about MPN benefits and send it as a card',
    query: { title: 'Question', description: 'What would you like to know? English or Japanese' },
  },
};

const ja: AppTexts = {
  name: 'MPN 特典ボット',
  fullName: 'Microsoft Partner Network 特典ボット',
  description: 'Microsoft Partner Network の特典についてのご質問にお答えします。',
  fullDescription: [
    'Microsoft Partner Network (MPN) の特典について、普段の言葉でお尋ねください。日本語でも英語でもお答えします。お尋ねの点を最初にお伝えし、出典の FAQ も示します。',
    '- ご質問：有効期限、更新、Azure のライセンス、Azure の一括クレジット、Visual Studio サブスクリプション、お客様のアカウントでの利用、インストールの支援など。',
    '- 日付の計算：わかっている日付をお知らせいただくと、キーをいつまで使えるか、サブスクリプションをいつから再割り当てできるかなどを計算します。根拠となる規則を示し、予定表のファイルもお渡しします。',
    '- 手順のご案内：特典の更新、Visual Studio サブスクリプションの割り当て、サポート チケットの作成を、一つずつご案内します。チケットに書く内容もまとめて、貼り付けられる形でお渡しします。',
    '- 検索：メッセージの作成中に答えを探し、カードとして送れます。',
    'お答えするのは FAQ にある内容だけです。FAQ に答えがないときは、そのようにお伝えします。更新、割り当て、お問い合わせなどの操作を、代わりに行うことはありません。',
  ].join('\n\n'),
  commands: [
    { title: '質問する', description: 'MPN の特典について、普段の言葉で質問できます' },
    { title: '日付を計算', description: 'キーの使用期限、再割り当てや更新ができる日を計算します' },
    {
      title: 'サポート チケット',
      description: 'サポート チケットの作成を一つずつご案内し、記入内容をまとめます',
    },
    { title: '言語', description: '日本語と英語を切り替えます' },
    { title: 'ヘルプ', description: 'できることを表示します' },
  ],
  search: {
    title: '答えを検索',
    description: 'MPN の特典についての答えを探し、カードとして送ります',
    query: { title: '質問', description: '知りたいことを、日本語か英語で入力してください' },
  },
};

const texts: Localized<AppTexts> = { en, ja };

export function appTextsIn(language: Language): AppTexts {
  return texts[language];
}
