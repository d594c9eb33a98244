// Collects the replies of a turn and sends them as one message: one message, one answer.
import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { dropOutcome, outcomeOf } from '../../dialogs/outcome.js';
import type { Reply, Respond } from '../../dialogs/reply.js';
import type { Language } from '../../knowledge/faq/language.js';
import type { QuestionIndex } from '../../knowledge/search/faqIndex.js';
import type { OutcomeLog } from '../feedback/outcomeLog.js';
import type { Metrics } from '../metrics.js';
import { renderReplies } from './renderReply.js';

interface Pending {
  readonly replies: Reply[];
  language: Language;
}

const PENDING = Symbol('replies');

export class Outbox {
  constructor(
    private readonly index: QuestionIndex,
    private readonly publicUrl: string,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
    private readonly outcomes: OutcomeLog,
  ) {}

  // The contract of the dialogs is asynchronous; nothing is sent before `flush`.
  readonly respond: Respond = (context, reply, language) => {
    const pending = context.turnState.get<Pending | undefined>(PENDING) ?? { replies: [], language };
    pending.replies.push(reply);
    pending.language = language;
    context.turnState.set(PENDING, pending);
    return Promise.resolve();
  };

  /** Forgets what has not been sent. */
  discard(context: TurnContext): void {
    context.turnState.delete(PENDING);
    dropOutcome(context);
  }

  /** Sends what was said so far, and logs which replies they were: never what the user wrote. */
  async flush(context: TurnContext): Promise<void> {
    const pending = context.turnState.get<Pending | undefined>(PENDING);
    if (!pending) return;
    context.turnState.delete(PENDING);
    const { replies, language } = pending;
    const { channelId, conversation } = context.activity;
    const { faq } = this.index;
    const outcome = outcomeOf(context)?.id;
    this.keepOutcomeOnceSent(context, language);
    await context.sendActivity(
      renderReplies(replies, language, { faq, channelId, publicUrl: this.publicUrl, outcome }),
    );
    for (const reply of replies) {
      this.metrics.countReply(reply.kind, language);
      const entry = 'entry' in reply ? { entry: reply.entry.id } : {};
      const fact = reply.kind === 'answer' && reply.fact ? { fact: reply.fact.id } : {};
      this.logger.info(
        { channel: channelId, conversation: conversation.id, reply: reply.kind, ...entry, ...fact, language },
        'replied',
      );
    }
  }

  /** The reply is sent when the turn is committed; only then has it an id, and the question an outcome. */
  private keepOutcomeOnceSent(context: TurnContext, language: Language): void {
    context.onSendActivities(async (_context, _activities, send) => {
      const responses = await send();
      const outcome = outcomeOf(context);
      dropOutcome(context);
      const { channelId, conversation, text } = context.activity;
      const reply = { channelId, conversation, id: responses[0]?.id };
      if (outcome) this.outcomes.keep(outcome, language, text, reply);
      return responses;
    });
  }
}
