import { expect } from 'chai';
import { type Lead, leadOf } from '../../../knowledge/understanding/polarity.js';
import { shippedIndex } from '../../shippedIndex.js';

/** What is asked about, as it stands after "can I", and in Japanese before のは, after て and before ます. */
interface Phrase {
  readonly en: string;
  readonly ja: { readonly does: string; readonly doing: string; readonly can: string };
}

const PHRASES: Readonly<Record<string, Phrase>> = {
  'key-outlives-expiry': {
    en: 'use a redeemed key after the benefits have expired',
    ja: {
      does: '期限を過ぎたキーを使う',
      doing: '期限を過ぎたキーを使って',
      can: '期限が切れたあともキーを使え',
    },
  },
  'before-start-date': {
    en: 'renew my membership before the renewal start date',
    ja: {
      does: '開始日より前に更新する',
      doing: '開始日より前に更新して',
      can: '開始日より前に更新でき',
    },
  },
  'key-not-twice': {
    en: 'redeem the same key a second time',
    ja: {
      does: 'キーをもう一度引き換える',
      doing: 'キーをもう一度引き換えて',
      can: 'キーをもう一度引き換えられ',
    },
  },
  'customer-account-activation': {
    en: "activate the license on my customer's account",
    ja: {
      does: 'お客様のアカウントで有効化する',
      doing: 'お客様のアカウントで有効化して',
      can: 'お客様のアカウントで有効化でき',
    },
  },
  'customer-hardware': {
    en: 'install the demo on a computer that belongs to the customer',
    ja: { does: '客先のPCに入れる', doing: '客先のPCに入れて', can: '客先のPCに入れられ' },
  },
  'sales-demo': {
    en: 'show the product to customers, as I am in sales',
    ja: {
      does: '営業がお客様に製品を見せる',
      doing: '営業がお客様に製品を見せて',
      can: '営業がお客様に製品を見せられ',
    },
  },
  'cannot-combine': {
    en: 'combine Azure Bulk Credit with other offers',
    ja: {
      does: '一括クレジットをほかのプランと併用する',
      doing: '一括クレジットをほかのプランと併用して',
      can: '一括クレジットをほかのプランと併用でき',
    },
  },
  'in-one-of-two-lists': {
    en: "give Visual Studio to someone who isn't in our AAD tenant",
    ja: {
      does: 'テナントにいない人に割り当てる',
      doing: 'テナントにいない人に割り当てて',
      can: 'テナントにいない人に割り当てられ',
    },
  },
};

type Form = (phrase: Phrase) => string;

const ASKS_WHETHER_IT_CAN_BE: readonly Form[] = [
  ({ en }) => `Can I ${en}?`,
  ({ en }) => `may we ${en}`,
  ({ en }) => `Is it OK to ${en}?`,
  ({ en }) => `Am I allowed to ${en}?`,
  ({ en }) => `Could I still ${en}?`,
  ({ en }) => `A colleague has already asked. Is it possible to ${en}?`,
  ({ en }) => `Can't I ${en}?`,
  ({ en }) => `Isn't it possible to ${en}?`,
  ({ en }) => `Could you tell me whether I can ${en}?`,
  ({ en }) => `So we can ${en}, right?`,
  ({ en }) => `Is it true that one may ${en}?`,
  ({ ja }) => `${ja.can}ますか`,
  ({ ja }) => `${ja.can}る？`,
  ({ ja }) => `${ja.doing}もいいですか`,
  ({ ja }) => `${ja.doing}もいい？`,
  ({ ja }) => `${ja.does}のは大丈夫ですか`,
  ({ ja }) => `${ja.does}ことは可能でしょうか。`,
  ({ ja }) => `${ja.does}のはOK？`,
  ({ ja }) => `まだ${ja.can}ますか`,
  ({ ja }) => `もう手続きをしました。${ja.can}ますか`,
  ({ ja }) => `${ja.can}ませんか`,
  ({ ja }) => `${ja.can}ませんでしょうか`,
  ({ ja }) => `${ja.can}ますよね？`,
  ({ ja }) => `${ja.doing}も問題ないですか`,
  ({ ja }) => `${ja.doing}もかまいませんか`,
];

const ASKS_WHETHER_IT_IS_FORBIDDEN: readonly Form[] = [
  ({ en }) => `Is it forbidden to ${en}?`,
  ({ en }) => `is it prohibited to ${en}`,
  ({ en }) => `Is it not allowed to ${en}?`,
  ({ en }) => `Is it impossible to ${en}?`,
  ({ en }) => `Isn't it against the rules to ${en}?`,
  ({ ja }) => `${ja.does}のはだめですか`,
  ({ ja }) => `${ja.does}のはダメ？`,
  ({ ja }) => `${ja.does}のはNG？`,
  ({ ja }) => `${ja.does}のは禁止ですか`,
  ({ ja }) => `${ja.does}のは無理でしょうか`,
  ({ ja }) => `${ja.doing}はいけませんか`,
  ({ ja }) => `${ja.does}のは禁止されていますか`,
  ({ ja }) => `${ja.does}のはまずいですか`,
];

const WANTS_TO_HEAR_THAT_IT_IS_FORBIDDEN: readonly Form[] = [
  ({ en }) => `It's forbidden to ${en}, right?`,
  ({ ja }) => `${ja.does}のはだめですよね`,
  ({ ja }) => `${ja.does}のは無理ってことですか`,
];

const DENIES_IN_ENGLISH: readonly Form[] = [
  ({ en }) => `It's not possible to ${en}, right?`,
  ({ en }) => `Is it correct that I can't ${en}?`,
  ({ en }) => `Nobody can ${en}. Correct?`,
  ({ en }) => `We are not allowed to ${en}, are we, is that right?`,
];

const DENIES_IN_JAPANESE: readonly Form[] = [
  ({ ja }) => `${ja.can}ないんですか`,
  ({ ja }) => `${ja.can}ないのでしょうか`,
  ({ ja }) => `${ja.can}ないですよね`,
  ({ ja }) => `${ja.can}ませんよね？`,
  ({ ja }) => `${ja.can}ないという認識で合っていますか`,
];

const NOT_CLEAR_OR_NOT_YES_OR_NO: readonly Form[] = [
  ({ en }) => `Do I have to ${en}?`,
  ({ en }) => `Must I ${en}?`,
  ({ en }) => `Should I ${en}?`,
  ({ en }) => `How can I ${en}?`,
  ({ en }) => `When may I ${en}?`,
  ({ en }) => `Where is it possible to ${en}?`,
  ({ en }) => `Who is allowed to ${en}?`,
  ({ en }) => `Why can't I ${en}?`,
  ({ en }) => `Can you tell me how to ${en}?`,
  ({ en }) => `Can I only ${en}?`,
  ({ en }) => `Can I ${en}, or is it forbidden?`,
  ({ en }) => `Does it stop working if I ${en}?`,
  ({ en }) => `It isn't forbidden to ${en}, is it?`,
  ({ en }) => `I want to ${en}.`,
  ({ en }) => en,
  ({ ja }) => `${ja.does}必要がありますか`,
  ({ ja }) => `${ja.does}べきですか`,
  ({ ja }) => `${ja.does}と切れますか`,
  ({ ja }) => `${ja.doing}おかないとだめですか`,
  ({ ja }) => `いつ${ja.can}ますか`,
  ({ ja }) => `どうすれば${ja.can}ますか`,
  ({ ja }) => `誰なら${ja.doing}もいいですか`,
  ({ ja }) => `なぜ${ja.can}ないんですか`,
  // May be either: "isn't it possible?" or "could it be possible?"
  ({ ja }) => `${ja.can}ないですか`,
  ({ ja }) => `${ja.can}ますか、それともだめですか`,
  ({ ja }) => `${ja.does}のはだめじゃないですよね`,
  ({ ja }) => `${ja.does}方法`,
  ({ ja }) => `${ja.doing}ください`,
];

describe('The word that an answer begins with', () => {
  const subjects = shippedIndex().faq.entries.flatMap((entry) => [entry, ...entry.facts]);
  const told = subjects.filter(({ yesNo }) => yesNo !== undefined);

  it('is tested for all that yes or no can answer', () => {
    expect(told.map(({ id }) => id)).to.have.members(Object.keys(PHRASES));
  });

  for (const subject of told) {
    const { id, yesNo } = subject;
    const opposite = yesNo === 'yes' ? 'no' : 'yes';
    const expectLeads = (forms: readonly Form[], lead: Lead | undefined) => {
      for (const form of forms) {
        const text = form(PHRASES[id]!);
        expect(leadOf(subject, { text }), text).to.equal(lead);
      }
    };

    it(`is ${yesNo} where it is asked whether it can be (${id})`, () => {
      expectLeads(ASKS_WHETHER_IT_CAN_BE, yesNo);
      expectLeads([() => subject.question.en, () => subject.question.ja], yesNo);
    });

    it(`is ${opposite} where it is asked whether it is forbidden (${id})`, () => {
      expectLeads(ASKS_WHETHER_IT_IS_FORBIDDEN, opposite);
      expectLeads(WANTS_TO_HEAR_THAT_IT_IS_FORBIDDEN, yesNo === 'no' ? 'right' : 'no');
    });

    it(`agrees with who says that it can't be, where that is so (${id})`, () => {
      // "No" to "It can't be, right?" may mean either in English.
      expectLeads(DENIES_IN_ENGLISH, yesNo === 'no' ? 'right' : undefined);
      expectLeads(DENIES_IN_JAPANESE, yesNo === 'no' ? 'right' : 'no');
    });

    it(`is left out where it is not clear, or yes and no are no answer (${id})`, () => {
      expectLeads(NOT_CLEAR_OR_NOT_YES_OR_NO, undefined);
    });
  }

  const early = told.find(({ id }) => id === 'before-start-date')!;

  it('is left out where the opposite is asked, or a date decides', () => {
    expect(leadOf(early, { text: 'Can I renew after the renewal start date?' })).to.equal(undefined);
    expect(leadOf(early, { text: '更新開始日を過ぎてからも更新できますか' })).to.equal(undefined);
    const found = [{ date: '2021-03-01' }] as never;
    expect(leadOf(early, { text: 'Can I renew it before that?', found })).to.equal(undefined);
  });

  it('is left out where something else, with another answer or none, may be meant', () => {
    const text = 'May I use it at the client?';
    const [account, demo, ownHardware, hardware] = [
      'customer-account-activation',
      'sales-demo',
      'own-hardware',
      'customer-hardware',
    ].map((id) => subjects.find((each) => each.id === id)!);
    const leadBeside = (subject: typeof demo, confidence: number) => {
      const answer = { entry: account, confidence: 1, rivals: [{ subject, confidence }] };
      return leadOf(account!, { text, match: { outcome: 'answer', answer, candidates: [] } as never });
    };
    expect(leadBeside(hardware, 0.4)).to.equal('no');
    expect(leadBeside(demo, 0.06)).to.equal(undefined);
    expect(leadBeside(ownHardware, 0.06)).to.equal('no');
    expect(leadBeside(ownHardware, 0.3)).to.equal(undefined);
  });

  it('is there for what must be done or ends only where the FAQ asks just that', () => {
    const question = { en: 'Do I have to bring my card?', ja: 'カードは必要ですか？' };
    const card = { question, yesNo: 'yes' } as const;
    expect(leadOf(card, { text: 'Do I have to have the card with me?' })).to.equal('yes');
    expect(leadOf(card, { text: '図書館のカードは必要でしょうか' })).to.equal('yes');
    expect(leadOf(card, { text: 'Must the card be renewed?' })).to.equal(undefined);
    expect(leadOf(card, { text: 'カードは切れますか' })).to.equal(undefined);
  });

  it('is never there where the FAQ does not tell', () => {
    for (const subject of subjects.filter(({ yesNo }) => yesNo === undefined))
      expect(leadOf(subject, { text: 'Can I do that?' }), subject.id).to.equal(undefined);
  });
});
