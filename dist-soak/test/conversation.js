var _a;
import { compose } from '../bot/compose.js';
import { readConfig } from '../bot/config.js';
import { shippedIndex } from './shippedIndex.js';
/** A bot on the shipped FAQ whose state lives in memory, or in the given file. */
export async function testBot(file = ':memory:') {
    return compose(readConfig({ LOG_LEVEL: 'silent', DATABASE_URL: `file:${file}` }), shippedIndex());
}
export class Conversation {
    bot;
    fields;
    static #count = 0;
    #id = `conversation-${(_a.#count += 1)}`;
    constructor(bot = testBot(), fields = {}) {
        this.bot = bot;
        this.fields = fields;
    }
    /** Sends a message and gives the only reply to it. */
    async say(text, fields = {}) {
        const replies = await this.send({ type: 'message', text, ...fields });
        if (replies.length !== 1)
            throw new Error(`${replies.length} replies to "${text}"`);
        return replies[0];
    }
    /** Presses a button of a reply, by its title. */
    async press(reply, title, fields = {}) {
        const button = reply.buttons.find((each) => each.title === title);
        if (!button)
            throw new Error(`no button "${title}" among ${reply.buttons.map((each) => each.title).join(', ')}`);
        return button.data ? this.say('', { value: button.data, ...fields }) : this.say(button.value, fields);
    }
    async send(activity) {
        const bot = await this.bot;
        const { body } = await bot.turn({
            channelId: 'test',
            serviceUrl: 'http://localhost',
            conversation: { id: this.#id },
            from: { id: `user-of-${this.#id}` },
            recipient: { id: 'bot' },
            deliveryMode: 'expectReplies',
            ...this.fields,
            ...activity,
        });
        return body.activities.map((reply) => ({
            text: reply.text,
            buttons: [
                ...(reply.suggestedActions?.actions ?? []),
                ...(reply.attachments ?? []).flatMap(({ content }) => {
                    const { body, actions } = content;
                    return [...body.flatMap((element) => element.actions ?? []), ...actions];
                }),
            ],
            activity: reply,
        }));
    }
}
_a = Conversation;
//# sourceMappingURL=conversation.js.map