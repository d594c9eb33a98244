// The card of a step or a question in Teams: its words, how far it is, and what moves on from it in its place.
import type { Language } from '../../knowledge/faq/language.js';
import { dateTextsIn, walkthroughTextsIn } from '../texts/textsIn.js';
import { type ButtonUse, buttonRows, type CardParts, choiceList, sayButton, textBlocks } from './cards.js';
import { numbered, paragraphs } from './markdown.js';
import type { Wording } from './wording.js';

/** With the buttons below it, more would not fit on a phone. */
const MOST_CHOICES_AS_BUTTONS = 4;

/**
 * @param wordings - the replies it shows, of which the last has the buttons
 * @param withWords - false where they stand in the text of the message
 */
export function placeCard(
  wordings: readonly Wording[],
  language: Language,
  replaces: NonNullable<ButtonUse['replaces']>,
  { withWords }: { readonly withWords: boolean },
): CardParts {
  const { buttons = [], choices = [], at } = wordings.at(-1)!;
  const use = { at, replaces };
  const say = (titles: readonly string[]) => titles.map((title) => sayButton(title, use));
  const isList = choices.length > MOST_CHOICES_AS_BUTTONS;
  const words = paragraphs(...wordings.map(({ text }) => text));
  // A list numbers its choices itself.
  const shown = isList ? words.replace(`\n\n${numbered(choices)}`, '') : words;
  return {
    body: [
      ...(withWords ? textBlocks(shown) : []),
      ...wordings.flatMap(({ card }) => card?.body ?? []),
      ...(isList ? [choiceList(choices, walkthroughTextsIn(language).pickOne)] : buttonRows(say(choices))),
    ],
    actions: [
      ...wordings.flatMap(({ card }) => card?.actions ?? []),
      ...(isList ? [sayButton(undefined, use, dateTextsIn(language).submit)] : []),
      ...say(buttons),
    ],
  };
}
