// Fills in the form that a step of a walkthrough needs: its fields in any order, corrected or left out.
import { randomUUID } from 'node:crypto';
import { understandDateQuestion } from '../knowledge/rules/dateQuestion.js';
import { fieldToChange, fillingOf, labelledFillings, missingField, } from '../knowledge/rules/formValues.js';
import { placeBefore } from '../knowledge/rules/procedure.js';
import { normalise } from '../knowledge/search/normalise.js';
import { ordinalIn } from './choice.js';
import { remarkIn } from './cue.js';
import { isQuestion } from './move.js';
/** A longer message that thanks or swears also tells what happened. */
const LONGEST_REMARK = 25;
const UNKNOWN = /わか|分か|know|覚え|不明/u;
const ORDER = /^(?:(?:the )?next|done|all done|go on|proceed|move on|次|つぎ|進|先|完了|終わ|おわ)/u;
const NOTHING = /^(?:none|nothing|no|なし|無し|特になし|特にない|特にありません|ありません|ない|いいえ)[.。!！]*$/u;
const SUMMARY_IN = [
    [
        'en',
        /^(?:(?:the )?summary in english|english summary|英語(?:の|で)(?:まとめ|要約|サマリー|内容)(?:て|にして|を?作成|して)?|英語版)(?: please|ください|を?お願いします)?$/u,
    ],
    [
        'ja',
        /^(?:(?:the )?summary in japanese|japanese summary|日本語(?:の|で)(?:まとめ|要約|サマリー|内容)(?:て|にして|を?作成|して)?|日本語版)(?: please|ください|を?お願いします)?$/u,
    ],
];
export class FormStep {
    index;
    drafts;
    constructor(index, drafts) {
        this.index = index;
        this.drafts = drafts;
    }
    /** Whether a message that is no order to move belongs into the form. */
    takes(message, { entry, form, field }) {
        if (!form)
            return false;
        if (summaryLanguage(message.text) || fieldToChange(form, message.text))
            return true;
        if (labelledFillings(form, message.text, message).length > 0)
            return true;
        return field !== undefined && !this.isDigression(message, entry);
    }
    /** @returns where to go from here; undefined where the message is not for the form */
    async continue(message, move, place) {
        const { form, name, field, state } = place;
        if (!form || name === undefined)
            return undefined;
        const { text } = message;
        const here = { place: { step: state.step, field: field?.id }, draft: state.draft };
        const summaryIn = summaryLanguage(text);
        if (summaryIn)
            return { ...here, summaryIn };
        const changed = fieldToChange(form, text);
        if (changed)
            return { ...here, place: { step: state.step, field: changed.id } };
        const labelled = labelledFillings(form, text, message);
        if (labelled.length > 0)
            return this.fill(place, form, name, labelled);
        if (!field)
            return undefined;
        switch (move?.kind) {
            case 'back': {
                const before = placeBefore(this.index.faq, place.entry, state);
                return { ...here, place: before ?? here.place };
            }
            case 'goTo':
                return undefined;
            case 'repeat':
            case 'continue':
            case 'agree':
                return here;
            case 'stuck':
                if (!UNKNOWN.test(text))
                    break;
                return this.leaveOut(place, form, name, field);
            case 'skip':
                return this.leaveOut(place, form, name, field);
            case 'next':
                // "I signed in" tells what was tried; "next" and "done" are orders.
                if (ORDER.test(normalise(text)))
                    return this.goOn(place, form, name, field);
                break;
            case undefined:
        }
        if (NOTHING.test(normalise(text)) && field.choices.length === 0)
            return this.leaveOut(place, form, name, field);
        return this.fill(place, form, name, [fillingOf(field, chosen(field, text), message)]);
    }
    /** What was filled in, once no field is missing. */
    async summary(form, state, language) {
        if (state.draft === undefined)
            return undefined;
        const draft = await this.drafts.read(state.draft);
        return draft && { form, values: draft.values, draft: state.draft, language: state.summaryIn ?? language };
    }
    /** Goes on with what the field holds; where it holds nothing, it is left out. */
    async goOn(place, form, name, field) {
        const { draft } = place.state;
        const kept = draft === undefined ? undefined : (await this.drafts.read(draft))?.values[field.id];
        return kept ? this.store(place, form, name, {}) : this.leaveOut(place, form, name, field);
    }
    async leaveOut(place, form, name, field) {
        return this.store(place, form, name, { [field.id]: { kind: 'leftOut' } }, { kind: 'leftOut' });
    }
    async fill(place, form, name, fillings) {
        const values = {};
        for (const filling of fillings) {
            if ('impossible' in filling) {
                const { field, impossible: text } = filling;
                const stored = await this.store(place, form, name, values);
                return {
                    ...stored,
                    place: { step: place.state.step, field: field.id },
                    lead: { kind: 'impossible', text },
                };
            }
            values[filling.field.id] = filling.value;
        }
        const texts = Object.values(values).filter((value) => value.kind === 'text');
        return this.store(place, form, name, values, {
            kind: 'noted',
            isMasked: texts.some(({ isMasked }) => isMasked),
            cut: texts.reduce((sum, { cut = 0 }) => sum + cut, 0),
        });
    }
    /** Keeps values, and goes to the first field that is still missing, or to the step itself. */
    async store({ state }, form, name, values, lead) {
        const draft = state.draft ?? randomUUID();
        const kept = state.draft === undefined ? undefined : await this.drafts.read(draft);
        const all = { ...kept?.values, ...values };
        await this.drafts.write(draft, { form: name, values: all });
        return { place: { step: state.step, field: missingField(form, all)?.id }, draft, lead };
    }
    /** A question that the FAQ answers, a request for another walkthrough, or a remark: no value of a field. */
    isDigression({ text, today, locale }, own) {
        if (text.length <= LONGEST_REMARK && remarkIn(text))
            return true;
        const match = this.index.match(text);
        const answer = match.outcome === 'answer' ? match.answer : undefined;
        if (answer?.fact?.starts === 'walkthrough' && answer.confidence === 1)
            return true;
        if (!isQuestion(text))
            return false;
        if (understandDateQuestion(text, { today, locale })?.isSpecific)
            return true;
        return answer !== undefined && (answer.entry.id !== own.id || answer.fact !== undefined);
    }
}
function summaryLanguage(text) {
    const said = normalise(text).replace(/[\p{P}\p{S}]+$/u, '');
    return SUMMARY_IN.find(([, pattern]) => pattern.test(said))?.[0];
}
/** A choice by its number counts as the choice itself. */
function chosen({ choices }, text) {
    const number = ordinalIn(text);
    return (number === undefined ? undefined : choices.at(number)?.en) ?? text;
}
//# sourceMappingURL=formStep.js.map