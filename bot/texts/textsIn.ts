// The bot's own sentences by language.
import type { Localized, Language } from '../../knowledge/faq/language.js';
import { en as datesEn } from './dateTexts.en.js';
import { ja as datesJa } from './dateTexts.ja.js';
import type { DateTexts } from './dateTexts.js';
import { en } from './en.js';
import { ja } from './ja.js';
import { en as rightsEn } from './rightsTexts.en.js';
import { ja as rightsJa } from './rightsTexts.ja.js';
import type { RightsTexts } from './rightsTexts.js';
import type { Texts } from './texts.js';
import { en as walkthroughsEn } from './walkthroughTexts.en.js';
import { ja as walkthroughsJa } from './walkthroughTexts.ja.js';
import type { WalkthroughTexts } from './walkthroughTexts.js';

const texts: Localized<Texts> = { en, ja };
const rightsTexts: Localized<RightsTexts> = { en: rightsEn, ja: rightsJa };
const dateTexts: Localized<DateTexts> = { en: datesEn, ja: datesJa };
const walkthroughTexts: Localized<WalkthroughTexts> = { en: walkthroughsEn, ja: walkthroughsJa };

export function textsIn(language: Language): Texts {
  return texts[language];
}

export function dateTextsIn(language: Language): DateTexts {
  return dateTexts[language];
}

export function rightsTextsIn(language: Language): RightsTexts {
  return rightsTexts[language];
}

export function walkthroughTextsIn(language: Language): WalkthroughTexts {
  return walkthroughTexts[language];
}
