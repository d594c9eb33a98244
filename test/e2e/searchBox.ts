// The search command in the Agents Playground, as its user handles it.
import type { Browser, Locator, Page } from 'playwright-core';
import { SEARCH } from '../../bot/channels/teams/searchCommand.js';
import { openPage } from './browser.js';

const WINDOW = { width: 1600, height: 1000 };
/** Less than a test may take, so that the error tells what was waited for. */
const LONGEST_WAIT = 15_000;

export class SearchBox {
  private constructor(
    private readonly page: Page,
    private readonly field: Locator,
  ) {}

  /** Opens the search beside the message field. The Playground reads no manifest, so it is told the names in it. */
  static async open(browser: Browser, address: string): Promise<SearchBox> {
    const page = await openPage(browser, WINDOW);
    page.setDefaultTimeout(LONGEST_WAIT);
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    // The bot has been told of the chat, which it welcomes the first time only.
    await page.getByText('conversationUpdate 200').first().waitFor();
    await page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
    await page.getByRole('menuitem', { name: 'Search Command' }).click();
    await page.getByRole('button', { name: 'Specify Command ID or Parameter' }).click();
    await page.getByPlaceholder('Command ID').fill(SEARCH.command);
    await page.getByPlaceholder('Parameter name').fill(SEARCH.parameter);
    return new SearchBox(page, page.getByPlaceholder('Enter a search term'));
  }

  /** Types into the emptied field. */
  async type(text: string): Promise<void> {
    await this.field.fill('');
    await this.field.click();
    await this.page.keyboard.insertText(text);
  }

  /** A result, when it is there. */
  async result(title: string): Promise<Locator> {
    const result = this.page.getByRole('heading', { level: 1, name: title, exact: true });
    await result.waitFor();
    return result;
  }

  /** Waits until these words show. */
  async shows(words: string): Promise<void> {
    await this.page.getByText(words).waitFor();
  }

  /** Puts a result into the message that is being written, and gives the text of its card there. */
  async choose(title: string): Promise<string> {
    await (await this.result(title)).click();
    const card = this.page.locator('[data-lexical-editor="true"] .ac-adaptiveCard');
    await card.waitFor();
    return card.innerText();
  }

  async photograph(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
