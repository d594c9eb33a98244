// Japanese in Latin letters.
import { isHiragana, isKatakana, toHiragana } from 'wanakana';

/** Whether a Latin word can be read as kana throughout, as `koushin` can and `subscription` can't. */
export function readsAsKana(word: string): boolean {
  const kana = toHiragana(word);
  return isHiragana(kana) || isKatakana(kana);
}
