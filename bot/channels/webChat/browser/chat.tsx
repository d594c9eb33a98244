// The chat page: the conversation, what is around it, and what the page around the chat is told.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { render } from 'react-dom';
import { chatTextsIn } from '../chatTexts.js';
import { isComposing } from './composing.js';
import { applyPalette, paletteFor } from './appearance.js';
import { Conversation } from './conversation.js';
import { Header } from './header.js';
import { Keeping, keepLanguage, keptLanguage } from './keeping.js';
import { Notice } from './notice.js';
import { ParentPage } from './parentPage.js';
import { localeFor, readSettings, type Settings } from './settings.js';
import { focusInput } from './suggestions.js';
import { useConversation } from './useConversation.js';
import { useDarkMode } from './useDarkMode.js';
import { useOffline } from './useOffline.js';

function Chat({ settings }: { readonly settings: Settings }) {
  const [language, setLanguage] = useState(() => keptLanguage() ?? settings.language);
  const isOffline = useOffline();
  const isDark = useDarkMode();
  const palette = useMemo(() => paletteFor(settings.color, isDark), [settings.color, isDark]);
  const replies = useRef(0);
  const seen = useRef(0);
  const isShown = useRef(true);
  const send = useRef<(text: string) => void>();
  const unsent = useRef('');

  const parent = useMemo(
    () =>
      new ParentPage(settings.allowedOrigins, (shown) => {
        isShown.current = shown;
        seen.current = replies.current;
        if (shown) focusInput();
      }),
    [settings],
  );

  const keeping = useMemo(() => new Keeping(parent), [parent]);
  const { opened, notice, beginAgain, onUsed } = useConversation(
    settings.domain,
    keeping,
    localeFor(language),
  );

  useEffect(() => applyPalette(palette, isDark), [palette, isDark]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = settings.title[language];
    parent.tell({ kind: 'mpn-language', language });
  }, [language, parent, settings]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isInHistory = document.activeElement?.closest('.transcript') !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !isComposing(event) && !isInHistory)
        parent.tell({ kind: 'mpn-close' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [parent]);

  const onReplies = useCallback(
    (count: number) => {
      replies.current = count;
      // The first one is the welcome.
      if (count > 1) onUsed();
      if (isShown.current) seen.current = count;
      else if (count > seen.current) parent.tell({ kind: 'mpn-unread', count: count - seen.current });
    },
    [parent, onUsed],
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
  return (
    <>
      <Header
        language={language}
        title={settings.title[language]}
        onLanguage={switchLanguage}
        onNew={beginAgain}
        onClose={settings.isEmbedded ? () => parent.tell({ kind: 'mpn-close' }) : undefined}
      />
      <Notice kind={isOffline ? 'offline' : notice} language={language} />
      {opened && (
        <Conversation
          key={opened.key}
          directLine={opened.directLine}
          language={language}
          palette={palette}
          nonce={settings.nonce}
          unsent={unsent}
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
