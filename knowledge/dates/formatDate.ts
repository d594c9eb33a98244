// Days written so that they cannot be mistaken, in the language of the reader.
import type { Language, Localized } from '../faq/language.js';
import type { CivilDate } from './civilDate.js';

const FORMATS: Localized<Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }),
  ja: new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** @example formatDate('2021-12-01', 'en') // 'December 1, 2021'; in 'ja', '2021年12月1日' */
export function formatDate(date: CivilDate, language: Language): string {
  return FORMATS[language].format(new Date(`${date}T00:00:00Z`));
}
