// Days written so that they cannot be mistaken, in the language of the reader.
import type { Language, Localized } from '../faq/language.js';
import { type CivilDate, partsOf, plusDays, plusMonths } from './civilDate.js';

const FORMATS: Localized<Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }),
  ja: new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** @example formatDate('2021-12-01', 'en') // 'December 1, 2021'; in 'ja', '2021年12月1日' */
export function formatDate(date: CivilDate, language: Language): string {
  return FORMATS[language].format(new Date(`${date}T00:00:00Z`));
}

const MONTHS: Localized<Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'long', timeZone: 'UTC' }),
  ja: new Intl.DateTimeFormat('ja-JP', { year: 'numeric', month: 'long', timeZone: 'UTC' }),
};

/**
 * From one day to another: a whole month and a whole year by their names.
 *
 * @example formatSpan('2027-11-01', '2027-11-30', 'ja') // '2027年11月'
 */
export function formatSpan(from: CivilDate, to: CivilDate, language: Language): string {
  if (from === to) return formatDate(to, language);
  const isFromFirst = partsOf(from).day === 1;
  if (isFromFirst && plusMonths(from, 1) === plusDays(to, 1))
    return MONTHS[language].format(new Date(`${from}T00:00:00Z`));
  const { year, month } = partsOf(from);
  if (isFromFirst && month === 1 && plusMonths(from, 12) === plusDays(to, 1))
    return language === 'ja' ? `${year}年` : `${year}`;
  const [first, last] = [formatDate(from, language), formatDate(to, language)];
  return language === 'ja' ? `${first}〜${last}` : `${first} to ${last}`;
}
