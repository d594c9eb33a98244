// The conversation of this browser on this site, kept over reloads and pages.
import { type Language, languageOfLocale } from '../../../../knowledge/faq/language.js';

export interface Session {
  readonly conversationId: string;
  readonly token: string;
  /** Gets a new token days later; Azure's service gives none. */
  readonly resumeToken?: string;
  /** Whether the conversation was begun before. */
  readonly isResumed: boolean;
}

type Kept = Omit<Session, 'isResumed'>;

const SESSION = 'mpn-chat-session';
const LANGUAGE = 'mpn-chat-language';

/** The bot can't be asked at the moment, or does not let this page in. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
}

/** The kept conversation with a new token, or a new one. */
export async function resumeOrBegin(domain: string): Promise<Session> {
  const kept = read(SESSION) as Kept | undefined;
  if (!kept) return begin();
  const response = await ask(`${domain}/tokens/refresh`, kept.resumeToken ?? kept.token);
  // It has expired or is not known any more.
  if (!response.ok) return begin(kept);
  return keep({ ...kept, ...((await response.json()) as Kept) }, true);
}

/** @param former - the conversation that it takes the place of: the user stays the same */
export async function begin(former?: Pick<Session, 'token' | 'resumeToken'>): Promise<Session> {
  // Always here, also where the conversation is Azure's: only the server knows the secret.
  const response = await ask('/v3/directline/tokens/generate', former?.resumeToken ?? former?.token);
  if (!response.ok) throw new SessionError(`the bot answered ${response.status}`);
  return keep((await response.json()) as Kept, false);
}

export function forget(): void {
  write(SESSION, undefined);
}

/** The language that was chosen with the button, before the one of the page. */
export function keptLanguage(): Language | undefined {
  return languageOfLocale(String(read(LANGUAGE)));
}

export function keepLanguage(language: Language): void {
  write(LANGUAGE, language);
}

async function ask(url: string, token: string | undefined): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(10_000),
    });
  } catch (error) {
    throw new SessionError('the bot can’t be reached', { cause: error });
  }
}

function keep({ conversationId, token, resumeToken }: Kept, isResumed: boolean): Session {
  const kept = { conversationId, token, ...(resumeToken !== undefined && { resumeToken }) };
  write(SESSION, kept);
  return { ...kept, isResumed };
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    // The browser keeps nothing for this site, or what it kept is damaged.
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Then the conversation ends with the page.
  }
}
