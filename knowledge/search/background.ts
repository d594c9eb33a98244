// Messages that no FAQ answers: of the world at large (weather, jokes, errands), and what is said to a bot as such.
import { readFileSync } from 'node:fs';
import { load as parseYaml } from 'js-yaml';
import { z } from 'zod';
import { LANGUAGES } from '../faq/language.js';

const texts = z.array(z.string());
const schema = z.strictObject({
  world: z.strictObject({ en: texts, ja: texts }),
  social: z.strictObject({ en: texts, ja: texts }),
});

let loaded: z.infer<typeof schema> | undefined;

function background(): z.infer<typeof schema> {
  if (!loaded) {
    const file = new URL(import.meta.resolve('#knowledge/search/background.yaml'));
    loaded = schema.parse(parseYaml(readFileSync(file, 'utf8')));
  }
  return loaded;
}

/** All of them, in every language; read once. */
export function backgroundMessages(): readonly string[] {
  const { social, world } = background();
  return LANGUAGES.flatMap((language) => [...social[language], ...world[language]]);
}

/** Those about the world: what is said to the bot about the conversation is an act, and not among them. */
export function worldMessages(): readonly string[] {
  return Object.values(background().world).flat();
}
