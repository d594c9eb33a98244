import { renderReplies } from './renderReply.js';
const PENDING = Symbol('replies');
export class Outbox {
    index;
    publicUrl;
    logger;
    metrics;
    constructor(index, publicUrl, logger, metrics) {
        this.index = index;
        this.publicUrl = publicUrl;
        this.logger = logger;
        this.metrics = metrics;
    }
    // The contract of the dialogs is asynchronous; nothing is sent before `flush`.
    respond = (context, reply, language) => {
        const pending = context.turnState.get(PENDING) ?? { replies: [], language };
        pending.replies.push(reply);
        pending.language = language;
        context.turnState.set(PENDING, pending);
        return Promise.resolve();
    };
    /** Forgets what has not been sent. */
    discard(context) {
        context.turnState.delete(PENDING);
    }
    /** Sends what was said so far, and logs which replies they were: never what the user wrote. */
    async flush(context) {
        const pending = context.turnState.get(PENDING);
        if (!pending)
            return;
        this.discard(context);
        const { replies, language } = pending;
        const { channelId, conversation } = context.activity;
        const { faq } = this.index;
        await context.sendActivity(renderReplies(replies, language, { faq, channelId, publicUrl: this.publicUrl }));
        for (const reply of replies) {
            this.metrics.countReply(reply.kind, language);
            const entry = 'entry' in reply ? { entry: reply.entry.id } : {};
            const fact = reply.kind === 'answer' && reply.fact ? { fact: reply.fact.id } : {};
            this.logger.info({ channel: channelId, conversation: conversation.id, reply: reply.kind, ...entry, ...fact, language }, 'replied');
        }
    }
}
//# sourceMappingURL=outbox.js.map