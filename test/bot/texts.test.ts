import { expect } from 'chai';
import { dateTextsIn, rightsTextsIn } from '../../bot/texts/textsIn.js';
import { LANGUAGES } from '../../knowledge/faq/language.js';
import { understandDateQuestion } from '../../knowledge/rules/dateQuestion.js';
import { dateRules } from '../../knowledge/rules/dateRules.js';
import { detectLanguage } from '../../knowledge/text/detectLanguage.js';
import { ActIndex } from '../../knowledge/understanding/actIndex.js';
import { shippedIndex } from '../shippedIndex.js';

describe('The buttons that offer to work out a date', () => {
  for (const language of LANGUAGES) {
    for (const { id } of Object.values(dateRules)) {
      it(`are understood as what they say (${id}, ${language})`, () => {
        const title = dateTextsIn(language).workOut[id];
        const question = understandDateQuestion(title, { today: '2021-03-10' });
        expect(question?.rule.id).to.equal(id);
        expect(question?.isSpecific).to.equal(true);
        expect(detectLanguage(title)?.language).to.equal(language);
      });
    }
  }
});

describe('The buttons about what is kept', () => {
  for (const language of LANGUAGES) {
    it(`are understood as what they say (${language})`, () => {
      const acts = ActIndex.learn(shippedIndex().faq);
      const { deleteIt, yes, no } = rightsTextsIn(language);
      // Pressed later, "Yes, delete it" asks once more, and takes nothing else that was offered.
      expect([deleteIt, yes, no].map((title) => acts.exact(title))).to.deep.equal([
        'forgetMe',
        'forgetMe',
        'no',
      ]);
    });
  }
});
