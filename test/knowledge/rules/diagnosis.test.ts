import { expect } from 'chai';
import { decided, findingOf, namesOf, questionOf } from '../../../knowledge/rules/diagnosis.js';
import { pickedIn } from '../../../knowledge/understanding/choices.js';
import { shippedIndex } from '../../shippedIndex.js';

describe('A diagnosis', () => {
  const entries = shippedIndex().faq.entries.filter(({ diagnosis }) => diagnosis);
  const questions = entries.flatMap(({ diagnosis }) =>
    diagnosis!.questions.map((question) => ({ diagnosis: diagnosis!, question })),
  );
  const [offers, wanted, hardware, supervision] = ['other-offer', 'wanted', 'hardware', 'supervision'].map(
    (id) => questions.find(({ question }) => question.id === id)!.question,
  );

  /** What a reply to a question comes to, read as the conversation reads it. */
  const replied = (question: typeof offers, text: string) => {
    const choices = question!.choices.map((choice) => ({ names: namesOf(choice), means: choice.means }));
    const { affirmed, denied } = pickedIn(text, choices);
    return decided(question!, { affirmed, denied });
  };
  const choiceIn = (question: typeof offers, text: string) => {
    const reply = replied(question, text);
    return reply && 'choice' in reply ? reply.choice : undefined;
  };

  it('understands every title and every other name of a choice as just that one', () => {
    for (const { question } of questions) {
      for (const choice of question.choices) {
        for (const name of namesOf(choice))
          expect(choiceIn(question, name)?.leads, name).to.equal(choice.leads);
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
    ['He is not on Azure Pass', undefined],
    ['neither EA nor CSP', undefined],
    ['以前はAzure Passでしたが今は違います', undefined],
    ['Azure Passは使っていません', undefined],
    ['he used to have Action Pack', undefined],
    ['x'.repeat(1000), undefined],
    ['', undefined],
  ] as const) {
    it(`takes "${reply.slice(0, 40)}" for ${leads ?? 'no choice'}`, () => {
      expect(choiceIn(offers, reply)?.leads).to.equal(leads);
    });
  }

  for (const [reply, leads] of [
    ['extend, but not more people', 'extend'],
    ['more seats and more time', 'both'],
    ['5人増やして1年延長したい', 'both'],
    ['人数は同じで期間だけ', 'extend'],
    ['3人分増やしたい', 'add'],
  ] as const) {
    it(`takes "${reply}" for ${leads}`, () => {
      expect(choiceIn(wanted, reply)?.leads).to.equal(leads);
    });
  }

  it('concludes nothing from what is only ruled out, or from several that lead apart', () => {
    expect(replied(offers, 'not Azure Pass')).to.deep.equal({ undecided: 'denied' });
    expect(replied(hardware, "the customer's and ours")).to.deep.equal({ undecided: 'several' });
  });

  it('concludes as the FAQ does about the hardware and the supervision', () => {
    const { diagnosis } = entries.find(({ id }) => id === 'customer-account-activation')!;
    const conclusion = (question: typeof hardware, reply: string) => {
      const finding = findingOf(diagnosis!, choiceIn(question, reply)!);
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
