// What settings have to look like.
import { isLoopback } from './loopback.js';

/** Whether the address that users reach the bot at is one that is not of this computer. */
export function isOutside(publicUrl = ''): boolean {
  return /^https?:/.test(publicUrl) && URL.canParse(publicUrl) && !isLoopback(new URL(publicUrl).hostname);
}

/** Whether a text is an origin as browsers send it. */
export function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

export function isDatabaseUrl(url: string): boolean {
  if (url.startsWith('file:')) return url.length > 'file:'.length;
  return /^postgres(?:ql)?:\/\//.test(url) && URL.canParse(url);
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
