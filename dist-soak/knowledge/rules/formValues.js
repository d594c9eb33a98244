import { findDates, resolveYear } from '../dates/findDates.js';
import { LANGUAGES } from '../faq/language.js';
import { normalise } from '../search/normalise.js';
import { maskSecrets } from './maskSecrets.js';
/** Longer values are cut; pasted logs are rarely longer, and forms take no more. In UTF-16 units. */
export const LONGEST_VALUE = 20_000;
/** @returns the first field that holds nothing yet; undefined where the form is complete */
export function missingField(form, values) {
    return form.fields.find(({ id }) => values[id] === undefined);
}
/** The value that a message means for a field. Secrets in it are masked, and what is too long is cut. */
export function fillingOf(field, message, { today, locale }) {
    const text = message.trim();
    if (field.kind === 'date' && text.length < 100) {
        const dates = findDates(text, { today, locale });
        const [found] = dates;
        if (found?.kind === 'impossible')
            return { field, impossible: found.text };
        const day = found?.kind === 'exact'
            ? found.date
            : found?.kind === 'yearless'
                ? resolveYear(found, 'past', today)
                : undefined;
        // "Since the update on 3 March" says more than its date.
        if (found && day && dates.length === 1 && restOf(text, found.text) <= LONGEST_REST)
            return { field, value: { kind: 'date', date: day } };
    }
    const masked = maskSecrets(text);
    const cut = masked.length - LONGEST_VALUE;
    return {
        field,
        value: {
            kind: 'text',
            text: cut > 0 ? whole(masked.slice(0, LONGEST_VALUE)) : masked,
            ...(cut > 0 && { cut }),
            ...(masked !== text && { isMasked: true }),
        },
    };
}
/**
 * The values of a message that names the fields itself, each on a line of its own: "Error: 0x80070643". Lines
 * without a name continue the value above them.
 * @returns no value where the message does not begin with a field's name
 */
export function labelledFillings(form, message, reading) {
    const parts = [];
    for (const line of message.trim().split(/\r?\n/)) {
        const label = labelOf(form, line);
        if (label)
            parts.push({ field: label.field, lines: [label.rest] });
        else if (parts.length > 0)
            parts.at(-1).lines.push(line);
        else
            return [];
    }
    return parts
        .map(({ field, lines }) => ({ field, text: lines.join('\n').trim() }))
        .filter(({ text }) => text !== '')
        .map(({ field, text }) => fillingOf(field, text, reading));
}
/** @returns the field that a message asks to change, as "change the product" does */
export function fieldToChange(form, message) {
    if (message.length > LONGEST_REQUEST)
        return undefined;
    const said = normalise(message)
        .replace(/[\p{P}\p{S}]+$/u, '')
        .trim();
    const [, english, japanese] = /^(?:please )?(?:change|edit|correct|fix|update|redo)(?: the| my)? (.+?)(?: please)?$|^(.+?)(?:を|の)?(?:変更|修正|訂正|編集|直し|変え|やり直し|入力し直し)(?:したい|たい|る|て|します|する)?(?:です|ください|下さい)?$/u.exec(said) ?? [];
    const name = english ?? japanese;
    return name === undefined ? undefined : form.fields.find((field) => namesOf(field).includes(name.trim()));
}
const LONGEST_REQUEST = 60;
/** Letters beside a date that add nothing to it, as in "since yesterday" or 「昨日からです」. */
const LONGEST_REST = 8;
function restOf(text, date) {
    return text
        .replace(date, '')
        .replace(/\b(?:it|started|start|since|on|from|about|around|the|was|has|been|happening)\b/giu, '')
        .replace(/[\p{P}\p{S}\s]/gu, '').length;
}
function labelOf(form, line) {
    const colon = /^\s*[-*・]?\s*([^:：]{1,30}?)\s*[:：]\s*([^]*)$/u.exec(line);
    if (!colon)
        return undefined;
    const name = normalise(colon[1]).trim();
    const field = form.fields.find((each) => namesOf(each).includes(name));
    return field && { field, rest: colon[2] };
}
function namesOf({ label, alternates }) {
    return LANGUAGES.flatMap((language) => [label[language], ...alternates[language]]).map((name) => normalise(name).trim());
}
/** Without half of a surrogate pair at its end. */
function whole(text) {
    return text.replace(/[\uD800-\uDBFF]$/u, '');
}
//# sourceMappingURL=formValues.js.map