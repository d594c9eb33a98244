// Secrets that are seen by their name: a name is found, a bounded number of words may follow or stand before it, and
// the value is taken where what stands there looks like one. Example: "my password for the portal is Hunter2!".
import { HYPHEN, NO_VALUE } from './secretFormats.js';
import {
  AFTER_BEFORE,
  BEFORE,
  BREAK,
  IS_OVER,
  JOIN,
  MARK,
  MARK_OF_ID,
  type Nearness,
  nearnessIn,
  OTHER_THING,
  PREDICATE,
  SAID_LATER,
  type SecretName,
  secretNames,
  TOPIC,
} from './secretNames.js';
import { hasSign, isMixed, isSaidQuoted, looksLike, YEAR } from './secretValues.js';
import { NAMES_WITH_DIGITS, type SecretKind } from './secretWords.js';

/** From where to before where. */
export type Span = readonly [start: number, end: number];

/** Stands in the place of each letter of what is masked already. */
export const MASKED = '•';
/** Stands in the place of each letter of what is no secret by its form, such as an error code. */
export const HARMLESS = '◦';

const MAX_WORDS_BETWEEN = 9;
const MAX_LETTERS_BETWEEN = 100;
const MAX_LETTERS_BEFORE = 80;
/** So many letters of a word decide whether it is a value. */
const MAX_LETTERS_READ = 128;
const MAX_JOINED = 20;

interface Value {
  readonly span: Span;
  readonly nearness: Nearness;
}

/** Where a value may stand, and what stands between it and its name. */
interface Place {
  readonly position: number;
  readonly kind: SecretKind;
  readonly nearness: Nearness;
  readonly between: string;
}

const OPENINGS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '「': '」',
  '『': '』',
  '“': '”',
  '‘': '’',
};

const SPACES = /\s+/uy;
const RUN = /[!-~]+/uy;
const MASK_RUN = new RegExp(`${MASKED}+`, 'uy');
const OTHER = /[^\s!-~•→「『“‘（、]{1,100}/uy;
/** "482 913", as codes are sent. */
const DIGITS_IN_TWO = /^\d{3}[ -]\d{3}(?!\d)/u;
/** 「2026年」, 「12文字」 */
const COUNTER = /^\s?(?:[年月日時分秒回人個文桁件円台本社名]|[かカヶ]月)/u;
const SENTENCE_END = /\s*(?:$|[.,;!?、。\n])/uy;
const ID = new RegExp(String.raw`[A-Za-z\d][\w${HYPHEN}]{3,60}`, 'uy');
const PHONE = /\d(?:[\s().-]?\d){5,14}(?!\w)/uy;
const PHRASE = /[^\n,;.。"'」]{3,100}/uy;
/** What follows begins another setting: "Password=…;Server=…", "…&user=…", `…","user":…`. */
const NEXT_SETTING = /[;&,]\s?["']?[A-Za-z][\w .-]{0,30}["']?\s?[=:]|["'`]\s?[,}\]]|</u;
const SETTING = /^[A-Za-z][\w.-]{0,30}[=:](?=["'])/u;
// What ends a value is looked at from its first sign only.
const CLOSING = /(?<!["'`)\]}>])["'`)\]}>]+[.,;:!?]*$/u;
const ENDING = /(?<![.,;:?])[.,;:?]+$/u;
const DASHES_AT_END = /(?<![-_ー])[-_ー]+$/u;

/** The value of a name. */
export interface NamedSecret {
  readonly kind: SecretKind;
  readonly span: Span;
}

/** @returns the values of names in the text, in order */
export function namedSecrets(text: string): NamedSecret[] {
  const found: NamedSecret[] = [];
  let before: SecretName | undefined;
  let name: SecretName | undefined;
  const take = (next: SecretName | undefined) => {
    const masked = found.at(-1)?.span[1] ?? 0;
    if (name && name.start >= masked && !isAt(OTHER_THING, text, name.end)) {
      const { kind } = name;
      const earlier = valueBefore(text, name, Math.max(masked, before?.end ?? 0));
      const later = valuesAfter(text, name, next?.start ?? text.length);
      found.push(...[...(earlier ? [earlier] : []), ...later].map((span) => ({ kind, span })));
    }
    before = name;
    name = next;
  };
  for (const next of secretNames(text)) take(next);
  take(undefined);
  return found;
}

/** "Hunter2! is my password", 「Hunter2!というパスワード」; without a link, only what nobody takes for a word. */
function valueBefore(text: string, { kind, start, end }: SecretName, from: number): Span | undefined {
  if (kind === 'contract' || kind === 'phone') return undefined;
  const at = Math.max(from, start - MAX_LETTERS_BEFORE);
  const found = BEFORE.exec(text.slice(at, start));
  if (!found) return undefined;
  const { value: word, link } = found.groups as { value: string; link?: string };
  const value = word
    .replace(/^["'`(]+/, '')
    .replace(CLOSING, '')
    .replace(ENDING, '');
  const isNamed = link?.includes('いう') === true || isAt(AFTER_BEFORE, text, end);
  if (!isNamed || NAMES_WITH_DIGITS.test(value)) return undefined;
  if (kind !== 'id' && !/[a-z]/.test(value) && !hasSign(value)) return undefined;
  if (!looksLike(kind, value, link === undefined ? 'far' : 'near')) return undefined;
  const first = at + found.index + word.indexOf(value);
  return [first, first + value.length];
}

/** The values that a name announces, as far as the next name. */
function valuesAfter(text: string, { kind, end }: SecretName, nextName: number): Span[] {
  const spans: Span[] = [];
  let between = '';
  let position = end;
  let nearness: Nearness = 'near';
  const isId = kind === 'id' || kind === 'contract';
  for (let words = 0; words <= MAX_WORDS_BETWEEN && between.length <= MAX_LETTERS_BETWEEN;) {
    const spaces = matchAt(SPACES, text, position);
    if (spaces) {
      position += spaces.length;
      between += /\n\s*\n/u.test(spaces) ? '\n\n' : spaces.includes('\n') ? '\n' : ' ';
      continue;
    }
    if (position >= text.length || (position > nextName && between !== '')) break;
    const masked = matchAt(MASK_RUN, text, position);
    if (masked) {
      if (isId && nearness !== 'far' && nearnessIn(between) !== 'far') break;
      between += MASKED;
      position += masked.length;
      words += 1;
      continue;
    }
    const mark = matchAt(isId ? MARK_OF_ID : MARK, text, position);
    if (mark !== undefined) {
      between += mark;
      position += mark.length;
      continue;
    }
    // What is far away once stays so.
    if (nearness !== 'far') nearness = nearnessIn(between);
    const value = valueAt(text, { position, kind, nearness, between });
    const overlapsName = value !== undefined && value.span[0] >= nextName;
    if (value && (!overlapsName || isMixed(text.slice(...value.span)))) {
      const joined = value.nearness === 'far' ? [] : joinedAfter(text, value.span[1], kind);
      const last = joined.at(-1) ?? value.span;
      // Of several IDs one mask is left.
      spans.push(...(isId ? [[value.span[0], last[1]] as const] : [value.span, ...joined]));
      position = last[1];
      if (isId && value.nearness !== 'far') break;
      between += MASKED;
      words += 1;
      continue;
    }
    if (position >= nextName) break;
    const run = matchAt(RUN, text.slice(position, position + MAX_LETTERS_READ), 0);
    // In value="…" the value is yet to come.
    const word =
      (run === undefined ? undefined : (SETTING.exec(run)?.[0] ?? run)) ??
      matchAt(OTHER, text, position) ??
      text[position]!;
    between += word;
    if (IS_OVER.test(between)) break;
    position += word.length;
    words += 1;
  }
  return spans;
}

/** The value that begins at a place, if what stands there looks like one. */
function valueAt(text: string, place: Place): Value | undefined {
  const { position, kind, nearness, between } = place;
  // "password1" is a word; 「暗証番号4711」 is not.
  if (between === '' && /[!-~]/.test(text[position - 1]!)) return undefined;
  const at = (pattern: RegExp) => matchAt(pattern, text, position);
  const spanOf = (value: string): Span => [position, position + value.length];
  switch (kind) {
    case 'id':
    case 'contract': {
      const id = at(ID)?.replace(DASHES_AT_END, '');
      if (id !== undefined && COUNTER.test(text.slice(position + id.length, position + id.length + 2)))
        return undefined;
      if (id === undefined || id.length < 4 || (kind === 'contract' && nearness === 'far')) return undefined;
      return looksLike(kind, id, nearness) ? { span: spanOf(id), nearness } : undefined;
    }
    case 'phone': {
      const digits = at(PHONE);
      if (digits === undefined || NO_VALUE.test(digits) || /^\d{4}[-./]\d/.test(digits)) return undefined;
      if (nearness === 'far' && !SAID_LATER.test(between)) return undefined;
      return { span: spanOf(digits), nearness: 'near' };
    }
    case 'passphrase': {
      const phrase = nearness === 'told' ? at(PHRASE)?.trimEnd() : undefined;
      if (phrase !== undefined) return { span: spanOf(phrase), nearness };
      return wordValueAt(text, { ...place, kind: 'password' });
    }
    default:
      return wordValueAt(text, place);
  }
}

/** A value without spaces, or with any letters between quotes. */
function wordValueAt(text: string, place: Place): Value | undefined {
  const { position, kind, nearness, between } = place;
  const head = text.slice(position, position + MAX_LETTERS_READ);
  const opening = OPENINGS[between.at(-1) ?? ''];
  const quoted = opening === undefined ? -1 : head.search(opening === '"' ? /(?<!\\)"|\n/ : closes(opening));
  if (quoted > 0 && head[quoted] !== '\n') {
    const value = head.slice(0, quoted);
    const isTold = nearness === 'told' && /["'\x60]\s*[:=]\s*["'\x60]$/u.test(between);
    const looks = isTold ? value.length > 2 : !/\s/.test(value) && looksLike(kind, value, nearness);
    if (looks || (nearness === 'near' && isSaidQuoted(value, between, kind)))
      return { span: [position, position + quoted], nearness };
  }
  const run = matchAt(RUN, head, 0);
  if (run === undefined || SETTING.test(run)) return undefined;
  const setting = run.search(NEXT_SETTING);
  const cut = setting > 2 ? run.slice(0, setting) : run;
  const core = cut.replace(CLOSING, '').replace(ENDING, '');
  // "Password:" and in the next line "User:" is an empty form.
  if (nearness === 'told' && (/[:=]$/.test(cut) || between.includes('\n')) && !isMixed(core))
    return undefined;
  if (kind === 'password' && nearness !== 'far' && DIGITS_IN_TWO.test(run + head.slice(run.length, 7)))
    return { span: [position, position + 7], nearness };
  if (COUNTER.test(head.slice(core.length)) && /^\d+$/.test(core)) return undefined;
  const as = isSaidOfName(text, core, place) ? 'near' : nearness;
  if (!looksLike(kind, core, as)) return undefined;
  // A product's name is a password only where nothing else can stand.
  if (nearness === 'near' && NAMES_WITH_DIGITS.test(core)) return undefined;
  // Of a longer value nothing is left; the full stop goes with it, as it may be a part of it.
  const isCut = cut.length === MAX_LETTERS_READ;
  const length = isCut
    ? matchAt(RUN, text, position)!.length
    : core.length + (ENDING.exec(cut.slice(core.length))?.index === 0 ? cut.length - core.length : 0);
  return { span: [position, position + length], nearness };
}

/** Whether a word farther away is what the sentence says of the name: "the PIN for the card is 4711." */
function isSaidOfName(text: string, word: string, { position, nearness, between }: Place): boolean {
  if (nearness !== 'far' || between.includes(MASKED) || NAMES_WITH_DIGITS.test(word)) return false;
  const end = position + word.length;
  // A number is counted with what follows it: "the limit is 1000 users".
  if (/^\d+$/.test(word) && (YEAR.test(word) || !isAt(SENTENCE_END, text, end))) return false;
  return (
    (SAID_LATER.test(between) && !BREAK.test(between)) || (TOPIC.test(between) && isAt(PREDICATE, text, end))
  );
}

/** "password hunter2 and winter3", "IDs: 12345678, 23456789" */
function joinedAfter(text: string, from: number, kind: SecretKind): Span[] {
  const spans: Span[] = [];
  let position = from;
  while (spans.length < MAX_JOINED) {
    const join = matchAt(JOIN, text, position) ?? (/[,、]/.test(text[position - 1] ?? '') ? ' ' : undefined);
    if (join === undefined) return spans;
    const start = position + (join === ' ' ? (matchAt(SPACES, text, position)?.length ?? 0) : join.length);
    const ofKind = kind === 'contract' ? 'id' : kind;
    const value = valueAt(text, { position: start, kind: ofKind, nearness: 'near', between: ' ' });
    const found = value && text.slice(...value.span);
    if (!value || (kind === 'id' && !/\d.*\d.*\d.*\d.*\d/u.test(found!))) return spans;
    spans.push(value.span);
    position = value.span[1];
  }
  return spans;
}

function closes(mark: string): RegExp {
  return new RegExp(`[${mark}\n]`, 'u');
}

function matchAt(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
}

function isAt(pattern: RegExp, text: string, position: number): boolean {
  pattern.lastIndex = position;
  return pattern.test(text);
}
