// The Markdown that Teams, Web Chat and the Emulator share.

/** Paragraphs below each other; empty ones don't count. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

export function numbered(lines: readonly string[]): string {
  return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
}

export function bulleted(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** As words alone: for a notification, or a client that can't show the card. */
export function asPlainText(markdown: string): string {
  return markdown.replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1').replaceAll('*', '');
}

/** Words of the user within a sentence: what users type is never rendered as markup. */
export function withoutMarkup(words: string): string {
  return words.replace(/[*_`~[\]()<>#|\\]/g, '');
}

/** Text that is shown letter by letter: a fence that is longer than any in the text. */
export function codeBlock(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
