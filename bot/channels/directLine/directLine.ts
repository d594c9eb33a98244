// The Direct Line 3.0 protocol, apart from how requests reach it: conversations, their activities and who may have them.
import { randomBytes } from 'node:crypto';
import type { Activity, TurnContext } from 'botbuilder';
import { ActivityTypes } from 'botbuilder';
import type { Logger } from 'pino';
import { languageOfLocale } from '../../../knowledge/faq/language.js';
import { maskSecrets } from '../../../knowledge/rules/maskSecrets.js';
import { RateLimit } from '../../rateLimit.js';
import { logFields } from '../../requestId.js';
import { detectLanguage } from '../../../knowledge/text/detectLanguage.js';
import { textsIn } from '../../texts/textsIn.js';
import type { ActivitySet, ActivityStore } from './activityStore.js';
import { addressed, BOT, clientActivity } from './clientActivity.js';
import type { DirectLineAdapter } from './directLineAdapter.js';
import { DirectLineError } from './directLineError.js';
import { type Participant, type Purpose, TokenError, type Tokens, type VerifiedToken } from './tokens.js';

/** A conversation as Direct Line describes it. */
export interface ConversationToken {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expires_in: number;
  /** Gets a new token for this conversation for 30 days; not a part of Direct Line. */
  readonly resumeToken?: string;
  /** Path and query of the WebSocket. */
  readonly streamPath?: string;
}

/** Messages of one conversation in half a minute: nobody types faster. */
const MOST_MESSAGES = 30;
const WINDOW = 30;
/** Characters of a message that are kept: of a log its end matters as much as its beginning. */
const KEPT_BEGINNING = 6000;
const KEPT_END = 2000;

export interface DirectLineParts {
  readonly tokens: Tokens;
  readonly store: ActivityStore;
  readonly adapter: DirectLineAdapter;
  readonly logic: (context: TurnContext) => Promise<void>;
  readonly logger: Logger;
  /** The address of this server that activities name as their service. */
  readonly serviceUrl: string;
}

/** Numbers of activities are in a column of 32 bits. */
const MAX_WATERMARK = 2 ** 31 - 1;

export class DirectLine {
  readonly #rate = new RateLimit(MOST_MESSAGES, WINDOW);

  constructor(private readonly parts: DirectLineParts) {}

  /**
   * A token for a conversation that is yet to begin.
   * @param former - a token of the user's former conversation: the new one is of the same user
   */
  async generateToken(former?: string): Promise<ConversationToken> {
    const known = former === undefined ? undefined : await this.#userOf(former);
    const participant = { conversationId: randomId(), userId: known ?? `dl_${randomId()}` };
    return { ...(await this.#access(participant)), ...(await this.#resume(participant)) };
  }

  /** A new token for a token that is still valid: one for access, or the one to resume with. */
  async refreshToken(token: string): Promise<ConversationToken> {
    const participant = await this.#participant(token, 'access').catch(async (error: unknown) => {
      const resumed = await this.parts.tokens.verify(token, 'resume').catch(() => undefined);
      if (!resumed) throw error;
      // Who comes back is told here whether there is something to come back to.
      await this.#mustExist(resumed.conversationId);
      return resumed;
    });
    return { ...(await this.#access(participant)), ...(await this.#resume(participant)) };
  }

  /**
   * Begins the conversation of a token, once: then the bot says its welcome.
   * @param locale - the language of the user's page
   */
  async start(
    token: string,
    locale: string | undefined,
  ): Promise<{ isNew: boolean; conversation: ConversationToken }> {
    const participant = await this.#participant(token, 'access');
    const isNew = await this.parts.store.begin(participant.conversationId);
    if (isNew) {
      const user = addressed(participant, this.parts.serviceUrl);
      await this.#run({
        ...user,
        type: ActivityTypes.ConversationUpdate,
        id: `${participant.conversationId}|start`,
        membersAdded: [BOT, user.from],
        ...(locale !== undefined && { locale }),
      } as unknown as Activity);
    }
    return { isNew, conversation: await this.#opened(token, participant, '') };
  }

  /** Goes on with a conversation, from a watermark on. */
  async reconnect(token: string, conversationId: string, watermark: string): Promise<ConversationToken> {
    const participant = await this.#participantIn(token, conversationId);
    numberOf(watermark);
    await this.#mustExist(conversationId);
    return this.#opened(token, participant, watermark);
  }

  /**
   * Takes an activity of the user and runs its turn to the end.
   * @param body - the parsed JSON of the request
   * @returns the id of the activity
   */
  async post(token: string, conversationId: string, body: unknown): Promise<string> {
    const { store, serviceUrl } = this.parts;
    const participant = await this.#participantIn(token, conversationId);
    const wait = await this.#rate.take(conversationId);
    if (wait !== undefined) {
      throw new DirectLineError(429, 'There are too many messages in this conversation.', undefined, wait);
    }
    const { activity, problems, clientId } = {
      clientId: undefined,
      ...clientActivity(body, participant, serviceUrl),
    };
    if (!activity) throw new DirectLineError(400, problems.join('; '));
    if (activity.type === (ActivityTypes.Typing as string)) return `${conversationId}|typing`;
    const kept = await store.append(conversationId, keptPart(activity), clientId);
    if (!kept) throw notFound();
    // Also what was sent before: its turn may not have come to its end. A turn that has is not run again.
    await this.#run({ ...activity, id: kept } as unknown as Activity);
    return kept;
  }

  async activities(token: string, conversationId: string, watermark: string): Promise<ActivitySet> {
    await this.#participantIn(token, conversationId);
    await this.#mustExist(conversationId);
    return this.parts.store.since(conversationId, numberOf(watermark));
  }

  /** Checks whether a token is good for a conversation. */
  async authorize(token: string, conversationId: string): Promise<void> {
    await this.#participantIn(token, conversationId);
  }

  /** Checks the token in the address of a WebSocket. */
  async authorizeStream(
    token: string,
    conversationId: string,
    watermark: string,
  ): Promise<{ watermark: number; until: number }> {
    const { until } = await this.#participantIn(token, conversationId, 'stream');
    return { watermark: numberOf(watermark), until: until ?? 0 };
  }

  get store(): ActivityStore {
    return this.parts.store;
  }

  async #run(activity: Activity): Promise<void> {
    const { adapter, logic, logger } = this.parts;
    try {
      await adapter.run(activity, logic);
    } catch (error) {
      logger.error({ err: error, ...logFields({ activity }) }, 'activity failed');
      throw new DirectLineError(502, 'The bot could not process the activity.');
    }
  }

  async #opened(token: string, participant: VerifiedToken, watermark: string): Promise<ConversationToken> {
    const { tokens } = this.parts;
    const { conversationId, expiresAt } = participant;
    const stream = await tokens.issue(participant, 'stream', expiresAt);
    const query = new URLSearchParams({ watermark, t: stream.token });
    return {
      conversationId,
      // The same one: going on with a conversation is no way to get a younger token.
      token,
      expires_in: tokens.secondsLeft(participant),
      streamPath: `conversations/${conversationId}/stream?${query.toString()}`,
    };
  }

  async #access(participant: Participant): Promise<ConversationToken> {
    const { token, expiresIn } = await this.parts.tokens.issue(participant, 'access');
    return { conversationId: participant.conversationId, token, expires_in: expiresIn };
  }

  async #resume(participant: Participant): Promise<{ resumeToken: string }> {
    return { resumeToken: (await this.parts.tokens.issue(participant, 'resume')).token };
  }

  async #userOf(token: string): Promise<string | undefined> {
    const { tokens } = this.parts;
    for (const purpose of ['access', 'resume'] as const) {
      const known = await tokens.verify(token, purpose).catch(() => undefined);
      if (known) return known.userId;
    }
    return undefined;
  }

  async #participant(token: string, purpose: Purpose): Promise<VerifiedToken> {
    try {
      return await this.parts.tokens.verify(token, purpose);
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      // The client library takes 403, and nothing else, for an expired token.
      throw new DirectLineError(403, error.message, error.reason === 'expired' ? 'TokenExpired' : undefined);
    }
  }

  async #participantIn(
    token: string,
    conversationId: string,
    purpose: Purpose = 'access',
  ): Promise<VerifiedToken> {
    const participant = await this.#participant(token, purpose);
    // The same for conversations that there are and that there are not.
    if (participant.conversationId !== conversationId) {
      throw new DirectLineError(403, 'The token is not for this conversation.');
    }
    return participant;
  }

  async #mustExist(conversationId: string): Promise<void> {
    if (!(await this.parts.store.has(conversationId))) throw notFound();
  }
}

/** What is kept of what a user sent: no secrets, nothing that the chat does not show, and of a long paste its ends. */
function keptPart(activity: Partial<Activity>): Partial<Activity> {
  const kept = { ...activity };
  delete kept.value;
  if (kept.name !== undefined) kept.name = maskSecrets(kept.name);
  if (kept.text !== undefined) kept.text = withoutMiddle(maskSecrets(kept.text), activity.locale);
  return kept;
}

/** The turn has read all of it; the chat shows what was kept, with a mark where the rest was. */
function withoutMiddle(text: string, locale: string | undefined): string {
  const omitted = text.length - KEPT_BEGINNING - KEPT_END;
  if (omitted <= 0) return text;
  const language = languageOfLocale(locale) ?? detectLanguage(text)?.language ?? 'en';
  // No half of a character that takes two places, such as an emoji.
  const beginning = text.slice(0, KEPT_BEGINNING).replace(/[\uD800-\uDBFF]$/, '');
  const end = text.slice(-KEPT_END).replace(/^[\uDC00-\uDFFF]/, '');
  return `${beginning}\n\n${textsIn(language).omitted(omitted)}\n\n${end}`;
}

function notFound(): DirectLineError {
  return new DirectLineError(404, 'There is no such conversation.');
}

function numberOf(watermark: string): number {
  if (!/^\d{0,10}$/.test(watermark) || Number(watermark) > MAX_WATERMARK)
    throw new DirectLineError(400, 'The watermark is not one that was given out.');
  return Number(watermark);
}

/** 128 bits: not to be guessed. */
function randomId(): string {
  return randomBytes(16).toString('base64url');
}
