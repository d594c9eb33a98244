// Text in columns on a terminal, where a Japanese character takes two places.
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/**
 * @param left - how many columns stand at the left, as words do; the others, figures, stand at the right
 * @returns the rows as lines
 */
export function aligned(table: readonly (readonly string[])[], { left = 0 } = {}): string[] {
  const widths = table[0]!.map((_, column) => Math.max(...table.map((cells) => stringWidth(cells[column]!))));
  return table.map((cells) =>
    cells
      .map((cell, column) => padded(cell, widths[column]!, column < left ? 'left' : 'right'))
      .join('  ')
      .trimEnd(),
  );
}

/** Fills a text up to a width. */
export function padded(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return side === 'left' ? text + space : space + text;
}

const GAP = ' │ ';
/** Of the width, for the left side. */
const LEFT_SHARE = 0.35;

/** Two texts beside each other, wrapped into a width. */
export function sideBySide(left: string, right: string, width: number): string[] {
  const leftWidth = Math.max(10, Math.floor(width * LEFT_SHARE));
  const rightWidth = Math.max(20, width - leftWidth - GAP.length);
  const [leftLines, rightLines] = [wrapped(left, leftWidth), wrapped(right, rightWidth)];
  return Array.from({ length: Math.max(leftLines.length, rightLines.length) }, (_, line) =>
    `${padded(leftLines[line] ?? '', leftWidth)}${GAP}${rightLines[line] ?? ''}`.trimEnd(),
  );
}

function wrapped(text: string, width: number): string[] {
  // What users write must not move the terminal's cursor.
  const shown = text.replace(/[^\P{Cc}\n]/gu, ' ');
  return wrapAnsi(shown, width, { hard: true, trim: false }).split('\n');
}
