// What was learnt from a FAQ file, in a file: loading takes a small part of the time that learning does.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Deserializer, Serializer } from 'node:v8';
import { loadFaq } from '../faq/loadFaq.js';
import { LANGUAGES } from '../faq/language.js';
import type { Faq } from '../faq/schema.js';
import { codeHash } from '../search/codeHash.js';
import { type Lexicon, lexicon, useLexicon } from '../search/concepts.js';
import { FaqIndex, type FaqIndexData } from '../search/faqIndex.js';
import { ActIndex } from './actIndex.js';
import { type Act, actsFile } from './acts.js';
import { aspectsFile, learnAspects } from './aspects.js';
import type { Aspect } from '../faq/aspect.js';
import { PhraseIndex, type PhraseIndexData } from './phraseIndex.js';

/** In one piece, as the index points to entries and facts of the FAQ. */
interface Saved {
  readonly faq: Faq;
  readonly index: FaqIndexData;
  readonly acts: PhraseIndexData<Act>;
  readonly aspects: PhraseIndexData<Aspect>;
  readonly lexicon: Lexicon;
}

/** What finds the answer to a message, and what tells which act it is. */
export interface Learnt {
  readonly index: FaqIndex;
  readonly acts: ActIndex;
  readonly aspects: PhraseIndex<Aspect>;
}

/** Learns from a FAQ and from the utterances of the acts; the same FAQ gives the same. */
export function learn(faq: Faq): Learnt {
  return { index: new FaqIndex(faq), acts: ActIndex.learn(faq), aspects: learnAspects() };
}

const DIGEST_BYTES = 32;

/** Where the index of the shipped FAQ is saved when the bot is built. */
function shippedIndexPath(): string {
  return fileURLToPath(import.meta.resolve('#saved/index'));
}

/**
 * What was learnt from a FAQ file: loaded where it was saved from the same texts by the same code, and otherwise learnt.
 * @param saved - the file that it may have been saved to
 * @throws {FaqError} when the FAQ is wrong
 */
export function learntFrom(faqPath: string, saved = shippedIndexPath()): Learnt {
  return loadLearnt(faqPath, saved) ?? learn(loadFaq(faqPath));
}

/**
 * Learns from a FAQ file and saves it.
 * @throws {FaqError} when the FAQ is wrong
 */
export function saveLearnt(faqPath: string, saved = shippedIndexPath()): void {
  const faq = loadFaq(faqPath);
  const { index, acts, aspects } = learn(faq);
  const serializer = new Serializer();
  serializer.writeHeader();
  serializer.writeValue({
    faq,
    index: index.toData(),
    acts: acts.toData(),
    aspects: aspects.data,
    lexicon: lexicon(),
  } satisfies Saved);
  const content = serializer.releaseBuffer();
  mkdirSync(dirname(saved), { recursive: true });
  writeFileSync(saved, Buffer.concat([digestOf(readFileSync(faqPath), content), content]));
}

/**
 * @param saved - the file that `saveLearnt` wrote
 * @returns undefined where it is not there, is damaged, or was made from another text or by other code
 */
export function loadLearnt(faqPath: string, saved: string): Learnt | undefined {
  const [faqFile, file] = [contentOf(faqPath), contentOf(saved)];
  if (!faqFile || !file) return undefined;
  const content = file.subarray(DIGEST_BYTES);
  if (!digestOf(faqFile, content).equals(file.subarray(0, DIGEST_BYTES))) return undefined;
  const deserializer = new Deserializer(content);
  deserializer.readHeader();
  const { faq, index, acts, aspects, lexicon } = deserializer.readValue() as Saved;
  useLexicon(lexicon);
  return {
    index: FaqIndex.fromData(faq, index),
    acts: ActIndex.fromData(acts),
    aspects: new PhraseIndex(aspects),
  };
}

/** Changes with all that an index is made from, the rules for letters of this version of Node among it, and with what is saved. */
function digestOf(faqFile: Buffer, content: Buffer): Buffer {
  const lists = [
    ...['concepts', 'background'].map(
      (name) => new URL(import.meta.resolve(`#knowledge/search/${name}.yaml`)),
    ),
    ...LANGUAGES.map(actsFile),
    ...LANGUAGES.map(aspectsFile),
  ].map((file) => readFileSync(file));
  const hash = createHash('sha256');
  for (const part of [process.version, codeHash(), faqFile, ...lists, content])
    hash.update(`${part.length} `).update(part);
  return hash.digest();
}

function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    // Whether a FAQ has to be there says the one who loads it.
    return undefined;
  }
}
