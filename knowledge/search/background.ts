// Messages that no FAQ answers: greetings to the world at large, weather, jokes, errands.
import { readFileSync } from 'node:fs';
import { load as parseYaml } from 'js-yaml';
import { z } from 'zod';

const schema = z.strictObject({ en: z.array(z.string()), ja: z.array(z.string()) });

let loaded: readonly string[] | undefined;

/** The background messages of both languages; read once. */
export function backgroundMessages(): readonly string[] {
  if (!loaded) {
    const file = new URL(import.meta.resolve('#knowledge/search/background.yaml'));
    const { en, ja } = schema.parse(parseYaml(readFileSync(file, 'utf8')));
    loaded = [...en, ...ja];
  }
  return loaded;
}
