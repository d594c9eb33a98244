import { openPage } from './browser.js';
const TEAMS = {
    composer: '[data-lexical-editor="true"][role="textbox"]',
    replies: '.fai-OutputCard',
    buttons: '.ac-adaptiveCard',
};
const WEB_CHAT = {
    composer: '[data-id="webchat-sendbox-input"]',
    replies: '.webchat__bubble:not(.webchat__bubble--from-user)',
    // Each has a hidden copy for screen readers outside of it.
    buttons: '.webchat__suggested-actions',
};
const VIEWS = { msteams: TEAMS, emulator: TEAMS, webchat: WEB_CHAT };
/** So wide that the Playground's log panel covers no reply. */
const WINDOW = { width: 1600, height: 1000 };
/** So high that the whole conversation is in the picture. */
const PICTURE = { width: 1600, height: 1900 };
/** Less than a test may take, so that the error tells what was waited for. */
const LONGEST_WAIT = 15_000;
export class ChatPage {
    page;
    view;
    #replies;
    constructor(page, view) {
        this.page = page;
        this.view = view;
        page.setDefaultTimeout(LONGEST_WAIT);
        // A card with buttons is a bubble of its own.
        this.#replies = page
            .locator(view.replies)
            .filter({ hasText: /\S/, hasNot: page.locator('.ac-adaptiveCard') });
    }
    /** Opens the chat. What is sent before the bot's first message is lost, so wait for that. */
    static async open(browser, address, channel) {
        const page = await openPage(browser, WINDOW);
        await page.goto(address, { waitUntil: 'domcontentloaded' });
        return new ChatPage(page, VIEWS[channel]);
    }
    /** The bot's first message, which needs no message of the user. */
    async welcome() {
        return this.#reply(0);
    }
    /** Types a message, sends it and gives the reply to it. */
    async say(text) {
        const before = await this.#replies.count();
        await this.page.locator(this.view.composer).click();
        await this.page.keyboard.insertText(text);
        await this.page.keyboard.press('Enter');
        return this.#reply(before);
    }
    /** Clicks a button of the newest reply and gives the reply to it. */
    async press(title) {
        const before = await this.#replies.count();
        const buttons = this.page.locator(this.view.buttons).last();
        await buttons.getByRole('button', { name: title, exact: true }).click();
        return this.#reply(before);
    }
    /** Marks the newest text that is set letter by letter, and copies it. */
    async copyCode() {
        const code = this.page.locator('pre').last();
        await code.selectText();
        await this.page.keyboard.press('Control+C');
        return code.innerText();
    }
    /** Pastes into the message that is being written, gives what stands there, and deletes it. */
    async paste() {
        const composer = this.page.locator(this.view.composer);
        await composer.click();
        await this.page.keyboard.press('Control+V');
        const pasted = await composer.innerText();
        await this.page.keyboard.press('Control+A');
        await this.page.keyboard.press('Delete');
        return pasted;
    }
    /** Where the newest link with these words leads. */
    async addressOf(words) {
        const address = await this.page.getByRole('link', { name: words }).last().getAttribute('href');
        return address ?? '';
    }
    /** Picks a day of this month in the date input of the newest card, sends it and gives the reply to it. */
    async sendDay(day, button) {
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
    /** The text of the newest card. */
    async card() {
        return this.page.locator('.ac-adaptiveCard').last().innerText();
    }
    /** The texts of all replies so far. */
    async replies() {
        return this.#replies.allInnerTexts();
    }
    async photograph(path) {
        await this.page.setViewportSize(PICTURE);
        await this.page.screenshot({ path });
    }
    async close() {
        await this.page.context().close();
    }
    async #reply(position) {
        const reply = this.#replies.nth(position);
        await reply.waitFor();
        return reply;
    }
}
//# sourceMappingURL=chatPage.js.map