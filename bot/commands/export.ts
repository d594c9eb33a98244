// npm run export: all that is stored of one person or one conversation, as JSON.
import { environment, readCommandSettings } from '../config.js';
import { openExisting } from '../storage/openDatabase.js';
import { personalData } from '../storage/personalData.js';
import { runCommand } from './commandLine.js';
import { idArgument, inJson, isEmpty, sayNothingStored } from './personalDataOutput.js';

const USAGE = `Usage: npm run -s export -- USER|CONVERSATION > FILE.json
Prints as JSON all that is stored of a person (their id in the channel, such as 29:1abc… in Teams or dl_… in the web
chat) or of a conversation (its id, as the log has it): state, tickets, messages of the web chat, replies kept for
redelivery, and outcomes of questions as far as they can be told to be theirs.
It reads DATABASE_URL as the bot does, changes nothing, and may run beside it.`;

await runCommand(USAGE, async () => {
  const id = idArgument();
  const database = await openExisting(readCommandSettings(environment()).database);
  try {
    const data = await database.transaction((transaction) => personalData(transaction, id));
    if (isEmpty(data)) sayNothingStored(id);
    else process.stdout.write(`${JSON.stringify(inJson(id, data), undefined, 2)}\n`);
  } finally {
    await database.close();
  }
});
