// One spelling for the characters of dates that keyboards write in several widths, offsets unchanged.

/** Every character is replaced by exactly one, so that an offset into the result is one into `text`. */
export function foldWidth(text: string): string {
  if (!/[\u2010\u2011\u2019\u2212\u3000\uFF01-\uFF5E]/.test(text)) return text;
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/[\u2010\u2011\u2212]/g, '-')
    .replace(/\u2019/g, "'");
}
