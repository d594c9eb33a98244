// Text in HTML.

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template whose values are text, never markup; those of `raw` excepted. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Raw)[]): Raw {
  const text = parts.reduce((before, part, index) => {
    const value = values[index - 1]!;
    return before + (value instanceof Raw ? value.markup : escaped(value)) + part;
  });
  return new Raw(text);
}

/** Markup that is to stay as it is. */
export class Raw {
  constructor(readonly markup: string) {}

  static all(parts: readonly Raw[]): Raw {
    return new Raw(parts.map(({ markup }) => markup).join(''));
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}
