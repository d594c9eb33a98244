// The acts of a message: what people do with words in a conversation, beside asking something of the FAQ. Each is
// learnt from the utterances of acts/<language>.yaml; acts/README.md says how to write them.
import { readFileSync } from 'node:fs';
import { load as parseYaml } from 'js-yaml';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../faq/language.js';
import { bareWords } from '../text/normalise.js';
import type { Examples } from './phraseIndex.js';

/** Orders to move through a guide or a form. */
export const MOVES = [
  'next',
  'back',
  'repeat',
  'progress',
  'skip',
  'stuck',
  'notYet',
  'stop',
  'resume',
  'startOver',
  'goToStep',
  'showAll',
  'guide',
  'wait',
  'showSummary',
  'changeEntry',
] as const;

/** What people say around their business, or about what was said to them. */
export const COMMENTS = [
  'greet',
  'thank',
  'bye',
  'courtesy',
  'acknowledge',
  'yes',
  'no',
  'apologise',
  'smallTalk',
  'complain',
  'doubt',
  'helped',
  'notHelped',
  'choose',
  'chooseNone',
  'chooseBoth',
  'unsure',
] as const;

/** Questions about the last answer. */
export const FOLLOW_UPS = ['askWhy', 'askSource', 'askExample', 'askSimpler', 'askMore'] as const;

/** What is asked of the bot itself. */
export const ABOUT_BOT = [
  'askHelp',
  'askIdentity',
  'askPerson',
  'doForMe',
  'haveYouDone',
  'remindMe',
  'speak',
  'askLanguages',
  'changeLanguage',
  'askKnown',
  'forgetMe',
  'announceQuestion',
  'announceDate',
  'manipulate',
] as const;

export const ACTS = [...MOVES, ...COMMENTS, ...FOLLOW_UPS, ...ABOUT_BOT] as const;

export type Act = (typeof ACTS)[number];

const examples = z.strictObject({
  says: z.array(z.string()).min(10),
  looksLike: z.array(z.string()).default([]),
});
const schema = z.strictObject({
  acts: z.strictObject(Object.fromEntries(ACTS.map((act) => [act, examples]))),
});

/** The file of a language. */
export function actsFile(language: Language): URL {
  return new URL(import.meta.resolve(`#knowledge/understanding/acts/${language}.yaml`));
}

/** @throws {Error} where a file lacks an act, has one too many, or gives an utterance to two */
export function loadActs(): Readonly<Record<Act, Examples>> {
  const all = Object.fromEntries(
    ACTS.map((act) => [act, { says: [] as string[], looksLike: [] as string[] }]),
  );
  const owners = new Map<string, string>();
  for (const language of LANGUAGES) {
    const { acts } = schema.parse(parseYaml(readFileSync(actsFile(language), 'utf8')));
    for (const [act, { says, looksLike }] of Object.entries(acts)) {
      all[act]!.says.push(...says);
      all[act]!.looksLike.push(...looksLike);
      for (const [text, owner] of [
        ...says.map((each) => [each, act] as const),
        ...looksLike.map((each) => [each, 'no act'] as const),
      ]) {
        const bare = bareWords(text);
        const other = owners.get(bare);
        if (other !== undefined && other !== owner)
          throw new Error(`acts/${language}.yaml: "${text}" stands under ${other} and under ${owner}`);
        owners.set(bare, owner);
      }
    }
  }
  return all as unknown as Record<Act, Examples>;
}
