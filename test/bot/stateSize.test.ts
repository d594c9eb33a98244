// What a conversation leaves in the database: ids and values, no transcript and no cards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import Database from 'libsql';
import type { ComposedBot } from '../../bot/compose.js';
import { Conversation, testBot } from '../conversation.js';

/** In bytes, over conversation and user state; a walkthrough with a question above it takes about a third of it. */
const MOST = 1500;

describe('The state of a conversation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'state-'));
  const file = join(folder, 'bot.db');
  let bot: ComposedBot;

  before(async () => {
    bot = await testBot(file);
  });

  after(async () => {
    await bot.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function kept(where: string): string[] {
    const database = new Database(file, { readonly: true });
    const rows = database.prepare(`SELECT value FROM items WHERE ${where}`).all() as { value: string }[];
    database.close();
    return rows.map(({ value }) => value);
  }

  it('stays small over a whole walkthrough with digressions, and holds nothing that was said', async () => {
    const conversation = new Conversation(bot, { channelId: 'msteams' });
    const messages = [
      'I need a support ticket',
      'next',
      'Can a key be redeemed twice?',
      'On what date can I reassign my VS subscription?',
      'March 1, 2021',
      '更新したい',
      'step 6',
      'Office',
      'A unique description of the problem',
      `log ${'x'.repeat(30_000)} contract ID 12345678`,
      'Reinstalled it',
      'yesterday',
      '日本語で',
      '英語のまとめ',
      '完了',
    ];
    for (const text of messages) {
      await conversation.say(text);
      const state = kept("key NOT LIKE 'tickets/%'").join('\n');
      expect(Buffer.byteLength(state), text).to.be.below(MOST);
      expect(state).not.to.match(/unique description|redeemed twice|AdaptiveCard|Step \d/);
    }
    const [ticket, ...more] = kept("key LIKE 'tickets/%'");
    expect(more).to.deep.equal([]);
    expect(ticket).to.contain('A unique description of the problem').and.not.contain('12345678');
    expect(ticket!.length).to.be.below(21_000);
  });
});
