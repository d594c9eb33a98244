// Puts the parts of the bot together.
import type { Activity, TurnContext } from 'botbuilder';
import { pino } from 'pino';
import { ConversationLanguage } from '../dialogs/conversationLanguage.js';
import type { FormDraft } from '../dialogs/formDrafts.js';
import { Memory } from '../dialogs/memory.js';
import { MainDialog } from '../dialogs/mainDialog.js';
import { Outcomes } from '../dialogs/outcome.js';
import { languageOfLocale } from '../knowledge/faq/language.js';
import { LiveIndex } from '../knowledge/understanding/liveIndex.js';
import { learntFrom } from '../knowledge/understanding/savedIndex.js';
import { BotAdapter, type TurnResponse } from './adapter.js';
import { BenefitsBot } from './benefitsBot.js';
import { ActivityStore } from './channels/directLine/activityStore.js';
import { AzureDirectLine } from './channels/directLine/azureDirectLine.js';
import { CHANNEL } from './channels/directLine/clientActivity.js';
import { DirectLine } from './channels/directLine/directLine.js';
import { DirectLineAdapter } from './channels/directLine/directLineAdapter.js';
import { signingKey } from './channels/directLine/signingKey.js';
import { Tokens } from './channels/directLine/tokens.js';
import { OnlyAddressed } from './channels/teams/addressed.js';
import { SearchCommand } from './channels/teams/searchCommand.js';
import type { Config } from './config.js';
import { watchEventLoop } from './eventLoop.js';
import { MessageReaction } from './feedback/messageReaction.js';
import { OutcomeLog } from './feedback/outcomeLog.js';
import { Metrics } from './metrics.js';
import { Outbox } from './replies/outbox.js';
import { ticketText } from './replies/ticketText.js';
import { draftKey, participantKey, userKey } from './storage/conversationKeys.js';
import { Expiry } from './storage/expiry.js';
import { forgettingPerson } from './storage/forgetPerson.js';
import { ItemStorage } from './storage/itemStorage.js';
import { openDatabase } from './storage/openDatabase.js';
import { storedDrafts } from './storage/storedDrafts.js';
import { ConversationQueue } from './turns/conversationQueue.js';
import { Turns } from './turns/turns.js';
import { TurnState } from './turns/turnState.js';

/** A bot that takes activities. */
export interface ComposedBot {
  readonly config: Config;
  readonly logger: pino.Logger;
  /** What the web chat talks to. */
  readonly directLine: DirectLine | AzureDirectLine;
  readonly metrics: Metrics;
  readonly metricsAccess: Config['metrics'];
  /** The index that questions are matched with; a turn keeps the one that it began with. */
  readonly index: LiveIndex;
  /**
   * Runs the turn of an activity.
   * @param authorization - the Authorization header it came with
   * @param address - of the sender of the request
   */
  turn(activity: Activity, authorization?: string, address?: string): Promise<TurnResponse>;
  /**
   * The text of a form that was filled in.
   * @param id - of the draft, as it stands in the address of its file
   * @param languageCode - of the labels
   * @returns undefined where there is none, or no longer
   */
  ticketFile(id: string, languageCode: string): Promise<string | undefined>;
  /** @throws {Error} where turns can't be served now */
  checkReady(): Promise<void>;
  /**
   * Whether it is still worth asking {@link checkReady}; costs next to nothing.
   * @throws {Error} where turns can't be served any more
   */
  checkInPlace(): void;
  close(): Promise<void>;
}

/**
 * @param learnt - from the configured FAQ, unless the caller has done so already
 * @throws {FaqError} when the FAQ is wrong
 * @throws {StorageError} when the database can't be opened or written
 */
export async function compose(config: Config, learnt = learntFrom(config.faqPath)): Promise<ComposedBot> {
  const index = new LiveIndex(learnt);
  const logger = pino({
    level: config.logLevel,
    base: null,
    serializers: { err: withoutState },
  });
  const database = await openDatabase(config.database, logger);
  const expiry = new Expiry(database, logger);
  expiry.start();
  const items = new ItemStorage(database, config.keepConversationsDays);

  const conversationState = new TurnState(participantKey);
  const userState = new TurnState(userKey);
  const language = new ConversationLanguage(conversationState, userState, config.defaultLanguage);
  const queue = new ConversationQueue();
  const metrics = new Metrics(() => queue.length);
  const stopWatching = watchEventLoop(logger, metrics);
  const log = new OutcomeLog({
    database,
    logger,
    metrics,
    keepDays: config.keepOutcomesDays,
    storeQuestions: config.storeQuestions,
  });
  const { azure, signingKey: configuredKey } = config.directLine;
  const store = new ActivityStore(database, config.keepConversationsDays);
  const keepsMessagesOf = azure ? undefined : CHANNEL;
  const keeping = { days: config.keepConversationsDays, keepsMessagesOf };
  const outbox = new Outbox(index, config.publicUrl, keeping, logger, metrics, log);
  const outcomes = new Outcomes(conversationState);
  const dialog = new MainDialog({
    conversationState,
    index,
    language,
    memory: new Memory(conversationState),
    drafts: storedDrafts,
    outcomes,
    verdicts: log,
    respond: outbox.respond,
    forgetPerson: forgettingPerson({ states: [conversationState, userState], log, store }),
    timeZone: config.defaultTimeZone,
  });
  const reaction = new MessageReaction({ log, outcomes, language, respond: outbox.respond, logger });
  const parts = { conversationState, userState, dialog, language, outbox, reaction };
  const bot = new BenefitsBot(parts);
  const logic = (context: TurnContext) => index.hold(() => bot.run(context));

  const limit = config.turnLimitSeconds * 1000;
  const turns = new Turns(queue, {
    database,
    items,
    logger,
    metrics,
    limit,
    keysOf: (activity) => [participantKey(activity), userKey(activity)],
    apologise: (context) => bot.apologise(context),
    reset: (context) => conversationState.delete(context),
  });
  const adapter = new BotAdapter(config.registration, logger, limit, config.messagesPerSecond);
  const search = new SearchCommand(index, config.defaultLanguage, metrics);
  adapter.use(search, new OnlyAddressed(), turns);

  const directLineAdapter = new DirectLineAdapter(store);
  directLineAdapter.use(turns);
  const directLine = azure
    ? new AzureDirectLine(azure.secret, azure.endpoint)
    : new DirectLine({
        tokens: new Tokens(await signingKey(configuredKey, database)),
        store,
        adapter: directLineAdapter,
        logic,
        logger,
        serviceUrl: config.publicUrl,
      });

  return {
    config,
    logger,
    directLine,
    metrics,
    metricsAccess: config.metrics,
    index,
    turn: (activity, authorization = '', address = '') =>
      adapter.handle(authorization, activity, logic, address),
    ticketFile: async (id, languageCode) => {
      const ticketLanguage = languageOfLocale(languageCode);
      // Who opens the file is not in the conversation, and does not keep it.
      const draft = (await items.readJson([], database, [draftKey(id)])).get(draftKey(id));
      if (!ticketLanguage || draft === undefined) return undefined;
      const { form: name, values } = JSON.parse(draft) as FormDraft;
      const form = index.faq.forms[name];
      return form && ticketText(form, values, ticketLanguage, { forChat: false });
    },
    checkInPlace: () => database.checkInPlace(),
    checkReady: async () => {
      try {
        await database.check();
      } catch (error) {
        metrics.countStorageError();
        throw error;
      }
    },
    close: async () => {
      stopWatching();
      await expiry.stop();
      await log.settled();
      await database.close();
    },
  };
}

/** An error without what dialogs add to it: their state may hold what the user wrote. */
function withoutState({ name, message, stack }: Error): object {
  return { type: name, message, stack };
}
