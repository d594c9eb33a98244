// The privacy notice and the terms of use as pages.
import type { Language } from '../../../knowledge/faq/language.js';
import { appTextsIn } from '../../texts/appTexts.js';
import { LEGAL_PAGES, type LegalFacts, type LegalPageName, legalTextIn } from '../../texts/legalTexts.js';
import { textsIn } from '../../texts/textsIn.js';
import type { Assets } from './assets.js';
import { html, Raw } from './html.js';

export interface LegalPage {
  readonly name: LegalPageName;
  readonly language: Language;
  readonly nonce: string;
  readonly facts: LegalFacts;
}

export function legalPage({ name, language, nonce, facts }: LegalPage, assets: Assets): string {
  const { heading, lead, sections } = legalTextIn(language, name, facts);
  const brand = appTextsIn(language).name;
  const other = language === 'en' ? 'ja' : 'en';
  const otherName = LEGAL_PAGES.find((page) => page !== name)!;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${heading} – ${brand}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${assets.path('demo.css')}" nonce="${nonce}" />
      </head>
      <body>
        <header>
          <div class="width">
            <span class="brand">${brand}</span>
            <nav>
              <a href="/${name}?lang=${other}" lang="${other}" hreflang="${other}"
                >${textsIn(other).languageName}</a
              >
            </nav>
          </div>
        </header>
        <main>
          <div class="lead">
            <div class="width">
              <h1>${heading}</h1>
              <p>${lead}</p>
            </div>
          </div>
          ${Raw.all(
            sections.map(
              (section) =>
                html`<section class="width">
                  <h2>${section.heading}</h2>
                  ${Raw.all(section.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`))}
                </section>`,
            ),
          )}
        </main>
        <footer class="width">
          <a href="/${otherName}?lang=${language}">${legalTextIn(language, otherName, facts).heading}</a>
        </footer>
      </body>
    </html> `.markup;
}
