// A text in one spelling for what keyboards and clipboards make of it, with the way back to where each letter stood.

/** @see foldText */
export interface FoldedText {
  readonly text: string;
  /** @returns where the folded characters from `start` to before `end` stand in the original */
  span(start: number, end: number): readonly [start: number, end: number];
}

/** Texts of these alone are in that spelling already. */
const PLAIN = /^[\t\n\r -~、-〃々「-』ぁ-ゖァ-ヺー一-鿿]*$/u;
/** A character with the marks on it; half-width kana have theirs as letters. Bounded: marks may be piled up. */
const CLUSTER = /[^][\p{M}ﾞﾟ]{0,4}/gu;
/** Seen by nobody: soft hyphens, zero-width spaces, marks of direction; but no spaces and line breaks. */
const INVISIBLE = /^(?!\s)[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/u;

/**
 * Full-width letters become half-width, half-width kana full-width, and invisible characters go.
 * @example
 * const folded = foldText('ｐａss\u00ADword');
 * folded.text; // => 'password'
 * folded.span(0, 8); // => [0, 9]
 */
export function foldText(original: string): FoldedText {
  if (PLAIN.test(original)) return { text: original, span: (start, end) => [start, end] };
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    if (INVISIBLE.test(cluster)) continue;
    const folded = cluster.charCodeAt(0) < 128 && cluster.length === 1 ? cluster : cluster.normalize('NFKC');
    parts.push(folded);
    // It may become several letters, as … becomes three full stops.
    while (starts.length < ends.length + folded.length) starts.push(index);
    while (ends.length < starts.length) ends.push(index + cluster.length);
  }
  return { text: parts.join(''), span: (start, end) => [starts[start]!, ends[end - 1]!] };
}
