// What the bot says in walkthroughs and diagnoses; walkthroughTexts.en.ts and walkthroughTexts.ja.ts write it.
import type { DiagnosisLead, FieldLead, WalkthroughLead } from '../../dialogs/reply.js';

import type { Localized } from '../../knowledge/faq/language.js';

export interface WalkthroughTexts {
  /** "Step 3 of 6", with the title of the entry. */
  heading(step: number, count: number, title: string): string;
  /** "Details 2 of 5", before the step that they are gathered for. */
  fieldHeading(field: number, count: number, form: string): string;
  lead(lead: WalkthroughLead, count: number, step: number): string;
  fieldLead(lead: FieldLead): string;
  needs(what: string): string;
  /**
   * What can be typed at a step; every button says one of these.
   * @param onward - the word on the button that goes on: another one at the last step
   */
  hint(onward: string): string;
  /** Said before the first question of a form. */
  formIntro(form: string): string;
  readonly fieldHint: string;
  choices(titles: readonly string[]): string;
  summaryIntro(form: string): string;
  /** What can be typed at the summary. */
  readonly summaryHint: string;
  readonly download: string;
  readonly leftOut: string;
  /** Where a value was cut off. */
  cut(characters: number): string;
  /** Where a long value is shown in part, and the file has the whole. */
  shortened(characters: number): string;
  stuck(step: number): string;
  /** @param support - a link to people who help */
  noMoreKnown(support: string | undefined): string;
  stuckHint(onward: string): string;
  offer(step: number, count: number, title: string): string;
  paused(step: number, count: number, title: string): string;
  done(title: string): string;
  /** Before all steps, shown at once; below them stands where the guide is. */
  allSteps(title: string): string;
  youAreAt(step: number, count: number): string;
  readonly summarySoFar: string;
  readonly nothingFilledIn: string;
  /** Why a question is asked once more. */
  /** What the user named, before what follows from it. */
  readonly diagnosisNamed: (titles: readonly string[]) => string;
  readonly diagnosisLead: Readonly<Record<DiagnosisLead, string>>;
  /** Before a question that is asked again, after something else. */
  diagnosisAgain(title: string): string;
  readonly diagnosisHint: string;
  /** Above a list, and where it was sent with nothing picked in it. */
  readonly pickOne: string;
  readonly buttons: {
    readonly next: string;
    readonly finish: string;
    readonly back: string;
    readonly skip: string;
    readonly stuck: string;
    readonly stop: string;
    readonly continue: string;
    readonly startOver: string;
    /** By the language that the summary is wanted in. */
    readonly summaryIn: Localized<string>;
  };
}
