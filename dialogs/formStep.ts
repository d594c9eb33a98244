// Fills in the form that a step of a walkthrough needs: its fields in any order, corrected or left out.
import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Language } from '../knowledge/faq/language.js';
import type { Entry, Field, Form } from '../knowledge/faq/schema.js';
import {
  changeIn,
  correctionIn,
  fieldNamedIn,
  fieldToChange,
  type FieldValue,
  type Filling,
  fillingOf,
  isLabelled,
  type FormValues,
  labelledFillings,
  missingField,
  namedFilling,
  namesField,
  sinceFilling,
} from '../knowledge/rules/formValues.js';
import { type Place, placeBefore } from '../knowledge/rules/procedure.js';
import type { QuestionIndex } from '../knowledge/search/faqIndex.js';
import { normalise } from '../knowledge/text/normalise.js';
import type { Clause } from '../knowledge/understanding/reading.js';
import type { FormDrafts } from './formDrafts.js';
import { messageOf } from './message.js';
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
  /** The summary is wanted, though fields may still be missing. */
  readonly showsSummary?: boolean;
  /** The guide ends without the form. */
  readonly isUnwanted?: boolean;
}

/** A short question is one to the bot, whatever a field asks for. */
const MAX_LETTERS_OF_QUESTION = 60;
/** "Finished", with a word of thanks. */
const MAX_LETTERS_OF_FINISHED = 25;

export class FormStep {
  constructor(
    private readonly index: QuestionIndex,
    private readonly drafts: FormDrafts,
  ) {}

  /** Whether something said that is no act belongs into the form. */
  takes(clause: Clause, { entry, form, isHere, field }: FormPlace): boolean {
    if (!form) return false;
    if (isLabelled(form, clause.text) || namesField(form, clause.text)) return true;
    if (!isHere || (clause.act !== 'ask' && clause.act !== 'choose')) return false;
    if (fieldToChange(form, clause.text) || correctionIn(clause.text)) return true;
    return (
      field !== undefined &&
      (asksWhatToWrite(form, clause, field) !== undefined || !isDigression(clause, entry))
    );
  }

  /** @returns where to go from here; undefined where the message is not for the form */
  async continue(context: TurnContext, place: FormPlace): Promise<Filled | undefined> {
    const { form, name, isHere, field, state } = place;
    if (!form || name === undefined) return undefined;
    const { clause, text: whole, reading } = messageOf(context);
    // A value is kept as it was written, however long; of several things said, what was meant for the form.
    const text = reading.clauses.length === 1 ? whole : clause.text;
    const here = { place: { step: state.step, field: field?.id }, draft: state.draft };
    const named = this.#fillings(form, text, context);
    if (named.length > 0) return this.#fill(context, place, form, name, named);
    if (!isHere) return undefined;
    if (clause.act === 'showSummary') {
      const { language: summaryIn } = clause;
      return {
        ...here,
        ...(summaryIn && { summaryIn }),
        ...(field && summaryIn && { lead: { kind: 'summaryIn', language: summaryIn } as const }),
        showsSummary: field !== undefined && summaryIn === undefined,
      };
    }
    const changed = fieldToChange(form, clause.text);
    if (changed) return { ...here, place: { step: state.step, field: changed.id } };
    const corrected = await this.#corrected(context, place, form);
    if (corrected) return this.#fill(context, place, form, name, [corrected]);
    if (clause.act === 'changeEntry') {
      const meant = fieldNamedIn(form, clause.text);
      return { ...here, place: { step: state.step, field: (meant ?? field ?? form.fields[0])?.id } };
    }
    if (!field) return undefined;
    const leaveOut = () => this.#leaveOut(context, place, form, name, field);
    switch (clause.act) {
      case 'back': {
        const before = placeBefore(this.index.faq, place.entry, state);
        return { ...here, place: before ?? here.place };
      }
      case 'goToStep':
      case 'showAll':
      case 'progress':
        return undefined;
      case 'repeat':
      case 'resume':
      case 'acknowledge':
      case 'yes':
      case 'guide':
        return here;
      case 'wait':
      case 'notYet':
        return { ...here, lead: 'takeYourTime' };
      case 'skip':
      case 'unsure':
      case 'chooseNone':
        return leaveOut();
      case 'no':
        return field.choices.length === 0 ? leaveOut() : here;
      case 'next':
        // "I signed in" tells what was tried; "next" and "finished" are orders.
        if (clause.saysOnward) return this.#goOn(context, place, form, name, field);
        if (clause.saysFinished && clause.text.length <= MAX_LETTERS_OF_FINISHED)
          return this.#finish(context, place, form, name);
        break;
      default:
    }
    const asked = asksWhatToWrite(form, clause, field);
    if (asked) return { ...here, place: { step: state.step, field: asked.id }, lead: { kind: 'fieldHelp' } };
    const value = chosen(field, clause) ?? text;
    const dated = field.kind === 'date' ? undefined : sinceFilling(form, value, messageOf(context));
    return this.#fill(context, place, form, name, [dated ?? fillingOf(field, value, messageOf(context))]);
  }

  /** @returns the given place, or past the fields before it that were filled in already */
  async toFillIn(context: TurnContext, place: Place, { form, state }: FormPlace): Promise<Place> {
    if (!form || place.field === undefined || state.draft === undefined) return place;
    const { values = {} } = (await this.drafts.read(context, state.draft)) ?? {};
    return { step: place.step, field: missingField(form, values)?.id };
  }

  /** What was filled in so far. */
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

  /** The values that a message gives with the names of their fields. */
  #fillings(form: Form, text: string, context: TurnContext): Filling[] {
    const labelled = labelledFillings(form, text, messageOf(context));
    if (labelled.length > 0) return labelled;
    const named = changeIn(form, text, messageOf(context)) ?? namedFilling(form, text, messageOf(context));
    return named ? [named] : [];
  }

  /** Goes on with what the field holds; where it holds nothing, it is left out. */
  async #goOn(
    context: TurnContext,
    place: FormPlace,
    form: Form,
    name: string,
    field: Field,
  ): Promise<Filled> {
    const { draft } = place.state;
    const kept = draft === undefined ? undefined : (await this.drafts.read(context, draft))?.values[field.id];
    return kept
      ? this.#store(context, place, form, name, {})
      : this.#leaveOut(context, place, form, name, field);
  }

  /** "It's not Visual Studio, it's Office" corrects the field that holds the first of the two. */
  async #corrected(context: TurnContext, { state }: FormPlace, form: Form): Promise<Filling | undefined> {
    const message = messageOf(context);
    const correction = correctionIn(message.clause.text);
    if (!correction || state.draft === undefined) return undefined;
    const { values = {} } = (await this.drafts.read(context, state.draft)) ?? {};
    const field = form.fields.find(({ id }) => {
      const value = values[id];
      return value?.kind === 'text' && normalise(value.text) === normalise(correction.from);
    });
    return field && fillingOf(field, correction.to, message);
  }

  /** Leaves out what is still missing; where nothing was filled in, the form is not wanted at all. */
  async #finish(context: TurnContext, place: FormPlace, form: Form, name: string): Promise<Filled> {
    const { state } = place;
    if (state.draft === undefined) return { place: state, draft: undefined, isUnwanted: true };
    const { values = {} } = (await this.drafts.read(context, state.draft)) ?? {};
    const missing = form.fields.filter(({ id }) => values[id] === undefined);
    const rest = Object.fromEntries(missing.map(({ id }) => [id, { kind: 'leftOut' } as const]));
    return this.#store(context, place, form, name, rest);
  }

  async #leaveOut(
    context: TurnContext,
    place: FormPlace,
    form: Form,
    name: string,
    field: Field,
  ): Promise<Filled> {
    return this.#store(context, place, form, name, { [field.id]: { kind: 'leftOut' } }, { kind: 'leftOut' });
  }

  async #fill(
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
        const stored = await this.#store(context, place, form, name, values);
        return {
          ...stored,
          place: { step: place.state.step, field: field.id },
          lead: { kind: 'impossible', text },
        };
      }
      values[filling.field.id] = filling.value;
    }
    const texts = Object.values(values).filter((value) => value.kind === 'text');
    return this.#store(context, place, form, name, values, {
      kind: 'noted',
      isMasked: texts.some(({ isMasked }) => isMasked),
      cut: texts.reduce((sum, { cut = 0 }) => sum + cut, 0),
    });
  }

  /** Keeps values, and goes to the first field that is still missing, or to the step itself. */
  async #store(
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
}

/** The field that a question asks what to write into: 「エラーは何を書けばいいですか」. */
function asksWhatToWrite(
  form: Form,
  { text, isQuestion, speaksOfWriting, match }: Clause,
  field: Field,
): Field | undefined {
  if (!isQuestion || !speaksOfWriting || text.length > MAX_LETTERS_OF_QUESTION) return undefined;
  return match.outcome === 'answer' ? undefined : (fieldNamedIn(form, text) ?? field);
}

/** A question that the FAQ answers, or a request for another walkthrough: no value of a field. */
function isDigression({ text, isQuestion, match, dates }: Clause, own: Entry): boolean {
  const answer = match.outcome === 'answer' ? match.answer : undefined;
  if (answer?.fact?.starts === 'walkthrough' && answer.confidence === 1) return true;
  if (!isQuestion) return false;
  if (text.length <= MAX_LETTERS_OF_QUESTION && !text.includes('\n')) return true;
  if (dates?.isSpecific) return true;
  return answer !== undefined && (answer.entry.id !== own.id || answer.fact !== undefined);
}

/** A choice by its number counts as the choice itself. */
function chosen({ choices }: Field, { act, number, text }: Clause): string | undefined {
  if (act !== 'choose' || number === undefined || text.length > MAX_LETTERS_OF_QUESTION) return undefined;
  return choices.at(number > 0 ? number - 1 : number)?.en;
}
