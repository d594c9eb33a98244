// Which act a text is.
import type { Faq } from '../faq/schema.js';
import { worldMessages } from '../search/background.js';
import { questionsOf } from '../search/examples.js';
import { type Act, ACTS, loadActs } from './acts.js';
import { type Examples, PhraseIndex, type PhraseIndexData, type Probabilities } from './phraseIndex.js';

/** Of a large FAQ, so many questions show well enough what a question is. */
const MAX_QUESTIONS = 3000;

export class ActIndex {
  constructor(private readonly phrases: PhraseIndex<Act>) {}

  /**
   * @param faq - its questions are what is no act
   * @param examples - by act
   */
  static learn(faq: Faq, examples: Readonly<Record<Act, Examples>> = loadActs()): ActIndex {
    const byAct = ACTS.map((act) => [act, examples[act]] as const);
    return new ActIndex(PhraseIndex.learn(byAct, [...questionsIn(faq), ...worldMessages()]));
  }

  static fromData(data: PhraseIndexData<Act>): ActIndex {
    return new ActIndex(new PhraseIndex(data));
  }

  toData(): PhraseIndexData<Act> {
    return this.phrases.data;
  }

  /** The act whose example the whole text is, or the picture that it consists of stands for. */
  exact(text: string): Act | undefined {
    const emoji = emojiIn(text);
    return emoji === undefined ? this.phrases.exact(text) : EMOJI_ACTS[emoji];
  }

  probabilities(text: string): Probabilities<Act> {
    return this.phrases.probabilities(text);
  }
}

/** What a picture says that is all of a message. */
const EMOJI_ACTS: Readonly<Record<string, Act>> = {
  '👍': 'helped',
  '👎': 'notHelped',
  '🙏': 'thank',
  '👌': 'acknowledge',
  '🆗': 'acknowledge',
  '✅': 'next',
  '❌': 'no',
  '❓': 'unsure',
  '👋': 'greet',
  '😊': 'acknowledge',
  '🙂': 'acknowledge',
  '😄': 'acknowledge',
  '🎉': 'acknowledge',
  '❤': 'thank',
  '😡': 'complain',
  '😠': 'complain',
  '🤬': 'complain',
  '😢': 'complain',
  '😭': 'complain',
  '🤔': 'unsure',
};

const IS_EMOJI = /\p{Extended_Pictographic}/u;
const MAX_EMOJI = 40;

/** The picture that a text consists of, once or several times, whatever its colour; undefined where two differ. */
function emojiIn(text: string): string | undefined {
  if (text.length > MAX_EMOJI || /[\p{L}\p{N}]/u.test(text) || !IS_EMOJI.test(text)) return undefined;
  const [first, ...others] = new Set(text.match(/\p{Extended_Pictographic}/gu));
  return others.length === 0 ? first : undefined;
}

function questionsIn(faq: Faq): string[] {
  const texts = [
    ...faq.entries.flatMap((entry) => [
      ...questionsOf(entry),
      ...entry.facts.filter(({ starts }) => !starts).flatMap(questionsOf),
    ]),
    ...faq.notCovered.flatMap(({ alternates }) => Object.values(alternates).flat()),
  ];
  const every = Math.max(1, Math.ceil(texts.length / MAX_QUESTIONS));
  return texts.filter((_, index) => index % every === 0);
}
