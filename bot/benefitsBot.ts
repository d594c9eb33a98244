// Hands activities to the dialogs and saves what they leave behind.
import {
  ActivityHandler,
  type BotState,
  type InvokeResponse,
  type TurnContext,
  TurnContext as Turn,
} from 'botbuilder';
import { type Dialog, DialogSet, DialogTurnStatus } from 'botbuilder-dialogs';
import { z } from 'zod';
import type { ConversationLanguage } from '../dialogs/conversationLanguage.js';
import type { MessageReaction } from './feedback/messageReaction.js';
import type { Outbox } from './replies/outbox.js';

export class BenefitsBot extends ActivityHandler {
  constructor(
    private readonly conversationState: BotState,
    private readonly userState: BotState,
    dialog: Dialog,
    language: ConversationLanguage,
    private readonly outbox: Outbox,
    private readonly reaction: MessageReaction,
  ) {
    super();
    const dialogs = new DialogSet(conversationState.createProperty('dialogs')).add(dialog);

    this.onMessage(async (context, next) => {
      context.activity.text = ownWords(context);
      const dialogContext = await dialogs.createContext(context);
      const { status } = await dialogContext.continueDialog();
      if (status === DialogTurnStatus.empty) await dialogContext.beginDialog(dialog.id);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      const { membersAdded = [], recipient } = context.activity;
      if (membersAdded.some(({ id }) => id !== recipient.id)) {
        await outbox.respond(context, { kind: 'welcome' }, await language.of(context));
      }
      await next();
    });
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    return (await this.reaction.invoke(context)) ?? super.onInvokeActivity(context);
  }

  override async run(context: TurnContext): Promise<void> {
    await super.run(context);
    await this.outbox.flush(context);
    await this.conversationState.saveChanges(context);
    await this.userState.saveChanges(context);
  }
}

/** What a button on a card sends. */
const Button = z.object({ say: z.string() });

/** The message without the mention of the bot; what a button says counts as its message. */
function ownWords({ activity }: TurnContext): string {
  const value: unknown = activity.value;
  const text = activity.text as unknown;
  if (typeof text === 'string' && text.trim() !== '') return Turn.removeRecipientMention(activity) || '';
  return typeof value === 'string' ? value : (Button.safeParse(value).data?.say ?? '');
}
