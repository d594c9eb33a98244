// The words of each language.
import type { Language } from '../../faq/language.js';
import { en } from './en.js';
import { ja } from './ja.js';
import type { Words } from './words.js';

export type { Words } from './words.js';

export const WORDS: Readonly<Record<Language, Words>> = { en, ja };
