// What is kept over reloads and pages, in the storage that the browser has for the bot on this site. In a frame of another
// site a browser may refuse that; then the page around the chat keeps the conversation.
import { type Language, languageOfLocale } from '../../../../knowledge/faq/language.js';
import type { ParentPage } from './parentPage.js';

/** What opens a conversation again. */
export interface Kept {
  readonly conversationId: string;
  readonly token: string;
  /** Gets a new token days later; Azure's service gives none. */
  readonly resumeToken?: string;
}

const SESSION = 'mpn-chat-session';
const LANGUAGE = 'mpn-chat-language';
const TOKEN = /^[\x21-\x7e]+$/;

export class Keeping {
  constructor(private readonly parent: ParentPage) {}

  async read(): Promise<Kept | undefined> {
    const kept = parsed(storage() ? storage()!.getItem(SESSION) : await this.parent.kept()) as Kept | null;
    if (kept === null) return undefined;
    const tokens = [kept.token, kept.resumeToken ?? kept.token];
    // What is no token could not be sent.
    return tokens.every((token) => typeof token === 'string' && TOKEN.test(token)) ? kept : undefined;
  }

  write({ conversationId, token, resumeToken }: Kept): void {
    const text = JSON.stringify({ conversationId, token, resumeToken });
    if (!store(SESSION, text)) this.parent.tell({ kind: 'mpn-keep', kept: text });
  }
}

/** The language that was chosen with the button, before the one of the page. */
export function keptLanguage(): Language | undefined {
  return languageOfLocale(String(parsed(storage()?.getItem(LANGUAGE))));
}

export function keepLanguage(language: Language): void {
  store(LANGUAGE, JSON.stringify(language));
}

function parsed(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    // It is damaged.
    return null;
  }
}

/** @returns undefined where the browser lets this frame keep nothing */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** @returns whether it is kept: the browser may refuse it, or have no room */
function store(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
