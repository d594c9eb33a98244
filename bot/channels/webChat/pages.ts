// The HTML of the two pages: the chat, and the demo site around it.
import type { Language, Localized } from '../../../knowledge/faq/language.js';
import type { Assets } from './assets.js';
import { demoTextsIn } from './demoTexts.js';
import { html, Raw } from './html.js';

const ICON = new Raw(
  "<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath fill='%230067b8' d='M4 4h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z'/%3E%3C/svg%3E\">",
);

export interface ChatPage {
  readonly language: Language;
  readonly nonce: string;
  readonly title: Localized<string>;
  /** Where Direct Line is: an address, or a path on this server. */
  readonly domain: string;
  readonly allowedOrigins: readonly string[];
}

/** The chat itself, alone or in a frame. */
export function chatPage(
  { language, nonce, title, domain, allowedOrigins }: ChatPage,
  assets: Assets,
): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title[language]}</title>
        ${ICON}
        <link rel="stylesheet" href="${assets.path('chat.css')}" nonce="${nonce}" />
        <script src="${assets.path('chat.js')}" nonce="${nonce}" defer></script>
      </head>
      <body
        data-title-en="${title.en}"
        data-title-ja="${title.ja}"
        data-domain="${domain}"
        data-allowed-origins="${allowedOrigins.join(' ')}"
      >
        <div id="chat"></div>
      </body>
    </html> `.markup;
}

export interface DemoPage {
  readonly language: Language;
  readonly nonce: string;
  /** What the FAQ is about. */
  readonly faq: string;
  /** Questions that it answers. */
  readonly examples: readonly string[];
  /** Where the bot is reached. */
  readonly address: string;
}

/** A site with the chat on it, as its visitors see it, and the tag to copy. */
export function demoPage({ language, nonce, faq, examples, address }: DemoPage, assets: Assets): string {
  const texts = demoTextsIn(language);
  const other = language === 'en' ? 'ja' : 'en';
  const tag = `<script src="${address}/widget.js" data-lang="${language}" data-color="#0067b8" defer></script>`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${texts.brand}</title>
        ${ICON}
        <link rel="stylesheet" href="${assets.path('demo.css')}" nonce="${nonce}" />
        <script src="${assets.path('demo.js')}" nonce="${nonce}" defer></script>
        <script src="/widget.js" data-lang="${language}" data-color="#0067b8" nonce="${nonce}" defer></script>
      </head>
      <body>
        <header>
          <div class="width">
            <span class="brand">${texts.brand}</span>
            <nav><a href="/?lang=${other}" lang="${other}" hreflang="${other}">${texts.other}</a></nav>
          </div>
        </header>
        <main>
          <div class="lead">
            <div class="width">
              <h1>${texts.heading}</h1>
              <p>${texts.lead(faq)}</p>
            </div>
          </div>
          <section class="width" aria-labelledby="examples">
            <h2 id="examples">${texts.examples}</h2>
            <ul class="examples">
              ${Raw.all(examples.map((example) => html`<li>${example}</li>`))}
            </ul>
          </section>
          <section class="width" aria-labelledby="embed">
            <h2 id="embed">${texts.embed}</h2>
            <p>${texts.embedHow}</p>
            <div class="tag">
              <pre tabindex="0" aria-labelledby="embed"><code id="tag">${tag}</code></pre>
              <button type="button" id="copy" data-done="${texts.copied}">${texts.copy}</button>
              <span id="copied" role="status"></span>
            </div>
            <p class="note">${texts.embedNote}</p>
          </section>
        </main>
        <footer></footer>
      </body>
    </html> `.markup;
}
