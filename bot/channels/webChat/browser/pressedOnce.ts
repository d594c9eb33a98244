// A button that is pressed again before the bot has replied counts once: a double tap is one.

const BUTTON = '.webchat__suggested-action';

/**
 * Of the buttons below a reply takes one press, as they go with it. Another press before they have gone would also leave
 * Web Chat's input read-only for good.
 * @returns what ends it
 */
export function pressSuggestedOnce(): () => void {
  const used = new WeakSet<Element>();
  const onClick = (event: MouseEvent) => {
    const button = (event.target as Element).closest(BUTTON);
    if (!button) return;
    if (used.has(button)) event.stopPropagation();
    else for (const each of document.querySelectorAll(BUTTON)) used.add(each);
  };
  // Before React, which listens further inside.
  document.addEventListener('click', onClick, { capture: true });
  return () => document.removeEventListener('click', onClick, { capture: true });
}

interface Action {
  readonly type: string;
  readonly payload?: unknown;
}

interface Payload {
  readonly method?: string;
  readonly activity?: { readonly type: string; readonly from: { readonly role?: string } };
}

type Dispatch = (action: Action) => unknown;

/** Middleware of Web Chat's store, for the buttons of cards, which stay. Words that are typed twice are meant twice, and pass. */
export function pressedOnce(): (next: Dispatch) => Dispatch {
  /** The buttons whose press has had no reply yet, by what they send. */
  const pressed = new Set<string>();
  return (next) => (action) => {
    if (isPress(action)) {
      const press = JSON.stringify(action);
      if (pressed.has(press)) return undefined;
      pressed.add(press);
    } else if (isReply(action) || action.type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED') {
      pressed.clear();
    }
    return next(action);
  };
}

function isPress({ type, payload }: Action): boolean {
  if (type === 'WEB_CHAT/SEND_POST_BACK' || type === 'WEB_CHAT/SEND_MESSAGE_BACK') return true;
  return type === 'WEB_CHAT/SEND_MESSAGE' && (payload as Payload).method === 'imBack';
}

function isReply({ type, payload }: Action): boolean {
  if (type !== 'DIRECT_LINE/INCOMING_ACTIVITY') return false;
  const { activity } = payload as Payload;
  return activity?.type === 'message' && activity.from.role === 'bot';
}
