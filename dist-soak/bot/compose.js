// Puts the parts of the bot together.
import { PrivateConversationState, UserState } from 'botbuilder';
import { pino } from 'pino';
import { ConversationLanguage } from '../dialogs/conversationLanguage.js';
import { LastDateAnswer } from '../dialogs/lastDateAnswer.js';
import { LastEntry } from '../dialogs/lastEntry.js';
import { MainDialog } from '../dialogs/mainDialog.js';
import { PausedWalkthrough } from '../dialogs/walkthroughState.js';
import { languageOfLocale } from '../knowledge/faq/language.js';
import { loadFaq } from '../knowledge/faq/loadFaq.js';
import { FaqIndex } from '../knowledge/search/faqIndex.js';
import { BotAdapter } from './adapter.js';
import { BenefitsBot } from './benefitsBot.js';
import { Metrics } from './metrics.js';
import { Outbox } from './replies/outbox.js';
import { ticketText } from './replies/ticketText.js';
import { currentRequest } from './requestId.js';
import { Expiry } from './storage/expiry.js';
import { ItemStorage } from './storage/itemStorage.js';
import { openDatabase } from './storage/openDatabase.js';
import { StoredDrafts } from './storage/storedDrafts.js';
import { ConversationQueue } from './turns/conversationQueue.js';
import { Turns } from './turns/turns.js';
import { TurnStorage } from './turns/turnStorage.js';
/**
 * @param index - that of the configured FAQ, unless the caller has built it already
 * @throws {FaqError} when the FAQ is wrong
 * @throws {StorageError} when the database can't be opened or written
 */
export async function compose(config, index = new FaqIndex(loadFaq(config.faqPath))) {
    const logger = pino({
        level: config.logLevel,
        base: null,
        serializers: { err: withoutState },
        mixin: () => ({ request: currentRequest.getStore() }),
    });
    const database = await openDatabase(config.database, logger);
    const expiry = new Expiry(database, logger);
    expiry.start();
    const items = new ItemStorage(database, config.keepConversationsDays);
    const storage = new TurnStorage(items);
    // Private: in a group everyone has their own dialogs and language.
    const conversationState = new PrivateConversationState(storage);
    const userState = new UserState(storage);
    const language = new ConversationLanguage(conversationState, userState, config.defaultLanguage);
    const queue = new ConversationQueue();
    const metrics = new Metrics(() => queue.length);
    const outbox = new Outbox(index, config.publicUrl, logger, metrics);
    const drafts = new StoredDrafts(storage);
    const dialog = new MainDialog({
        index,
        language,
        lastDateAnswer: new LastDateAnswer(conversationState),
        lastEntry: new LastEntry(conversationState),
        pausedWalkthrough: new PausedWalkthrough(conversationState),
        drafts,
        respond: outbox.respond,
        timeZone: config.defaultTimeZone,
    });
    const bot = new BenefitsBot(conversationState, userState, dialog, language, outbox);
    const adapter = new BotAdapter(config.registration, logger, config.messagesPerSecond);
    adapter.use(new Turns(queue, {
        database,
        items,
        logger,
        metrics,
        limit: config.turnLimitSeconds * 1000,
        keysOf: (context) => [conversationState, userState].flatMap((state) => state.getStorageKey(context) ?? []),
        apologise: async (context) => {
            outbox.discard(context);
            const spoken = await language.of(context).catch(() => language.guess(context));
            await outbox.respond(context, { kind: 'failure' }, spoken);
            await outbox.flush(context);
        },
        reset: (context) => conversationState.delete(context),
    }));
    return {
        logger,
        metrics,
        metricsAccess: config.metrics,
        index,
        turn: (activity, authorization = '') => adapter.handle(authorization, activity, (context) => bot.run(context)),
        ticketFile: async (id, languageCode) => {
            const ticketLanguage = languageOfLocale(languageCode);
            const draft = ticketLanguage && (await drafts.read(id));
            const form = draft && index.faq.forms[draft.form];
            return form && ticketText(form, draft.values, ticketLanguage, { forChat: false });
        },
        checkReady: async () => {
            try {
                await database.check();
            }
            catch (error) {
                metrics.countStorageError();
                throw error;
            }
        },
        close: async () => {
            expiry.stop();
            await database.close();
        },
    };
}
/** An error without what dialogs add to it: their state may hold what the user wrote. */
function withoutState({ name, message, stack }) {
    return { type: name, message, stack };
}
//# sourceMappingURL=compose.js.map