// Takes a verdict on an answer, and after a bad one asks once what was missing. Whatever is not plainly a comment leaves it.
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Clause } from '../knowledge/understanding/reading.js';
import { messageOf } from './message.js';
import type { Respond } from './reply.js';
import type { Verdict, Verdicts } from './verdict.js';
import { type Asked, WaitingDialog } from './waitingDialog.js';

/** How the dialog begins. */
export interface GivenVerdict {
  /** The id of what was answered. */
  readonly outcome: string;
  readonly verdict: Verdict;
}

export class FeedbackDialog extends WaitingDialog {
  static readonly id = 'feedback';

  constructor(
    private readonly respond: Respond,
    private readonly verdicts: Verdicts,
  ) {
    super(FeedbackDialog.id);
  }

  override outlastsDigressions(): boolean {
    return false;
  }

  override asked(): Asked {
    return { expects: 'comment' };
  }

  /** Takes what can't be meant for anybody else: a question is answered, also where the FAQ has no answer. */
  override takes({ act, isQuestion, tellsTrouble, match, dates, text }: Clause): boolean {
    if (act === 'no' || act === 'chooseNone' || act === 'skip') return true;
    if (act === 'complain' || act === 'askExample' || act === 'askMore' || act === 'unsure') return true;
    if (act !== 'ask' || isQuestion || text === '') return false;
    // What the answer lacks is a comment on it, whatever of the FAQ it names.
    return tellsTrouble || (match.outcome !== 'answer' && !dates?.isSpecific);
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const { outcome, verdict } = options as GivenVerdict;
    const { language } = messageOf(dc.context);
    const result = await this.verdicts.rate(outcome, verdict);
    if (verdict === 'dislike' && result === 'noted') {
      dc.activeDialog!.state = { outcome };
      await this.respond(dc.context, { kind: 'disliked' }, language);
      return Dialog.EndOfTurn;
    }
    const kind = result === 'lost' ? 'verdictLost' : verdict === 'like' ? 'liked' : 'commentNoted';
    await this.respond(dc.context, { kind }, language);
    return dc.endDialog();
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { text, clause, language } = messageOf(dc.context);
    const { outcome } = dc.activeDialog!.state as { outcome: string };
    if (
      clause.act === 'no' ||
      clause.act === 'chooseNone' ||
      clause.act === 'skip' ||
      clause.act === 'unsure'
    ) {
      await this.respond(dc.context, { kind: 'noComment' }, language);
      return dc.endDialog();
    }
    const isNoted = await this.verdicts.comment(outcome, text);
    await this.respond(dc.context, { kind: isNoted ? 'commentNoted' : 'verdictLost' }, language);
    return dc.endDialog();
  }

  /** It asks once only. */
  override async repromptDialog(): Promise<void> {
    // mainDialog leaves the dialog before a digression.
  }
}
