// What people may ask of the data that is kept of them: to see it, and to have it deleted.
import type { TurnContext } from 'botbuilder';
import type { DialogContext } from 'botbuilder-dialogs';
import type { Faq } from '../knowledge/faq/schema.js';
import { dateRules } from '../knowledge/rules/dateRules.js';
import type { Clause, Reading } from '../knowledge/understanding/reading.js';
import type { LiveIndex } from '../knowledge/understanding/liveIndex.js';
import type { ConversationLanguage } from './conversationLanguage.js';
import type { FormDrafts } from './formDrafts.js';
import type { Memory, Remembered } from './memory.js';
import { messageOf } from './message.js';
import type { Known, Respond } from './reply.js';
import { WalkthroughDialog } from './walkthroughDialog.js';
import type { WalkthroughState } from './walkthroughState.js';

/**
 * Deletes what is kept of the person in this conversation, wherever it is kept, together with what else the turn changes.
 * Replies of the turn still reach them.
 */
export type ForgetPerson = (context: TurnContext) => Promise<void>;

export interface RightsParts {
  readonly index: LiveIndex;
  readonly language: ConversationLanguage;
  readonly memory: Memory;
  readonly drafts: FormDrafts;
  readonly respond: Respond;
  readonly forgetPerson: ForgetPerson;
}

/** What may stand around a yes: "yes, please, thank you". */
const AROUND_YES: readonly Clause['act'][] = ['courtesy', 'thank'];
/** What leaves everything as it is, and wants nothing else. */
const DECLINES: readonly Clause['act'][] = ['no', 'stop', 'notYet', 'wait', 'acknowledge'];

export class Rights {
  constructor(private readonly parts: RightsParts) {}

  /** What is kept of the person in this conversation. */
  async known(dc: DialogContext): Promise<Known> {
    const { context } = dc;
    const { language, memory, index } = this.parts;
    // What is too old to be gone back to is deleted rather than passed over.
    await memory.change(context, {});
    const remembered = await memory.of(context);
    return {
      kind: 'known',
      isPinned: (await language.pinned(context)) !== undefined,
      topics: remembered.topics.flatMap(({ entry: id, fact: factId }) => {
        const entry = index.faq.entries.find((each) => each.id === id);
        return entry ? [{ entry, fact: entry.facts.find((each) => each.id === factId) }] : [];
      }),
      dates: datesIn(remembered),
      guides: guidesIn(dc, remembered, index.faq),
      forms: await this.#forms(context),
    };
  }

  /** Asks whether to delete it. What is open is not shown again: "yes" is to be the reply to this. */
  async ask(dc: DialogContext): Promise<void> {
    const { memory, respond } = this.parts;
    await memory.change(dc.context, { offer: { kind: 'forget' } });
    await respond(dc.context, { kind: 'askToForget' }, messageOf(dc.context).language);
  }

  /**
   * What a message says to "Shall I delete it?": only a plain yes deletes, as nothing brings it back.
   * @returns undefined where it says something else
   */
  static answer({ clauses }: Reading): 'delete' | 'keep' | undefined {
    const points = clauses.filter(({ act }) => !AROUND_YES.includes(act));
    if (points.length > 0 && points.every(agrees)) return 'delete';
    return points.length > 0 && points.every(declines) ? 'keep' : undefined;
  }

  async forget(dc: DialogContext): Promise<void> {
    const { forgetPerson, respond } = this.parts;
    dc.stack.splice(0);
    await forgetPerson(dc.context);
    await respond(dc.context, { kind: 'forgotten' }, messageOf(dc.context).language);
  }

  async #forms(context: TurnContext): Promise<Known['forms']> {
    const drafts = await this.parts.drafts.all(context);
    return Object.entries(this.parts.index.faq.forms).flatMap(([name, form]) => {
      const own = drafts.filter((draft) => draft.form === name);
      const fields = form.fields.filter(({ id }) =>
        own.some(({ values }) => values[id] !== undefined && values[id].kind !== 'leftOut'),
      );
      return own.length > 0 ? [{ form, count: own.length, fields }] : [];
    });
  }
}

/** "Yes", and "yes, delete it". "Can you delete it?" asks, and "don't delete it" says the opposite. */
function agrees({ act, isQuestion, isNegated }: Clause): boolean {
  return !isQuestion && (act === 'yes' || (act === 'forgetMe' && !isNegated));
}

function declines({ act, isNegated }: Clause): boolean {
  return DECLINES.includes(act) || (act === 'forgetMe' && isNegated);
}

function datesIn({ dates }: Remembered): Known['dates'] {
  if (!dates) return undefined;
  const rule = dateRules[dates.rule];
  const told = [...dates.given.map((date) => ({ role: rule.needs, date })), ...dates.others];
  return told.length > 0 ? { rule, told } : undefined;
}

function guidesIn(dc: DialogContext, { paused }: Remembered, { entries }: Faq): Known['guides'] {
  const open = dc.stack.filter(({ id }) => id === WalkthroughDialog.id);
  const all = [
    ...open.map(({ state }) => ({ ...(state as WalkthroughState), isOpen: true })),
    ...paused.map((state) => ({ ...state, isOpen: false })),
  ];
  return all.flatMap(({ entry: id, step, isOpen }) => {
    const entry = entries.find((each) => each.id === id);
    return entry ? [{ entry, step, isOpen }] : [];
  });
}
