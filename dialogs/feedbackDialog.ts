// Takes a verdict on an answer, and after a bad one asks once what was missing. Whatever is not plainly a comment leaves it.
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { findDates } from '../knowledge/dates/findDates.js';
import { understandDateQuestion } from '../knowledge/rules/dateQuestion.js';
import type { QuestionIndex } from '../knowledge/search/faqIndex.js';
import { normalise } from '../knowledge/search/normalise.js';
import { withoutEndMarks } from '../knowledge/text/endMarks.js';
import { commandIn, remarkIn } from './cue.js';
import { messageOf, type ReceivedMessage } from './message.js';
import { asksForGuidance, isQuestion, moveIn } from './move.js';
import type { Respond } from './reply.js';
import { type Verdict, verdictInWords, type Verdicts } from './verdict.js';
import { WaitingDialog } from './waitingDialog.js';

/** How the dialog begins. */
export interface GivenVerdict {
  /** The id of what was answered. */
  readonly outcome: string;
  readonly verdict: Verdict;
}

const NOTHING =
  /^(?:no|nope|nothing|nothing else|no comment|no thanks?|no thank you|skip|pass|いいえ|いえ|ない|ないです|特にない|特にないです|特にありません|特になし|とくにない|とくになし|ありません|なし|結構です|大丈夫です|スキップ)$/u;
/** What is said about the answer, and so is a comment, whatever of the FAQ it names. */
const ABOUT_ANSWER =
  /\b(?:is|was|were|are) (?:missing|unclear|outdated|wrong|incorrect)\b|\btoo (?:long|short|vague|general|complicated)\b|(?:書いて|載って|のって|触れて|説明されて|記載されて)(?:い|あり)?(?:ない|なかった|ません)|(?:説明|記載|情報|記述|例|手順)(?:が|は|も)(?:ない|なかった|ありません|足り|不足|不十分|分かりにく|わかりにく|間違)|(?:長|短|古)(?:すぎ|かった)|(?:分|わ)かりにく/u;
/** In this order: "the answer does not say". One pattern of all three would try each pair of words anew for the third. */
const ANSWER_LACKS = [
  /\b(?:it|this|that|you|answer|reply|faq|text)\b/u,
  /(?:\bnot|n't|\bnever|\bnothing)\b/u,
  /\b(?:say|said|tell|mention|explain|cover|answer|show|state|include|contain|give|helpful|clear)/u,
];
const DEMANDS =
  /^(?:please |pls |and |then |but )?(?:tell|show|explain|give|help|find|describe|list)\b|^i(?:'d like| would like| want| need) to (?:know|ask|see|find|understand)\b|(?:ください|下さい|お願いします|教えて|知りたい|ほしい|欲しい)(?:です)?(?:ね|な|んですが|のですが)?$/u;

export class FeedbackDialog extends WaitingDialog {
  static readonly id = 'feedback';

  constructor(
    private readonly index: QuestionIndex,
    private readonly respond: Respond,
    private readonly verdicts: Verdicts,
  ) {
    super(FeedbackDialog.id);
  }

  override outlastsDigressions(): boolean {
    return false;
  }

  /** Takes what can't be meant for anybody else: a question is answered, also where the FAQ has no answer. */
  override takes({ text, today, locale, pressedAt }: ReceivedMessage): boolean {
    if (pressedAt !== undefined || !/[\p{L}\p{N}]/u.test(text) || commandIn(text)) return false;
    if (NOTHING.test(plain(text))) return true;
    if (isQuestion(text) || DEMANDS.test(plain(text)) || asksForGuidance(text)) return false;
    if (verdictInWords(text) !== undefined || moveIn(text) !== undefined) return false;
    if (isAboutAnswer(plain(text))) return true;
    return (
      remarkIn(text) === undefined &&
      findDates(text, { today, locale }).length === 0 &&
      understandDateQuestion(text, { today, locale })?.isSpecific !== true &&
      this.index.match(text).outcome === 'none'
    );
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
    const { text, whole, language } = messageOf(dc.context);
    const { outcome } = dc.activeDialog!.state as { outcome: string };
    if (NOTHING.test(plain(text))) {
      await this.respond(dc.context, { kind: 'noComment' }, language);
      return dc.endDialog();
    }
    const isNoted = await this.verdicts.comment(outcome, whole);
    await this.respond(dc.context, { kind: isNoted ? 'commentNoted' : 'verdictLost' }, language);
    return dc.endDialog();
  }

  /** It asks once only. */
  override async repromptDialog(): Promise<void> {
    // mainDialog leaves the dialog before a digression.
  }
}

function isAboutAnswer(said: string): boolean {
  let rest = said;
  for (const pattern of ANSWER_LACKS) {
    const found = pattern.exec(rest);
    if (!found) return ABOUT_ANSWER.test(said);
    rest = rest.slice(found.index + found[0].length);
  }
  return true;
}

function plain(text: string): string {
  return withoutEndMarks(normalise(text));
}
