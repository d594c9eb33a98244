// The web chat on a page as its visitor sees and handles it.
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Frame,
  FrameLocator,
  Locator,
  Page,
} from 'playwright-core';

/** Less than a test may take, so that the error tells what was waited for. */
const LONGEST_WAIT = 15_000;
const DESKTOP = { width: 1280, height: 860 };

export class ChatWidget {
  readonly chat: FrameLocator;
  readonly #replies: Locator;
  /** Every address that the page asked for. */
  readonly requests: string[] = [];
  /** What the browser complained about. */
  readonly complaints: string[] = [];

  private constructor(readonly page: Page) {
    page.setDefaultTimeout(LONGEST_WAIT);
    this.chat = page.frameLocator('iframe');
    // A card is a bubble of its own.
    this.#replies = this.chat
      .locator('.webchat__bubble:not(.webchat__bubble--from-user)')
      .filter({ hasText: /\S/, hasNot: this.chat.locator('.ac-adaptiveCard') });
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** A page of a browser that knows nothing yet, with the chat's button on it. */
  static async visit(
    browser: Browser,
    address: string,
    options: BrowserContextOptions = {},
  ): Promise<ChatWidget> {
    const context = await browser.newContext({ viewport: DESKTOP, serviceWorkers: 'block', ...options });
    return ChatWidget.visitIn(context, address);
  }

  /** Another page of a browser that may know something already. */
  static async visitIn(context: BrowserContext, address: string): Promise<ChatWidget> {
    const widget = new ChatWidget(await context.newPage());
    await widget.page.goto(address);
    return widget;
  }

  get bubble(): Locator {
    return this.page.locator('#mpn-chat .bubble');
  }

  get panel(): Locator {
    return this.page.locator('#mpn-chat').getByRole('dialog');
  }

  /** The chat's own document. */
  get frame(): Frame {
    return this.page.frames().find((frame) => new URL(frame.url()).pathname === '/chat')!;
  }

  get input(): Locator {
    return this.chat.locator('[data-id="webchat-sendbox-input"]');
  }

  get notice(): Locator {
    return this.chat.locator('.notice');
  }

  get suggestions(): Locator {
    return this.chat.locator('.suggestions button');
  }

  /** The newest card. */
  get card(): Locator {
    return this.chat.locator('.ac-adaptiveCard').last();
  }

  /** Clicks the button and waits until the chat can be used. */
  async open(): Promise<void> {
    await this.bubble.click();
    await this.reply(0);
  }

  /** Types a message, sends it and gives the reply to it. */
  async say(text: string): Promise<string> {
    const before = await this.#replies.count();
    await this.input.fill(text);
    await this.input.press('Enter');
    return this.reply(before);
  }

  /** Begins a new conversation, in the language of the window. */
  async beginAgain(): Promise<void> {
    const former = (await this.session()).conversationId;
    await this.#pressNew();
    for (;;) if ((await this.session()).conversationId !== former) break;
    await this.chat.locator('.webchat__bubble--from-user').first().waitFor({ state: 'detached' });
    await this.reply(0);
  }

  /** Begins a new conversation where its frame can't tell which one it keeps. */
  async beginAnew(): Promise<void> {
    await this.#pressNew();
    await this.chat.locator('.webchat__bubble--from-user').first().waitFor({ state: 'detached' });
    await this.reply(0);
  }

  /** The titles of the buttons below the newest reply. */
  async buttons(): Promise<string[]> {
    const buttons = this.chat.locator('.webchat__suggested-actions').getByRole('button');
    await buttons.first().waitFor();
    return buttons.allInnerTexts();
  }

  /** A button below the newest reply. */
  button(title: string): Locator {
    return this.chat.locator('.webchat__suggested-actions button').getByText(title, { exact: true });
  }

  /** Clicks a button below the newest reply and gives the reply to it. */
  async press(title: string): Promise<string> {
    const before = await this.#replies.count();
    await this.button(title).click();
    return this.reply(before);
  }

  /**
   * Presses buttons one after the other, each in the very moment in which the chat has scrolled to the reply to the one
   * before.
   */
  async pressEachOnceScrolled(titles: readonly string[]): Promise<void> {
    for (const title of titles) {
      const { length } = await this.ownMessages();
      await this.frame.evaluate(`new Promise((done, fail) => {
        const pane = document.querySelector('.webchat__basic-transcript__scrollable');
        const button = () => [...document.querySelectorAll('.webchat__suggested-action')]
          .find(({ innerText }) => innerText.trim() === ${JSON.stringify(title)});
        const press = () => {
          if (pane.scrollHeight - pane.scrollTop - pane.offsetHeight >= 1 || !button()) return;
          pane.removeEventListener('scroll', press);
          clearTimeout(timer);
          button().click();
          done();
        };
        const timer = setTimeout(() => fail(new Error('the chat was not scrolled to its end')), ${LONGEST_WAIT});
        pane.addEventListener('scroll', press);
        press();
      })`);
      await this.chat.locator('.webchat__bubble--from-user').nth(length).waitFor();
    }
  }

  /** Taps the middle of a button twice, as fast as can be. */
  async doubleTap(title: string): Promise<void> {
    const button = this.button(title);
    await button.click({ trial: true });
    const { x, y, width, height } = (await button.boundingBox())!;
    const tap = () => this.page.touchscreen.tap(x + width / 2, y + height / 2);
    await tap();
    await tap();
  }

  /** Waits until the end of the newest reply is seen. */
  async untilNewestInView(): Promise<void> {
    await this.frame.evaluate(`new Promise((done, fail) => {
      const pane = document.querySelector('.webchat__basic-transcript__scrollable');
      const isSeen = () => {
        const { top, bottom } = pane.getBoundingClientRect();
        const replies = document.querySelectorAll('.webchat__bubble:not(.webchat__bubble--from-user)');
        const end = replies[replies.length - 1].getBoundingClientRect().bottom;
        return end > top && end <= bottom;
      };
      const look = () => (isSeen() ? (clearTimeout(timer), done()) : requestAnimationFrame(look));
      const timer = setTimeout(() => fail(new Error('the newest reply is out of sight')), ${LONGEST_WAIT});
      look();
    })`);
  }

  /** Sends the date input of the newest card and gives the reply to it. */
  async sendDate(day: string): Promise<string> {
    const before = await this.#replies.count();
    await this.card.locator('input[type="date"]').fill(day);
    await this.card.getByRole('button').click();
    return this.reply(before);
  }

  /** @param position - 0 for the first reply of the bot */
  async reply(position: number): Promise<string> {
    const reply = this.#replies.nth(position);
    await reply.waitFor();
    return reply.innerText();
  }

  async replies(): Promise<string[]> {
    return this.#replies.allInnerTexts();
  }

  /** The messages of the visitor. */
  async ownMessages(): Promise<string[]> {
    return this.chat.locator('.webchat__bubble--from-user').allInnerTexts();
  }

  /** Waits until what is typed goes into the chat's input. */
  async untilInputFocused(): Promise<void> {
    await this.chat.locator('[data-id="webchat-sendbox-input"]:focus').waitFor();
  }

  /** The conversation that the browser keeps. */
  async session(): Promise<{ readonly conversationId: string; readonly token: string }> {
    const kept = await this.frame.evaluate<string>('localStorage.getItem("mpn-chat-session")');
    return JSON.parse(kept) as { conversationId: string; token: string };
  }

  async #pressNew(): Promise<void> {
    await this.chat.getByRole('button', { name: /^(New conversation|新しい会話)$/ }).click();
    await this.chat.getByRole('button', { name: /^(Start new|新しく始める)$/ }).click();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
