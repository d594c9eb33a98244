// The user's verdict on an answer: "This helped", "This did not help", as words, thumbs or a button.
import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import { bareWords } from '../knowledge/text/normalise.js';

export const VERDICTS = ['like', 'dislike'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Keeps verdicts with the outcomes of questions. None of it throws: a verdict is worth no failed turn. */
export interface Verdicts {
  /**
   * @param outcome - the id of what was answered
   * @returns 'unchanged' where the verdict was the same before, 'lost' where it could not be kept
   */
  rate(outcome: string, verdict: Verdict): Promise<'noted' | 'unchanged' | 'lost'>;
  /** @returns whether it could be kept */
  comment(outcome: string, text: string): Promise<boolean>;
}

/** What a button on a card sends beside its title. */
export const VerdictButton = z.object({
  verdict: z.enum(VERDICTS),
  /** The outcome that it stands beside. */
  outcome: z.string().min(1).max(100),
});

const WORDS: readonly (readonly [Verdict, RegExp])[] = [
  [
    'like',
    /^(?:(?:this|that|it) (?:really )?(?:helped|was (?:very )?helpful|is (?:very )?helpful)(?: me)?|(?:very )?(?:helpful|useful)|(?:とても|大変)?役に[立た](?:った|ちました)(?:です)?)$/u,
  ],
  [
    'dislike',
    /^(?:(?:this|that|it) (?:did not|didn't|does not|doesn't) help(?: me)?|(?:this|that|it) (?:was|is)(?: not|n't) helpful|(?:that's |it's )?not (?:very |really )?(?:helpful|useful)|unhelpful|役に(?:立|た)(?:たなかった(?:です)?|ちませんでした|たない(?:です)?|ちません|たん|たねえ|っていない|っていません)(?:ね|な|よ|けど)?)$/u,
  ],
];

/** @returns the verdict that a whole message is, if it is one */
export function verdictInWords(message: string): Verdict | undefined {
  if (message.length > 60) return undefined;
  // Skin tones, and the mark that asks for a coloured picture.
  const said = message.replace(/\p{Emoji_Modifier}|\uFE0F|\s+/gu, ' ').trim();
  if (said === '👍') return 'like';
  if (said === '👎') return 'dislike';
  const words = bareWords(said);
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** The verdict that a button on a card sends. */
export function verdictPressed({ activity }: TurnContext): z.infer<typeof VerdictButton> | undefined {
  return VerdictButton.safeParse(activity.value).data;
}
