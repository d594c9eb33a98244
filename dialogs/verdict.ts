// The user's verdict on an answer: "This helped", "This did not help", as words, thumbs or a button.
import { z } from 'zod';

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
