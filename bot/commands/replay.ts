// npm run replay: sends a recorded conversation through the bot and says where its replies differ from the recorded ones.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readTranscript } from './transcript.js';
import { faqPathOf, runCommand, UsageError } from './commandLine.js';
import { localBot } from './localBot.js';
import { type Played, replay, type Send, sendOver, sendThrough } from './replayConversation.js';
import { sideBySide } from './textColumns.js';

const USAGE = `Usage: npm run replay -- [--check | --update] [--faq FILE.yaml | --endpoint URL] FILE.transcript
Sends what users sent in a transcript of the Bot Framework Emulator through the bot, in order, and shows both sides.
--endpoint sends it to a bot that runs, like http://localhost:3978/api/messages; --check ends with status 1 where a
reply differs from the recorded one; --update writes the replies of now into the file.`;

const DEFAULT_WIDTH = 100;

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      update: { type: 'boolean', default: false },
      faq: { type: 'string' },
      endpoint: { type: 'string' },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one transcript.');
  if (values.check && values.update) throw new UsageError('Give either --check or --update.');
  if (values.endpoint !== undefined && values.faq !== undefined)
    throw new UsageError('The bot at --endpoint has a FAQ of its own: leave --faq out.');
  const exchanges = readTranscript(file);
  const show = async (send: Send) => {
    let differences = 0;
    const activities: object[] = [];
    for await (const played of replay(exchanges, send)) {
      print(shown(played));
      if (played.difference) differences += 1;
      activities.push(...played.activities);
    }
    if (values.update) writeFileSync(file, `${JSON.stringify(activities, null, 2)}\n`);
    return differences;
  };

  let differences: number;
  if (values.endpoint === undefined) {
    const bot = await localBot(faqPathOf(values.faq));
    try {
      differences = await show(sendThrough(bot));
    } finally {
      await bot.close();
    }
  } else differences = await show(sendOver(values.endpoint));

  print(
    differences === 0
      ? `All replies as recorded (${exchanges.length} activities sent).\n`
      : `${differences} of ${exchanges.length} activities got other replies than recorded.\n`,
  );
  if (values.check && differences > 0) process.exitCode = 1;
});

function shown({ user, replies, recorded, difference }: Played): string {
  const width = process.stdout.columns || DEFAULT_WIDTH;
  const lines = sideBySide(user, replies.join('\n\n') || '(no reply)', width);
  const marked = difference
    ? ['', `≠ recorded: ${difference}`, ...sideBySide('', recorded.join('\n\n') || '(no reply)', width)]
    : [];
  return [...lines, ...marked, '', ''].join('\n');
}

function print(text: string): void {
  process.stdout.write(text);
}
