// Every card that the bot can send, drawn by Microsoft's renderer as wide as on a desktop and on a small phone.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { everyCard, type NamedCard } from '../bot/replies/everyCard.js';
import { findChromium, launchChromium, openPage } from './browser.js';

const RENDERER = fileURLToPath(import.meta.resolve('adaptivecards/dist/adaptivecards.min.js'));
const PICTURES = 'test-results/cards';
const LONGEST = 60_000;

/** What is wrong with how a card looks, as the page finds it. */
interface Look {
  readonly name: string;
  /** Elements that reach over the edge of the card. */
  readonly over: readonly string[];
  readonly shown: string;
}

describe('Every card, drawn', () => {
  let browser: Browser | undefined;
  const cards = everyCard();

  before(async function () {
    this.timeout(LONGEST);
    const chromium = findChromium();
    if (chromium === undefined) return this.skip();
    browser = await launchChromium(chromium);
    mkdirSync(PICTURES, { recursive: true });
  });

  after(async () => browser?.close());

  for (const width of [320, 700]) {
    it(`shows all its words and reaches over no edge at ${width} px`, async function () {
      this.timeout(LONGEST);
      const page = await openPage(browser!, { width, height: 800 });
      await page.setContent('<!doctype html><html lang="en"><body style="margin: 0; font: 14px sans-serif">');
      await page.addScriptTag({ path: RENDERER });
      const looks = await draw(page, cards);
      expect(looks).to.have.lengthOf(cards.length);
      for (const [index, { name, over, shown }] of looks.entries()) {
        expect(over, name).to.deep.equal([]);
        for (const words of wordsOf(cards[index]!)) expect(withoutGaps(shown), name).to.contain(words);
      }
      for (const language of ['en', 'ja']) {
        const kinds = [
          'msteams step',
          'msteams askField',
          'msteams diagnosisQuestion',
          'msteams dateAnswer',
          'msteams askDate',
        ];
        const some = kinds.map((kind) =>
          cards.find((each) => each.name === kind && each.language === language)!,
        );
        await draw(page, some);
        await page.screenshot({ path: `${PICTURES}/${width}-${language}.png`, fullPage: true });
      }
      await page.context().close();
    });
  }
});

/** Runs in the page: its text, as the project's tests know nothing of a page's types. */
const DRAW = `(cards) => {
  // A text shows as it is written: what Markdown becomes is the client's affair.
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const written = document.createElement('span');
    written.textContent = text;
    result.outputHtml = written.innerHTML;
    result.didProcess = true;
  };
  document.body.replaceChildren();
  return cards.map(({ name, card }) => {
    const drawn = new AdaptiveCards.AdaptiveCard();
    drawn.hostConfig = new AdaptiveCards.HostConfig({ actions: { actionsOrientation: 'vertical' } });
    drawn.parse(card);
    const box = drawn.render();
    box.style.borderBottom = '1px solid #ccc';
    document.body.append(box);
    const edge = box.getBoundingClientRect().right;
    const over = [...box.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > edge + 1)
      .map((element) => element.className + ': ' + element.textContent.slice(0, 60));
    return { name, over, shown: box.innerText };
  });
}`;

/** Draws cards below each other, in the place of what was drawn before. */
async function draw(page: Page, cards: readonly NamedCard[]): Promise<Look[]> {
  return page.evaluate<Look[]>(`(${DRAW})(${JSON.stringify(cards)})`);
}

/** The words that a card must show. */
function wordsOf({ card }: NamedCard): string[] {
  const texts = card.body.flatMap(({ type, text }) => (type === 'TextBlock' ? [text as string] : []));
  const titles = card.actions.map(({ title }) => title as string);
  return [...texts.flatMap((text) => text.split('\n')), ...titles].map(withoutGaps);
}

/** Spaces as a page shows them. */
function withoutGaps(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
