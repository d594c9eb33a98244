// Match time, build time and memory of the index and its peers, on FAQs of several sizes.
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Faq } from '../../knowledge/faq/schema.js';
import { questionsIn } from '../knowledge/search/measured.js';
import { type Contender, contenders } from './contenders.js';
import { generateFaq } from './generateFaq.js';
import { timing } from './timing.js';

interface Content {
  readonly name: string;
  readonly faq: Faq;
  readonly questions: readonly { readonly entry: string; readonly text: string }[];
}

const SIZES = [9, 1000, 10_000];
/** So long a contender may take over the questions of one size. */
const ENOUGH_MS = 4000;
const MOST_ROUNDS = 10;

/** @returns a table, the names of its columns first */
export async function matchingTable(shipped: Faq): Promise<string[][]> {
  const own = questionsIn('knowledge/search/questions.tsv').filter(({ expected }) => expected !== 'none');
  const contents: Content[] = [
    {
      name: 'the shipped FAQ',
      faq: shipped,
      questions: own.map(({ expected, question }) => ({ entry: expected, text: question })),
    },
    {
      name: '150 English entries with 100 alternates',
      ...generateFaq(shipped, 150, { alternates: 100, languages: ['en'] }),
    },
    ...SIZES.map((size) => ({
      name: `${size.toLocaleString('en')} made-up entries`,
      ...generateFaq(shipped, size),
    })),
  ];
  const table = [['', '', 'build', 'memory', 'match, median', 'p99', 'first choice right']];
  for (const content of contents) {
    for (const contender of contenders) table.push(await row(content, contender));
  }
  return table;
}

async function row({ name, faq, questions }: Content, contender: Contender): Promise<string[]> {
  if (faq.entries.length > contender.mostEntries) return [name, contender.name, 'not run', '', '', '', ''];
  const before = await memory();
  const start = performance.now();
  const find = await contender.build(faq);
  const build = performance.now() - start;
  const used = (await memory()) - before;
  const taken: number[] = [];
  let right = 0;
  let asked = 0;
  const begin = performance.now();
  for (let round = 0; round <= MOST_ROUNDS; round += 1) {
    for (const { entry, text } of questions) {
      if (performance.now() - begin > ENOUGH_MS) break;
      const started = performance.now();
      const found = await find(text);
      const took = performance.now() - started;
      if (round === 0) {
        asked += 1;
        if (found === entry) right += 1;
      }
      // The first round warms up, where there is time for more than one.
      if (round > 0 || took > 1) taken.push(took);
    }
  }
  const { median, p99 } = timing(taken);
  return [
    name,
    contender.name,
    build < 1000 ? `${build.toFixed(0)} ms` : `${(build / 1000).toFixed(1)} s`,
    `${(used / 2 ** 20).toFixed(0)} MB`,
    `${median.toFixed(2)} ms`,
    `${p99.toFixed(2)} ms`,
    `${((100 * right) / asked).toFixed(0)} %${asked < questions.length ? ` of ${asked}` : ''}`,
  ];
}

/** Bytes in use after a garbage collection, and after what it leaves to later. */
async function memory(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 3; round += 1) {
    collect();
    await setImmediate();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
