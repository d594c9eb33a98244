// The thumbs that Teams shows below an answer: an invoke activity says which was pressed, and what the user wrote to it.
import { type InvokeResponse, StatusCodes, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { ConversationLanguage } from '../../dialogs/conversationLanguage.js';
import type { Outcomes } from '../../dialogs/outcome.js';
import type { Respond } from '../../dialogs/reply.js';
import { VERDICTS } from '../../dialogs/verdict.js';
import { isGroup } from '../channels/teams/addressed.js';
import { logFields } from '../requestId.js';
import type { OutcomeLog } from './outcomeLog.js';

export interface MessageReactionParts {
  readonly log: OutcomeLog;
  readonly outcomes: Outcomes;
  readonly language: ConversationLanguage;
  readonly respond: Respond;
  readonly logger: Logger;
}

const Invocation = z.object({
  actionName: z.literal('feedback'),
  actionValue: z
    .object({ reaction: z.enum(VERDICTS).catch(undefined as never), feedback: z.unknown() })
    .partial()
    .catch({}),
});

const Comment = z.object({ feedbackText: z.string() });

export class MessageReaction {
  constructor(private readonly parts: MessageReactionParts) {}

  /**
   * Notes a reaction. Teams thanks by itself; a bad one is answered with the way to people who help.
   * @returns undefined where the activity is no reaction
   */
  async invoke(context: TurnContext): Promise<InvokeResponse | undefined> {
    const { activity } = context;
    const { data } = Invocation.safeParse(activity.value);
    if (activity.name !== 'message/submitAction' || !data) return undefined;
    const { log, language, respond, logger } = this.parts;
    const { reaction, feedback } = data.actionValue;
    const outcome = await this.outcomeOf(context);
    if (reaction === undefined || outcome === undefined) {
      // What went wrong can't be put right by whoever pressed: no error is shown to them.
      logger.warn({ ...logFields(context), isKnown: outcome !== undefined }, 'reaction not noted');
      return OK;
    }
    const result = await log.rate(outcome, reaction);
    const comment = commentIn(feedback);
    if (comment !== '') await log.comment(outcome, comment);
    // What one thinks of an answer is not the business of a group.
    if (reaction === 'dislike' && result === 'noted' && !isGroup(activity))
      await respond(context, { kind: 'commentNoted' }, await language.of(context));
    return OK;
  }

  /** Clients that name no message, as the Agents Playground, mean the last answer. */
  private async outcomeOf(context: TurnContext): Promise<string | undefined> {
    const { channelId, conversation, replyToId } = context.activity;
    const { log, outcomes } = this.parts;
    if (!replyToId) return outcomes.last(context);
    return log.answeredBy({ channelId, conversation, id: replyToId });
  }
}

/** Without a body Teams tells the user that it has failed, and sends the reaction again. */
const OK: InvokeResponse = { status: StatusCodes.OK, body: {} };

/** Teams sends JSON in a string; other clients an object, or the plain words. JSON that is broken says nothing. */
function commentIn(feedback: unknown): string {
  if (typeof feedback !== 'string') return Comment.safeParse(feedback).data?.feedbackText.trim() ?? '';
  try {
    return commentIn(JSON.parse(feedback) as object);
  } catch {
    return feedback.startsWith('{') ? '' : feedback.trim();
  }
}
