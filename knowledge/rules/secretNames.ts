// Where names of secrets stand, and the patterns of the words between them and their values: made of the word lists.
import { LANGUAGES } from '../faq/language.js';
import { SECRET_WORDS, type SecretKind } from './secretWords.js';

export interface SecretName {
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
}

/** How a word stands to the name: right after its colon, as what it "is" or alone behind it, or farther away. */
export type Nearness = 'told' | 'near' | 'far';

const lists = Object.values(SECRET_WORDS);
const wordsOf = (list: (words: (typeof lists)[number]) => readonly string[]) =>
  lists
    .flatMap(list)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('/', String.raw`\/`));
/** English words end where no letter follows; Japanese ones anywhere. */
const whole = (word: string) => (/[a-z]$/.test(word) ? `${word}(?![A-Za-z])` : word);
const anyOf = (words: readonly string[]) => `(?:${words.map(whole).join('|')})`;
/** Short names are no endings of longer words, as in "spin"; others are, as in DB_PASSWORD and AccountKey. */
const named = (word: string) => {
  const spaced = word.replaceAll(' ', String.raw`[\s・_-]{0,3}`);
  const plural = /[a-z]$/.test(word) && !word.endsWith('s') ? 's?' : '';
  const isShort = /^[a-z]{1,7}$/.test(word) && !word.startsWith('passw');
  return `${isShort ? '(?<![A-Za-z])' : ''}${spaced}${plural}${/[a-z]$/.test(word) ? '(?![A-Za-z])' : ''}`;
};

const TELLING = ':=|→>';
const OTHER_MARKS = String.raw`\s"'\x60*<({\[（「『“‘,、)}\]`;
const MARKS = `[${TELLING}${OTHER_MARKS}]`;
const SIGN = `(?:[${TELLING}]|->|=>)`;
/** What stands between words and is none: signs, quotes, brackets. */
export const MARK = new RegExp(`(?:${MARKS}|${SIGN})+`, 'uy');
export const MARK_OF_ID = new RegExp(`(?:${MARKS}|${SIGN}|#)+`, 'uy');

const KINDS = Object.keys(SECRET_WORDS.en.names) as SecretKind[];
/** The longest names first, so that "アクセスキー" is not taken for "アクセス". */
const allNames = KINDS.flatMap((kind) =>
  LANGUAGES.flatMap((language) => SECRET_WORDS[language].names[kind].map((word) => ({ kind, word }))),
).sort((a, b) => b.word.length - a.word.length);
const kindOf = new Map(allNames.map(({ kind, word }) => [squeezed(word), kind]));
const onlyBeforeSign = wordsOf((words) => words.onlyBeforeSign).map(
  (word) => String.raw`(?<![A-Za-zァ-ヺー一-鿿]|azure\s)${word}(?=\s{0,3}["']?\s{0,3}[:=](?!\/\/))`,
);
const NAMES = new RegExp(
  `(?:${[...allNames.map(({ word }) => named(word)), ...onlyBeforeSign].join('|')})`,
  'giu',
);
export const OTHER_THING = new RegExp(
  String.raw`[\s_-]{1,2}(?:${wordsOf((words) => words.notAfterName).join('|')})s?(?![A-Za-z])`,
  'iuy',
);

const SAYS = anyOf(wordsOf((words) => words.says));
const TOLD = new RegExp(String.raw`^[\s"'\x60*)\]}_]*(?:${SAYS}\s*)*${SIGN}(?:${MARKS}|${SIGN})*$`, 'iu');
const NEAR = new RegExp(String.raw`^(?:${MARKS}|#|${SAYS})*$`, 'iu');
/** "… is ", "… -> ": the marks at the end are looked at from their first only. */
export const SAID_LATER = new RegExp(
  String.raw`(?:(?<!${MARKS})[${OTHER_MARKS}]*[${TELLING}]|(?<![a-z])(?:is|was|are|were|be))${MARKS}*$`,
  'iu',
);
/** 「パスワードは、前任者から聞いた … です」: the value is what the sentence says of its topic. */
export const TOPIC = /^[\s"'」]*(?:は|って|というのは|ですが|なんですが)[^は]*$/u;
export const PREDICATE = /["'」』)]?\s{0,2}(?:です|でした|だ|になり|である|という|$|[。\n])/uy;
export const BREAK = new RegExp(String.raw`(?<![A-Za-z])${anyOf(wordsOf((words) => words.breaks))}`, 'iu');
/**
 * Behind the end of a sentence only the next words may lead to the value: "our Access ID? It's …". An empty line ends
 * one, too; it is looked for from the first of the spaces only.
 */
export const IS_OVER =
  /(?:[.!?]\s|[。！？]|(?<!\s)[^\S\n]*\n[^\S\n]*\n)\s*(?!(?:it[’']?s|that[’']?s|(?:it|this|that)(?: is)?)\s*$)\S/iu;
export const JOIN = new RegExp(
  String.raw`\s{0,3}(?:[,、/&]|${anyOf(wordsOf((words) => words.joins))})+\s{0,3}["'「『“]?`,
  'iuy',
);
const LINK = String.raw`(?:\s{1,3}(?:${wordsOf((words) => words.saysBefore).join('|')})(?![A-Za-z])|\s{0,3}(?:${SECRET_WORDS.ja.saysBefore.join('|')}))`;
export const BEFORE = new RegExp(
  String.raw`(?<value>[!-~]{3,40})["'」』”)]{0,2}(?<link>${LINK})?\s{0,3}(?:${anyOf(wordsOf((words) => words.whose))}\s{0,3}){0,4}$`,
  'iu',
);
/** 「…をパスワードに設定」 tells one, 「…がパスワードを忘れた」 does not. */
export const AFTER_BEFORE =
  /\s{0,2}(?:です|でした|だ|に|と|で|なん|なの|になり|[。、,.!?)」]|$|\n|(?=[A-Za-z ]))/uy;

/** The names in the text, in order. */
export function* secretNames(text: string): Generator<SecretName> {
  for (const { 0: name, index } of text.matchAll(NAMES)) {
    const plain = squeezed(name);
    const kind = kindOf.get(plain) ?? kindOf.get(plain.replace(/s$/, '')) ?? 'password';
    yield { kind, start: index, end: index + name.length };
  }
}

export function nearnessIn(between: string): Nearness {
  if (TOLD.test(between)) return 'told';
  if (NEAR.test(between)) return 'near';
  return 'far';
}

function squeezed(name: string): string {
  return name.toLowerCase().replace(/[\s・_-]/gu, '');
}
