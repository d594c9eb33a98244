// Japanese is composed before it is in the text; until then every key belongs to the input method.

/** Whether a key is one of a composition, such as an arrow that chooses among its candidates. */
export function isComposing({ isComposing: isOpen, keyCode }: KeyNow): boolean {
  // Safari ends the composition before it tells of the key that did so; the number alone shows it.
  return isOpen || keyCode === OF_INPUT_METHOD;
}

const OF_INPUT_METHOD = 229;

/** `keyCode` is deprecated, but nothing else tells what it does. */
interface KeyNow {
  readonly isComposing: boolean;
  readonly keyCode: number;
}
