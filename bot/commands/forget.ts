// npm run forget: deletes all that is stored of one person or one conversation.
import { environment, readCommandSettings } from '../config.js';
import { openExisting } from '../storage/openDatabase.js';
import { forgetPersonalData } from '../storage/personalData.js';
import { runCommand } from './commandLine.js';
import { countsOf, idArgument, isEmpty, sayNothingStored } from './personalDataOutput.js';

const USAGE = `Usage: npm run forget -- USER|CONVERSATION
Deletes all that is stored of a person (their id in the channel, such as 29:1abc… in Teams or dl_… in the web chat) or
of a conversation (its id, as the log has it): state, tickets, messages of the web chat, replies kept for redelivery,
and outcomes of questions as far as they can be told to be theirs. npm run export shows it first.
It reads DATABASE_URL as the bot does, and may run beside it. What is said afterwards is kept as new.`;

await runCommand(USAGE, async () => {
  const id = idArgument();
  const database = await openExisting(readCommandSettings(environment()).database);
  try {
    const data = await forgetPersonalData(database, id);
    if (isEmpty(data)) sayNothingStored(id);
    else process.stdout.write(`Deleted of ${id}: ${countsOf(data)}.\n`);
  } finally {
    await database.close();
  }
});
