// What the server tells the chat page, in attributes of its body: no inline script is needed for that.
import { type Language, languageOfLocale } from '../../../../knowledge/faq/language.js';

export interface Settings {
  /** The language that the page was opened in. */
  readonly language: Language;
  /** What the chat is about, in both languages. */
  readonly title: Readonly<Record<Language, string>>;
  /** The site's colour, like #0067b8. */
  readonly color: string;
  /** Where Direct Line is: here, or Azure's. */
  readonly domain: string;
  /** The pages that the chat may be shown in. */
  readonly allowedOrigins: readonly string[];
  readonly isEmbedded: boolean;
  /** Lets the styles that Web Chat makes pass the content security policy. */
  readonly nonce: string;
}

export function readSettings(): Settings {
  const { dataset } = document.body;
  const query = new URLSearchParams(location.search);
  const color = query.get('color') ?? '';
  return {
    language: languageOfLocale(document.documentElement.lang) ?? 'en',
    title: { en: dataset['titleEn']!, ja: dataset['titleJa']! },
    color: /^#[\da-f]{6}$/i.test(color) ? color : '#0067b8',
    domain: new URL(dataset['domain']!, location.origin).href,
    allowedOrigins: dataset['allowedOrigins']!.split(' ').filter((origin) => origin !== ''),
    isEmbedded: window.parent !== window,
    nonce: document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '',
  };
}

/**
 * The locale that the visitor writes in, which tells the bot how to read 03/04/2025: the browser's own, such as `en-GB`, where
 * the chat is in its language. Of somebody who reads English in a German browser nothing is known but the language.
 * @param preferred - the locales of the browser, the first one first
 */
export function localeFor(language: Language, preferred: readonly string[] = navigator.languages): string {
  const [first] = preferred;
  return first !== undefined && languageOfLocale(first) === language ? first : language;
}
