// Routes every message: commands first, in every state; then the dialog that waits for a reply; else a question
// about dates, or one to the FAQ.
import type { TurnContext } from 'botbuilder';
import {
  ComponentDialog,
  type DialogContext,
  DialogTurnStatus,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import { z } from 'zod';
import { parseCivilDate } from '../knowledge/dates/civilDate.js';
import { understandDateQuestion } from '../knowledge/rules/dateQuestion.js';
import { type DateRuleId, dateRules } from '../knowledge/rules/dateRules.js';
import type { FaqIndex } from '../knowledge/search/faqIndex.js';
import type { ConversationLanguage } from './conversationLanguage.js';
import { type Command, commandIn } from './cue.js';
import { DateDialog } from './dateDialog.js';
import { type DateDialogState, stateOf } from './dateDialogState.js';
import { FaqDialog } from './faqDialog.js';
import type { LastDateAnswer } from './lastDateAnswer.js';
import { type Message, setMessage } from './message.js';
import type { Reply, Respond } from './reply.js';
import { todayOf } from './today.js';

/** What the dialogs need from outside. */
export interface MainDialogParts {
  readonly index: FaqIndex;
  readonly language: ConversationLanguage;
  readonly lastDateAnswer: LastDateAnswer;
  readonly respond: Respond;
  /** The IANA zone of users whose client doesn't tell theirs. */
  readonly timeZone: string;
}

/** What the date input of a card sends. */
const DateInput = z.object({
  rule: z.enum(Object.keys(dateRules) as [DateRuleId, ...DateRuleId[]]),
  date: z.string().default(''),
});

export class MainDialog extends ComponentDialog {
  static readonly id = 'main';

  constructor(private readonly parts: MainDialogParts) {
    super(MainDialog.id);
    const { index, respond, lastDateAnswer } = parts;
    this.addDialog(new FaqDialog(index, respond, lastDateAnswer));
    this.addDialog(new DateDialog(index, respond, lastDateAnswer));
  }

  protected override async onBeginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.route(dc);
  }

  protected override async onContinueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.route(dc);
  }

  private async route(dc: DialogContext): Promise<DialogTurnResult> {
    const { context } = dc;
    const { language: languages, respond, timeZone, lastDateAnswer } = this.parts;
    const text = context.activity.text.trim();
    const command = commandIn(text);
    if (command?.kind === 'pinLanguage') await languages.pin(context, command.language);
    const language = await languages.of(context);
    const message = { text, language, today: todayOf(context, timeZone), locale: context.activity.locale };
    setMessage(context, message);

    if (command?.kind === 'cancel' || command?.kind === 'startOver') {
      const ended =
        command.kind === 'startOver' ? 'startedOver' : dc.activeDialog ? 'cancelled' : 'nothingToCancel';
      await respond(context, { kind: ended }, language);
      await lastDateAnswer.forget(context);
      return dc.cancelAllDialogs();
    }
    const input = dateInput(context);
    if (input) {
      // A question that is open stays open below it.
      const isDateAsked = dc.activeDialog?.id === DateDialog.id;
      return isDateAsked ? dc.replaceDialog(DateDialog.id, input) : dc.beginDialog(DateDialog.id, input);
    }
    const digression = command
      ? replyTo(command)
      : (withoutWords(context, text) ?? (dc.activeDialog ? undefined : closedChoice(text)));
    if (digression) {
      await respond(context, digression, language);
      if (!dc.activeDialog) return dc.endDialog();
      await dc.repromptDialog();
      return MainDialog.EndOfTurn;
    }
    const result = await dc.continueDialog();
    if (result.status !== DialogTurnStatus.empty) return result;
    const dates = (await lastDateAnswer.followedBy(context, message)) ?? this.dateQuestionIn(message);
    return dates ? dc.beginDialog(DateDialog.id, dates) : dc.beginDialog(FaqDialog.id);
  }

  /** What the message asks about dates, unless the FAQ knows better what it is about. */
  private dateQuestionIn({ text, today, locale }: Message): DateDialogState | undefined {
    const question = understandDateQuestion(text, { today, locale });
    if (!question?.isSpecific) return undefined;
    // Without a date the words alone tell the rule, and the FAQ may know better what they are about.
    const [likeliest] = this.parts.index.match(text).candidates;
    const isAnother = question.given.length === 0 && likeliest?.entry.id !== question.rule.entry;
    return isAnother ? undefined : stateOf(question);
  }
}

function replyTo({ kind }: Exclude<Command, { kind: 'cancel' } | { kind: 'startOver' }>): Reply {
  return { kind: kind === 'pinLanguage' ? 'languagePinned' : kind };
}

/** The date that a card's input sends, for the rule that the card was about; asked for again where it is empty. */
function dateInput({ activity }: TurnContext): DateDialogState | undefined {
  const { data } = DateInput.safeParse(activity.value);
  if (!data) return undefined;
  const date = parseCivilDate(data.date);
  const state = { rule: data.rule, asked: { kind: 'date' }, others: [] } as const;
  return date ? { ...state, given: [date] } : { ...state, given: [], problem: { kind: 'none' } };
}

/** "None of these" means nothing any more when its question is closed. */
function closedChoice(text: string): Reply | undefined {
  return /^(?:none of these|どれでもない)$/iu.test(text) ? { kind: 'outdatedButton' } : undefined;
}

/** What to reply to a message that has no words to match. */
function withoutWords({ activity }: TurnContext, text: string): Reply | undefined {
  if (/[\p{L}\p{N}]/u.test(text)) return undefined;
  if (text === '' && activity.attachments?.some(({ contentType }) => contentType !== 'text/html')) {
    return { kind: 'attachmentOnly' };
  }
  if (text === '' && activity.value !== undefined && activity.value !== null)
    return { kind: 'outdatedButton' };
  return { kind: 'noText' };
}
