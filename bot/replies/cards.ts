// Adaptive Cards: what text cannot give.
import { type Attachment, CardFactory } from 'botbuilder';

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

/** A button that sends its title. */
export function sayButton(title: string): CardElement {
  return { type: 'Action.Submit', title, data: { say: title } };
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
