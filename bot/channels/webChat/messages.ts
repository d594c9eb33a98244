// What the chat window and the page around it tell each other by postMessage.

/** Whether what came by postMessage may be a message of these: other scripts send whatever they like. */
export function isMessage(data: unknown): data is FromLauncher | FromChat {
  return typeof data === 'object' && data !== null && 'kind' in data;
}

export type FromLauncher =
  /** The window is shown, or not any more. */
  | { readonly kind: 'mpn-shown'; readonly isShown: boolean }
  /** What the page keeps for the chat, as the chat gave it. */
  | { readonly kind: 'mpn-kept'; readonly kept: string | null };

export type FromChat =
  /** The window can be used. */
  | { readonly kind: 'mpn-ready' }
  | { readonly kind: 'mpn-unread'; readonly count: number }
  | { readonly kind: 'mpn-close' }
  | { readonly kind: 'mpn-language'; readonly language: 'en' | 'ja' }
  /** The browser keeps nothing for the chat on this site: the page is asked to, and for what it keeps. */
  | { readonly kind: 'mpn-keep'; readonly kept: string }
  | { readonly kind: 'mpn-recall' };
