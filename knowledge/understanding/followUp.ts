// What a message asks that says less than a question: "where?", "and for Visual Studio?", 「出てこなかったら？」. It is about
// what was talked of last, unless it names something else; then the same is asked of that.
import type { Aspect } from '../faq/aspect.js';
import type { QuestionIndex } from '../search/faqIndex.js';
import type { Match } from '../search/match.js';
import { detectLanguage } from '../text/detectLanguage.js';
import { LANGUAGES } from '../faq/language.js';
import { WORDS } from '../text/words/index.js';
import { isQuestion } from './questionForm.js';
import type { PhraseIndex } from './phraseIndex.js';
import type { FollowUp, Topic } from './reading.js';
import type { Subjects } from './subjects.js';

/** "When?" asks for a first day, and where there is none for the last. */
const NEXT_TO: Partial<Record<Aspect, readonly Aspect[]>> = {
  from: ['until', 'howLong'],
  until: ['howLong'],
  howLong: ['until'],
  degree: ['howLong', 'howMany'],
};

/** From which probability on an aspect is taken for what is asked. */
const ASPECT_IS_MEANT = 0.4;
/** So sure the FAQ is what a message asks by itself. */
const SURELY_ASKED = 0.9;
/** Longer messages say what they are about, in letters; one of Japanese counts twice. */
const MAX_WEIGHT = 90;
/** What is left of "and for Azure?" without its subject and the small words; a letter of Japanese counts twice. */
const MAX_REST_WEIGHT = 3;
const MAX_BARE_WEIGHT = 45;
/** A text that has nothing to do with what was talked of has less of it by itself. */
const RELATED = 0.04;
/** So sure a text together with the title of what was talked of is a question about it. */
const IN_CONTEXT = 0.9;

interface Context {
  readonly subjects: Subjects;
  readonly aspects: PhraseIndex<Aspect>;
  readonly index: QuestionIndex;
}

/**
 * @param text - something that asks
 * @param own - what it asks for by itself
 * @param focus - what was answered last
 * @returns undefined where it stands on its own
 */
export function followUpIn(
  text: string,
  own: Match,
  focus: Topic,
  { subjects, aspects, index }: Context,
): FollowUp | undefined {
  if (own.outcome === 'answer' && own.answer.confidence === 1) return undefined;
  if (weightOf(text) > MAX_WEIGHT) return undefined;
  const { subjects: named, rest } = subjects.namedIn(text);
  // What the FAQ is known not to cover of a subject is asked of it all the same.
  const isNotCovered = own.outcome === 'none' && own.topic !== undefined;
  if (isNotCovered && (named.length > 0 || !isRelated(own, focus, index))) return undefined;
  const aspect = aspectOf(rest === '' ? text : rest, aspects);
  const isSure = own.outcome === 'answer' && own.answer.confidence >= SURELY_ASKED;
  if (named.length === 0) {
    // Words that no follow-up has, and that have nothing to do with what was talked of, are about something else.
    const isElse = aspects.unknownWordsIn(text).length > 0 && !isRelated(own, focus, index);
    const declared = aspect && !isElse ? ofFocus(focus, aspect, isSure, subjects) : undefined;
    if (declared?.kind === 'topic') return declared;
    return (isSure ? undefined : besideTitle(text, own, focus, index)) ?? declared;
  }
  const isBare =
    named.length === 1 && weightOf(text) <= MAX_BARE_WEIGHT && weightOf(bareRest(rest)) <= MAX_REST_WEIGHT;
  // A subject alone is a keyword; "and for Azure?" asks the same of another one.
  if (!isBare ? own.outcome === 'answer' : rest === '' && !isQuestion(text)) return undefined;
  const asked = isBare ? aspectOfFocus(focus, subjects) : aspect?.aspect;
  for (const subject of asked ? named : []) {
    const [topic] = subjects.answering(subject, asked!);
    if (topic) return { kind: 'topic', topic, subject };
  }
  return undefined;
}

/** Whether a text has by itself something of what was talked of. */
function isRelated(own: Match, focus: Topic, index: QuestionIndex): boolean {
  const entry = index.faq.entries.find(({ id }) => id === focus.entry);
  const near = entry ? [entry.id, ...entry.followUps] : [];
  return own.candidates.some(({ entry: { id }, confidence }) => near.includes(id) && confidence >= RELATED);
}

/** What a text asks when the title of what was talked of stands before it, in the language of the text. */
function besideTitle(text: string, own: Match, focus: Topic, index: QuestionIndex): FollowUp | undefined {
  const entry = index.faq.entries.find(({ id }) => id === focus.entry);
  const language = detectLanguage(text)?.language;
  if (!entry || language === undefined) return undefined;
  const near = [entry.id, ...entry.followUps];
  if (!isRelated(own, focus, index)) return undefined;
  const fact = entry.facts.find(({ id }) => id === focus.fact);
  for (const { title } of fact ? [fact, entry] : [entry]) {
    const match = index.match(`${title[language]} ${text}`);
    if (match.outcome !== 'answer' || match.answer.confidence < IN_CONTEXT) continue;
    const found = { entry: match.answer.entry.id, fact: match.answer.fact?.id };
    // To come back to where one was says that the text added nothing.
    if (!near.includes(found.entry) || found.fact === undefined || found.fact === focus.fact) continue;
    return { kind: 'topic', topic: found };
  }
  return undefined;
}

/** The same subject is asked about in another way. */
function ofFocus(
  focus: Topic,
  { aspect, confidence }: { readonly aspect: Aspect; readonly confidence: number },
  isSure: boolean,
  subjects: Subjects,
): FollowUp | undefined {
  const places = subjects.placesOf(focus);
  const own = [
    ...(focus.subject === undefined ? [] : [focus.subject]),
    ...places.map(({ subject }) => subject),
  ];
  for (const subject of new Set(own)) {
    const topics = [aspect, ...(NEXT_TO[aspect] ?? [])].flatMap((each) => subjects.answering(subject, each));
    const topic = topics.find((each) => each.entry !== focus.entry || each.fact !== focus.fact) ?? topics[0];
    if (topic && (!isSure || confidence > SURELY_ASKED)) return { kind: 'topic', topic, subject };
  }
  return isSure || places.length === 0 ? undefined : { kind: 'unsaid', topic: focus, aspect };
}

/** What was asked about the last topic, so that the same can be asked of another subject. */
function aspectOfFocus(focus: Topic, subjects: Subjects): Aspect | undefined {
  const places = subjects.placesOf(focus);
  return (places.find(({ subject }) => subject === focus.subject) ?? places[0])?.aspect;
}

function aspectOf(
  text: string,
  aspects: PhraseIndex<Aspect>,
): { readonly aspect: Aspect; readonly confidence: number } | undefined {
  let best: { aspect: Aspect; confidence: number } | undefined;
  for (const [aspect, confidence] of aspects.probabilities(text))
    if (confidence >= ASPECT_IS_MEANT && confidence > (best?.confidence ?? 0)) best = { aspect, confidence };
  return best;
}

/** A text without the small words of every language. */
function bareRest(rest: string): string {
  let bare = rest.replace(/[\p{P}\p{S}]+/gu, ' ');
  for (const language of LANGUAGES) {
    const { functionWords, fillers, joiners, ownLetter } = WORDS[language];
    for (const word of [...joiners, ...fillers, ...functionWords].sort((a, b) => b.length - a.length))
      bare = ownLetter ? bare.replaceAll(word, ' ') : ` ${bare} `.replaceAll(` ${word} `, ' ').trim();
  }
  return bare.replace(/\s+/gu, '');
}

function weightOf(text: string): number {
  let weight = 0;
  for (const letter of text) weight += letter > '\u2E7F' ? 2 : 1;
  return weight;
}
