// Hands activities to the dialogs and saves what they leave behind.
import {
  type Activity,
  ActivityTypes,
  type BotState,
  Channels,
  type InvokeResponse,
  StatusCodes,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import type { ConversationLanguage } from '../dialogs/conversationLanguage.js';
import type { MainDialog } from '../dialogs/mainDialog.js';
import { isGroup } from './channels/teams/addressed.js';
import { CARD_ACTION, malformedResponse, pressedData } from './channels/teams/cardAction.js';
import { forgetInstallation, isFirstHello, noteChannel } from './channels/teams/installations.js';
import { withoutMention } from './channels/teams/mentions.js';
import type { MessageReaction } from './feedback/messageReaction.js';
import type { Outbox } from './replies/outbox.js';

/** What the bot is made of. */
export interface BenefitsBotParts {
  readonly conversationState: BotState;
  readonly userState: BotState;
  readonly dialog: MainDialog;
  readonly language: ConversationLanguage;
  readonly outbox: Outbox;
  readonly reaction: MessageReaction;
}

export class BenefitsBot extends TeamsActivityHandler {
  constructor(private readonly parts: BenefitsBotParts) {
    super();
    this.onMessage(async (context, next) => {
      context.activity.text = ownWords(context.activity);
      await this.converse(context);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      if (isArrival(context.activity)) await this.welcome(context);
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      // An upgrade of the app is no reason to say hello again.
      if (context.activity.action === 'add') await this.welcome(context);
      await next();
    });
    this.onMembersRemoved(async (context, next) => {
      const { membersRemoved = [], recipient } = context.activity;
      if (membersRemoved.some(({ id }) => id === recipient.id)) await this.forget(context);
      await next();
    });
    this.onTeamsTeamDeletedEvent(async (_team, context, next) => {
      await this.forget(context);
      await next();
    });
    this.onInstallationUpdateRemove(async (context, next) => {
      if (context.activity.action === 'remove') await this.forget(context);
      await next();
    });
  }

  override async run(context: TurnContext): Promise<void> {
    await super.run(context);
    await this.parts.outbox.flush(context);
    await this.parts.conversationState.saveChanges(context);
    await this.parts.userState.saveChanges(context);
  }

  /** Says that something went wrong. */
  async apologise(context: TurnContext): Promise<void> {
    const { language, outbox } = this.parts;
    const { activity } = context;
    const isInvoke = activity.type === (ActivityTypes.Invoke as string);
    const answer = (value: InvokeResponse) =>
      context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
    // What a client asks for by itself is nothing that the user has said.
    if (isInvoke && activity.name !== CARD_ACTION) {
      await answer({ status: StatusCodes.INTERNAL_SERVER_ERROR });
      return;
    }
    const spoken = await language.ofText(context).catch(() => language.guess(context));
    await outbox.respond(context, { kind: 'failure' }, spoken);
    if (isInvoke) await answer(await outbox.flushPress(context));
    else await outbox.flush(context);
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    if (context.activity.name === CARD_ACTION) return this.onPressed(context);
    // Not the base class's response: it fails at some requests that are malformed.
    return (await this.parts.reaction.invoke(context)) ?? { status: StatusCodes.NOT_IMPLEMENTED };
  }

  private async onPressed(context: TurnContext): Promise<InvokeResponse> {
    const data = pressedData(context.activity);
    if (!data) return malformedResponse('The value holds no Action.Execute of a card of this bot.');
    context.activity.value = data;
    context.activity.text = ownWords(context.activity);
    await this.converse(context);
    return this.parts.outbox.flushPress(context);
  }

  private async converse(context: TurnContext): Promise<void> {
    await noteChannel(context);
    await this.parts.dialog.run(context);
  }

  private async welcome(context: TurnContext): Promise<void> {
    const { language, outbox } = this.parts;
    if (!(await isFirstHello(context))) return;
    const kind = isGroup(context.activity) ? 'groupWelcome' : 'welcome';
    await outbox.respond(context, { kind }, await language.of(context));
  }

  /** The bot was removed: it can say no more, and keeps nothing. */
  private async forget(context: TurnContext): Promise<void> {
    await forgetInstallation(context);
    if (!isGroup(context.activity)) await this.parts.userState.delete(context);
  }
}

/**
 * Whether the bot meets somebody. Teams tells it in an activity of its own, which has the user's locale as this one has
 * not; those who join a group need no welcome.
 */
function isArrival({ channelId, membersAdded = [], recipient }: Activity): boolean {
  return channelId !== (Channels.Msteams as string) && membersAdded.some(({ id }) => id !== recipient.id);
}

/** What a button on a card sends. */
const Button = z.object({ say: z.string() });

/** The message without the mention of the bot; what a button says counts as its message. */
function ownWords(activity: Activity): string {
  const value: unknown = activity.value;
  const text = activity.text as unknown;
  if (typeof text === 'string' && text.trim() !== '') return withoutMention(activity);
  return typeof value === 'string' ? value : (Button.safeParse(value).data?.say ?? '');
}
