// One conversation in Web Chat: its history, suggestions and the input.
import { Components, createStore, hooks } from 'botframework-webchat';
import type { DirectLine } from 'botframework-directlinejs';
import { type MutableRefObject, useEffect, useMemo, useRef } from 'react';
import type { Language } from '../../../../knowledge/faq/language.js';
import { hostConfigFor, type Palette, styleOptionsFor } from './appearance.js';
import { chatTextsIn } from '../chatTexts.js';
import { localeFor } from './settings.js';
import { pressedOnce, pressSuggestedOnce } from './pressedOnce.js';
import { retriedOnce } from './retriedOnce.js';
import { Suggestions } from './suggestions.js';

export interface ConversationProps {
  readonly directLine: DirectLine;
  readonly language: Language;
  readonly palette: Palette;
  readonly nonce: string;
  /** What was written and has not reached the bot: the next conversation has it in its input. */
  readonly unsent: MutableRefObject<string>;
  /** Gives a way to send a message, once there is one. */
  readonly onSend: (send: (text: string) => void) => void;
  /** How many messages of the bot the conversation has. */
  readonly onReplies: (count: number) => void;
}

/** A card is not announced beside its message: the text of the message says all of it. */
const cardsAreInTheText: NonNullable<ComposerProps['attachmentForScreenReaderMiddleware']> =
  () => (next) => (props) =>
    props?.attachment.contentType === 'application/vnd.microsoft.card.adaptive' ? false : next(props);

type Activities = ReturnType<typeof hooks.useActivities>[0];
type ComposerProps = Parameters<typeof Components.Composer>[0];

export function Conversation({
  directLine,
  language,
  palette,
  nonce,
  unsent,
  onSend,
  onReplies,
}: ConversationProps) {
  // A conversation has a history of its own.
  const store = useMemo(() => createStore({}, pressedOnce, retriedOnce), [directLine]);
  useEffect(pressSuggestedOnce, []);
  const styleOptions = useMemo(() => styleOptionsFor(palette), [palette]);
  const hostConfig = useMemo(() => hostConfigFor(palette), [palette]);
  const texts = chatTextsIn(language);
  const strings = useMemo(
    () => ({
      TEXT_INPUT_PLACEHOLDER: texts.placeholder,
      TEXT_INPUT_ALT: texts.input,
      SUGGESTED_ACTIONS_LABEL_ALT: texts.quickReplies,
      ...(language === 'ja' && JAPANESE),
    }),
    [texts, language],
  );
  return (
    <Components.Composer
      directLine={directLine}
      store={store}
      locale={localeFor(language)}
      nonce={nonce}
      styleOptions={styleOptions}
      adaptiveCardsHostConfig={hostConfig}
      overrideLocalizedStrings={strings}
      attachmentForScreenReaderMiddleware={cardsAreInTheText}
    >
      <Components.AccessKeySinkSurface className="conversation" role="main">
        <Components.BasicTranscript className="transcript" />
        <Suggestions language={language} />
        <Components.BasicSendBox className="send-box" />
      </Components.AccessKeySinkSurface>
      <Observer unsent={unsent} onSend={onSend} onReplies={onReplies} />
    </Components.Composer>
  );
}

function Observer({ unsent, onSend, onReplies }: Pick<ConversationProps, 'unsent' | 'onSend' | 'onReplies'>) {
  const send = hooks.useSendMessage();
  const latest = useRef(send);
  latest.current = send;
  const [activities] = hooks.useActivities();
  const count = activities.filter(({ type, from }) => type === 'message' && from.role === 'bot').length;
  useEffect(() => onSend((text) => latest.current(text)), [onSend]);
  useEffect(() => onReplies(count), [count, onReplies]);

  const [draft, setDraft] = hooks.useSendBoxValue();
  useEffect(() => {
    setDraft(unsent.current);
  }, [setDraft, unsent]);
  const isFirst = useRef(true);
  useEffect(() => {
    // The draft from before is shown with the next change only.
    if (!isFirst.current)
      unsent.current = [...activities.flatMap(unsentText), draft].filter(Boolean).join('\n');
    isFirst.current = false;
  }, [activities, draft, unsent]);
  return null;
}

function unsentText(activity: Activities[number]): string[] {
  const status = activity.channelData['webchat:send-status'];
  if (activity.type !== 'message' || (status !== 'sending' && status !== 'send failed')) return [];
  return [activity.text ?? ''];
}

/** Where Web Chat's own Japanese sounds translated. */
const JAPANESE = {
  ACTIVITY_BOT_SAID_ALT: 'ボットの発言：',
  ACTIVITY_YOU_SAID_ALT: 'あなたの発言：',
  ACTIVITY_BOT_ATTACHED_ALT: 'ボットの添付：',
  ACTIVITY_INTERACTIVE_FOOTNOTE_ALT: 'クリックして操作できます。',
  ACTIVITY_INTERACTIVE_REASON_INTERACTIVE_CONTENT_ALT: '操作できる内容が含まれています。',
  ACTIVITY_INTERACTIVE_REASON_LINK_ALT: 'リンクが含まれています。',
  ACTIVITY_STATUS_SEND_FAILED_RETRY: '送信できませんでした。[もう一度送る][RETRY]',
  KEYBOARD_HELP_CHAT_HISTORY_LEAVE_MESSAGE_HEADER: 'メッセージから抜ける',
  KEYBOARD_HELP_CHAT_HISTORY_ACCESS_ITEMS_IN_MESSAGE_HEADER: 'メッセージの中の項目に移る',
  KEYBOARD_HELP_CHAT_HISTORY_MOVE_BETWEEN_ITEMS_HEADER: 'メッセージの中の項目間を移動する',
  KEYBOARD_HELP_CHAT_WINDOW_BODY_DO_ACTION_HEADER: '実行する',
  KEYBOARD_HELP_CHAT_WINDOW_BODY_MOVE_BETWEEN_ITEMS_HEADER: 'チャット内の項目間を移動する',
  KEYBOARD_HELP_CHAT_WINDOW_HEADER: 'チャット',
  KEYBOARD_HELP_HEADER: 'キーボードでの操作',
  MARKDOWN_EXTERNAL_LINK_ALT: '新しいウィンドウで開きます。',
  SEND_BOX_IS_EMPTY_TOOLTIP_ALT: 'メッセージを入力してから送信してください。',
  TEXT_INPUT_LENGTH_EXCEEDED_ALT: 'メッセージが長すぎます。',
  TRANSCRIPT_ARIA_LABEL_ALT: 'チャットの履歴。方向キーで移動できます。',
  TRANSCRIPT_ARIA_ROLE_ALT: 'チャットの履歴',
  TRANSCRIPT_LIVE_REGION_INTERACTIVE_LABEL_ALT:
    '操作できるメッセージです。Shift + Tab キーで履歴に移り、Enter キーで操作できます。',
  TRANSCRIPT_LIVE_REGION_INTERACTIVE_WITH_LINKS_LABEL_ALT:
    'リンクのあるメッセージです。Shift + Tab キーで履歴に移り、Enter キーで操作できます。',
  TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT: '返信の候補があります。Shift + Tab キーで選べます。',
  TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_WITH_ACCESS_KEY_LABEL_ALT: '返信の候補があります。$1 で選べます。',
  TRANSCRIPT_MORE_MESSAGES: '続きのメッセージ',
  TRANSCRIPT_TERMINATOR_TEXT: '履歴はここまでです',
} as const;
