// Japanese is composed before it is in the text; until then every key belongs to the input method.

/** Whether a key is one of a composition, such as an arrow that chooses among its candidates. */
export function isComposing({ isComposing: isOpen, keyCode }: KeyboardEvent): boolean {
  // 229: Safari ends the composition before it tells of the key that did so.
  return isOpen || keyCode === 229;
}
