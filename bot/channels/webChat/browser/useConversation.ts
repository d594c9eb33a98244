// Opens the conversation of this browser, keeps it open, and tells what becomes of the connection.
import type { DirectLine } from 'botframework-directlinejs';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ConnectionState, connect } from './connection.js';
import type { Keeping } from './keeping.js';
import type { NoticeKind } from './notice.js';
import { begin, type Opening, resumeOrBegin, type Session } from './session.js';

export interface Opened {
  /** Another one for each connection. */
  readonly key: number;
  readonly session: Session;
  readonly directLine: DirectLine;
}

type Find = (opening: Opening) => Promise<Session>;

/** How long after a refusal the conversation is opened once more. */
const REOPEN_PAUSE_MS = 4_000;

/**
 * @param domain - where Direct Line is
 * @param locale - the language that the bot says its welcome in
 */
export function useConversation(domain: string, keeping: Keeping, locale: string) {
  const [opened, setOpened] = useState<Opened>();
  const [notice, setNotice] = useState<NoticeKind>('connecting');
  const connections = useRef(0);
  const attempt = useRef(new AbortController());
  const latestLocale = useRef(locale);
  latestLocale.current = locale;

  const open = useCallback(
    (find: Find, former?: Session) => {
      attempt.current.abort();
      const own = (attempt.current = new AbortController());
      const { signal: stop } = own;
      const tell = (next: NoticeKind) => {
        if (!stop.aborted) setNotice(next);
      };
      let wasOnline = false;
      // Once it was there, its connection tells whether it is lost; a request in vain is only tried again.
      const onTrouble = () => {
        if (!wasOnline) tell('unavailable');
      };
      const openAgain = (next: Find, failed: Session | undefined, pause: number) => {
        own.abort();
        setTimeout(() => {
          // Unless the visitor has begun another conversation meanwhile.
          if (attempt.current === own) open(next, failed);
        }, pause);
      };

      const follow = (session: Session) => {
        if (stop.aborted) return;
        const onState = (state: ConnectionState) => {
          if (stop.aborted) return;
          switch (state) {
            case 'online':
              tell(former && !session.isResumed && !wasOnline ? 'begunAnew' : undefined);
              if (!wasOnline) session.keep();
              wasOnline = true;
              break;
            case 'lost':
              tell('lost');
              break;
            case 'unreachable':
              onTrouble();
              break;
            case 'failed':
            case 'over':
              directLine.end();
              tell(state === 'over' ? 'connecting' : 'unavailable');
              openAgain(
                (opening) => resumeOrBegin(opening, session.kept),
                session,
                state === 'over' ? 0 : REOPEN_PAUSE_MS,
              );
          }
        };
        const directLine = connect(domain, session, latestLocale.current, onState);
        setOpened({ key: (connections.current += 1), session, directLine });
      };

      find({ domain, keeping, stop, onTrouble }).then(follow, () => {
        if (stop.aborted) return;
        tell('unavailable');
        openAgain(find, former, REOPEN_PAUSE_MS);
      });
    },
    [domain, keeping],
  );

  useEffect(() => open(resumeOrBegin), [open]);

  const beginAgain = () => {
    opened?.directLine.end();
    setOpened(undefined);
    setNotice('connecting');
    open((opening) => begin(opening, opened?.session.kept));
  };
  /** That another conversation was begun need not be told any more once it is used. */
  const onUsed = useCallback(() => setNotice((before) => (before === 'begunAnew' ? undefined : before)), []);
  return { opened, notice, beginAgain, onUsed };
}
