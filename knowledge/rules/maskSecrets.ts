// Masks what must not be kept, shown or logged: Access and Contract IDs, keys, passwords, tokens, addresses of people.
import { type FoldedText, foldText } from './foldedText.js';
import { HARMLESS, MASKED, namedSecrets, type Span } from './namedSecrets.js';
import { FORMATS } from './secretFormats.js';

/** What stands in the place of a secret. */
export const MASK = '••••';

/**
 * @returns the text with a mask in the place of each secret, whatever the width of its letters; else as it was
 * @example
 * maskSecrets('Access ID: A1234567, error 0x80070643'); // => 'Access ID: ••••, error 0x80070643'
 */
export function maskSecrets(text: string): string {
  const folded = foldText(text);
  const { credentials, contacts } = secretsIn(folded);
  const spans = merged([...credentials, ...contacts].sort(([a], [b]) => a - b));
  if (spans.length === 0) return text;
  return replaced(
    text,
    spans.map(([start, end]) => folded.span(start, end)),
    () => MASK,
  );
}

/** Whether somebody could use what stands in it: a password, a key, an ID; no e-mail address or telephone number. */
export function holdsCredential(text: string): boolean {
  return secretsIn(foldText(text)).credentials.length > 0;
}

/** Where secrets stand, in no order. */
function secretsIn({ text }: FoldedText): { credentials: Span[]; contacts: Span[] } {
  const forms = [...text.matchAll(FORMATS)].map(({ 0: { length }, index, groups }) => ({
    span: [index, index + length] as const,
    isHarmless: groups!['harmless'] !== undefined,
    isContact: (groups!['mail'] ?? groups!['phone']) !== undefined,
  }));
  // Neither is the value of a name beside it; the places of all else stay the same.
  const rest = replaced(
    text,
    forms.map(({ span }) => span),
    ([start, end], index) => (forms[index]!.isHarmless ? HARMLESS : MASKED).repeat(end - start),
  );
  const named = namedSecrets(rest);
  const spansOf = (contacts: boolean) =>
    forms
      .filter(({ isHarmless, isContact }) => !isHarmless && isContact === contacts)
      .map(({ span }) => span);
  return {
    credentials: [...spansOf(false), ...named.filter(({ kind }) => kind !== 'phone').map(({ span }) => span)],
    contacts: [...spansOf(true), ...named.filter(({ kind }) => kind === 'phone').map(({ span }) => span)],
  };
}

function replaced(text: string, spans: readonly Span[], by: (span: Span, index: number) => string): string {
  const parts: string[] = [];
  let position = 0;
  for (const [index, span] of spans.entries()) {
    parts.push(text.slice(position, span[0]), by(span, index));
    position = span[1];
  }
  parts.push(text.slice(position));
  return parts.join('');
}

/** Those that touch become one. */
function merged(spans: readonly Span[]): Span[] {
  const all: [start: number, end: number][] = [];
  for (const [start, end] of spans) {
    const last = all.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else all.push([start, end]);
  }
  return all;
}
