// The interface texts of the chat window, its launcher and the demo page, in both languages.
import type { Language, Localized } from '../../../knowledge/faq/language.js';

export interface ChatTexts {
  /** The name of the other language, in that language; the button that switches to it. */
  readonly switchLanguage: string;
  /** What the language button says to the bot. */
  readonly pinLanguage: string;
  readonly open: string;
  readonly close: string;
  readonly window: string;
  unread(count: number): string;
  readonly newConversation: string;
  readonly confirmNew: string;
  readonly confirmNewYes: string;
  readonly confirmNewNo: string;
  readonly connecting: string;
  readonly offline: string;
  readonly reconnecting: string;
  readonly reconnected: string;
  readonly unavailable: string;
  /** Another conversation was begun, as the one before is kept no more. */
  readonly begunAnew: string;
  readonly cannotLoad: string;
  readonly openInTab: string;
  readonly placeholder: string;
  readonly input: string;
  readonly suggestions: string;
  suggested(count: number): string;
  readonly quickReplies: string;
  readonly bot: string;
}

const en: ChatTexts = {
  switchLanguage: '日本語',
  pinLanguage: '日本語で',
  open: 'Ask about your benefits',
  close: 'Close the chat',
  window: 'Chat about benefits',
  unread: (count) => (count === 1 ? '1 new reply' : `${count} new replies`),
  newConversation: 'New conversation',
  confirmNew: 'Start a new conversation? This one will no longer be shown.',
  confirmNewYes: 'Start new',
  confirmNewNo: 'Keep this one',
  connecting: 'Connecting…',
  offline: 'You are offline. The chat goes on as soon as the connection is back.',
  reconnecting: 'The connection was lost. Reconnecting…',
  reconnected: 'Connected again.',
  unavailable: 'The chat can’t be reached at the moment. It connects by itself as soon as it can.',
  begunAnew:
    'The earlier conversation is no longer kept, so a new one has begun. Anything you had not sent is in the message field.',
  cannotLoad: 'The chat can’t be shown on this page.',
  openInTab: 'Open it in a new tab',
  placeholder: 'Ask in your own words',
  input: 'Your message',
  suggestions: 'Questions that may fit',
  suggested: (count) =>
    count === 1
      ? '1 question may fit. Press the up arrow to choose it.'
      : `${count} questions may fit. Press the up arrow to choose one.`,
  quickReplies: 'Suggested replies',
  bot: 'Benefits bot',
};

const ja: ChatTexts = {
  switchLanguage: 'English',
  pinLanguage: 'in English please',
  open: '特典について質問する',
  close: 'チャットを閉じる',
  window: '特典についてのチャット',
  unread: (count) => `新しい返信が ${count} 件あります`,
  newConversation: '新しい会話',
  confirmNew: '新しい会話を始めますか？ 今の会話は表示されなくなります。',
  confirmNewYes: '新しく始める',
  confirmNewNo: 'このまま続ける',
  connecting: '接続しています…',
  offline: 'オフラインです。接続が戻りしだい、チャットを再開します。',
  reconnecting: '接続が切れました。つなぎ直しています…',
  reconnected: '接続が戻りました。',
  unavailable: '現在、チャットに接続できません。接続できるようになりしだい、自動的につなぎます。',
  begunAnew:
    '以前の会話は保存期間が過ぎたため、新しい会話を始めました。未送信の内容があれば、入力欄に残っています。',
  cannotLoad: 'このページではチャットを表示できません。',
  openInTab: '新しいタブで開く',
  placeholder: '普段の言葉で質問してください',
  input: 'メッセージ',
  suggestions: '近い質問の候補',
  suggested: (count) => `近い質問の候補が ${count} 件あります。上矢印キーで選べます。`,
  quickReplies: '返信の候補',
  bot: '特典ボット',
};

const texts: Localized<ChatTexts> = { en, ja };

export function chatTextsIn(language: Language): ChatTexts {
  return texts[language];
}
