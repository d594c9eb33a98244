// What no activity may hold, however it is read later: nesting that would overflow the stack of those who read it.

/** Activities of channels nest about a dozen deep, cards included. */
const MAX_DEPTH = 100;

/**
 * @param json - what was parsed of a request's body
 * @param isKept - its strings go into the database, where PostgreSQL takes no U+0000
 * @returns a sentence; undefined where all is well
 */
export function jsonProblem(json: unknown, { isKept }: { readonly isKept: boolean }): string | undefined {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return `the activity is nested more than ${MAX_DEPTH} levels deep`;
    if (isKept && level.some((value) => typeof value === 'string' && value.includes('\u0000')))
      return 'the activity holds the character U+0000, which can’t be kept';
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? partsOf(value) : []));
  }
  return undefined;
}

/** Names of properties are strings, too. */
function partsOf(value: object): unknown[] {
  return Array.isArray(value) ? value : Object.entries(value).flat();
}
