// Adaptive Cards: what text cannot give.
import { type Attachment, CardFactory } from 'botbuilder';
import type { z } from 'zod';
import { type Verdict, type VerdictButton, VERDICTS } from '../../dialogs/verdict.js';
import { SAY } from '../channels/teams/cardAction.js';
import { asPlainText } from './markdown.js';
import { thumbs } from './thumbs.js';

export type CardElement = Readonly<Record<string, unknown>>;

/** What stands on a card, and the buttons below it. */
export interface CardParts {
  readonly body: readonly CardElement[];
  readonly actions: readonly CardElement[];
}

/**
 * @param text - what the card says, for clients that can't show it; undefined where that stands beside it
 */
export function adaptiveCard(
  body: readonly CardElement[],
  actions: readonly CardElement[],
  text?: string,
): Attachment {
  return CardFactory.adaptiveCard({
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    // Teams wants 1.5 for Action.Execute; elsewhere the lowest that has what the other cards use.
    version: JSON.stringify([body, actions]).includes('"Action.Execute"') ? '1.5' : '1.3',
    ...(text !== undefined && { fallbackText: asPlainText(text) }),
    body,
    actions,
  });
}

/** Markdown as a card shows it: a block for each paragraph, as clients differ in what they make of an empty line. */
export function textBlocks(markdown: string): CardElement[] {
  return markdown.split('\n\n').map((text) => ({ type: 'TextBlock', text, wrap: true }));
}

/** How a button works. */
export interface ButtonUse {
  /** The place that it belongs to; pressed when the conversation is elsewhere, it is out of date. */
  readonly at?: string | undefined;
  /**
   * Pressed, its card is replaced in the same message. `message` also in what others see, and after the chat is
   * opened again; `view` only before the eyes of who pressed: for all others the card is still that of somebody else.
   */
  readonly replaces?: 'message' | 'view' | undefined;
}

/**
 * A button that sends words.
 * @param words - undefined where the list on its card says them
 */
export function sayButton(words: string | undefined, use: ButtonUse = {}, title = words): CardElement {
  const { at, replaces } = use;
  const data = { ...(words !== undefined && { say: words }), ...(at !== undefined && { at }) };
  const submit = { type: 'Action.Submit', title, data };
  if (replaces === undefined) return submit;
  return { type: 'Action.Execute', title, verb: SAY, data: { ...data, replaces }, fallback: submit };
}

/**
 * A list to pick the words from that the card's button sends.
 * @param invitation - to pick one; said again where nothing was picked
 */
export function choiceList(titles: readonly string[], invitation: string): CardElement {
  return {
    type: 'Input.ChoiceSet',
    id: 'say',
    style: 'expanded',
    wrap: true,
    label: invitation,
    isRequired: true,
    errorMessage: invitation,
    choices: titles.map((title, index) => ({ title: `${index + 1}. ${title}`, value: title })),
  };
}

/**
 * The buttons of a verdict, as a line of small print: they must not look like what the conversation goes on with.
 * @param outcome - what the verdict is on
 */
export function verdictRow(titles: Readonly<Record<Verdict, string>>, outcome: string): CardElement[] {
  const columns = VERDICTS.map((verdict) => {
    const title = titles[verdict];
    const button: z.infer<typeof VerdictButton> = { verdict, outcome };
    const picture = { type: 'Image', url: thumbs[verdict], width: '16px', height: '16px', altText: '' };
    const words = { ...column('auto', { text: title, size: 'Small', isSubtle: true }), spacing: 'Small' };
    return {
      type: 'Column',
      width: 'auto',
      items: [{ type: 'ColumnSet', columns: [{ type: 'Column', width: 'auto', items: [picture] }, words] }],
      selectAction: { type: 'Action.Submit', title, data: { say: title, ...button } },
    };
  });
  return [{ type: 'ColumnSet', spacing: 'Small', columns }];
}

/** Buttons in rows: clients hide what is too much for one. */
export function buttonRows(buttons: readonly CardElement[]): CardElement[] {
  const rows: CardElement[] = [];
  for (let start = 0; start < buttons.length; start += BUTTONS_IN_ROW)
    rows.push({ type: 'ActionSet', actions: buttons.slice(start, start + BUTTONS_IN_ROW) });
  return rows;
}

const BUTTONS_IN_ROW = 4;

/** How far a procedure is, as dots. */
export function progress(step: number, count: number): CardElement[] {
  const text = `${'●'.repeat(step)}${'○'.repeat(count - step)}  ${step} / ${count}`;
  return [{ type: 'TextBlock', text, color: 'Accent', wrap: true }];
}

export function linkButton(title: string, url: string): CardElement {
  return { type: 'Action.OpenUrl', title, url };
}

export interface TimelineDay {
  readonly date: string;
  readonly label: string;
  /** Stands out: what was asked for. */
  readonly isResult?: boolean;
}

/** Days below each other, in the order given. */
export function timeline(days: readonly TimelineDay[]): CardElement[] {
  return days.map(({ date, label, isResult = false }) => ({
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      column('auto', { text: isResult ? '●' : '○', ...(isResult && { color: 'Accent' }) }),
      column('stretch', { text: label, ...(isResult && { weight: 'Bolder' }) }),
      column('auto', { text: date, ...(isResult && { weight: 'Bolder' }) }),
    ],
  }));
}

function column(width: 'auto' | 'stretch', text: CardElement): CardElement {
  return { type: 'Column', width, items: [{ type: 'TextBlock', wrap: true, ...text }] };
}
