// Takes a message apart into what may be clauses: sentences, lines, and what stands between commas or joins one question
// to another. Whether a piece is a clause of its own is decided by what it means (understand.ts).
import { LANGUAGES } from '../faq/language.js';
import { WORDS } from '../text/words/index.js';

/** More pieces are a story or a log: what is beyond stays with the last one. */
const MAX_PIECES = 12;

/** An end of a sentence: a full stop within a number or a name is none. */
const SENTENCE_END = /(?<=[。！？!?…])(?![。！？!?…」』)）])|(?<=[.])(?=\s)|\n+/u;
/** The numbers of a list that stands in one line: "1) … 2) …". */
const LIST_ITEM = /(?<=^|[\s、。:：])(?=(?:[1-9][).）]|[(（][1-9][)）]|[①-⑨])\s*\D)/u;
const HAS_NUMBER = /^(?:[1-9][).）]|[(（][1-9][)）]|[①-⑨])\s*/u;

/** @returns the items of a numbered list that stands in a message, without their numbers; none where there is no list */
export function itemsOf(text: string): string[] {
  const [, ...items] = text.split(LIST_ITEM).length > 1 ? ['', ...text.split(LIST_ITEM)] : [''];
  return limited(items.filter((item) => HAS_NUMBER.test(item)).map((item) => item.replace(HAS_NUMBER, '')));
}

/** @returns the sentences and lines of a message, trimmed, none of them empty */
export function sentencesOf(text: string): string[] {
  return limited(text.split(SENTENCE_END).flatMap((each) => each.split(LIST_ITEM)));
}

/** @returns the pieces of a sentence between commas, each with the sign after it */
export function piecesOf(sentence: string): string[] {
  return limited(
    sentence.split(/(?<=[、，;；])|(?<=[,])(?=\s)|(?<=[~～♪])(?=\S)|\s[–—-]\s|(?<=[—–])|(?<=[:：])(?=\s)/u),
  );
}

const joiners = new RegExp(
  LANGUAGES.map((language) => {
    const { joiners: own, ownLetter } = WORDS[language];
    const alternatives = [...own].sort((a, b) => b.length - a.length).join('|');
    // Between words where a language has spaces, and after a break where it has none.
    return ownLetter ? `(?<=[、。か])(?:${alternatives})[、,]?` : `(?:,\\s+|\\s+)(?:${alternatives})\\s+`;
  }).join('|'),
  'iu',
);

/** @returns what a sentence joins by "and also", 「あと」 and the like; the joining words are left out */
export function joinedIn(sentence: string): string[] {
  return limited(sentence.split(joiners));
}

function limited(pieces: readonly string[]): string[] {
  const trimmed = pieces
    .map((each) => each.trim())
    .filter((each) => /[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(each));
  if (trimmed.length <= MAX_PIECES) return trimmed;
  return [...trimmed.slice(0, MAX_PIECES / 2), ...trimmed.slice(-MAX_PIECES / 2)];
}
