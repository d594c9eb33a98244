// English words without their commonest endings.

/** @returns the same for licence and licences, copy and copies, plan and planning */
export function stemOf(word: string): string {
  const bare = word.replaceAll("'", '');
  if (bare.length <= 3) return bare;
  return bare
    .replace(/(ing|ed|es|s|e)$/, '')
    .replace(/([^aeiou])y$/, '$1i')
    .replace(/([bdfglmnprt])\1$/, '$1');
}
