// Understands the typed reply to "which of these do you mean?".
import { LANGUAGES } from '../knowledge/faq/language.js';
import { normalise } from '../knowledge/search/normalise.js';
import { withoutEndMarks } from '../knowledge/text/endMarks.js';
import type { Subject } from './reply.js';

/** Beyond nine nobody counts. */
const NUMBER =
  /^(?:(?:the )?(?:#|number |no\.? ?|option )?([1-9]|one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?: one)?|([1-9一二三四五六七八九])(?:番|番目|つ目|個目)?)$/u;
const ENGLISH_NUMBERS = [
  /one|first/,
  /two|second/,
  /three|third/,
  /four/,
  /five|fifth/,
  /six/,
  /seven/,
  /eight/,
  /nine|ninth/,
];
const FIRST = /^(?:最初|いちばん|上)$/u;
const SECOND = /^真ん中$/u;
const LAST = /^(?:the )?last(?: one)?$|^(?:最後|下)$/u;
const NONE =
  /^(?:none|neither|none of (?:these|them|those)|neither of (?:these|them)|no|something else|other|others)$|^(?:どれも違う|どれでもない|どちらも違う|どちらでもない|ちがう|違う|いいえ|その他|それ以外|該当なし|ない)$/u;
const ENDINGS =
  /(?:(?:です|だ)?(?:ね|よ|かな)?|のやつ|の方|のほう|を?(?:お願いします|ください)|でお願いします| please)$/u;

/** @returns which one a message names by its number: 0 for the first, -1 for the last */
export function ordinalIn(text: string): number | undefined {
  const said = withoutEndMarks(normalise(text));
  for (const name of [said, said.replace(ENDINGS, '').trim()]) {
    if (LAST.test(name)) return -1;
    if (FIRST.test(name)) return 0;
    if (SECOND.test(name)) return 1;
    const [, english, japanese] = NUMBER.exec(name) ?? [];
    if (english !== undefined)
      return /\d/.test(english)
        ? Number(english) - 1
        : ENGLISH_NUMBERS.findIndex((pattern) => pattern.test(english));
    if (japanese !== undefined)
      return /\d/.test(japanese) ? Number(japanese) - 1 : '一二三四五六七八九'.indexOf(japanese);
  }
  return undefined;
}

/**
 * @param text - what the user wrote
 * @param choices - in the order they were shown
 * @returns the subject that was chosen, 'none' where the user says that none is meant, undefined where the
 *   message is something else
 */
export function chosenSubject(text: string, choices: readonly Subject[]): Subject | 'none' | undefined {
  const said = withoutEndMarks(normalise(text));
  const plain = said.replace(ENDINGS, '').trim();
  if (NONE.test(said) || NONE.test(plain)) return 'none';
  const number = ordinalIn(text);
  if (number !== undefined) return choices.at(number);
  return choices.find(({ entry, fact }) =>
    LANGUAGES.some((language) => {
      const { title, question } = fact ?? entry;
      return [title, question].some((name) => withoutEndMarks(normalise(name[language])) === said);
    }),
  );
}
