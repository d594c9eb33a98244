// Messages that no FAQ answers: greetings to the world at large, weather, jokes, errands.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
const schema = z.strictObject({ en: z.array(z.string()), ja: z.array(z.string()) });
let loaded;
/** The background messages of both languages; read once. */
export function backgroundMessages() {
    if (!loaded) {
        const file = new URL(import.meta.resolve('#knowledge/search/background.yaml'));
        const { en, ja } = schema.parse(parse(readFileSync(file, 'utf8')));
        loaded = [...en, ...ja];
    }
    return loaded;
}
//# sourceMappingURL=background.js.map