// Hands activities to the dialogs and saves what they leave behind.
import { ActivityHandler, TurnContext as Turn } from 'botbuilder';
import { DialogSet, DialogTurnStatus } from 'botbuilder-dialogs';
import { z } from 'zod';
export class BenefitsBot extends ActivityHandler {
    conversationState;
    userState;
    outbox;
    constructor(conversationState, userState, dialog, language, outbox) {
        super();
        this.conversationState = conversationState;
        this.userState = userState;
        this.outbox = outbox;
        const dialogs = new DialogSet(conversationState.createProperty('dialogs')).add(dialog);
        this.onMessage(async (context, next) => {
            context.activity.text = ownWords(context);
            const dialogContext = await dialogs.createContext(context);
            const { status } = await dialogContext.continueDialog();
            if (status === DialogTurnStatus.empty)
                await dialogContext.beginDialog(dialog.id);
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
    async run(context) {
        await super.run(context);
        await this.outbox.flush(context);
        await this.conversationState.saveChanges(context);
        await this.userState.saveChanges(context);
    }
}
/** What a button on a card sends. */
const Button = z.object({ say: z.string() });
/** The message without the mention of the bot; what a button says counts as its message. */
function ownWords({ activity }) {
    const value = activity.value;
    const text = activity.text;
    if (typeof text === 'string' && text.trim() !== '')
        return Turn.removeRecipientMention(activity) || '';
    return typeof value === 'string' ? value : (Button.safeParse(value).data?.say ?? '');
}
//# sourceMappingURL=benefitsBot.js.map