// The bot's own sentences by language.
import type { Localized, Language } from '../../knowledge/faq/language.js';
import { en } from './en.js';
import { ja } from './ja.js';
import type { Texts } from './texts.js';

const texts: Localized<Texts> = { en, ja };

export function textsIn(language: Language): Texts {
  return texts[language];
}
