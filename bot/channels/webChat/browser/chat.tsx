// The chat page: opens the conversation, keeps it open, and tells what becomes of the connection.
import type { DirectLine } from 'botframework-directlinejs';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { render } from 'react-dom';
import { chatTextsIn } from '../chatTexts.js';
import { applyPalette, paletteFor } from './appearance.js';
import { connect } from './connection.js';
import { Conversation } from './conversation.js';
import { Header } from './header.js';
import { Notice, type NoticeKind } from './notice.js';
import { ParentPage } from './parentPage.js';
import { begin, forget, keepLanguage, keptLanguage, resumeOrBegin, type Session } from './session.js';
import { readSettings, type Settings } from './settings.js';
import { focusInput } from './suggestions.js';
import { useDarkMode } from './useDarkMode.js';
import { useOffline } from './useOffline.js';

interface Opened {
  readonly session: Session;
  readonly directLine: DirectLine;
}

/** Milliseconds between two attempts to open the chat. */
const PAUSE = 4_000;

function Chat({ settings }: { readonly settings: Settings }) {
  const [language, setLanguage] = useState(() => keptLanguage() ?? settings.language);
  const [opened, setOpened] = useState<Opened>();
  const [state, setState] = useState<NoticeKind>('connecting');
  const isOffline = useOffline();
  const isDark = useDarkMode();
  const palette = useMemo(() => paletteFor(settings.color, isDark), [settings.color, isDark]);
  const replies = useRef(0);
  const seen = useRef(0);
  const isShown = useRef(true);
  const send = useRef<(text: string) => void>();
  const locale = useRef(language);
  locale.current = language;

  const parent = useMemo(
    () =>
      new ParentPage(settings.allowedOrigins, (shown) => {
        isShown.current = shown;
        seen.current = replies.current;
        if (shown) focusInput();
      }),
    [settings],
  );

  const open = useCallback(
    (find: () => Promise<Session>) => {
      setState('connecting');
      const isTried = { once: false };
      const attempt = (): void => {
        find().then(
          (session) => {
            const directLine = connect(settings.domain, session, locale.current, (next) => {
              if (isTried.once) return;
              if (next === 'online') setState(undefined);
              else if (next === 'lost') setState('lost');
              else {
                isTried.once = true;
                directLine.end();
                // Of a conversation that is known no more nothing is left to go on with.
                if (session.isResumed) forget();
                setTimeout(() => open(() => resumeOrBegin(settings.domain)), session.isResumed ? 0 : PAUSE);
              }
            });
            setOpened({ session, directLine });
          },
          () => {
            setState('unavailable');
            setTimeout(attempt, PAUSE);
          },
        );
      };
      attempt();
    },
    [settings],
  );

  useEffect(() => open(() => resumeOrBegin(settings.domain)), [open, settings]);
  useEffect(() => applyPalette(palette, isDark), [palette, isDark]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = settings.title[language];
    parent.tell({ kind: 'mpn-language', language });
  }, [language, parent, settings]);

  useEffect(() => {
    const onKey = ({ key, defaultPrevented }: KeyboardEvent) => {
      const isInHistory = document.activeElement?.closest('.transcript') !== null;
      if (key === 'Escape' && !defaultPrevented && !isInHistory) parent.tell({ kind: 'mpn-close' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [parent]);

  const onReplies = useCallback(
    (count: number) => {
      replies.current = count;
      if (isShown.current) seen.current = count;
      else if (count > seen.current) parent.tell({ kind: 'mpn-unread', count: count - seen.current });
    },
    [parent],
  );
  const onSend = useCallback(
    (sendMessage: (text: string) => void) => {
      send.current = sendMessage;
      parent.ready();
    },
    [parent],
  );
  const switchLanguage = () => {
    const other = language === 'en' ? 'ja' : 'en';
    keepLanguage(other);
    setLanguage(other);
    // The bot is told like a person would, so that it keeps to the language from now on.
    send.current?.(chatTextsIn(language).pinLanguage);
    focusInput();
  };
  const beginAgain = () => {
    const former = opened?.session;
    opened?.directLine.end();
    setOpened(undefined);
    open(() => begin(former));
  };

  return (
    <>
      <Header
        language={language}
        title={settings.title[language]}
        onLanguage={switchLanguage}
        onNew={beginAgain}
        onClose={settings.isEmbedded ? () => parent.tell({ kind: 'mpn-close' }) : undefined}
      />
      <Notice kind={isOffline ? 'offline' : state} language={language} />
      {opened && (
        <Conversation
          key={opened.session.conversationId + opened.session.token}
          directLine={opened.directLine}
          language={language}
          palette={palette}
          nonce={settings.nonce}
          onSend={onSend}
          onReplies={onReplies}
        />
      )}
    </>
  );
}

// Not a concurrent root: Web Chat's scrolling ends one animation and begins the next with a change of state each. Taken
// together they are none, and then it never moves again.
render(<Chat settings={readSettings()} />, document.getElementById('chat'));
