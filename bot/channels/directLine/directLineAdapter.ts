// Runs the turns of Direct Line conversations in this process; what the bot sends goes into the activity store.
import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import type { ActivityStore } from './activityStore.js';

export class DirectLineAdapter extends BotAdapter {
  constructor(private readonly store: ActivityStore) {
    super();
  }

  /** Runs the turn of an activity to its end. */
  async run(activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity), logic);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const conversationId = context.activity.conversation.id;
    const sent: ResourceResponse[] = [];
    for (const activity of activities) {
      // Traces are for the Emulator; users of a web page see none.
      const kept =
        activity.type === (ActivityTypes.Trace as string)
          ? undefined
          : await this.store.append(conversationId, { ...activity, timestamp: new Date() });
      sent.push({ id: kept ?? '' });
    }
    return sent;
  }

  override updateActivity(): Promise<void> {
    return Promise.reject(new Error('Direct Line can’t change what was sent.'));
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('Direct Line can’t take back what was sent.'));
  }

  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const event = { type: ActivityTypes.Event, name: 'ContinueConversation' } as Partial<Activity>;
    await this.run(TurnContext.applyConversationReference(event, reference, true) as Activity, logic);
  }
}
