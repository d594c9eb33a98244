// What is left of secrets that users post: nothing, wherever the bot keeps or says something.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { onBothDatabases, open } from '../databases.js';
import { BotProcess } from './botProcess.js';

const TABLES = ['items', 'direct_line_activities', 'outcomes'];
const SECRETS = [
  'Hunter2!',
  'Sommer2026',
  'w1nter-wonder',
  'A7654321',
  'FGHIJ',
  'c2lnbmF0dXJl',
  '8Q~',
  'taro@',
];

onBothDatabases('Secrets that users post', (test) => {
  let folder: string;
  let bot: BotProcess;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
    const env = { DATABASE_URL: test().url, STORE_QUESTIONS: 'true', LOG_LEVEL: 'trace' };
    bot = await BotProcess.start(folder, env);
  });

  after(async () => {
    await bot.kill();
    await rm(folder, { recursive: true, force: true });
  });

  it('stand in no table, no log and no reply, over the web chat and the messaging endpoint', async () => {
    const posts = [
      'my password for Partner Center is Hunter2!, where do I get an Access ID?',
      'This did not help',
      'the answer does not say that {"password": "w1nter-wonder"} is wrong',
      'what about the weather for access ID A7654321',
      'パスワードはポータル用で Hunter2! です',
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl is refused',
      'I need a support ticket',
      'step 6',
      'Office',
      'the password I used\u00AD was Som\u200Bmer2026!\nclient secret: abc8Q~Xk2mPq9rStUvWxYz0123456789abcdEfG',
      'error: key ABCDE-12345-FGHIJ-67890-KLMNO, mail taro@example.co.jp',
      'skip',
      'skip',
    ];
    const domain = `${bot.url}/v3/directline`;
    const headers = { origin: bot.url, 'content-type': 'application/json' };
    const begun = await fetch(`${domain}/tokens/generate`, { method: 'POST', headers });
    const { token, conversationId } = (await begun.json()) as { token: string; conversationId: string };
    const own = { ...headers, authorization: `Bearer ${token}` };
    await fetch(`${domain}/conversations`, { method: 'POST', headers: own, body: '{"locale":"en"}' });
    const path = `${domain}/conversations/${conversationId}/activities`;
    const said: string[] = [];
    for (const text of posts) {
      const body = JSON.stringify({ type: 'message', text });
      expect((await fetch(path, { method: 'POST', headers: own, body })).status).to.equal(200);
      said.push(await bot.say(text));
    }
    said.push(await (await fetch(path, { headers: own })).text());
    await bot.kill('SIGTERM');

    const database = await open(test());
    try {
      for (const table of TABLES) said.push(JSON.stringify(await database.query(`SELECT * FROM ${table}`)));
    } finally {
      await database.close();
    }
    said.push(bot.output());
    // The notice, the mask in the ticket and in the comment: they came where they were meant to.
    expect(said.join('\n')).to.contain('seems to hold a password').and.contain('••••');
    for (const secret of SECRETS)
      expect(said.join('\n').replace(/[\u00AD\u200B]/gu, '')).not.to.contain(secret);
  });
});
