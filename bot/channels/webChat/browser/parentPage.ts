// The page around the chat, which shows and hides it. Messages of other origins count for nothing.
import { type FromChat, isMessage } from '../messages.js';

/** A page that shows the chat without the launcher keeps nothing for it, and never answers. */
const ANSWER_LIMIT_MS = 2_000;

export class ParentPage {
  readonly #allowed: ReadonlySet<string>;
  /** Known once the page has told that it is there. */
  #origin: string | undefined;
  #isReady = false;
  #onKept: ((kept: string | null) => void) | undefined;

  constructor(
    allowedOrigins: readonly string[],
    private readonly onShown: (isShown: boolean) => void,
  ) {
    this.#allowed = new Set([...allowedOrigins, location.origin]);
    if (window.parent === window) return;
    // Of the pages around it a browser names the origins, or else the one that led here.
    const ancestors = location.ancestorOrigins as DOMStringList | undefined;
    const around = ancestors?.[0] ?? originOf(document.referrer);
    if (around !== undefined && this.#allowed.has(around)) this.#origin = around;
    window.addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => {
      if (source !== window.parent || !this.#allowed.has(origin) || !isMessage(data)) return;
      if (data.kind === 'mpn-shown') this.onShown(data.isShown);
      if (data.kind === 'mpn-kept') this.#onKept?.(typeof data.kept === 'string' ? data.kept : null);
    });
  }

  ready(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    this.tell({ kind: 'mpn-ready' });
  }

  /** What the page keeps for the chat; null where it keeps nothing, or does not answer. */
  async kept(): Promise<string | null> {
    if (this.#origin === undefined) return null;
    return new Promise((resolve) => {
      this.#onKept = resolve;
      setTimeout(() => resolve(null), ANSWER_LIMIT_MS);
      this.tell({ kind: 'mpn-recall' });
    });
  }

  tell(message: FromChat): void {
    if (this.#origin !== undefined) window.parent.postMessage(message, this.#origin);
  }
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
