// The Markdown that Teams, Web Chat and the Emulator share.
/** Paragraphs below each other; empty ones don't count. */
export function paragraphs(...parts) {
    return parts.filter((part) => part !== '').join('\n\n');
}
export function numbered(lines) {
    return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
}
export function bulleted(lines) {
    return lines.map((line) => `- ${line}`).join('\n');
}
/** Words of the user within a sentence: what users type is never rendered as markup. */
export function withoutMarkup(words) {
    return words.replace(/[*_`~[\]()<>#|\\]/g, '');
}
/** Text that is shown letter by letter: a fence that is longer than any in the text. */
export function codeBlock(text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}\n${text}\n${fence}`;
}
//# sourceMappingURL=markdown.js.map