// A chat in the Agents Playground as its user sees and handles it.
import type { Browser, Locator, Page } from 'playwright-core';
import { openPage } from './browser.js';
import type { Channel } from './playground.js';

/** How one of the Playground's two user interfaces is handled. */
interface View {
  /** Has thumbs of its own below messages, which ask for a comment in a form. */
  readonly hasThumbs: boolean;
  readonly composer: string;
  /** The bubbles of the bot. */
  readonly replies: string;
  /** What the newest buttons stand in. */
  readonly buttons: string;
}

const EMULATOR: View = {
  hasThumbs: false,
  composer: '[data-lexical-editor="true"][role="textbox"]',
  replies: '.fai-OutputCard',
  buttons: '.ac-adaptiveCard',
};

const TEAMS: View = { ...EMULATOR, hasThumbs: true };

const WEB_CHAT: View = {
  hasThumbs: false,
  composer: '[data-id="webchat-sendbox-input"]',
  replies: '.webchat__bubble:not(.webchat__bubble--from-user)',
  // Each has a hidden copy for screen readers outside of it.
  buttons: '.webchat__suggested-actions',
};

const VIEWS: Readonly<Record<Channel, View>> = { msteams: TEAMS, emulator: EMULATOR, webchat: WEB_CHAT };

const CARD = '.ac-adaptiveCard';
/** What the Playground calls the bot. */
const BOT = 'Test Bot';

/** So wide that the Playground's log panel covers no reply. */
const WINDOW = { width: 1600, height: 1000 };
/** So high that the whole conversation is in the picture. */
const PICTURE = { width: 1600, height: 1900 };

/** Less than a test may take, so that the error tells what was waited for. */
const LONGEST_WAIT = 15_000;

export class ChatPage {
  readonly #replies: Locator;

  private constructor(
    private readonly page: Page,
    private readonly view: View,
  ) {
    page.setDefaultTimeout(LONGEST_WAIT);
    // A card with buttons is a bubble of its own.
    this.#replies = page
      .locator(view.replies)
      .filter({ hasText: /\S/, hasNot: page.locator('.ac-adaptiveCard') });
  }

  /** Opens the chat. What is sent before the bot's first message is lost, so wait for that. */
  static async open(browser: Browser, address: string, channel: Channel): Promise<ChatPage> {
    const page = await openPage(browser, WINDOW);
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    return new ChatPage(page, VIEWS[channel]);
  }

  /** The bot's first message, which needs no message of the user. */
  async welcome(): Promise<Locator> {
    return this.#reply(0);
  }

  /** Types a message, sends it and gives the reply to it. */
  async say(text: string): Promise<Locator> {
    const before = await this.#replies.count();
    await this.#write(text);
    return this.#reply(before);
  }

  /** Types a message whose reply is a card with these words, and waits for it: one of an earlier reply may come before. */
  async sayForCard(text: string, words: string): Promise<void> {
    await this.#write(text);
    await this.cardWith(words);
  }

  /** Clicks a button of the newest card, which then shows these words in the same place. */
  async pressInPlace(title: string, words: string): Promise<Locator> {
    const cards = this.page.locator(CARD);
    const before = await cards.count();
    const card = cards.nth(before - 1);
    // The bot changes the card before it responds; with the response the client draws it once more.
    await this.#answered('/invoke', () => card.getByRole('button', { name: title, exact: true }).click());
    await card.filter({ hasText: words }).waitFor();
    if ((await cards.count()) !== before) throw new Error(`"${title}" was answered with another card`);
    return card;
  }

  /** Goes to another chat or channel of the Playground. */
  async goTo(name: string): Promise<void> {
    await this.page.getByRole('treeitem', { name }).click();
  }

  /** Types a message that mentions the bot, and sends it. */
  async mention(text: string): Promise<void> {
    await this.#writeMention(this.page.locator(this.view.composer), text);
    await this.page.keyboard.press('Enter');
  }

  /**
   * Begins a thread in a channel with a post that mentions the bot. Its reply is not waited for: where it comes before the
   * page knows the thread, the page never shows it.
   */
  async post(text: string): Promise<void> {
    const composers = this.page.locator(this.view.composer);
    const before = await composers.count();
    await this.#writeMention(composers.first(), text);
    await this.page.getByRole('button', { name: 'Post', exact: true }).click();
    await composers.nth(before).waitFor();
  }

  /** Replies in the newest thread of a channel, and mentions the bot. */
  async mentionInThread(text: string): Promise<void> {
    await this.#writeMention(this.page.locator(this.view.composer).nth(1), text);
    await this.page.keyboard.press('Enter');
  }

  /** Has the Playground send what Teams sends of itself, by the name in its menu. */
  async mock(activity: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Mock an Activity' }).click();
    const item = this.page.getByRole('menuitem').filter({ hasText: new RegExp(`^${activity}`) });
    await this.#answered('/customActivities/template', () => item.click());
    const dialog = this.page.getByRole('dialog');
    await this.#answered('/customActivities', () =>
      dialog.getByRole('button', { name: 'Send activity' }).click(),
    );
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Waits until these words are shown so often, and gives how often they are. */
  async shown(words: string, times = 1): Promise<number> {
    const found = this.page.locator('p, li, div.ac-textBlock').filter({ hasText: words });
    await found.nth(times - 1).waitFor();
    return found.count();
  }

  /** Opens the page again, as who comes back later. */
  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'domcontentloaded' });
  }

  /** Waits until so many cards show these words, and gives the text of the newest of them. */
  async cardWith(words: string, times = 1): Promise<string> {
    const cards = this.page.locator(CARD).filter({ hasText: words });
    await cards.nth(times - 1).waitFor();
    return cards.last().innerText();
  }

  /** Clicks a button of the newest reply and gives the reply to it. */
  async press(title: string): Promise<Locator> {
    const before = await this.#replies.count();
    const buttons = this.page.locator(this.view.buttons).last();
    // The words above the buttons may have the same in bold.
    await buttons.getByText(title, { exact: true }).last().click();
    return this.#reply(before);
  }

  /** Marks the newest text that is set letter by letter, and copies it: in one step, as the page may draw it anew. */
  async copyCode(): Promise<string> {
    await this.page.locator('pre').last().waitFor();
    return this.page.evaluate<string>(`
      const code = [...document.querySelectorAll('pre')].at(-1);
      getSelection().selectAllChildren(code);
      if (!document.execCommand('copy')) throw new Error('The text could not be copied');
      code.innerText;`);
  }

  /** Pastes into the message that is being written, gives what stands there, and deletes it. */
  async paste(): Promise<string> {
    const composer = this.page.locator(this.view.composer);
    await composer.click();
    await this.page.keyboard.press('Control+V');
    const pasted = await composer.innerText();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Delete');
    return pasted;
  }

  /** Where the newest link with these words leads. */
  async addressOf(words: string): Promise<string> {
    const address = await this.page.getByRole('link', { name: words }).last().getAttribute('href');
    return address ?? '';
  }

  /** Picks a day of this month in the date input of the newest card, sends it and gives the reply to it. */
  async sendDay(day: number, button: string): Promise<Locator> {
    const before = await this.#replies.count();
    const card = this.page.locator('.ac-adaptiveCard').last();
    await card.getByRole('combobox').click();
    await this.page
      .getByRole('grid')
      .getByRole('button', { name: `${day}, ` })
      .click();
    await card.getByRole('button', { name: button, exact: true }).click();
    return this.#reply(before);
  }

  /** Says that the newest answer did not help, and why; gives the reply to it. */
  async dislike(comment: string): Promise<Locator> {
    if (!this.view.hasThumbs) {
      await this.press('This did not help');
      return this.say(comment);
    }
    const before = await this.#replies.count();
    await this.page.getByRole('button', { name: 'Dislike' }).last().click();
    const form = this.page.getByRole('dialog');
    await form.getByRole('textbox').fill(comment);
    await form.getByRole('button', { name: 'Submit' }).click();
    const reply = await this.#reply(before);
    // The client thanks for what the bot has taken, and shows an error for what it refuses.
    await form.getByText('We appreciate your feedback.').waitFor();
    await form.getByRole('button', { name: 'Close' }).last().click();
    return reply;
  }

  /** The text of the newest card. */
  async card(): Promise<string> {
    return this.page.locator('.ac-adaptiveCard').last().innerText();
  }

  /** The texts of all replies so far. */
  async replies(): Promise<string[]> {
    return this.#replies.allInnerTexts();
  }

  async photograph(path: string): Promise<void> {
    await this.page.setViewportSize(PICTURE);
    await this.page.screenshot({ path });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** Each part is there before the next: the menu takes the focus and gives it back in its own time. */
  async #writeMention(composer: Locator, text: string): Promise<void> {
    await composer.click();
    await this.page.keyboard.type('@');
    await this.page.getByRole('menuitem', { name: BOT }).click();
    await composer.filter({ hasText: BOT }).waitFor();
    await composer.focus();
    await this.page.keyboard.insertText(` ${text}`);
    await composer.filter({ hasText: text }).waitFor();
  }

  /** Does what makes the client send a request there, and waits until that is answered. */
  async #answered(path: string, work: () => Promise<void>): Promise<void> {
    const answer = this.page.waitForResponse((response) => new URL(response.url()).pathname.endsWith(path));
    const [response] = await Promise.all([answer, work()]);
    await response.finished();
  }

  async #write(text: string): Promise<void> {
    await this.page.locator(this.view.composer).click();
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Enter');
  }

  async #reply(position: number): Promise<Locator> {
    const reply = this.#replies.nth(position);
    await reply.waitFor();
    return reply;
  }
}
