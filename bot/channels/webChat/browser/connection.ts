// The connection to Direct Line, by Microsoft's client, and what becomes of it.
import { ConnectionStatus, DirectLine, type Services } from 'botframework-directlinejs';
import { Observable } from 'rxjs/Observable';
import type { AjaxRequest, AjaxResponse } from 'rxjs/observable/dom/AjaxObservable';
import { ask } from './ask.js';
import { type Session, SessionOver } from './session.js';

/**
 * 'lost': it reconnects by itself. 'unreachable': it was never there, and is tried again. 'failed' and 'over': only another
 * connection helps, and where it is over, only with another conversation.
 */
export type ConnectionState = 'online' | 'lost' | 'unreachable' | 'failed' | 'over';

/** How long a message is sent again while the bot can't be reached. Then it is shown as not sent. */
export const SEND_LIMIT_MS = 20_000;

const REFUSED = [401, 403];
const TIMED_OUT = 408;
const GONE = [...REFUSED, 404];

/** @param locale - the language that the bot says its welcome in */
export function connect(
  domain: string,
  session: Session,
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
    token: session.kept.token,
    ...(session.isResumed && { conversationId: session.kept.conversationId }),
    conversationStartProperties: { locale },
    WebSocket: WatchedWebSocket,
    ajax: requests(session, onState),
    // It reconnects after 3 to 15 seconds; this makes it 1 to 4, still spread over time.
    random: () => Math.random() * 0.25 - 0.16,
  });
  directLine.connectionStatus$.subscribe((status: ConnectionStatus) => {
    if (status === ConnectionStatus.ExpiredToken || status === ConnectionStatus.FailedToConnect)
      onState('failed');
  });
  return directLine;
}

/**
 * Sends the client's requests. The client itself gives up for good at a token that has expired, and at any refusal when it
 * connects; here the token is renewed, and a bot that is out of reach is asked again.
 */
function requests(session: Session, onState: (state: ConnectionState) => void): Services['ajax'] {
  const answer = async (request: AjaxRequest, ended: AbortSignal): Promise<Partial<AjaxResponse>> => {
    const url = request.url!;
    const patience = isMessage(request)
      ? { stop: AbortSignal.timeout(SEND_LIMIT_MS) }
      : { stop: ended, onTrouble: () => onState('unreachable') };
    const send = () =>
      ask(
        url,
        {
          method: request.method!,
          headers: { ...(request.headers as object), Authorization: `Bearer ${session.kept.token}` },
          ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
        },
        patience,
      );
    // The client does so every quarter of an hour, so that the token of an open page does not expire.
    if (url.endsWith('/tokens/refresh')) return { response: { token: await session.renew() } };
    let response = await send();
    if (REFUSED.includes(response.status)) {
      await session.renew();
      response = await send();
    }
    if (response.ok) return { response: (await response.json()) as unknown };
    throw new NotDone(response.status);
  };
  return ((request: AjaxRequest) =>
    new Observable<Partial<AjaxResponse>>((subscriber) => {
      const ended = new AbortController();
      answer(request, ended.signal).then(
        (response) => {
          subscriber.next(response);
          subscriber.complete();
        },
        (error: unknown) => {
          const { status } = error instanceof NotDone ? error : new NotDone(TIMED_OUT);
          if (error instanceof SessionOver) onState('over');
          // A message may also be refused for what is in it.
          else if (!ended.signal.aborted && (!isMessage(request) || GONE.includes(status))) onState('failed');
          // Without such a status the client would take a message for sent.
          subscriber.error(new NotDone(status));
        },
      );
      return () => ended.abort();
    })) as unknown as Services['ajax'];
}

function isMessage({ method, url }: AjaxRequest): boolean {
  return method === 'POST' && url!.endsWith('/activities');
}

/** A request that is not tried again, with the status that tells the client so. */
class NotDone extends Error {
  constructor(readonly status: number) {
    super(`the bot answered ${status}`);
  }
}
