// English words without their commonest endings.

/** @returns the same for licence and licences, assign, assigned and assigning */
export function stemOf(word: string): string {
  const bare = word.replaceAll("'", '');
  return bare.length > 3 ? bare.replace(/(ing|ed|es|s|e)$/, '') : bare;
}
