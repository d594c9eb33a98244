// The connection to Direct Line, by Microsoft's client, and what becomes of it.
import { DirectLine } from 'botframework-directlinejs';
import type { Session } from './session.js';

/** 'lost': it reconnects by itself. 'failed': only a new token or another conversation helps. */
export type ConnectionState = 'online' | 'lost' | 'failed';

/** Of the client's statuses: the token has expired; it could not connect. */
const FAILED: readonly number[] = [3, 4];
/** Milliseconds that a request may take, and between two attempts to reconnect. */
const TIMEOUT = 8_000;
/** How often a message is sent again while the bot can't be reached, a second apart. */
const MOST_ATTEMPTS = 15;

/** @param locale - the language that the bot says its welcome in */
export function connect(
  domain: string,
  { token, conversationId, isResumed }: Session,
  locale: string,
  onState: (state: ConnectionState) => void,
): DirectLine {
  class WatchedWebSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('open', () => onState('online'));
      this.addEventListener('close', () => onState('lost'));
    }
  }
  const directLine = new DirectLine({
    domain,
    token,
    ...(isResumed && { conversationId }),
    conversationStartProperties: { locale },
    timeout: TIMEOUT,
    WebSocket: WatchedWebSocket,
    // It reconnects after 3 to 15 seconds; this makes it 1 to 4, still spread over time.
    random: () => Math.random() * 0.25 - 0.16,
  });
  directLine.connectionStatus$.subscribe((status: number) => {
    if (FAILED.includes(status)) onState('failed');
  });
  return sendingAgain(directLine);
}

/** A message that could not be sent is sent again; under the same id it is taken once. */
function sendingAgain(directLine: DirectLine): DirectLine {
  const post = directLine.postActivity.bind(directLine);
  directLine.postActivity = (activity) =>
    post(activity)
      .map((id: string) => {
        if (id === 'retry') throw new NotSent();
        return id;
      })
      .retryWhen((errors) => errors.map(onlyNotSent).delay(1_000).take(MOST_ATTEMPTS));
  return directLine;
}

class NotSent extends Error {}

/** What was refused is refused again if it is sent again. */
function onlyNotSent(error: unknown): NotSent {
  if (error instanceof NotSent) return error;
  throw error;
}
