// A bot for the terminal: the whole of it, with its state in memory and without a server.
import { ActivityTypes, DeliveryModes } from 'botbuilder';
import { compose } from '../compose.js';
import { environment, readConfig } from '../config.js';
/** @param faqPath - the FAQ to answer from */
export async function localBot(faqPath) {
    const { DEFAULT_LANGUAGE, DEFAULT_TIME_ZONE } = environment();
    const config = readConfig({ DEFAULT_LANGUAGE, DEFAULT_TIME_ZONE, LOG_LEVEL: 'silent' });
    return compose({ ...config, faqPath, database: { kind: 'sqlite', file: ':memory:' } });
}
/**
 * Sends a message through the whole bot.
 * @param fields - further fields of the activity
 * @returns the replies
 */
export async function send(bot, text, fields = {}) {
    const { body } = await bot.turn({
        type: ActivityTypes.Message,
        text,
        channelId: 'terminal',
        serviceUrl: 'http://localhost',
        conversation: { id: 'terminal' },
        from: { id: 'user' },
        recipient: { id: 'bot' },
        deliveryMode: DeliveryModes.ExpectReplies,
        ...fields,
    });
    return body.activities;
}
//# sourceMappingURL=localBot.js.map