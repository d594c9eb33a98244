// The texts of the demo site, in both languages.
import type { Language, Localized } from '../../../knowledge/faq/language.js';

export interface DemoTexts {
  readonly brand: string;
  /** The way to the other language, in that language. */
  readonly other: string;
  readonly heading: string;
  lead(faq: string): string;
  readonly examples: string;
  readonly embed: string;
  readonly embedHow: string;
  readonly copy: string;
  readonly copied: string;
  readonly embedNote: string;
}

const en: DemoTexts = {
  brand: 'Partner portal (demo)',
  other: '日本語',
  heading: 'Questions about your benefits? Just ask.',
  lead: (faq) =>
    `Ask about ${faq} in your own words, in English or Japanese. The button in the corner opens the chat.`,
  examples: 'For example',
  embed: 'Put it on your own page',
  embedHow: 'One line in the HTML of your page is all it takes:',
  copy: 'Copy',
  copied: 'Copied.',
  embedNote:
    'data-lang takes en or ja; without it the chat follows the language of the page. data-color takes your colour. The origin of your page must be listed in ALLOWED_ORIGINS.',
};

const ja: DemoTexts = {
  brand: 'パートナー ポータル（デモ）',
  other: 'English',
  heading: '特典について、わからないことはありませんか？',
  lead: (faq) =>
    `${faq}について、普段の言葉でお尋ねください。日本語でも英語でもお答えします。右下のボタンからチャットを始められます。`,
  examples: '質問の例',
  embed: '自社のページに設置する',
  embedHow: 'ページの HTML に、次の 1 行を加えるだけで設置できます。',
  copy: 'コピー',
  copied: 'コピーしました。',
  embedNote:
    'data-lang には ja か en を指定します。省略すると、ページの言語に合わせて表示します。data-color にはお好みの色を指定できます。設置するページのオリジンは、設定 ALLOWED_ORIGINS に加えてください。',
};

const texts: Localized<DemoTexts> = { en, ja };

export function demoTextsIn(language: Language): DemoTexts {
  return texts[language];
}
