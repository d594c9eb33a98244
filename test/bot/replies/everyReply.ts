// Every reply that the bot can give about an FAQ, for tests of how replies look.
import type { DiagnosisReply, Reply, WalkthroughReply } from '../../../dialogs/reply.js';
import type { Faq } from '../../../knowledge/faq/schema.js';
import { dateRules } from '../../../knowledge/rules/dateRules.js';

/** Replies that are nothing but their kind. */
type Plain = Exclude<
  Reply['kind'],
  | 'dateAnswer'
  | WalkthroughReply['kind']
  | DiagnosisReply['kind']
  | 'askDate'
  | 'answer'
  | 'clarify'
  | 'none'
  | 'cannotAct'
  | 'hasNotActed'
  | 'cannotRemind'
  | 'unsaid'
  | 'inShort'
  | 'source'
  | 'confirmed'
  | 'noExample'
  | 'overview'
  | 'languages'
  | 'known'
>;

/** One that is missing does not compile. */
const OTHERS: Readonly<Record<Plain, true>> = {
  welcome: true,
  groupWelcome: true,
  help: true,
  greeting: true,
  thanks: true,
  goodbye: true,
  aboutBot: true,
  human: true,
  frustration: true,
  cancelled: true,
  nothingToCancel: true,
  nothingToContinue: true,
  startedOver: true,
  languagePinned: true,
  askToForget: true,
  forgotten: true,
  notForgotten: true,
  chooseLanguage: true,
  noneOfThese: true,
  noText: true,
  attachmentOnly: true,
  cardOnly: true,
  outdatedButton: true,
  overtakenButton: true,
  secretPosted: true,
  failure: true,
  ask: true,
  chooseDate: true,
  liked: true,
  disliked: true,
  commentNoted: true,
  noComment: true,
  verdictLost: true,
  thanksLead: true,
  sorryLead: true,
  acknowledged: true,
  declined: true,
  noNeedToApologise: true,
  smallTalk: true,
  takeYourTime: true,
  onlyTheFaq: true,
};

export function everyReply({ entries, forms, notCovered }: Faq): Reply[] {
  const [first, second, third] = entries.map((entry) => ({ entry }));
  const today = '2020-12-15';
  return [
    ...entries.map((entry): Reply => ({ kind: 'answer', entry })),
    ...(['yes', 'no', 'right'] as const).map((lead): Reply => ({ kind: 'answer', ...first!, lead })),
    ...entries.flatMap((entry) => entry.facts.map((fact): Reply => ({ kind: 'answer', entry, fact }))),
    ...notCovered.map((topic): Reply => ({ kind: 'none', topic, near: [first!], isAgain: true })),
    { kind: 'none', near: [], isAgain: false },
    { kind: 'cannotAct', near: [first!] },
    { kind: 'hasNotActed', near: [] },
    { kind: 'cannotRemind', near: [first!] },
    { kind: 'languages', asked: 'en', isOther: false },
    { kind: 'languages', asked: undefined, isOther: true },
    { kind: 'nothingFilledIn' },
    { kind: 'known', isPinned: false, topics: [], guides: [], forms: [] },
    {
      kind: 'known',
      isPinned: true,
      topics: [first!, second!],
      dates: {
        rule: dateRules['key-usable-until'],
        told: [{ role: 'redemption', date: '2020-12-01' }],
      },
      guides: [{ entry: third!.entry, step: 2, isOpen: true }],
      forms: Object.values(forms).map((form) => ({ form, count: 2, fields: form.fields })),
    },
    { kind: 'unsaid', ...first!, aspect: 'degree' },
    { kind: 'overview', topics: [first!, second!] },
    ...(['inShort', 'source', 'confirmed', 'noExample'] as const).map((kind): Reply => ({ kind, ...first! })),
    { kind: 'clarify', choices: [first!, second!, third!] },
    ...(Object.keys(OTHERS) as (keyof typeof OTHERS)[]).map((kind): Reply => ({ kind })),
    ...Object.values(dateRules).flatMap((rule): Reply[] => {
      const results = ['2020-12-01', '2024-02-29'].map((given) => ({
        given,
        date: rule.dateFor(given as never),
      }));
      const answer = {
        kind: 'dateAnswer',
        rule,
        others: [{ role: 'expiry', date: '2021-01-31' }],
        today,
      } as const;
      return [
        { kind: 'askDate', rule },
        { kind: 'askDate', rule, problem: { kind: 'unknown' } },
        { kind: 'askDate', rule, problem: { kind: 'notYet' } },
        { kind: 'askDate', rule, problem: { kind: 'choose', dates: ['2021-03-04', '2021-04-03'] } },
        { ...answer, results: results.slice(0, 1) },
        { ...answer, results },
      ] as Reply[];
    }),
    ...entries.flatMap((entry): Reply[] => {
      const { steps, diagnosis } = entry;
      const at = 'f3a0c1d2-0000-4000-8000-000000000000/1';
      return [
        ...steps.flatMap(({ form: name }, index): Reply[] => {
          const place = { entry, step: index + 1, at };
          const form = name === undefined ? undefined : forms[name];
          const values = { problem: { kind: 'text', text: 'It stops.\n**here** <b>', cut: 0 } } as never;
          const summary = form && ({ form, values, draft: 'd', language: 'en' } as const);
          return [
            { kind: 'step', ...place, lead: 'started', summary },
            { kind: 'step', ...place, isBrief: true, summary },
            { kind: 'stuck', ...place },
            { kind: 'allSteps', ...place },
            { kind: 'step', ...place, lead: 'progress' },
            ...(summary ? [{ kind: 'summarySoFar', summary } as const] : []),
            { kind: 'offerToContinue', ...place },
            { kind: 'walkthroughPaused', ...place },
            ...(form?.fields ?? []).map((field): Reply => ({
              kind: 'askField',
              ...place,
              form: form!,
              field,
              isFirst: true,
              lead: { kind: 'noted', isMasked: true, cut: 3 },
            })),
          ];
        }),
        ...(steps.length > 0 ? [{ kind: 'walkthroughDone', entry } as const] : []),
        ...(diagnosis?.questions ?? []).map((question): Reply => ({
          kind: 'diagnosisQuestion',
          entry,
          question,
          at,
          lead: 'denied',
        })),
        ...(diagnosis?.conclusions ?? []).map((conclusion): Reply => ({
          kind: 'diagnosisConclusion',
          named: [],
          entry,
          conclusion,
        })),
      ];
    }),
  ];
}
