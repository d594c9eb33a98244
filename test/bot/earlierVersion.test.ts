import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import Database from 'libsql';
import { Conversation, testBot } from '../conversation.js';

describe('A conversation that an earlier version of the bot has left', () => {
  const folder = mkdtempSync(join(tmpdir(), 'earlier-'));
  const file = join(folder, 'bot.db');

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('goes on where it was, though its dialogs lay within another', async () => {
    const fields = { conversation: { id: 'kept' } as never, from: { id: 'someone' } as never };
    const before = await testBot(file);
    const first = await new Conversation(before, fields).say('I need a support ticket');
    expect(first.text).to.contain('Step 1');
    await before.close();

    const database = new Database(file);
    const key = "key LIKE '%/conversations/kept/users/%'";
    const { value } = database.prepare(`SELECT value FROM items WHERE ${key}`).get() as { value: string };
    const state = JSON.parse(value) as { dialogs: object };
    const outer = { dialogStack: [{ id: 'main', state: { dialogs: state.dialogs } }] };
    const earlier = JSON.stringify({ ...state, dialogs: outer });
    database.prepare(`UPDATE items SET value = ? WHERE ${key}`).run([earlier]);
    database.close();

    const now = await testBot(file);
    const next = await new Conversation(now, fields).say('next');
    await now.close();
    expect(next.text).to.contain('Step 2');
  });
});
