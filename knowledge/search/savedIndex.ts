// The index of a FAQ file in a file: loading takes a small part of the time that building does.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Deserializer, Serializer } from 'node:v8';
import { loadFaq } from '../faq/loadFaq.js';
import type { Faq } from '../faq/schema.js';
import { codeHash } from './codeHash.js';
import { type Lexicon, lexicon, useLexicon } from './concepts.js';
import { FaqIndex, type FaqIndexData } from './faqIndex.js';

/** In one piece, as the index points to entries and facts of the FAQ. */
interface Saved {
  readonly faq: Faq;
  readonly index: FaqIndexData;
  readonly lexicon: Lexicon;
}

const DIGEST_BYTES = 32;

/** Where the index of the shipped FAQ is saved when the bot is built. */
function shippedIndexPath(): string {
  return fileURLToPath(import.meta.resolve('#saved/index'));
}

/**
 * The index of a FAQ file: loaded where it was saved from the same texts by the same code, and otherwise built.
 * @param saved - the file that it may have been saved to
 * @throws {FaqError} when the FAQ is wrong
 */
export function indexOf(faqPath: string, saved = shippedIndexPath()): FaqIndex {
  return loadIndex(faqPath, saved) ?? new FaqIndex(loadFaq(faqPath));
}

/**
 * Builds the index of a FAQ file and saves it.
 * @throws {FaqError} when the FAQ is wrong
 */
export function saveIndex(faqPath: string, saved = shippedIndexPath()): void {
  const faq = loadFaq(faqPath);
  const index = new FaqIndex(faq).toData();
  const serializer = new Serializer();
  serializer.writeHeader();
  serializer.writeValue({ faq, index, lexicon: lexicon() } satisfies Saved);
  const content = serializer.releaseBuffer();
  mkdirSync(dirname(saved), { recursive: true });
  writeFileSync(saved, Buffer.concat([digestOf(readFileSync(faqPath), content), content]));
}

/**
 * @param saved - the file that `saveIndex` wrote
 * @returns undefined where it is not there, is damaged, or was made from another text or by other code
 */
export function loadIndex(faqPath: string, saved: string): FaqIndex | undefined {
  const [faqFile, file] = [contentOf(faqPath), contentOf(saved)];
  if (!faqFile || !file) return undefined;
  const content = file.subarray(DIGEST_BYTES);
  if (!digestOf(faqFile, content).equals(file.subarray(0, DIGEST_BYTES))) return undefined;
  const deserializer = new Deserializer(content);
  deserializer.readHeader();
  const { faq, index, lexicon } = deserializer.readValue() as Saved;
  useLexicon(lexicon);
  return FaqIndex.fromData(faq, index);
}

/** Changes with all that an index is made from, the rules for letters of this version of Node among it, and with what is saved. */
function digestOf(faqFile: Buffer, content: Buffer): Buffer {
  const lists = ['concepts', 'background'].map((name) =>
    readFileSync(new URL(import.meta.resolve(`#knowledge/search/${name}.yaml`))),
  );
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
