// The matches of a pattern in a text.

/**
 * What `matchAll` gives, which takes longer to copy the pattern than to search a message.
 * @param pattern - global, and never matching nothing
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) matches.push(match);
  return matches;
}
