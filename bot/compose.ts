// Puts the parts of the bot together.
import { type Activity, PrivateConversationState, UserState } from 'botbuilder';
import { pino } from 'pino';
import { ConversationLanguage } from '../dialogs/conversationLanguage.js';
import { LastDateAnswer } from '../dialogs/lastDateAnswer.js';
import { MainDialog } from '../dialogs/mainDialog.js';
import type { Respond } from '../dialogs/reply.js';
import { loadFaq } from '../knowledge/faq/loadFaq.js';
import { FaqIndex } from '../knowledge/search/faqIndex.js';
import { BotAdapter, type TurnResponse } from './adapter.js';
import { BenefitsBot } from './benefitsBot.js';
import type { Config } from './config.js';
import { renderReply } from './replies/renderReply.js';
import { Expiry } from './storage/expiry.js';
import { ItemStorage } from './storage/itemStorage.js';
import { openDatabase } from './storage/openDatabase.js';

/** A bot that takes activities. */
export interface ComposedBot {
  readonly logger: pino.Logger;
  /** The index that questions are matched with. */
  readonly index: FaqIndex;
  /**
   * Runs the turn of an activity.
   * @param authorization - the Authorization header it came with
   */
  turn(activity: Activity, authorization?: string): Promise<TurnResponse>;
  /** @throws {Error} where turns can't be served now */
  checkReady(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param index - that of the configured FAQ, unless the caller has built it already
 * @throws {FaqError} when the FAQ is wrong
 * @throws {StorageError} when the database can't be opened or written
 */
export async function compose(
  config: Config,
  index = new FaqIndex(loadFaq(config.faqPath)),
): Promise<ComposedBot> {
  const logger = pino({ level: config.logLevel, base: null });
  const database = await openDatabase(config.database, logger);
  const expiry = new Expiry(database, logger);
  expiry.start();
  const storage = new ItemStorage(database, config.keepConversationsDays);

  // Private: in a group everyone has their own dialogs and language.
  const conversationState = new PrivateConversationState(storage);
  const userState = new UserState(storage);
  const language = new ConversationLanguage(conversationState, userState, config.defaultLanguage);
  const respond = respondFrom(index, config.publicUrl, logger);
  const lastDateAnswer = new LastDateAnswer(conversationState);
  const dialog = new MainDialog({
    index,
    language,
    lastDateAnswer,
    respond,
    timeZone: config.defaultTimeZone,
  });
  const bot = new BenefitsBot(conversationState, userState, dialog, language, respond);

  const adapter = new BotAdapter(config.registration, logger);
  adapter.onTurnError = async (context, error) => {
    logger.error(
      { err: error, channel: context.activity.channelId, activity: context.activity.type },
      'turn failed',
    );
    await respond(
      context,
      { kind: 'failure' },
      await language.of(context).catch(() => config.defaultLanguage),
    );
    // A dialog that fails must not fail again at every message.
    await conversationState.delete(context).catch(() => undefined);
  };

  return {
    logger,
    index,
    turn: (activity, authorization = '') =>
      adapter.handle(authorization, activity, (context) => bot.run(context)),
    checkReady: () => database.check(),
    close: async () => {
      expiry.stop();
      await database.close();
    },
  };
}

/** Renders and sends replies, and logs which they were: never what the user wrote. */
function respondFrom(index: FaqIndex, publicUrl: string, logger: pino.Logger): Respond {
  return async (context, reply, language) => {
    const { channelId: channel, conversation } = context.activity;
    await context.sendActivity(
      renderReply(reply, language, { faq: index.faq, channelId: channel, publicUrl }),
    );
    const subject = reply.kind === 'answer' ? { entry: reply.entry.id, fact: reply.fact?.id } : {};
    logger.info(
      { channel, conversation: conversation.id, reply: reply.kind, ...subject, language },
      'replied',
    );
  };
}
