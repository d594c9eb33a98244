// Conversations by people who had seen the FAQ page only, played turn by turn. The replies that are not yet right are
// listed in test/conversations/known-misses.txt; any other one fails.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { evaluateConversations } from '../../bot/commands/evaluateConversations.js';

const FOLDER = fileURLToPath(new URL('../../../test/conversations/', import.meta.url));

describe('The played conversations', function () {
  this.timeout(120_000);
  const known = readFileSync(join(FOLDER, 'known-misses.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

  for (const file of readdirSync(join(FOLDER, 'played'))) {
    it(`are answered right but for the known misses (${file})`, async () => {
      const lines = (await evaluateConversations(join(FOLDER, 'played', file), true)).trim().split('\n');
      const missed = lines.map((line) => (JSON.parse(line) as { readonly where: string }).where);
      expect(missed.filter((where) => !known.includes(where))).to.deep.equal([]);
    });
  }
});
