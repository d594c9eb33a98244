// Understands the typed reply to "which of these do you mean?".
import { LANGUAGES } from '../knowledge/faq/language.js';
import { normalise } from '../knowledge/search/normalise.js';
import type { Subject } from './reply.js';

const ORDINALS: readonly RegExp[] = [
  /^(?:#?1|one|first|the first(?: one)?|(?:number|no|option) ?1|[1一](?:番|番目|つ目|個目)?|最初|いちばん|上|①)$/u,
  /^(?:#?2|two|second|the second(?: one)?|(?:number|no|option) ?2|[2二](?:番|番目|つ目|個目)?|真ん中|②)$/u,
  /^(?:#?3|three|third|the third(?: one)?|(?:number|no|option) ?3|[3三](?:番|番目|つ目|個目)?|③)$/u,
];
const LAST = /^(?:the )?last(?: one)?$|^(?:最後|下)$/u;
const NONE =
  /^(?:none|neither|none of (?:these|them|those)|neither of (?:these|them)|no|something else|other|others)$|^(?:どれも違う|どれでもない|どちらも違う|どちらでもない|ちがう|違う|いいえ|その他|それ以外|該当なし|ない)$/u;
const ENDINGS =
  /(?:(?:です|だ)?(?:ね|よ|かな)?|のやつ|の方|のほう|を?(?:お願いします|ください)|でお願いします| please)$/u;

/** @returns which one a message names by its number: 0 for the first, -1 for the last */
export function ordinalIn(text: string): number | undefined {
  const said = normalise(text)
    .replace(/[\p{P}\p{S}]+$/u, '')
    .trim();
  const plain = said.replace(ENDINGS, '').trim();
  if (LAST.test(said) || LAST.test(plain)) return -1;
  const number = ORDINALS.findIndex((pattern) => pattern.test(said) || pattern.test(plain));
  return number >= 0 ? number : undefined;
}

/**
 * @param text - what the user wrote
 * @param choices - in the order they were shown
 * @returns the subject that was chosen, 'none' where the user says that none is meant, undefined where the
 *   message is something else
 */
export function chosenSubject(text: string, choices: readonly Subject[]): Subject | 'none' | undefined {
  const said = normalise(text)
    .replace(/[\p{P}\p{S}]+$/u, '')
    .trim();
  const plain = said.replace(ENDINGS, '').trim();
  if (NONE.test(said) || NONE.test(plain)) return 'none';
  const number = ordinalIn(text);
  if (number !== undefined) return choices.at(number);
  return choices.find(({ entry, fact }) =>
    LANGUAGES.some((language) => {
      const { title, question } = fact ?? entry;
      return [title, question].some(
        (name) => normalise(name[language]).replace(/[\p{P}\p{S}]+$/u, '') === said,
      );
    }),
  );
}
