// What is asked about a subject: where, until when, what if not. Learnt from the utterances of aspects/<language>.yaml,
// which name no subject: they are how people go on after an answer.
import { readFileSync } from 'node:fs';
import { load as parseYaml } from 'js-yaml';
import { z } from 'zod';
import { ASPECTS, type Aspect } from '../faq/aspect.js';
import { LANGUAGES, type Language } from '../faq/language.js';
import { worldMessages } from '../search/background.js';
import { PhraseIndex } from './phraseIndex.js';

const schema = z.strictObject({
  aspects: z.strictObject(Object.fromEntries(ASPECTS.map((aspect) => [aspect, z.array(z.string()).min(10)]))),
});

/** The file of a language. */
export function aspectsFile(language: Language): URL {
  return new URL(import.meta.resolve(`#knowledge/understanding/aspects/${language}.yaml`));
}

/** @throws {Error} where a file lacks an aspect or has one too many */
export function learnAspects(): PhraseIndex<Aspect> {
  const files = LANGUAGES.map(
    (language) => schema.parse(parseYaml(readFileSync(aspectsFile(language), 'utf8'))).aspects,
  );
  return PhraseIndex.learn(
    ASPECTS.map((aspect) => [aspect, { says: files.flatMap((each) => each[aspect] ?? []), looksLike: [] }]),
    worldMessages(),
  );
}
