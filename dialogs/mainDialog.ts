// Routes every message: commands first, in every state; then the dialog that waits for a reply; else the FAQ.
import type { TurnContext } from 'botbuilder';
import {
  ComponentDialog,
  type DialogContext,
  DialogTurnStatus,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import type { FaqIndex } from '../knowledge/search/faqIndex.js';
import type { ConversationLanguage } from './conversationLanguage.js';
import { type Command, commandIn } from './cue.js';
import { FaqDialog, setQuestion } from './faqDialog.js';
import type { Reply, Respond } from './reply.js';

export class MainDialog extends ComponentDialog {
  static readonly id = 'main';

  constructor(
    index: FaqIndex,
    private readonly language: ConversationLanguage,
    private readonly respond: Respond,
  ) {
    super(MainDialog.id);
    this.addDialog(new FaqDialog(index, respond));
  }

  protected override async onBeginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.route(dc);
  }

  protected override async onContinueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.route(dc);
  }

  private async route(dc: DialogContext): Promise<DialogTurnResult> {
    const { context } = dc;
    const text = context.activity.text.trim();
    const command = commandIn(text);
    if (command?.kind === 'pinLanguage') await this.language.pin(context, command.language);
    const language = await this.language.of(context);
    setQuestion(context, { text, language });

    if (command?.kind === 'cancel' || command?.kind === 'startOver') {
      const ended =
        command.kind === 'startOver' ? 'startedOver' : dc.activeDialog ? 'cancelled' : 'nothingToCancel';
      await this.respond(context, { kind: ended }, language);
      return dc.cancelAllDialogs();
    }
    const digression = command ? replyTo(command) : withoutWords(context, text);
    if (digression) {
      await this.respond(context, digression, language);
      if (!dc.activeDialog) return dc.endDialog();
      await dc.repromptDialog();
      return MainDialog.EndOfTurn;
    }
    const result = await dc.continueDialog();
    return result.status === DialogTurnStatus.empty ? dc.beginDialog(FaqDialog.id) : result;
  }
}

function replyTo({ kind }: Exclude<Command, { kind: 'cancel' | 'startOver' }>): Reply {
  return { kind: kind === 'pinLanguage' ? 'languagePinned' : kind };
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
