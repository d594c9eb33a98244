import { en as datesEn } from './dateTexts.en.js';
import { ja as datesJa } from './dateTexts.ja.js';
import { en } from './en.js';
import { ja } from './ja.js';
import { en as walkthroughsEn } from './walkthroughTexts.en.js';
import { ja as walkthroughsJa } from './walkthroughTexts.ja.js';
const texts = { en, ja };
const dateTexts = { en: datesEn, ja: datesJa };
const walkthroughTexts = { en: walkthroughsEn, ja: walkthroughsJa };
export function textsIn(language) {
    return texts[language];
}
export function dateTextsIn(language) {
    return dateTexts[language];
}
export function walkthroughTextsIn(language) {
    return walkthroughTexts[language];
}
//# sourceMappingURL=textsIn.js.map