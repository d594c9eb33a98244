// Which word an answer begins with: yes, no, or that it is so, by what the FAQ says and how the question is put.
import { LANGUAGES } from '../faq/language.js';
import type { Fact } from '../faq/schema.js';
import { withoutEndMarks } from '../text/endMarks.js';
import { normalise } from '../text/normalise.js';
import { WORDS, type Words } from '../text/words/index.js';
import { piecesOf, sentencesOf } from './clauses.js';
import { holdsWord } from './features.js';
import { isQuestion } from './questionForm.js';
import type { Clause } from './reading.js';

/** `right` agrees with a denial: "It can't be used twice, right?" */
export type Lead = 'yes' | 'no' | 'right';

/**
 * How a question is put: "Can I …?", "Is it forbidden to …?", "I can't …, right?"; `hasTag` where it wants to hear that
 * what it says is so.
 */
interface Put {
  readonly as: 'positive' | 'prohibition' | 'denial';
  readonly hasTag: boolean;
  readonly isNoClear: boolean;
}

/** What is asked in a sentence, without the tag at its end. */
interface Asked {
  readonly said: string;
  readonly hasTag: boolean;
}

/** From which confidence on something else, that neither yes nor no answers, may be meant rather. */
const MAY_BE_MEANT = 0.2;
/** No word and its ending are longer; what stands before them is not looked at. */
const MAX_LETTERS_OF_PREDICATE = 30;
/** A word may stand between a negation and what it denies: "not yet possible". */
const MAX_WORDS_TO_NEGATION = 2;
const BETWEEN_WORDS = /[^\p{L}\p{N}'-]+/u;

/** What of a clause tells the word. */
export interface AskedClause extends Pick<Clause, 'text'> {
  /** A date that it names may decide. */
  readonly found?: Clause['found'];
  readonly match?: Clause['match'];
}

/**
 * A missing word is fine and a false one is not: where it is not clear how the question is put, there is none.
 * @param subject - an entry or a fact: its own question, put positively, and whether yes or no answers it
 * @param clause - what was asked
 */
export function leadOf(
  { question, yesNo }: Pick<Fact, 'question' | 'yesNo'>,
  { text, found = [], match }: AskedClause,
): Lead | undefined {
  if (yesNo === undefined || found.length > 0) return undefined;
  // "May we show it on our laptop?" gets no "no" where all that is certain is that it is about customers.
  const rivals = match?.outcome === 'answer' ? (match.answer.rivals ?? []) : [];
  const isDoubtful = rivals.some(
    ({ subject, confidence }) =>
      subject.yesNo !== yesNo && (subject.yesNo !== undefined || confidence >= MAY_BE_MEANT),
  );
  if (isDoubtful) return undefined;
  const leads = new Set(askedIn(text).map((sentence) => leadTo(putOf(sentence, question), yesNo)));
  return leads.size === 1 ? [...leads][0] : undefined;
}

function leadTo(put: Put | undefined, yesNo: 'yes' | 'no'): Lead | undefined {
  if (put === undefined) return undefined;
  const opposite = yesNo === 'yes' ? 'no' : 'yes';
  switch (put.as) {
    case 'positive':
      return yesNo;
    case 'prohibition':
      return put.hasTag && opposite === 'yes' ? 'right' : opposite;
    case 'denial':
      if (yesNo === 'no') return 'right';
      return put.isNoClear ? 'no' : undefined;
  }
}

/** The questions of a text. "Correct?" alone belongs to the sentence before it. */
function askedIn(text: string): string[] {
  const sentences: string[] = [];
  for (const sentence of sentencesOf(text)) {
    const said = withoutEndMarks(normalise(sentence));
    const isTag = LANGUAGES.some((language) => WORDS[language].polarity.agreesTag.includes(said));
    const before = isTag ? sentences.pop() : undefined;
    sentences.push(before === undefined ? sentence : `${withoutEndMarks(before)}, ${sentence}`);
  }
  return sentences.filter(isQuestion);
}

function putOf(sentence: string, question: Fact['question']): Put | undefined {
  const language =
    LANGUAGES.find((each) => WORDS[each].ownLetter?.test(sentence)) ??
    LANGUAGES.find((each) => !WORDS[each].ownLetter) ??
    LANGUAGES[0];
  const { polarity } = WORDS[language];
  const own = normalise(question[language]);
  const said = withoutEndMarks(normalise(sentence));
  if (said === withoutEndMarks(own)) return { as: 'positive', hasTag: false, isNoClear: true };
  if (polarity.alternatives.some((word) => holdsWord(said, word))) return undefined;
  if (polarity.narrows.some((word) => holdsWord(said, word) && !holdsWord(own, word))) return undefined;
  if (asksOpposite(said, own, polarity.opposites)) return undefined;
  const asked = withoutTag(said, polarity);
  const as = polarity.endings ? putAtEnd(asked, polarity, own) : putInOrder(asked, WORDS[language], own);
  return as && { as, hasTag: asked.hasTag, isNoClear: polarity.noDeniesDenials };
}

/** "Can I renew it after …" is not answered by what is said about renewing before. */
function asksOpposite(said: string, own: string, opposites: Words['polarity']['opposites']): boolean {
  return opposites.some((sides) => {
    const [ofOwn, ofSaid] = [own, said].map((text) =>
      sides.map((words) => words.some((word) => holdsWord(text, word))),
    ) as [boolean[], boolean[]];
    return sides.some((_, side) => ofOwn[side] && !ofOwn[1 - side] && !ofSaid[side] && ofSaid[1 - side]);
  });
}

function withoutTag(said: string, { agreesTag, agreesStart, connectives }: Words['polarity']): Asked {
  const longestFirst = (tags: readonly string[]) => [...tags].sort((one, other) => other.length - one.length);
  const tag = longestFirst(agreesTag).find(
    (each) => said.endsWith(each) && holdsWord(said.slice(-each.length - 1), each),
  );
  if (tag !== undefined && tag.length < said.length)
    return { said: withoutEndMarks(said.slice(0, -tag.length)), hasTag: true };
  const begun = withoutFirst(said, connectives);
  const start = longestFirst(agreesStart).find((each) => begun.startsWith(`${each} `));
  return start === undefined
    ? { said, hasTag: false }
    : { said: begun.slice(start.length).trim(), hasTag: true };
}

/** Where the predicate stands last: a word, and nothing behind it but endings, as in 「使え・ない・ん・です・か」. */
function putAtEnd({ said, hasTag }: Asked, words: Words['polarity'], own: string): Put['as'] | undefined {
  if (words.openAnywhere.some((word) => said.replaceAll('どうしても', '').includes(word))) return undefined;
  const end = said.slice(-MAX_LETTERS_OF_PREDICATE);
  const found = (['permits', 'forbids', 'asksElse'] as const)
    .flatMap((kind) => words[kind].map((word) => ({ kind, word, at: end.lastIndexOf(word) })))
    .filter(({ at }) => at >= 0)
    .map((each) => ({ ...each, endings: endingsOf(end.slice(each.at + each.word.length), words) }))
    .filter(({ endings }) => endings !== undefined)
    // 「問題ない」 rather than the 「いい」 or 「可」 that may stand in a longer word.
    .sort((one, other) => one.at - other.at || other.word.length - one.word.length)[0];
  if (!found) return undefined;
  const { kind, word, endings = [] } = found;
  const denial = endings.findIndex((ending) => words.denies.includes(ending));
  if (kind === 'asksElse') return denial < 0 && own.includes(word) ? 'positive' : undefined;
  if (kind === 'forbids') return denial < 0 ? 'prohibition' : undefined;
  if (denial < 0) return 'positive';
  if (hasTag || words.explains?.includes(endings[denial + 1] ?? '')) return 'denial';
  // 「使えませんか」 asks politely; 「使えないですか」 may be either.
  return words.invites.includes(endings[denial]!) ? 'positive' : undefined;
}

/** The endings that a text is made of, if it is made of nothing else. */
function endingsOf(text: string, words: Words['polarity']): string[] | undefined {
  if (text === '') return [];
  for (const ending of [...words.denies, ...(words.endings ?? [])]) {
    const rest = text.startsWith(ending) ? endingsOf(text.slice(ending.length), words) : undefined;
    if (rest) return [ending, ...rest];
  }
  return undefined;
}

/** Where the order of words tells a question: "can I …" asks, "I can …, right?" says. */
function putInOrder({ said, hasTag }: Asked, words: Words, own: string): Put['as'] | undefined {
  const { polarity, fillers, questionStarts, requests, negation } = words;
  const indirect = polarity.indirect.find((each) => holdsWord(said, each));
  // "Could you tell me …" without "whether" wants to be told more than yes or no.
  if (indirect === undefined && requests.some((request) => holdsWord(said, request))) return undefined;
  const before = [...fillers, ...polarity.connectives];
  const question =
    indirect === undefined ? said : said.slice(said.lastIndexOf(indirect) + indirect.length).trim();
  const pieces = piecesOf(question);
  const asks = hasTag
    ? -1
    : pieces.findLastIndex((piece) => questionStarts.includes(firstOf(withoutFirst(piece, before))));
  const asked = withoutFirst(asks > 0 ? pieces.slice(asks).join(' ') : question, before);
  const main = wordsOf(asked);
  const cut = main.findIndex((word, index) => index > 0 && polarity.subordinates.includes(word));
  const tokens = cut < 0 ? main : main.slice(0, cut);
  const [first = ''] = tokens;
  if (polarity.open.includes(first) || tokens.some((word) => polarity.openAnywhere.includes(word)))
    return undefined;

  const isInvitation = !hasTag && polarity.invites.includes(first);
  const kinds = new Set<'permits' | 'forbids' | 'denies' | 'denied'>();
  if (isInvitation && polarity.denies.includes(first)) kinds.add('permits');
  for (let at = isInvitation ? 1 : 0; at < tokens.length; at += 1) {
    const found = longestAt(tokens, at, polarity);
    if (!found) continue;
    const isDenied = tokens
      .slice(Math.max(isInvitation ? 1 : 0, at - MAX_WORDS_TO_NEGATION), at)
      .some((word) => negation.before.includes(word));
    if (isDenied && found.kind !== 'permits') return undefined;
    kinds.add(isDenied ? 'denied' : found.kind);
    at += found.length - 1;
  }
  const rest = tokens.join(' ');
  const others = polarity.asksElse.filter((word) => holdsWord(rest, word));
  if (others.some((word) => !holdsWord(own, word))) return undefined;
  const isOrdered = !hasTag && indirect === undefined && questionStarts.includes(first);
  if (kinds.size === 0) return others.length > 0 && isOrdered && !isInvitation ? 'positive' : undefined;
  if (kinds.size > 1) return undefined;
  if (kinds.has('permits')) return 'positive';
  if (kinds.has('forbids')) return 'prohibition';
  if (!isOrdered) return 'denial';
  return kinds.has('denied') ? 'prohibition' : undefined;
}

/** The longest word or phrase that begins at a place. */
function longestAt(
  tokens: readonly string[],
  at: number,
  polarity: Words['polarity'],
): { readonly kind: 'permits' | 'forbids' | 'denies'; readonly length: number } | undefined {
  return (['permits', 'forbids', 'denies'] as const)
    .flatMap((kind) => polarity[kind].map((phrase) => ({ kind, parts: phrase.split(' ') })))
    .filter(({ parts }) => parts.every((part, index) => tokens[at + index] === part))
    .map(({ kind, parts }) => ({ kind, length: parts.length }))
    .sort((one, other) => other.length - one.length)[0];
}

function wordsOf(text: string): string[] {
  return text.split(BETWEEN_WORDS).filter((word) => word !== '');
}

function firstOf(text: string): string {
  return wordsOf(text)[0] ?? '';
}

/** Without the words of a list at its beginning. */
function withoutFirst(text: string, words: readonly string[]): string {
  let said = text.trim();
  for (let first = firstOf(said); words.includes(first); first = firstOf(said))
    said = said.slice(said.indexOf(first) + first.length).replace(/^[\s,.!]+/u, '');
  return said;
}
