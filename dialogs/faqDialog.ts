// Answers a question from the FAQ, or asks which entry is meant and waits for the choice.
import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import { LANGUAGES } from '../knowledge/faq/language.js';
import type { Entry } from '../knowledge/faq/schema.js';
import { ruleStatedBy } from '../knowledge/rules/dateRules.js';
import type { Candidate, Match } from '../knowledge/search/faqIndex.js';
import type { LiveIndex } from '../knowledge/understanding/liveIndex.js';
import { leadOf } from '../knowledge/understanding/polarity.js';
import type { Choice, Clause, Topic } from '../knowledge/understanding/reading.js';
import { DiagnosisDialog, type DiagnosisStart } from './diagnosisDialog.js';
import type { Memory } from './memory.js';
import { messageOf } from './message.js';
import type { Outcomes } from './outcome.js';
import type { Respond, Subject } from './reply.js';
import { type Asked, WaitingDialog } from './waitingDialog.js';
import { WalkthroughDialog, type WalkthroughStart } from './walkthroughDialog.js';

/** The open choices of a clarify question, as kept in the state: ids only. */
interface OpenChoices {
  /** The outcome of the question that was asked back about. */
  outcome?: string;
  choices?: { entry: string; fact?: string }[];
  /** The question was put as a wish: the procedure is to begin. */
  wants?: boolean;
}

/** Answers a subject rather than what the message asks. */
export interface FaqStart {
  readonly subject: Subject;
}

/** From this confidence on, an entry is worth offering where nothing was sure enough to answer. */
const NEAR = 0.15;

export class FaqDialog extends WaitingDialog {
  static readonly id = 'faq';
  /** Another question takes the place of "which of these do you mean?". */
  override outlastsDigressions(): boolean {
    return false;
  }

  constructor(
    private readonly index: LiveIndex,
    private readonly respond: Respond,
    private readonly memory: Memory,
    private readonly outcomes: Outcomes,
  ) {
    super(FaqDialog.id);
  }

  override asked(instance: DialogInstance): Asked {
    return { expects: 'choice', choices: this.#openChoices(instance).map(choiceOf) };
  }

  /** Takes a choice, or that none is meant or that it is not clear which. */
  override takes(clause: Clause, instance: DialogInstance): boolean {
    return (
      this.#chosen(clause, instance) !== undefined ||
      ['chooseNone', 'chooseBoth', 'no', 'unsure'].includes(clause.act)
    );
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const { subject } = (options ?? {}) as Partial<FaqStart>;
    if (!subject) return this.#answer(dc, messageOf(dc.context).clause);
    const { entry, fact } = subject;
    await this.outcomes.note(dc.context, { kind: 'answered', entry: entry.id, fact: fact?.id });
    return this.#give(dc, { ...subject, isExact: true });
  }

  /** Asks the open clarify question again, after a digression. */
  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { language } = messageOf(context);
    await this.respond(context, { kind: 'clarify', choices: this.#openChoices(instance) }, language);
  }

  /** Takes the reply to a clarify question: one of the choices, or none of them. */
  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { clause, language } = messageOf(dc.context);
    const picked = this.#chosen(clause, dc.activeDialog!);
    const { outcome } = dc.activeDialog!.state as OpenChoices;
    if (picked) {
      const { entry, fact } = picked;
      const subject = { entry: entry.id, fact: fact?.id };
      await this.outcomes.settle(dc.context, outcome, { kind: 'clarified', ...subject });
      const { wants = false } = dc.activeDialog!.state as OpenChoices;
      return this.#give(dc, { ...picked, isExact: true }, wants);
    }
    if (clause.act !== 'chooseNone' && clause.act !== 'no') {
      await this.repromptDialog(dc.context, dc.activeDialog!);
      return Dialog.EndOfTurn;
    }
    await this.outcomes.settle(dc.context, outcome, { kind: 'none' });
    await this.respond(dc.context, { kind: 'noneOfThese' }, language);
    return dc.endDialog();
  }

  /** The entries that a message may be about, where it is not sure enough to answer. */
  static near({ candidates }: Match): Subject[] {
    return candidates.filter(({ confidence }) => confidence >= NEAR).map(({ entry }) => ({ entry }));
  }

  async #answer(dc: DialogContext, clause: Clause): Promise<DialogTurnResult> {
    const { match, wants, isQuestion, followUp } = clause;
    const { language, hasApologised } = messageOf(dc.context);
    const isWish = wants && !isQuestion;
    const followed = followUp && this.#subjectOf(followUp.topic);
    if (followed && followUp.kind === 'topic') return this.#follow(dc, followed, followUp.subject);
    if (followed && followUp.kind === 'unsaid' && match.outcome !== 'answer') {
      await this.outcomes.note(dc.context, { kind: 'none', entry: followed.entry.id });
      await this.respond(dc.context, { kind: 'unsaid', ...followed, aspect: followUp.aspect }, language);
      return dc.endDialog();
    }
    switch (match.outcome) {
      case 'answer': {
        const { entry, fact, confidence } = match.answer;
        const subject = { entry: entry.id, fact: fact?.id };
        await this.outcomes.note(dc.context, { kind: 'answered', ...subject, confidence });
        return this.#give(dc, { ...match.answer, isExact: match.answer.confidence === 1 }, isWish);
      }
      case 'clarify': {
        const [{ entry, confidence }] = match.choices as [Candidate];
        const outcome = { kind: 'clarified', entry: entry.id, confidence } as const;
        const state = dc.activeDialog!.state as OpenChoices;
        if (isWish) state.wants = true;
        state.outcome = await this.outcomes.note(dc.context, outcome);
        await this.respond(dc.context, { kind: 'clarify', choices: match.choices }, language);
        state.choices = match.choices.map(({ entry, fact }) => ({
          entry: entry.id,
          ...(fact && { fact: fact.id }),
        }));
        return Dialog.EndOfTurn;
      }
      case 'none': {
        const confidence = match.candidates[0]?.confidence;
        await this.outcomes.note(dc.context, { kind: 'none', confidence });
        const near = FaqDialog.near(match);
        const [only, ...others] = near;
        await this.memory.change(dc.context, {
          hasApologised: true,
          ...(only && others.length === 0 && { offer: { kind: 'answer', entry: only.entry.id } }),
        });
        const { topic } = match;
        await this.respond(
          dc.context,
          { kind: 'none', topic, near, isAgain: hasApologised && !topic },
          language,
        );
        return dc.endDialog();
      }
    }
  }

  /** Answers what is asked about what was talked of last. */
  async #follow(dc: DialogContext, subject: Subject, name: string | undefined): Promise<DialogTurnResult> {
    const { entry, fact } = subject;
    await this.outcomes.note(dc.context, { kind: 'answered', entry: entry.id, fact: fact?.id });
    return this.#give(dc, { ...subject, isExact: false }, false, name);
  }

  /** Whether a subject is how something is done, rather than a detail of it. */
  #isProcedure({ entry, fact }: Subject): boolean {
    if (!fact) return true;
    const places = this.index.subjects.placesOf({ entry: entry.id, fact: fact.id });
    return places.some(({ aspect }) => aspect === 'how');
  }

  #subjectOf({ entry: entryId, fact: factId }: Topic): Subject | undefined {
    const entry = this.index.faq.entries.find(({ id }) => id === entryId);
    return entry && { entry, fact: entry.facts.find(({ id }) => id === factId) };
  }

  /**
   * Gives an answer, or begins what it stands for. Where it states a date rule, a date that the user names next is
   * meant for it.
   */
  async #give(
    dc: DialogContext,
    matched: Subject & { readonly isExact: boolean },
    isWish = false,
    subject = messageOf(dc.context).clause.subjects[0],
  ): Promise<DialogTurnResult> {
    const { clause, language } = messageOf(dc.context);
    const { entry } = matched;
    const starts = startOf(matched, clause, isWish && this.#isProcedure(matched));
    if (starts) {
      await this.memory.talkedOf(dc.context, { entry: entry.id });
      return begin(dc, starts, entry);
    }
    // What is not to be started was asked about: the answer of the entry says what there is to know.
    const fact = matched.fact?.starts ? undefined : matched.fact;
    const lead = leadOf(fact ?? entry, clause);
    await this.respond(dc.context, { kind: 'answer', entry, fact, lead }, language);
    const rule = ruleStatedBy(entry.id, fact?.id, clause.dates?.rule);
    const asked = { kind: 'date' } as const;
    await this.memory.talkedOf(
      dc.context,
      { entry: entry.id, fact: fact?.id, subject },
      {
        dates: rule && { rule: rule.id, asked, given: [], others: [] },
        ...(hasGuide(entry) && { offer: { kind: 'guide', entry: entry.id, isListed: !fact } }),
      },
    );
    return !fact && entry.starts && clause.tellsTrouble ? begin(dc, entry.starts, entry) : dc.endDialog();
  }

  #chosen(clause: Clause, instance: DialogInstance): Subject | undefined {
    const choices = this.#openChoices(instance);
    const { act, number, picked } = clause;
    if (picked.affirmed.length === 1) return choices[picked.affirmed[0]!];
    return act === 'choose' && number !== undefined
      ? choices.at(number > 0 ? number - 1 : number)
      : undefined;
  }

  /** The choices that still exist: the FAQ may have changed since they were offered. */
  #openChoices(instance: DialogInstance): Subject[] {
    const { choices = [] } = instance.state as OpenChoices;
    return choices.flatMap(({ entry: entryId, fact: factId }) => {
      const entry = this.index.faq.entries.find(({ id }) => id === entryId);
      return entry ? [{ entry, fact: entry.facts.find(({ id }) => id === factId) }] : [];
    });
  }
}

/** Whether people can be led through its steps. */
export function hasGuide({ facts }: Entry): boolean {
  return facts.some(({ starts }) => starts === 'walkthrough');
}

function choiceOf({ entry, fact }: Subject): Choice {
  const { title, question } = fact ?? entry;
  return { names: LANGUAGES.flatMap((language) => [title[language], question[language]]) };
}

/**
 * What a message begins: what its fact stands for, or the walkthrough of an entry that it asks to be led through. A
 * question about a guide, or for all steps at once, begins none.
 */
function startOf(
  { entry, fact, isExact }: Subject & { readonly isExact: boolean },
  { wantsGuidance, wantsAll, isQuestion }: Clause,
  isWish: boolean,
): 'walkthrough' | 'diagnosis' | undefined {
  if (hasGuide(entry) && wantsGuidance && !wantsAll) return 'walkthrough';
  // "I want to renew my benefits" is to be done, not explained.
  if (hasGuide(entry) && isWish && !wantsAll) return 'walkthrough';
  if (fact?.starts !== 'walkthrough') return fact?.starts;
  return isExact || !(isQuestion || wantsAll) ? 'walkthrough' : undefined;
}

/** Leaves the question for a walkthrough or a diagnosis; one of the same entry that is open goes on by itself. */
async function begin(
  dc: DialogContext,
  what: 'walkthrough' | 'diagnosis',
  { id }: Entry,
): Promise<DialogTurnResult> {
  const dialog = what === 'walkthrough' ? WalkthroughDialog.id : DiagnosisDialog.id;
  const start: WalkthroughStart & DiagnosisStart = { entry: id };
  const isOpen = dc.stack.some((open) => open.id === dialog && (open.state as DiagnosisStart).entry === id);
  return isOpen ? dc.endDialog() : dc.replaceDialog(dialog, start);
}
