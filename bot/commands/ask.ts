// npm run ask: one question in the terminal, or a chat.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Activity, CardAction } from 'botbuilder';
import { explained } from './explained.js';
import { explainedReading } from './explainedReading.js';
import { faqPathOf, runCommand } from './commandLine.js';
import { localBot, send } from './localBot.js';

const USAGE = `Usage: npm run ask -- [--faq FILE.yaml] [--explain] ["question"]
Without a question it chats, line by line. --explain tells above each reply why it was chosen.`;

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { faq: { type: 'string' }, explain: { type: 'boolean', default: false } },
  });
  const bot = await localBot(faqPathOf(values.faq));
  const ask = async (question: string) => {
    const replies = await send(bot, question);
    const { lastReading } = bot.index;
    if (values.explain && lastReading) {
      print(explainedReading(lastReading));
      // What a clause asks of the FAQ is explained in full.
      for (const { text } of lastReading.clauses.filter(({ act }) => act === 'ask'))
        print(explained(bot.index.explain(text)));
    }
    return show(replies);
  };
  if (positionals.length > 0) await ask(positionals.join(' '));
  else await chat(ask, values.explain);
  await bot.close();
});

/** Asks line by line until the input ends; a number presses the button that carries it. */
async function chat(ask: (question: string) => Promise<CardAction[]>, isExplained: boolean): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  print('Ask in English or Japanese; Ctrl+D ends.  英語でも日本語でもどうぞ。Ctrl+D で終わります。\n');
  if (isExplained)
    print('Above each reply stands why it was chosen.  返答の前に、選んだ理由を表示します。\n');
  let buttons: CardAction[] = [];
  lines.prompt();
  for await (const line of lines) {
    // A terminal shows what is typed; a file or a pipe does not.
    if (!process.stdin.isTTY) print(`${line}\n`);
    if (line.trim() !== '') {
      const pressed = buttons[Number(line) - 1];
      buttons = await ask(pressed ? String(pressed.value) : line);
    }
    lines.prompt();
  }
}

/** Prints the replies. */
function show(activities: readonly Activity[]): CardAction[] {
  return activities.flatMap((reply) => {
    const buttons = reply.suggestedActions?.actions ?? [];
    print(`${reply.text}\n`);
    print(`${buttons.map(({ title }, index) => `  [${index + 1}] ${title}\n`).join('')}\n`);
    return buttons;
  });
}

function print(text: string): void {
  process.stdout.write(text);
}
