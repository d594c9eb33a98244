// Collects the replies of a turn and sends them as one message: one message, one answer.
import {
  type Activity,
  ActivityTypes,
  Channels,
  DeliveryModes,
  type InvokeResponse,
  StatusCodes,
  type TurnContext,
} from 'botbuilder';
import type { Logger } from 'pino';
import { z } from 'zod';
import { outcomeOf } from '../../dialogs/outcome.js';
import type { Reply, Respond } from '../../dialogs/reply.js';
import type { Language } from '../../knowledge/faq/language.js';
import { holdsCredential } from '../../knowledge/rules/maskSecrets.js';
import type { QuestionIndex } from '../../knowledge/search/faqIndex.js';
import { isGroup } from '../channels/teams/addressed.js';
import { apart } from '../channels/teams/apart.js';
import { cardResponse, messageResponse } from '../channels/teams/cardAction.js';
import type { OutcomeLog } from '../feedback/outcomeLog.js';
import type { Metrics } from '../metrics.js';
import { logFields } from '../requestId.js';
import { turnOf } from '../turns/turn.js';
import { renderPress } from './renderPress.js';
import { renderReplies, type Surroundings } from './renderReply.js';

interface Pending {
  readonly replies: Reply[];
  language: Language;
}

const PENDING = Symbol('replies');

/** What a pressed button says that it replaces. */
const Pressed = z.object({ replaces: z.enum(['message', 'view']) });

export class Outbox {
  constructor(
    private readonly index: QuestionIndex,
    private readonly publicUrl: string,
    private readonly keeping: {
      readonly days: number;
      /** The channel whose messages are kept, where there is such a one. */
      readonly keepsMessagesOf: string | undefined;
    },
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

  /** Sends what was said so far, and logs which replies they were: never what the user wrote. */
  async flush(context: TurnContext): Promise<void> {
    const pending = this.take(context);
    if (!pending) return;
    const { replies, language } = pending;
    if (isToBeWarned(context.activity, replies)) replies.unshift({ kind: 'secretPosted' });
    this.keepOutcome(context, language);
    await send(context, renderReplies(replies, language, this.surroundingsOf(context)));
    this.record(context, pending);
  }

  /**
   * Says what a pressed button of a card comes to. The response is what who pressed sees at once. The message that the
   * card stands in is changed as well: that is what everyone else sees, and who pressed when they come back.
   */
  async flushPress(context: TurnContext): Promise<InvokeResponse> {
    const pending = this.take(context);
    if (!pending) return { status: StatusCodes.OK };
    const { replies, language } = pending;
    const { activity } = context;
    this.keepOutcome(context, language);
    const pressed = Pressed.safeParse(activity.value).data?.replaces ?? 'view';
    // In a group a button that is out of date may be another's, who goes on with the card.
    const isOld = replies.some(({ kind }) => kind === 'outdatedButton' || kind === 'overtakenButton');
    const replaces = isOld && isGroup(activity) ? 'view' : pressed;
    const { card, note, message } = renderPress(replies, language, this.surroundingsOf(context), replaces);
    if (card && replaces === 'message' && activity.replyToId) {
      await context.sendActivity({ type: ActivityTypes.MessageUpdate, attachments: [card] });
    }
    if (message) await send(context, message);
    this.record(context, pending);
    return card ? cardResponse(card.content) : messageResponse(note ?? '');
  }

  private take(context: TurnContext): Pending | undefined {
    const pending = context.turnState.get<Pending | undefined>(PENDING);
    context.turnState.delete(PENDING);
    return pending;
  }

  private surroundingsOf(context: TurnContext): Surroundings {
    const { channelId } = context.activity;
    const outcome = outcomeOf(context)?.id;
    const { days, keepsMessagesOf } = this.keeping;
    const keeping = { days, hasMessages: channelId === keepsMessagesOf };
    return { faq: this.index.faq, channelId, publicUrl: this.publicUrl, keeping, outcome };
  }

  private record({ activity }: TurnContext, { replies, language }: Pending): void {
    for (const reply of replies) {
      this.metrics.countReply(reply.kind, language);
      const entry = 'entry' in reply ? { entry: reply.entry.id } : {};
      const fact = reply.kind === 'answer' && reply.fact ? { fact: reply.fact.id } : {};
      this.logger.info(
        {
          ...logFields({ activity }),
          conversation: activity.conversation.id,
          reply: reply.kind,
          ...entry,
          ...fact,
          language,
        },
        'replied',
      );
    }
  }

  /** Keeps what became of the question once the turn is committed. */
  private keepOutcome(context: TurnContext, language: Language): void {
    const outcome = outcomeOf(context);
    if (!outcome) return;
    const { channelId, conversation, text, deliveryMode } = context.activity;
    const keep = (id?: string) =>
      this.outcomes.keep(outcome, language, text, { channelId, conversation, id });
    // A thumb in Teams names the message that it is below, which has an id once it is sent.
    const keepOnceSent = () =>
      context.onSendActivities(async (_context, activities, send) => {
        const responses = await send();
        const message = activities.findIndex(({ type }) => type === (ActivityTypes.Message as string));
        // A turn whose commit failed is run again, with another outcome.
        if (outcomeOf(context) === outcome) keep(responses[message]?.id);
        return responses;
      });
    const hasIds = channelId === (Channels.Msteams as string) && deliveryMode !== DeliveryModes.ExpectReplies;
    turnOf(context).alongside.push(hasIds ? keepOnceSent : keep);
  }
}

/** Whether who wrote is to be told not to post secrets; a form tells it where it notes a value. */
function isToBeWarned({ text }: Activity, replies: readonly Reply[]): boolean {
  const isTold = replies.some(
    (reply) =>
      'lead' in reply && typeof reply.lead === 'object' && reply.lead.kind === 'noted' && reply.lead.isMasked,
  );
  return !isTold && typeof (text as unknown) === 'string' && holdsCredential(text);
}

async function send(context: TurnContext, message: Partial<Activity>): Promise<void> {
  const isTeams = context.activity.channelId === (Channels.Msteams as string);
  await context.sendActivities(isTeams ? apart(message) : [message]);
}
