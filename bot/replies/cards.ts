// Adaptive Cards: what text cannot give.
import { type Attachment, CardFactory } from 'botbuilder';
import { type Verdict, type VerdictButton, VERDICTS } from '../../dialogs/verdict.js';
import type { z } from 'zod';
import { thumbs } from './thumbs.js';

export type CardElement = Readonly<Record<string, unknown>>;

export function adaptiveCard(body: readonly CardElement[], actions: readonly CardElement[]): Attachment {
  return CardFactory.adaptiveCard({
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.3',
    body,
    actions,
  });
}

/**
 * A button that sends its title.
 * @param at - the place that it belongs to; pressed when the conversation is elsewhere, it is out of date
 */
export function sayButton(title: string, at?: string): CardElement {
  return { type: 'Action.Submit', title, data: { say: title, ...(at !== undefined && { at }) } };
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
      column('auto', { text: isResult ? '●' : '○', color: isResult ? 'Accent' : 'Default' }),
      column('stretch', { text: label, weight: isResult ? 'Bolder' : 'Default' }),
      column('auto', { text: date, weight: isResult ? 'Bolder' : 'Default' }),
    ],
  }));
}

function column(width: 'auto' | 'stretch', text: CardElement): CardElement {
  return { type: 'Column', width, items: [{ type: 'TextBlock', wrap: true, ...text }] };
}
