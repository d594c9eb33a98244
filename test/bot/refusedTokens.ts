// For a test of the log: a server with an app id gets tokens that it refuses. Whatever it prints goes to standard output.
import { compose } from '../../bot/compose.js';
import { readConfig } from '../../bot/config.js';
import { BotServer } from '../../bot/server.js';
import { shipped } from '../shippedIndex.js';
import { OpenIdStandIn, type TokenOptions } from './openIdStandIn.js';

const ID = '11111111-2222-4333-8444-555555555555';
const SERVICE_URL = 'https://channel.example/';
const HOUR = 3600;

process.stderr.write = process.stdout.write.bind(process.stdout);
const channel = new OpenIdStandIn(ID);
await channel.start();
const config = readConfig({
  LOG_LEVEL: 'warn',
  DATABASE_URL: 'file::memory:',
  MicrosoftAppId: ID,
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: ID,
});
const bot = await compose(
  { ...config, registration: { ...config.registration, ...channel.settings } },
  shipped(),
);
const server = new BotServer(bot);
const port = await server.listen(0, '127.0.0.1');
const now = Math.floor(Date.now() / 1000);
const tokens: (TokenOptions | string)[] = [
  { claims: { nbf: now - 2 * HOUR, exp: now - HOUR } },
  { sign: 'foreign key' },
  { claims: { nbf: now + HOUR, exp: now + 2 * HOUR } },
  'Bearer abc.def.ghi',
  { claims: { tid: 'x'.repeat(1000) } },
  { claims: { iss: 'https://evil.example' } },
];
for (const token of tokens) {
  await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: typeof token === 'string' ? token : channel.authorization(SERVICE_URL, token),
    },
    body: JSON.stringify({
      type: 'message',
      text: 'hello',
      channelId: 'msteams',
      serviceUrl: SERVICE_URL,
      from: { id: 'u' },
      recipient: { id: 'b' },
      conversation: { id: 'c' },
    }),
  });
}
await server.close();
await bot.close();
channel.stop();
