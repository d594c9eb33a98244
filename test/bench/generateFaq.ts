// Makes FAQs of any size, the same at every run, from the words of a real one.
import type { Language } from '../../knowledge/faq/language.js';
import type { Faq } from '../../knowledge/faq/schema.js';

export interface GeneratedFaq {
  readonly faq: Faq;
  /** Questions that the FAQ does not hold, with the id of the entry that each is about. */
  readonly questions: readonly { readonly entry: string; readonly text: string }[];
}

/** The words that an entry is about, and how many of them each of its texts has. */
const OWN_WORDS = 6;
const OWN_WORDS_A_TEXT = 4;
/** Words of any entry beside them. */
const OTHER_WORDS_A_TEXT = 4;
const MOST_QUESTIONS = 100;
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * @param source - a FAQ in English and Japanese, whose words are used as often as it uses them
 * @param alternates - how many each entry has, in all its languages together
 */
export function generateFaq(
  source: Faq,
  entryCount: number,
  { alternates = 10, languages = ['en', 'ja'] }: { alternates?: number; languages?: Language[] } = {},
): GeneratedFaq {
  const random = seeded();
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const words = { en: wordsOf(source, 'en'), ja: wordsOf(source, 'ja') };
  const distinct = { en: [...new Set(words.en)], ja: [...new Set(words.ja)] };
  const textOf = (language: Language, own: readonly string[]) => {
    const chosen = [
      ...Array.from({ length: OWN_WORDS_A_TEXT }, () => pick(own)),
      ...Array.from({ length: OTHER_WORDS_A_TEXT }, () => pick(words[language])),
    ];
    return chosen.sort(() => random() - 0.5).join(language === 'en' ? ' ' : '');
  };
  const alternatesOf = (language: Language, about: readonly string[]) =>
    languages.includes(language)
      ? Array.from({ length: alternates / languages.length }, () => textOf(language, about))
      : [];
  const own = Array.from({ length: entryCount }, () => ({
    en: Array.from({ length: OWN_WORDS }, () => pick(distinct.en)),
    ja: Array.from({ length: OWN_WORDS }, () => pick(distinct.ja)),
  }));
  const pairOf = (number: number) => ({
    en: `${textOf('en', own[number]!.en)} ${number}`,
    ja: `${textOf('ja', own[number]!.ja)}${number}`,
  });
  const entries = own.map((about, number): Faq['entries'][number] => ({
    id: `entry-${number}`,
    section: source.title,
    title: pairOf(number),
    question: pairOf(number),
    answer: pairOf(number),
    steps: [],
    links: [],
    rules: [],
    facts: [],
    followUps: [],
    alternates: {
      en: alternatesOf('en', about.en),
      ja: alternatesOf('ja', about.ja),
    },
  }));
  const questions = Array.from({ length: MOST_QUESTIONS }, (_, index) => {
    const number = Math.floor(random() * entryCount);
    const language = languages[index % languages.length]!;
    return { entry: `entry-${number}`, text: textOf(language, own[number]![language]) };
  });
  return { faq: { ...source, languages, entries, highlights: [] }, questions };
}

function wordsOf({ entries }: Faq, language: Language): string[] {
  return entries
    .flatMap((entry) => [entry, ...entry.facts])
    .flatMap(({ alternates }) => alternates[language])
    .flatMap((text) => [...segmenter.segment(text.toLowerCase())])
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/** The MINSTD generator of Park and Miller (1988). */
function seeded(): () => number {
  let state = 7;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
