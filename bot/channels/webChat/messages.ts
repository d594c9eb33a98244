// What the chat window and the page around it tell each other by postMessage.

/** Whether what came by postMessage may be a message of these: other scripts send whatever they like. */
export function isMessage(data: unknown): data is FromLauncher | FromChat {
  return typeof data === 'object' && data !== null && 'kind' in data;
}

/** The window is shown, or not any more. */
export interface FromLauncher {
  readonly kind: 'mpn-shown';
  readonly isShown: boolean;
}

export type FromChat =
  /** The window can be used. */
  | { readonly kind: 'mpn-ready' }
  | { readonly kind: 'mpn-unread'; readonly count: number }
  | { readonly kind: 'mpn-close' }
  | { readonly kind: 'mpn-language'; readonly language: 'en' | 'ja' };
