// In which language to reply: that of the message, unless the user has pinned one.
import type { BotState, StatePropertyAccessor, TurnContext } from 'botbuilder';
import { type Language, languageOfLocale } from '../knowledge/faq/language.js';
import { type DetectedLanguage, detectLanguage } from '../knowledge/text/detectLanguage.js';

export class ConversationLanguage {
  readonly #pinned: StatePropertyAccessor<Language | undefined>;
  readonly #current: StatePropertyAccessor<Language | undefined>;

  constructor(
    conversationState: BotState,
    userState: BotState,
    private readonly fallback: Language,
  ) {
    this.#pinned = userState.createProperty('pinnedLanguage');
    this.#current = conversationState.createProperty('language');
  }

  /**
   * The language to reply in, which becomes the conversation's: the pinned one; that of the message; where the
   * message shows none (a number, "OK", a product's name) that of the conversation, then the client's locale.
   * @param detected - what the message is in; undefined where it has none, or is something to keep, such as a pasted log
   */
  async of(context: TurnContext, detected?: DetectedLanguage): Promise<Language> {
    const pinned = await this.#pinned.get(context);
    if (pinned) return pinned;
    const language =
      (detected?.sure ? detected.language : undefined) ??
      (await this.#current.get(context)) ??
      languageOfLocale(context.activity.locale) ??
      detected?.language ??
      this.fallback;
    await this.#current.set(context, language);
    return language;
  }

  /** The same for a message that could not be read. */
  async ofText(context: TurnContext): Promise<Language> {
    const text = context.activity.text as unknown;
    return this.of(context, typeof text === 'string' ? detectLanguage(text) : undefined);
  }

  /** The language to reply in where what is known of the conversation can't be read. */
  guess({ activity }: TurnContext): Language {
    const text = activity.text as unknown;
    const detected = typeof text === 'string' ? detectLanguage(text) : undefined;
    return (
      (detected?.sure ? detected.language : undefined) ?? languageOfLocale(activity.locale) ?? this.fallback
    );
  }

  /** The language that the user has asked for, in whatever conversation. */
  async pinned(context: TurnContext): Promise<Language | undefined> {
    return this.#pinned.get(context);
  }

  /** Keeps to a language whatever the user writes in, until they ask for another. */
  async pin(context: TurnContext, language: Language): Promise<void> {
    await this.#pinned.set(context, language);
    await this.#current.set(context, language);
  }
}
