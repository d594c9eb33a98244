// Whether a text is put as a question or asks for information, by the words of each language.
import { LANGUAGES } from '../faq/language.js';
import { normalise } from '../text/normalise.js';
import { withoutEndMarks } from '../text/endMarks.js';
import { WORDS } from '../text/words/index.js';

const MARK = /[?？]/u;

/** "How do I …", 「…ですか」, "tell me …", 「…を教えてください」, and whatever has a question mark. */
export function isQuestion(text: string): boolean {
  if (MARK.test(text)) return true;
  const said = withoutEndMarks(normalise(text));
  return LANGUAGES.some((language) => {
    const {
      questionStarts,
      questionEnds,
      requests,
      ownLetter,
      fillers,
      noQuestionAfter = [],
    } = WORDS[language];
    if (ownLetter)
      return (
        ownLetter.test(said) &&
        (questionEnds.some((end) => said.endsWith(end) && said.length > end.length) ||
          requests.some((request) => said.includes(request)) ||
          questionStarts.some(
            (start) =>
              said.startsWith(start) && !noQuestionAfter.some((next) => said.startsWith(start + next)),
          ))
      );
    const words = said.split(/[\s,.!]+/u);
    const first = words.find((word) => !fillers.includes(word)) ?? '';
    return (
      questionStarts.includes(first) ||
      requests.some((request) => hasWords(said, request)) ||
      questionEnds.some((end) => said.endsWith(` ${end}`) || said.endsWith(`,${end}`))
    );
  });
}

function hasWords(said: string, phrase: string): boolean {
  const at = said.indexOf(phrase);
  return (
    at >= 0 && !/[a-z0-9]/u.test(said[at - 1] ?? ' ') && !/[a-z0-9]/u.test(said[at + phrase.length] ?? ' ')
  );
}
