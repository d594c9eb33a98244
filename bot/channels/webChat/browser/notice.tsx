// What is the matter with the connection, if anything is.
import { useEffect, useState } from 'react';
import type { Language } from '../../../../knowledge/faq/language.js';
import { chatTextsIn } from '../chatTexts.js';

export type NoticeKind = 'connecting' | 'lost' | 'unavailable' | 'offline' | 'begunAnew' | undefined;

/** Milliseconds: what is over sooner need not be told. */
const SHORT = 800;
/** Milliseconds that the good news stays. */
const GOOD_NEWS = 3_000;

const BAD_NEWS: readonly string[] = ['lost', 'unavailable', 'offline'];

export function Notice({ kind, language }: { readonly kind: NoticeKind; readonly language: Language }) {
  const texts = chatTextsIn(language);
  const [shown, setShown] = useState<NoticeKind | 'reconnected'>();
  useEffect(() => {
    if (kind === undefined) {
      setShown((before) => (before !== undefined && BAD_NEWS.includes(before) ? 'reconnected' : undefined));
      const timer = setTimeout(() => setShown(undefined), GOOD_NEWS);
      return () => clearTimeout(timer);
    }
    const timer = setTimeout(() => setShown(kind), kind === 'offline' ? 0 : SHORT);
    return () => clearTimeout(timer);
  }, [kind]);
  const sentences = {
    connecting: texts.connecting,
    lost: texts.reconnecting,
    unavailable: texts.unavailable,
    offline: texts.offline,
    begunAnew: texts.begunAnew,
    reconnected: texts.reconnected,
  };
  return (
    <p className={`notice ${shown ?? 'none'}`} role="status">
      {shown === undefined ? '' : sentences[shown]}
    </p>
  );
}
