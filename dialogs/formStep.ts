// Fills in the form that a step of a walkthrough needs: its fields in any order, corrected or left out.
import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Language } from '../knowledge/faq/language.js';
import type { Entry, Field, Form } from '../knowledge/faq/schema.js';
import { understandDateQuestion } from '../knowledge/rules/dateQuestion.js';
import {
  fieldToChange,
  type FieldValue,
  type Filling,
  fillingOf,
  isLabelled,
  type FormValues,
  labelledFillings,
  correctionIn,
  missingField,
  namedFilling,
  sinceFilling,
} from '../knowledge/rules/formValues.js';
import { type Place, placeBefore } from '../knowledge/rules/procedure.js';
import type { QuestionIndex } from '../knowledge/search/faqIndex.js';
import { normalise } from '../knowledge/search/normalise.js';
import { withoutEndMarks } from '../knowledge/text/endMarks.js';
import { ordinalIn } from './choice.js';
import { remarkIn } from './cue.js';
import type { FormDrafts } from './formDrafts.js';
import type { ReceivedMessage } from './message.js';
import { isQuestion, type Move, withoutSlip } from './move.js';
import type { FieldLead, FormSummary, WalkthroughLead } from './reply.js';
import type { WalkthroughState } from './walkthroughState.js';

/** A walkthrough at a step that may have a form, and at a field of it. */
interface FormPlace {
  readonly entry: Entry;
  readonly state: WalkthroughState;
  /** The name of the form in the FAQ. */
  readonly name: string | undefined;
  readonly form: Form | undefined;
  /** The step that needs the form is this one, and not a later one. */
  readonly isHere: boolean;
  readonly field: Field | undefined;
}

/** Where the walkthrough goes after a message for the form. */
interface Filled {
  readonly place: Place;
  readonly draft: string | undefined;
  readonly lead?: FieldLead | WalkthroughLead | undefined;
  readonly summaryIn?: Language;
}

/** A short question is one to the bot, whatever a field asks for. */
const LONGEST_QUESTION = 60;
/** A longer message that thanks or swears also tells what happened. */
const LONGEST_REMARK = 25;
const UNKNOWN = /わか|分か|know|覚え|不明/u;
const ORDER = /^(?:(?:the )?next|done|all done|go on|proceed|move on|次|つぎ|進|先|完了|終わ|おわ)/u;
const NOTHING =
  /^(?:none|nothing|no|なし|無し|特になし|特にない|特にありません|ありません|ない|いいえ)[.。!！]*$/u;
const SUMMARY_IN: readonly (readonly [Language, RegExp])[] = [
  [
    'en',
    /^(?:(?:the )?summary in english|english summary|(?:まとめを英語で|英語(?:の|で)(?:まとめ|要約|サマリー|内容))(?:て|にして|を?作成|して)?|英語版)(?: please|ください|を?お願いします)?$/u,
  ],
  [
    'ja',
    /^(?:(?:the )?summary in japanese|japanese summary|(?:まとめを日本語で|日本語(?:の|で)(?:まとめ|要約|サマリー|内容))(?:て|にして|を?作成|して)?|日本語版)(?: please|ください|を?お願いします)?$/u,
  ],
];

export class FormStep {
  constructor(
    private readonly index: QuestionIndex,
    private readonly drafts: FormDrafts,
  ) {}

  /** Whether a message that is no order to move belongs into the form. */
  takes(message: ReceivedMessage, { entry, form, isHere, field }: FormPlace): boolean {
    if (!form) return false;
    if (isLabelled(form, message.whole)) return true;
    if (!isHere) return false;
    if (summaryLanguage(message.text) || fieldToChange(form, message.text)) return true;
    if (namedFilling(form, message.whole, message) || correctionIn(message.text)) return true;
    return field !== undefined && !this.isDigression(message, entry);
  }

  /** @returns where to go from here; undefined where the message is not for the form */
  async continue(
    context: TurnContext,
    message: ReceivedMessage,
    move: Move | undefined,
    place: FormPlace,
  ): Promise<Filled | undefined> {
    const { form, name, isHere, field, state } = place;
    if (!form || name === undefined) return undefined;
    const { text, whole } = message;
    const here = { place: { step: state.step, field: field?.id }, draft: state.draft };
    const labelled = labelledFillings(form, whole, message);
    if (labelled.length > 0) return this.fill(context, place, form, name, labelled);
    if (!isHere) return undefined;
    const summaryIn = summaryLanguage(text);
    if (summaryIn)
      return {
        ...here,
        summaryIn,
        ...(field && { lead: { kind: 'summaryIn', language: summaryIn } as const }),
      };
    const changed = fieldToChange(form, text);
    if (changed) return { ...here, place: { step: state.step, field: changed.id } };
    const corrected = await this.corrected(context, place, form, message);
    const named = corrected ?? namedFilling(form, whole, message);
    if (named) return this.fill(context, place, form, name, [named]);
    if (!field) return undefined;
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
        if (!UNKNOWN.test(text)) break;
        return this.leaveOut(context, place, form, name, field);
      case 'skip':
        return this.leaveOut(context, place, form, name, field);
      case 'next':
        // "I signed in" tells what was tried; "next" and "done" are orders.
        if (ORDER.test(withoutSlip(normalise(text)))) return this.goOn(context, place, form, name, field);
        break;
      case undefined:
    }
    if (NOTHING.test(normalise(text)) && field.choices.length === 0)
      return this.leaveOut(context, place, form, name, field);
    const dated = field.kind === 'date' ? undefined : sinceFilling(form, text, message);
    return this.fill(context, place, form, name, [
      dated ?? fillingOf(field, chosen(field, message), message),
    ]);
  }

  /** @returns the given place, or past the fields before it that were filled in already */
  async toFillIn(context: TurnContext, place: Place, { form, state }: FormPlace): Promise<Place> {
    if (!form || place.field === undefined || state.draft === undefined) return place;
    const { values = {} } = (await this.drafts.read(context, state.draft)) ?? {};
    return { step: place.step, field: missingField(form, values)?.id };
  }

  /** What was filled in, once no field is missing. */
  async summary(
    context: TurnContext,
    form: Form,
    state: WalkthroughState,
    language: Language,
  ): Promise<FormSummary | undefined> {
    if (state.draft === undefined) return undefined;
    const draft = await this.drafts.read(context, state.draft);
    return draft && { form, values: draft.values, draft: state.draft, language: state.summaryIn ?? language };
  }

  /** Goes on with what the field holds; where it holds nothing, it is left out. */
  private async goOn(
    context: TurnContext,
    place: FormPlace,
    form: Form,
    name: string,
    field: Field,
  ): Promise<Filled> {
    const { draft } = place.state;
    const kept = draft === undefined ? undefined : (await this.drafts.read(context, draft))?.values[field.id];
    return kept
      ? this.store(context, place, form, name, {})
      : this.leaveOut(context, place, form, name, field);
  }

  /** "It's not Visual Studio, it's Office" corrects the field that holds the first of the two. */
  private async corrected(
    context: TurnContext,
    { state }: FormPlace,
    form: Form,
    message: ReceivedMessage,
  ): Promise<Filling | undefined> {
    const correction = correctionIn(message.text);
    if (!correction || state.draft === undefined) return undefined;
    const { values = {} } = (await this.drafts.read(context, state.draft)) ?? {};
    const field = form.fields.find(({ id }) => {
      const value = values[id];
      return value?.kind === 'text' && normalise(value.text) === normalise(correction.from);
    });
    return field && fillingOf(field, correction.to, message);
  }

  private async leaveOut(
    context: TurnContext,
    place: FormPlace,
    form: Form,
    name: string,
    field: Field,
  ): Promise<Filled> {
    return this.store(context, place, form, name, { [field.id]: { kind: 'leftOut' } }, { kind: 'leftOut' });
  }

  private async fill(
    context: TurnContext,
    place: FormPlace,
    form: Form,
    name: string,
    fillings: readonly Filling[],
  ): Promise<Filled> {
    const values: Record<string, FieldValue> = {};
    for (const filling of fillings) {
      if ('impossible' in filling) {
        const { field, impossible: text } = filling;
        const stored = await this.store(context, place, form, name, values);
        return {
          ...stored,
          place: { step: place.state.step, field: field.id },
          lead: { kind: 'impossible', text },
        };
      }
      values[filling.field.id] = filling.value;
    }
    const texts = Object.values(values).filter((value) => value.kind === 'text');
    return this.store(context, place, form, name, values, {
      kind: 'noted',
      isMasked: texts.some(({ isMasked }) => isMasked),
      cut: texts.reduce((sum, { cut = 0 }) => sum + cut, 0),
    });
  }

  /** Keeps values, and goes to the first field that is still missing, or to the step itself. */
  private async store(
    context: TurnContext,
    { state, isHere }: FormPlace,
    form: Form,
    name: string,
    values: FormValues,
    lead?: FieldLead,
  ): Promise<Filled> {
    const draft = state.draft ?? randomUUID();
    const kept = state.draft === undefined ? undefined : await this.drafts.read(context, draft);
    const all = { ...kept?.values, ...values };
    await this.drafts.write(context, draft, { form: name, values: all });
    const field = isHere ? missingField(form, all)?.id : undefined;
    return { place: { step: state.step, field }, draft, lead };
  }

  /** A question that the FAQ answers, a request for another walkthrough, or a remark: no value of a field. */
  private isDigression({ text, today, locale }: ReceivedMessage, own: Entry): boolean {
    if (text.length <= LONGEST_REMARK && remarkIn(text)) return true;
    const match = this.index.match(text);
    const answer = match.outcome === 'answer' ? match.answer : undefined;
    if (answer?.fact?.starts === 'walkthrough' && answer.confidence === 1) return true;
    if (!isQuestion(text)) return false;
    if (text.length <= LONGEST_QUESTION && !text.includes('\n')) return true;
    if (understandDateQuestion(text, { today, locale })?.isSpecific) return true;
    return answer !== undefined && (answer.entry.id !== own.id || answer.fact !== undefined);
  }
}

function summaryLanguage(text: string): Language | undefined {
  const said = withoutEndMarks(normalise(text));
  return SUMMARY_IN.find(([, pattern]) => pattern.test(said))?.[0];
}

/** A choice by its number counts as the choice itself. */
function chosen({ choices }: Field, { text, whole }: ReceivedMessage): string {
  const number = ordinalIn(text);
  return (number === undefined ? undefined : choices.at(number)?.en) ?? whole;
}
