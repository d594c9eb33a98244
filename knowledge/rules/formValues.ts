// What is filled in in a form: values from messages, in any order, and what is still missing.
import type { CivilDate } from '../dates/civilDate.js';
import { findDates, resolveYear } from '../dates/findDates.js';
import { LANGUAGES } from '../faq/language.js';
import type { Field, Form } from '../faq/schema.js';
import { withoutEndMarks } from '../text/endMarks.js';
import { normalise } from '../text/normalise.js';
import { WORDS } from '../text/words/index.js';
import { maskSecrets } from './maskSecrets.js';

/** What a field holds: words, a day, or nothing on purpose. */
export type FieldValue =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** How many characters were left out of it, and where: the beginning and the end of a log tell the most. */
      readonly cut?: number;
      readonly cutAt?: number;
      /** Something in it was masked. */
      readonly isMasked?: true;
    }
  | { readonly kind: 'date'; readonly date: CivilDate }
  | { readonly kind: 'leftOut' };

/** Values by the ids of their fields. */
export type FormValues = Readonly<Record<string, FieldValue>>;

/** Longer values are cut; pasted logs are rarely longer, and forms take no more. In UTF-16 units. */
export const LONGEST_VALUE = 20_000;

/** How the user's own clock and client read dates. */
export interface Reading {
  readonly today: CivilDate;
  readonly locale?: string | undefined;
}

/** A value that a message gives to a field, or the words in it that name a day which does not exist. */
export type Filling =
  | { readonly field: Field; readonly value: FieldValue }
  | { readonly field: Field; readonly impossible: string };

/** @returns the first field that holds nothing yet; undefined where the form is complete */
export function missingField(form: Form, values: FormValues): Field | undefined {
  return form.fields.find(({ id }) => values[id] === undefined);
}

/** The value that a message means for a field. Secrets in it are masked, and what is too long is cut. */
export function fillingOf(field: Field, message: string, { today, locale }: Reading): Filling {
  const text = message.trim();
  if (field.kind === 'date' && text.length < 100) {
    const dates = findDates(text, { today, locale });
    const [found] = dates;
    if (found?.kind === 'impossible') return { field, impossible: found.text };
    const day =
      found?.kind === 'exact'
        ? found.date
        : found?.kind === 'yearless'
          ? resolveYear(found, 'past', today)
          : undefined;
    // "Since the update on 3 March" says more than its date.
    if (found && day && dates.length === 1 && restOf(text, found.text) <= LONGEST_REST)
      return { field, value: { kind: 'date', date: day } };
  }
  const masked = maskSecrets(text);
  return {
    field,
    value: {
      kind: 'text',
      ...shortened(masked),
      ...(masked !== text && { isMasked: true as const }),
    },
  };
}

/**
 * The values of a message that names the fields itself, each on a line of its own: "Error: 0x80070643". Lines
 * without a name continue the value above them.
 * @returns no value where the message does not begin with a field's name
 */
export function labelledFillings(form: Form, message: string, reading: Reading): Filling[] {
  return labelledParts(form, message).map(({ field, text }) => fillingOf(field, text, reading));
}

/** @returns whether a message names fields itself, and gives a value to one */
export function isLabelled(form: Form, message: string): boolean {
  return labelledParts(form, message).length > 0;
}

/** Of a field that is named again and again the last value counts. */
function labelledParts(form: Form, message: string): { readonly field: Field; readonly text: string }[] {
  const fields = new Map(
    form.fields.toReversed().flatMap((field) => namesOf(field).map((name) => [name, field])),
  );
  const parts: { field: Field; lines: string[] }[] = [];
  for (const line of message.trim().split(/\r?\n/)) {
    const label = labelOf(fields, line);
    if (label) parts.push({ field: label.field, lines: [label.rest] });
    else if (parts.length > 0) parts.at(-1)!.lines.push(line);
    else return [];
  }
  const texts = parts
    .map(({ field, lines }) => [field, lines.join('\n').trim()] as const)
    .filter(([, text]) => text !== '');
  return [...new Map(texts)].map(([field, text]) => ({ field, text }));
}

/** The value of a sentence that begins with the name of its field: "the error is 0x80070643", 「製品はOfficeです」. */
export function namedFilling(form: Form, message: string, reading: Reading): Filling | undefined {
  const said = message.trim();
  const [words = '', english, japanese] = NAMES_FIELD.exec(said.slice(0, LONGEST_BEGINNING)) ?? [];
  const name = english ?? japanese;
  const value = said.slice(words.length);
  if (name === undefined || value.includes('\n')) return undefined;
  const text = english === undefined ? value.replace(ENDING, '') : value;
  if (text === '') return undefined;
  const field = form.fields.find((each) => namesOf(each).includes(normalise(name).trim()));
  return field && fillingOf(field, text, reading);
}

/** The value of the form's date where a message says nothing but since when: "since last Friday", 「昨日から」. */
export function sinceFilling(form: Form, message: string, reading: Reading): Filling | undefined {
  const field = form.fields.find(({ kind }) => kind === 'date');
  if (!field || !SINCE.test(message)) return undefined;
  const filling = fillingOf(field, message, reading);
  return 'value' in filling && filling.value.kind === 'text' ? undefined : filling;
}

/** What a message takes back and what it puts in its place: "it's not Windows, it's Office", 「WindowsではなくOfficeです」. */
export function correctionIn(message: string): { readonly from: string; readonly to: string } | undefined {
  if (message.length > MAX_LETTERS_OF_CORRECTION) return undefined;
  const [, from, to, japaneseFrom, japaneseTo] =
    /\b(?:it(?:'s| is) )?not (.+?),? (?:but|it(?:'s| is)) (.+?)[.!]?$|^(.+)(?:ではなく|じゃなく)て?、?(.+?)(?:です|でした)?[。.]?$/iu.exec(
      message.trim(),
    ) ?? [];
  // 「製品はWindowsではなく」: what is taken back stands after the last particle.
  const [before, after] = [from ?? japaneseFrom?.split(/[は、]/u).at(-1), to ?? japaneseTo];
  return before && after !== undefined ? { from: before, to: after } : undefined;
}

/** The new value of a message that changes a field: "change the product to Office", 「製品をOfficeに変更」. */
export function changeIn(form: Form, message: string, reading: Reading): Filling | undefined {
  if (message.length > MAX_LETTERS_OF_CORRECTION) return undefined;
  const [, english, to, japanese, japaneseTo] =
    /^(?:please |can you |could you )?(?:change|set|correct|update|fix) (?:the |my )?([a-z ]{3,30}?) (?:to|into|as) ([^\n]+)$|^([^\n、。を]{1,20})を([^\n]{1,80}?)に(?:変更|変え|直|修正|訂正|し(?:て|たい)|更新)[^\n]{0,12}$/iu.exec(
      message.trim(),
    ) ?? [];
  const [name, value] = [english ?? japanese, to ?? japaneseTo];
  if (name === undefined || value === undefined) return undefined;
  const field = form.fields.find((each) => namesOf(each).includes(normalise(name).trim()));
  return field && fillingOf(field, value, reading);
}

/** @returns whether a sentence gives a field a value by its name, or changes it */
export function namesField(form: Form, message: string): boolean {
  const anyDay = { today: '2000-01-01' } as const;
  return (changeIn(form, message, anyDay) ?? namedFilling(form, message, anyDay)) !== undefined;
}

/** @returns the field that a message names, the one with the longest name of several */
export function fieldNamedIn(form: Form, message: string): Field | undefined {
  const said = normalise(message);
  const named = form.fields.flatMap((field) =>
    namesOf(field)
      .filter((name) => said.includes(name) && !isQuestionWord(name))
      .map((name) => ({ field, length: name.length })),
  );
  return named.sort((a, b) => b.length - a.length)[0]?.field;
}

/** @returns the field that a message asks to change, as "change the product" does */
export function fieldToChange(form: Form, message: string): Field | undefined {
  if (message.length > LONGEST_REQUEST) return undefined;
  const said = withoutEndMarks(normalise(message));
  const [, english, japanese] =
    /^(?:please )?(?:change|edit|correct|fix|update|redo)(?: the| my)? (.+?)(?: please)?$|^(.+?)(?:を|の)?(?:変更|修正|訂正|編集|直し|変え|やり直し|入力し直し)(?:したい|して|します|する|たい|る|て)?(?:です|ください|下さい)?$/u.exec(
      said,
    ) ?? [];
  const name = english ?? japanese;
  return name === undefined ? undefined : form.fields.find((field) => namesOf(field).includes(name.trim()));
}

/** "What" is a name of a field only where it stands before its value. */
function isQuestionWord(name: string): boolean {
  return LANGUAGES.some((language) => WORDS[language].questionStarts.includes(name));
}

const NAMES_FIELD =
  /^(?:(?:wait|sorry|oh|no|actually|well)[,.]? )*(?:the |my )?([a-z ]{3,30}?) (?:is|was|says|said|reads)[: ] ?|^(?:(?:あ|すみません|いや|えっと|ごめんなさい)[、。 ]*)*([^\n、。]{1,20}?)は、?/iu;
const LONGEST_BEGINNING = 100;
const ENDING = /(?:です|でした|になります|ということです)?[。.]?$/u;
const SINCE = /\b(?:since|started|began)\b|から|以来|より|発生|始ま/iu;
const LONGEST_REQUEST = 60;
/** A field's name, with the sign of a list before it. */
const LONGEST_NAME = 40;
const MAX_LETTERS_OF_CORRECTION = 120;
/** Letters beside a date that add nothing to it, as in "since yesterday" or 「昨日からです」. */
const LONGEST_REST = 2;

function restOf(text: string, date: string): number {
  return text
    .replace(date, '')
    .replace(/\b(?:it|started|start|since|on|from|about|around|the|was|has|been|happening)\b/giu, '')
    .replace(/から|です|ごろ|頃|くらい|ぐらい|発生|以来|より/gu, '')
    .replace(/[\p{P}\p{S}\s]/gu, '').length;
}

/** @param fields - by their names */
function labelOf(
  fields: ReadonlyMap<string, Field>,
  line: string,
): { field: Field; rest: string } | undefined {
  const colon = line.search(/[:：]/u);
  const name = line.slice(0, Math.max(colon, 0)).trim();
  if (name.length > LONGEST_NAME) return undefined;
  const field = fields.get(normalise(name.replace(/^[-*・]/u, '')));
  return field && { field, rest: line.slice(colon + 1).trimStart() };
}

function namesOf({ label, alternates }: Field): string[] {
  return LANGUAGES.flatMap((language) => [label[language], ...alternates[language]]).map((name) =>
    normalise(name).trim(),
  );
}

/** The beginning and the end of a value that is too long. */
function shortened(text: string): Pick<Extract<FieldValue, { kind: 'text' }>, 'text' | 'cut' | 'cutAt'> {
  const cut = text.length - LONGEST_VALUE;
  if (cut <= 0) return { text };
  const beginning = whole(text.slice(0, LONGEST_VALUE / 2));
  const end = text.slice(-LONGEST_VALUE / 2).replace(/^[\uDC00-\uDFFF]/u, '');
  return { text: beginning + end, cut, cutAt: beginning.length };
}

/** Without half of a surrogate pair at its end. */
function whole(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/u, '');
}
