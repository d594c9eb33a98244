// A process of its own for the test of a promise that a dialog forgot: prints what its user sees.
import { openDatabase } from '../../../bot/storage/openDatabase.js';
import { surviveStrayRejections } from '../../../bot/strayErrors.js';
import { silent } from '../../databases.js';
import { CountingBot } from './countingBot.js';
surviveStrayRejections(silent);
const database = await openDatabase({ kind: 'sqlite', file: ':memory:' }, silent);
const bot = new CountingBot(database);
for (const text of ['one', 'stray', 'three'])
    process.stdout.write(`${await bot.say(text)}\n`);
await database.close();
//# sourceMappingURL=strayRejection.js.map