// What the bot says about the data that it keeps of people; rightsTexts.en.ts and rightsTexts.ja.ts write it.

export interface RightsTexts {
  /** Before the list of what is kept. */
  readonly known: string;
  /** In the place of the list where there is nothing to list. */
  readonly nothingKnown: string;
  /** @param isPinned - whether the person has asked for the language */
  language(name: string, isPinned: boolean): string;
  topics(titles: readonly string[]): string;
  /** @param told - what each date is, and the date */
  dates(result: string, told: readonly string[]): string;
  guide(title: string, step: number, isOpen: boolean): string;
  /** @param fields - the names of those that are filled in */
  forms(title: string, count: number, fields: readonly string[]): string;
  /** That the messages of the chat are kept, too. */
  readonly messages: string;
  keptFor(days: number): string;
  /** What the page about privacy is called, and what else it tells. */
  readonly privacy: string;
  readonly more: (privacy: string) => string;
  /** A button; it sends itself. */
  readonly deleteIt: string;
  readonly askToForget: string;
  /** The buttons below it; they send themselves. */
  readonly yes: string;
  readonly no: string;
  readonly forgotten: string;
  readonly notForgotten: string;
}
