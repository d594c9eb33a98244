import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { loadFaq, shippedFaqPath } from '../../../knowledge/faq/loadFaq.js';
import { codeHash } from '../../../knowledge/search/codeHash.js';
import { examplesOf } from '../../../knowledge/search/examples.js';
import { FaqIndex } from '../../../knowledge/search/faqIndex.js';
import { learntFrom, loadLearnt, saveLearnt } from '../../../knowledge/understanding/savedIndex.js';
import { questionsIn } from '../search/measured.js';

describe('A saved index', function () {
  this.timeout(60_000);

  let folder: string;
  let faq: string;
  let saved: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'index-'));
    faq = join(folder, 'faq.yaml');
    saved = join(folder, 'saved', 'index');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const saveSmall = () => {
    copyFileSync(new URL('../../../../test/faqs/waste.yaml', import.meta.url), faq);
    saveLearnt(faq, saved);
  };

  /** All of an output, but of what stands in the FAQ the id. */
  const inShort = (output: unknown) =>
    JSON.stringify(output, (key, value: unknown) =>
      ['entry', 'fact', 'topic'].includes(key) ? (value as { id: string }).id : value,
    );

  it('answers, explains and suggests exactly as one that is built', () => {
    const built = new FaqIndex(loadFaq(shippedFaqPath()));
    saveLearnt(shippedFaqPath(), saved);
    const loaded = loadLearnt(shippedFaqPath(), saved)!.index;
    expect(loaded.faq).to.deep.equal(built.faq);

    const questions = questionsIn('knowledge/search/questions.tsv').map(({ question }) => question);
    const texts = examplesOf(built.faq).flatMap(({ text }, number) => (number % 4 === 0 ? [text] : []));
    for (const text of [...texts, ...questions])
      expect(inShort(loaded.match(text))).to.equal(inShort(built.match(text)));
    for (const text of questions.filter((_, number) => number % 8 === 0)) {
      const outputs = [loaded, built].map((index) =>
        inShort([index.explain(text), index.nearestTo(text), index.suggestions(text.slice(0, 6), 'ja', 5)]),
      );
      expect(outputs[0]).to.equal(outputs[1]);
    }
  });

  it('answers with the entries and facts of its own FAQ', () => {
    saveLearnt(shippedFaqPath(), saved);
    const { index } = loadLearnt(shippedFaqPath(), saved)!;
    const match = index.match('キーは2回使えますか');
    const { entry, fact } = match.outcome === 'answer' ? match.answer : {};
    expect(index.faq.entries).to.include(entry);
    expect(entry?.facts).to.include(fact);
  });

  it('is not taken for that of a FAQ that has changed since', () => {
    saveSmall();
    expect(loadLearnt(faq, saved)?.index).to.be.an.instanceOf(FaqIndex);
    writeFileSync(faq, readFileSync(faq, 'utf8').replaceAll('Waste', 'Garbage'));
    expect(loadLearnt(faq, saved)).to.equal(undefined);
    expect(learntFrom(faq, saved).index.faq).to.deep.equal(loadFaq(faq));
  });

  it('is not used where it is damaged, cut off, or not there', () => {
    saveSmall();
    const whole = readFileSync(saved);
    const changed = Buffer.from(whole);
    changed[whole.length >> 1]! ^= 1;
    for (const content of [changed, whole.subarray(0, -1), whole.subarray(0, 40), Buffer.alloc(0)]) {
      writeFileSync(saved, content);
      expect(loadLearnt(faq, saved)).to.equal(undefined);
    }
    rmSync(saved);
    expect(loadLearnt(faq, saved)).to.equal(undefined);
    expect(learntFrom(faq, saved).index.faq).to.deep.equal(loadFaq(faq));
  });

  it('does not hide what is wrong with a FAQ', () => {
    saveSmall();
    appendFileSync(faq, '\nentires: []\n');
    expect(() => learntFrom(faq, saved)).to.throw(/entires/);
    rmSync(faq);
    expect(() => learntFrom(faq, saved)).to.throw(`${faq}: can't be read (ENOENT)`);
  });

  for (const folder of ['bundle/', 'bundle/commands/']) {
    it(`belongs to the code that ${folder} is made of`, () => {
      const bundle = fileURLToPath(new URL(`../../../${folder}`, import.meta.url));
      const files = readdirSync(bundle).filter((name) => name.endsWith('.js'));
      const texts = files.map((name) => readFileSync(join(bundle, name), 'utf8'));
      expect(texts.filter((text) => text.includes(codeHash()))).to.have.length(1);
    });
  }
});
