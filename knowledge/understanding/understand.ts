// Reads a message, once: its clauses, and for each the act, how sure that is, and what it carries.
import { findDates } from '../dates/findDates.js';
import { namesDay } from '../rules/dateReply.js';
import { LANGUAGES } from '../faq/language.js';
import type { FoundDate } from '../dates/foundDate.js';
import { type DateQuestion, understandDateQuestion } from '../rules/dateQuestion.js';
import type { QuestionIndex } from '../search/faqIndex.js';
import type { Match } from '../search/match.js';
import { boundedText } from '../text/boundedText.js';
import { detectLanguage } from '../text/detectLanguage.js';
import { withoutEndMarks } from '../text/endMarks.js';
import { normalise } from '../text/normalise.js';
import { WORDS, type Words } from '../text/words/index.js';
import type { ActIndex } from './actIndex.js';
import type { Act } from './acts.js';
import { closestChoice, NONE as NOTHING_PICKED, pickedIn } from './choices.js';
import { itemsOf, joinedIn, piecesOf, sentencesOf } from './clauses.js';
import { oddsOf } from './expectations.js';
import { holdsAny, languageNamedIn } from './features.js';
import { doneThroughIn, isBareNumber, numberIn, stepNumberIn } from './numbers.js';
import { isQuestion } from './questionForm.js';
import type { PhraseIndex } from './phraseIndex.js';
import { followUpIn } from './followUp.js';
import type { Clause, FollowUp, Reading, Situation } from './reading.js';
import type { Subjects } from './subjects.js';
import type { Aspect } from '../faq/aspect.js';

/** What knows the FAQ and the acts. */
export interface Understanding {
  readonly index: QuestionIndex;
  readonly acts: ActIndex;
  readonly aspects: PhraseIndex<Aspect>;
  readonly subjects: Subjects;
}

/** From which probability on a text is taken for an act; where anything may be typed, it is rather that. */
const ACT_IS_MEANT = 0.5;
const ACT_IS_MEANT_IN_FIELD = 0.9;
const OF_FORM_IS_MEANT = 0.75;
const OF_FORMS: readonly Act[] = ['showSummary', 'changeEntry'];
const FREE: readonly Situation['expects'][] = ['field', 'comment'];
/** So sure an act is not taken apart. */
const SURE = 0.9;
/** How many times as likely it is that a text asks something where the FAQ answers it, may answer it, knows nothing. */
const ASKING = { dated: 4, answered: 1, near: 0.6, unknown: 0.3 };
/** What stands around the point of a message: only where nothing else is said it is the point. */
const AROUND: readonly Act[] = [
  'greet',
  'courtesy',
  'thank',
  'apologise',
  'acknowledge',
  'bye',
  'smallTalk',
  'announceQuestion',
  'wait',
];
/** What a question is not, unless it says just this: "which others?" does not say that none is meant. */
const NO_QUESTIONS: readonly Clause['act'][] = [
  'chooseNone',
  'chooseBoth',
  'no',
  'yes',
  'acknowledge',
  'thank',
  'next',
  'notYet',
];
/** To split off less sure pieces than this would tear sentences apart. */
const SPLITS_OFF = 0.75;
/** Longer sentences tell or ask something; what they look like as an act is chance. */
const MAX_LETTERS_OF_ACT = 120;
/** "The top one", 「最初です」 where a list is open. */
const MAX_LETTERS_OF_PLACE = 12;

/** What is an order in a guide, and else may ask about what was talked of: "and then?" */
const OF_CONTEXT: readonly Clause['act'][] = [
  'next',
  'stuck',
  'progress',
  'goToStep',
  'showAll',
  'repeat',
  'askWhy',
  'askExample',
  'choose',
  'unsure',
  'chooseNone',
  'askHelp',
];
const ORDERS: readonly Clause['act'][] = ['next', 'back', 'skip', 'stop', 'startOver', 'resume', 'wait'];
/** Moves by one, unless a number is named. */
const RELATIVE: readonly Clause['act'][] = ['back', 'repeat', 'resume', 'progress'];

/** What a piece of a message is by itself. */
interface Piece {
  readonly text: string;
  readonly act: Act | 'ask';
  readonly confidence: number;
  readonly runnerUp: Clause['runnerUp'];
}

/**
 * @param message - as it was written; what is read of it is bounded
 * @param situation - what is expected, what was offered, where the conversation is
 */
export function understand(understanding: Understanding, message: string, situation: Situation): Reading {
  const reader = new Reader(understanding, situation);
  const text = boundedText(message).trim();
  return { text: message, language: detectLanguage(text), clauses: reader.clausesOf(text) };
}

class Reader {
  // A text is looked at as a part and as a whole: what was found in it is found once.
  readonly #pieces = new Map<string, Piece>();
  readonly #matches = new Map<string, Match>();
  readonly #dates = new Map<string, readonly FoundDate[]>();
  readonly #dateQuestions = new Map<string, DateQuestion | undefined>();

  constructor(
    private readonly understanding: Understanding,
    private readonly situation: Situation,
  ) {}

  private get acts(): ActIndex {
    return this.understanding.acts;
  }

  clausesOf(text: string): Clause[] {
    const { expects } = this.situation;
    const exact = this.acts.exact(text);
    if (exact !== undefined) return [this.clause(this.piece(text))];
    // Of what was listed, its name is meant, whatever else it is.
    if (pickedIn(text, this.situation.choices).affirmed.length === 1 && text.length <= MAX_LETTERS_OF_ACT)
      return [
        this.clause({ ...this.piece(text), act: this.picksWhole(text) ? 'choose' : this.piece(text).act }),
      ];
    // What is pasted into a field is one value, whatever stands in it.
    if (this.situation.expects === 'field')
      return [this.clause(text.includes('\n') ? this.asked(text) : this.piece(text))];
    // "Half ours, half the customer's" is one reply to the question that lists them.
    const isReply = expects === 'diagnosis' && !isQuestion(text);
    if (isReply && (this.names(text) || this.match(text).outcome === 'none'))
      return [this.clause(this.piece(text))];
    const items = itemsOf(text);
    if (items.length > 1) return items.map((item) => this.clause(this.asked(item)));
    const sentences = sentencesOf(text);
    const pieces = sentences.flatMap((sentence) => this.withoutSurroundings(sentence));
    if (pieces.length === 0) return [this.clause({ text, act: 'ask', confidence: 1, runnerUp: undefined })];
    const whole = this.piece(text);
    if (
      pieces.length > 1 &&
      whole.act !== 'ask' &&
      !pieces.some((each) => this.isPoint(each) && each.act !== whole.act)
    )
      return [this.clause(whole)];
    return this.joined(pieces, text).map((piece) => this.clause(piece));
  }

  /** Takes off what stands before and after the point of a sentence: "thanks, and how do I …, please?" */
  private withoutSurroundings(sentence: string): Piece[] {
    const whole = this.piece(sentence);
    const pieces = piecesOf(sentence).filter((piece) => !isFiller(piece));
    if (pieces.length < 2 || (whole.act !== 'ask' && whole.confidence > SURE)) return this.split(whole);
    const parts = pieces.map((text) => this.piece(text));
    const isOwn = (part: Piece) => part.act !== 'ask' && part.confidence >= SPLITS_OFF;
    let [from, to] = [0, parts.length];
    while (from < to - 1 && isOwn(parts[from]!)) from += 1;
    while (to - 1 > from && isOwn(parts[to - 1]!) && AROUND.includes(parts[to - 1]!.act as Act)) to -= 1;
    if (from === 0 && to === parts.length) return this.split(whole);
    const middle = sentenceBetween(sentence, pieces, from, to);
    return [...parts.slice(0, from), ...this.split(this.piece(middle)), ...parts.slice(to)];
  }

  /** Takes two questions, or an order and a question, that a sentence joins apart. */
  private split(piece: Piece): Piece[] {
    const joined = joinedIn(piece.text);
    if (joined.length < 2) return this.listed(piece);
    const parts = joined.map((text) => this.piece(text));
    const stands = (part: Piece) =>
      part.act === 'ask'
        ? isQuestion(part.text) && this.isAnswered(part.text)
        : part.confidence >= SPLITS_OFF && !AROUND.includes(part.act);
    return parts.every(stands) ? parts : [piece];
  }

  /** Takes the names of a list apart that a sentence asks about: "the fees, the deadline and the steps, please". */
  private listed(piece: Piece): Piece[] {
    const names = piece.act === 'ask' && isQuestion(piece.text) ? piecesOf(piece.text) : [];
    if (names.length < 2 || !names.every((name) => this.isAnswered(name))) return [piece];
    const subjects = new Set(names.map((name) => this.subjectOf(name)));
    return subjects.size === names.length ? names.map((name) => this.asked(name)) : [piece];
  }

  /** Puts pieces that only together ask something into one clause: a story and its question. */
  private joined(pieces: readonly Piece[], text: string): Piece[] {
    const asks = pieces.filter(({ act }) => act === 'ask');
    if (asks.length === 0) return [...pieces];
    const isOwnQuestion = (piece: Piece) => isQuestion(piece.text) && this.isAnswered(piece.text);
    const subjects = new Set(asks.filter(isOwnQuestion).map((piece) => this.subjectOf(piece.text)));
    const separate = subjects.size > 1;
    const clauses: Piece[] = [];
    let story: string[] = [];
    const flush = () => {
      if (story.length > 0) clauses.push(this.asked(story.join(' ')));
      story = [];
    };
    for (const [index, piece] of pieces.entries()) {
      // "What should I do?" after a story asks about the story.
      if (piece.act !== 'ask' && (story.length === 0 || !isQuestion(piece.text) || piece.act === 'speak')) {
        // What stands between the sentences of a story belongs to nobody.
        const isWithin = pieces.slice(index + 1).some(({ act }) => act === 'ask');
        if (!isWithin || !AROUND.includes(piece.act)) flush();
        clauses.push(piece);
        continue;
      }
      story.push(piece.text);
      if (separate && isOwnQuestion(piece)) flush();
    }
    flush();
    const asked = clauses.filter(({ act }) => act === 'ask');
    // All that was asked is one thing: the message as it was written says it best.
    return asked.length === 1 && clauses.length === 1 ? [this.asked(text)] : clauses;
  }

  private match(text: string): Match {
    return once(this.#matches, text, () => this.understanding.index.match(text));
  }

  private datesIn(text: string): readonly FoundDate[] {
    return once(this.#dates, text, () => findDates(text, this.situation));
  }

  private dateQuestionIn(text: string): DateQuestion | undefined {
    const { today, locale } = this.situation;
    return once(this.#dateQuestions, text, () => understandDateQuestion(text, { today, locale }));
  }

  private asked(text: string): Piece {
    return { text, act: 'ask', confidence: 1, runnerUp: undefined };
  }

  private isAnswered(text: string): boolean {
    return this.match(text).outcome === 'answer' || this.dateQuestionIn(text)?.isSpecific === true;
  }

  private subjectOf(text: string): string {
    const dates = this.dateQuestionIn(text);
    const match = this.match(text);
    const answer =
      match.outcome === 'answer' ? `${match.answer.entry.id}/${match.answer.fact?.id ?? ''}` : '';
    return `${dates?.isSpecific ? dates.rule.id : ''} ${answer}`;
  }

  /** Whether a piece is what a message is about, rather than a courtesy. */
  private isPoint({ act, text, confidence }: Piece): boolean {
    if (act === 'ask') return isQuestion(text) || this.isAnswered(text) || this.namesSomething(text);
    return confidence >= SPLITS_OFF && !AROUND.includes(act);
  }

  private piece(text: string): Piece {
    return once(this.#pieces, text, () => this.pieceOf(text));
  }

  private pieceOf(text: string): Piece {
    if (text.length > MAX_LETTERS_OF_ACT) return this.asked(text);
    const exact = this.acts.exact(text);
    if (exact !== undefined) return { text, act: exact, confidence: 1, runnerUp: undefined };
    // "I already did the first three" goes to the fourth.
    if (sentencesOf(text).length === 1 && reportsDone(text) && doneThroughIn(text) !== undefined)
      return { text, act: 'goToStep', confidence: SURE, runnerUp: undefined };
    const probabilities = this.acts.probabilities(text);
    let asks = 1;
    for (const probability of probabilities.values()) asks -= probability;
    const weighed = [
      ['ask', Math.max(0, asks) * this.oddsOfAsking(text)] as const,
      ...[...probabilities].map(
        ([act, probability]) => [act, probability * oddsOf(act, this.situation)] as const,
      ),
    ];
    const all = weighed.reduce((sum, [, weight]) => sum + weight, 0);
    const [first, second] = weighed
      .map(([act, weight]) => ({ act, confidence: weight / (all || 1) }))
      .sort((one, other) => other.confidence - one.confidence);
    if (!first || first.act === 'ask')
      return { text, act: 'ask', confidence: first?.confidence ?? 1, runnerUp: second };
    const isFree = FREE.includes(this.situation.expects) && first.act !== 'manipulate';
    const enough = !isFree
      ? ACT_IS_MEANT
      : OF_FORMS.includes(first.act)
        ? OF_FORM_IS_MEANT
        : ACT_IS_MEANT_IN_FIELD;
    if (first.confidence < enough)
      return { text, act: 'ask', confidence: 1 - first.confidence, runnerUp: first };
    // "Walk me through it" leads through what was talked of; what names something asks for that.
    if (first.act === 'guide' && this.namesSomething(text)) return this.asked(text);
    // "How do I skip the expiry date?" orders nothing.
    const isOrder =
      ORDERS.includes(first.act) && this.understanding.subjects.namedIn(text).subjects.length > 0;
    if (isOrder && isQuestion(text)) return this.asked(text);
    if (NO_QUESTIONS.includes(first.act) && first.confidence < SURE && isQuestion(text))
      return { text, act: 'ask', confidence: 1 - first.confidence, runnerUp: first };
    return { text, ...first, runnerUp: second };
  }

  /** Whether a text names choices, or denies them. */
  private names(text: string): boolean {
    const { affirmed, denied } = pickedIn(text, this.situation.choices);
    return affirmed.length + denied.length > 0;
  }

  private namesSomething(text: string): boolean {
    const { subjects } = this.understanding.subjects.namedIn(text);
    return subjects.length > 0 || this.match(text).outcome !== 'none';
  }

  /** How much likelier than the acts alone tell it is that a text asks something: the FAQ may know an answer. */
  private oddsOfAsking(text: string): number {
    const { expects } = this.situation;
    if (this.datesIn(text).length > 0 && expects !== 'step') return ASKING.dated;
    // "I created the ticket" reports what was done at the step, whatever of the FAQ it names.
    if (expects === 'step' && reportsDone(text)) return ASKING.unknown;
    const match = this.match(text);
    if (match.outcome === 'none') return ASKING.unknown;
    if (match.outcome === 'clarify') return ASKING.near;
    return match.answer.confidence === 1 ? Infinity : ASKING.answered;
  }

  /** Whether a text is hardly more than the name of a choice. */
  private picksWhole(text: string): boolean {
    const said = normalise(text);
    return this.situation.choices.some(({ names }) =>
      names.some((name) => normalise(name).length * 2 >= said.length && said.includes(normalise(name))),
    );
  }

  private clause(piece: Piece): Clause {
    const { text, act } = piece;
    const { choices } = this.situation;
    const picked = choices.length > 0 ? this.pickedIn(piece) : NOTHING_PICKED;
    const said = normalise(text);
    return {
      ...piece,
      act: this.actOf(piece),
      isQuestion: isQuestion(text),
      number: this.numberOf(piece),
      language: languageNamedIn(text),
      namesOtherLanguage: holdsAny(said, ({ otherLanguages }) => otherLanguages),
      denies: holdsAny(said, denying),
      tellsTrouble: holdsAny(said, ({ trouble }) => trouble),
      wantsGuidance: holdsAny(said, ({ guidance }) => guidance),
      saysDone: holdsAny(said, ({ done }) => done),
      saysOnward: holdsAny(said, ({ onward }) => onward),
      saysFinished: holdsAny(said, ({ finished }) => finished),
      wants: holdsAny(said, ({ wants }) => wants),
      speaksOfWriting: holdsAny(said, ({ writing }) => writing),
      wantsEverything: holdsAny(said, ({ everything }) => everything),
      wantsAll: holdsAny(said, ({ allAtOnce }) => allAtOnce),
      isNegated: holdsAny(said, ({ negation, polarity }) => [
        ...negation.before,
        ...negation.after,
        ...polarity.denies,
      ]),
      picked,
      match: this.match(text),
      found: this.datesIn(text),
      namesDay: namesDay(text),
      followUp: act === 'ask' || OF_CONTEXT.includes(act) ? this.followUpIn(text) : undefined,
      subjects: this.understanding.subjects.namedIn(text).subjects,
      dates: act === 'ask' ? this.dateQuestionIn(text) : undefined,
    };
  }

  private followUpIn(text: string): FollowUp | undefined {
    const { list = [] } = this.situation;
    // "And the second?", of several that were answered together.
    const number = list.length > 0 ? numberIn(text, list.length) : undefined;
    const focus =
      (number === undefined ? undefined : list.at(number > 0 ? number - 1 : number)) ?? this.situation.focus;
    return focus && followUpIn(text, this.match(text), focus, this.understanding);
  }

  private numberOf({ text }: Pick<Piece, 'text'>): number | undefined {
    const done = reportsDone(text) ? doneThroughIn(text) : undefined;
    return done === undefined ? numberIn(text, this.situation.choices.length) : done + 1;
  }

  /** The act, where what it carries makes another one of it: "back to step 2", and a bare number where a list is open. */
  private actOf({ text, act }: Piece): Clause['act'] {
    const { choices, expects } = this.situation;
    if (RELATIVE.includes(act) && stepNumberIn(text) !== undefined) return 'goToStep';
    if (isBareNumber(text) && (act === 'ask' || act === 'goToStep')) {
      if (choices.length > 0) return 'choose';
      if (expects === 'offer') return 'goToStep';
    }
    const isShort = act === 'ask' && text.length <= MAX_LETTERS_OF_PLACE && !isQuestion(text);
    if (isShort && expects === 'choice' && this.numberOf({ text }) !== undefined) return 'choose';
    const isFinished =
      isShort && expects === 'field' && holdsAny(normalise(text), ({ finished }) => finished);
    if (isFinished && !holdsAny(normalise(text), denying)) return 'next';
    if (isShort && expects === 'step' && stepNumberIn(text) !== undefined) return 'goToStep';
    return act;
  }

  private pickedIn({ text, act }: Piece): Clause['picked'] {
    const { choices, expects } = this.situation;
    const picked = pickedIn(text, choices);
    const isNamed = picked.affirmed.length + picked.denied.length > 0;
    if (expects !== 'choice' || isNamed || act !== 'ask' || isQuestion(text) || isBareNumber(text))
      return picked;
    const closest = closestChoice(text, choices);
    return closest === undefined ? picked : { ...picked, affirmed: [closest] };
  }
}

/** The part of a sentence from one of its pieces up to another. */
function sentenceBetween(sentence: string, pieces: readonly string[], from: number, to: number): string {
  const start = sentence.indexOf(pieces[from]!);
  const last = pieces[to - 1]!;
  return sentence.slice(start, sentence.lastIndexOf(last) + last.length).trim();
}

const denying = ({ negation }: Words) => [...negation.before, ...negation.after];

function reportsDone(text: string): boolean {
  const said = normalise(text);
  return holdsAny(said, ({ done }) => done) && !holdsAny(said, ({ trouble }) => trouble) && !isQuestion(text);
}

/** Whether a piece is nothing but "by the way", 「えっと」 and the like. */
function isFiller(piece: string): boolean {
  const said = withoutEndMarks(normalise(piece));
  return LANGUAGES.some((language) => {
    const { fillers, joiners } = WORDS[language];
    return fillers.includes(said) || joiners.includes(said);
  });
}

function once<Value>(known: Map<string, Value>, text: string, find: () => Value): Value {
  if (!known.has(text)) known.set(text, find());
  return known.get(text)!;
}
