// Questions that are kept beside the project, for measuring only, stand nowhere in the content.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { normalise } from '../../../knowledge/text/normalise.js';
import { shippedIndex } from '../../shippedIndex.js';

const FOLDER = fileURLToPath(new URL('../../../../../shared/eval/', import.meta.url));

describe('The shipped FAQ', () => {
  it('holds none of the questions that are kept apart for measuring, where they are at hand', function () {
    if (!existsSync(FOLDER)) this.skip();
    const bare = (text: string) => normalise(text).replace(/[\p{P}\p{S}\s]/gu, '');
    const apart = new Set(
      readdirSync(FOLDER)
        .filter((name) => name.endsWith('.tsv'))
        .flatMap((name) => readFileSync(FOLDER + name, 'utf8').split(/[\t\n]/))
        .map(bare)
        // Cells that are no question: languages, ids, dates.
        .filter((text) => text.length > 5 && !/^(?:mixed|[\d;yesno]+)$/.test(text)),
    );
    const { entries, notCovered } = shippedIndex().faq;
    const ids = new Set(entries.map(({ id }) => bare(id)));
    const texts = [...entries, ...entries.flatMap(({ facts }) => facts), ...notCovered].flatMap(
      ({ alternates }) => [...alternates.en, ...alternates.ja],
    );
    expect(texts.filter((text) => apart.has(bare(text)) && !ids.has(bare(text)))).to.deep.equal([]);
    expect(apart.size).to.be.above(100);
  });
});
