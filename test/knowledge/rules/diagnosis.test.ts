import { expect } from 'chai';
import { LANGUAGES } from '../../../knowledge/faq/language.js';
import { choiceIn, findingOf, questionOf } from '../../../knowledge/rules/diagnosis.js';
import { shippedIndex } from '../../shippedIndex.js';

describe('A diagnosis', () => {
  const entries = shippedIndex().faq.entries.filter(({ diagnosis }) => diagnosis);
  const questions = entries.flatMap(({ diagnosis }) =>
    diagnosis!.questions.map((question) => ({ diagnosis: diagnosis!, question })),
  );
  const [offers, , hardware, supervision] = ['other-offer', 'wanted', 'hardware', 'supervision'].map(
    (id) => questions.find(({ question }) => question.id === id)!.question,
  );

  it('understands every title and every other name of a choice as just that one', () => {
    for (const { question } of questions) {
      for (const choice of question.choices) {
        for (const name of LANGUAGES.flatMap((language) => [
          choice.title[language],
          ...choice.alternates[language],
        ])) {
          expect(choiceIn(question, name)?.leads, name).to.equal(choice.leads);
        }
      }
    }
  });

  for (const [reply, leads] of [
    ['EAです', 'conflict'],
    ['he has an Enterprise Agreement', 'conflict'],
    ['they use CSP', 'conflict'],
    ['Azure Pass and Action Pack', 'conflict'],
    ['EAとCSPを使っています', 'conflict'],
    ['I think I cannot say', undefined],
    ['Azure Pass or none', undefined],
    ['x'.repeat(1000), undefined],
    ['', undefined],
  ] as const) {
    it(`takes "${reply.slice(0, 40)}" for ${leads ?? 'no choice'}`, () => {
      expect(choiceIn(offers!, reply)?.leads).to.equal(leads);
    });
  }

  it('concludes as the FAQ does about the hardware and the supervision', () => {
    const { diagnosis } = entries.find(({ id }) => id === 'customer-account-activation')!;
    const conclusion = (question: typeof hardware, reply: string) => {
      const finding = findingOf(diagnosis!, choiceIn(question!, reply)!);
      return finding.kind === 'question' ? finding.question.id : finding.conclusion.id;
    };
    expect(conclusion(hardware, "the customer's")).to.equal('not-allowed');
    expect(conclusion(hardware, '自社')).to.equal('supervision');
    expect(conclusion(supervision, 'yes')).to.equal('demonstration');
    expect(conclusion(supervision, 'いいえ')).to.equal('not-supervised');
  });

  it('has an end for every choice', () => {
    for (const { diagnosis, question } of questions) {
      for (const choice of question.choices) {
        const finding = findingOf(diagnosis, choice);
        expect(finding.kind === 'question' || finding.conclusion.answer.en !== '').to.equal(true);
      }
    }
  });

  it('has no question that it does not know', () => {
    expect(questionOf(entries[0]!.diagnosis!, 'the meaning of life')).to.equal(undefined);
  });
});
