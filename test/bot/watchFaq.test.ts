import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { watchFaq } from '../../bot/watchFaq.js';
import { shippedFaqPath } from '../../knowledge/faq/loadFaq.js';
import type { FaqIndex } from '../../knowledge/search/faqIndex.js';

describe('Watching the FAQ file', () => {
  let folder: string;
  let file: string;
  let stop: () => void;
  let told: string[];
  let indexes: FaqIndex[];
  let toldMore: () => void;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'faq-'));
    file = join(folder, 'faq.yaml');
    copyFileSync(shippedFaqPath(), file);
    told = [];
    indexes = [];
    stop = watchFaq(
      file,
      ({ index }) => indexes.push(index),
      (line) => {
        told.push(line);
        toldMore();
      },
    );
  });

  afterEach(() => {
    stop();
    rmSync(folder, { recursive: true });
  });

  /** Makes a change and waits until it is told of. */
  const change = (change: () => void) =>
    new Promise<void>((resolve) => {
      toldMore = resolve;
      change();
    });
  const edited = (from: string, to: string) => readFileSync(file, 'utf8').replace(from, to);

  it('gives an index of a good edit, and says so', async () => {
    const text = edited('How do I renew my benefits?', 'How are benefits renewed?');
    await change(() => {
      writeFileSync(file, text);
    });
    const match = indexes[0]?.match('How are benefits renewed?');
    expect(match?.outcome === 'answer' && match.answer.entry.id).to.equal('renew-benefits');
    expect(told[0]).to.match(/^The FAQ was read again: 9 entries, live after \d\.\d s\.$/);
  });

  it('notices a file that takes the place of the old one, as editors write it', async () => {
    const other = join(folder, 'other.yaml');
    writeFileSync(other, edited('How do I renew my benefits?', 'How are benefits renewed?'));
    await change(() => {
      renameSync(other, file);
    });
    expect(indexes).to.have.length(1);
  });

  it('gives no index of a broken edit, but a sentence a mistake', async () => {
    const text = edited('id: renew-benefits', 'id: Renew Benefits');
    await change(() => {
      writeFileSync(file, text);
    });
    expect(told.join('\n')).to.match(/^faq\.yaml: entry "Renew Benefits", field id: must be lower-case/);
    expect(told.at(-1)).to.contain('as it was before');
    expect(indexes).to.deep.equal([]);
  });
});
