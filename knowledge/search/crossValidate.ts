// Asks a FAQ its own texts, each of an index that was built without it.
import { LANGUAGES, type Language } from '../faq/language.js';
import type { Entry, Faq, UncoveredTopic } from '../faq/schema.js';
import { FaqIndex, type Match } from './faqIndex.js';

/** A text of the content and what an index made of it that did not hold it. */
export interface LeftOut {
  /** Undefined for a near miss. */
  readonly entry?: Entry;
  readonly language: Language;
  readonly question: string;
  readonly match: Match;
}

type Alternates = Entry['alternates'];

/**
 * @param folds - into how many parts the texts are divided, of which one is left out at a time; near misses are
 *   left out by whole topics, as a topic that nobody thought of would be
 */
export function crossValidate(faq: Faq, folds = 4): LeftOut[] {
  return Array.from({ length: folds }, (_, fold) => leaveOut(faq, (index) => index % folds === fold)).flat();
}

function leaveOut(faq: Faq, isLeftOut: (index: number) => boolean): LeftOut[] {
  const kept = (alternates: Alternates): Alternates => ({
    en: alternates.en.filter((_, index) => !isLeftOut(index)),
    ja: alternates.ja.filter((_, index) => !isLeftOut(index)),
  });
  const index = new FaqIndex({
    ...faq,
    entries: faq.entries.map((entry) => ({
      ...entry,
      alternates: kept(entry.alternates),
      facts: entry.facts.map((fact) => ({ ...fact, alternates: kept(fact.alternates) })),
    })),
    notCovered: faq.notCovered.filter((_, number) => !isLeftOut(number)),
  });
  const asked = (subject: { readonly entry?: Entry }, alternates: Alternates, isAsked: typeof isLeftOut) =>
    LANGUAGES.flatMap((language) =>
      alternates[language]
        .filter((_, number) => isAsked(number))
        .map((question): LeftOut => ({ ...subject, language, question, match: index.match(question) })),
    );
  return [
    ...faq.entries.flatMap((entry) =>
      [entry, ...entry.facts].flatMap(({ alternates }) => asked({ entry }, alternates, isLeftOut)),
    ),
    ...faq.notCovered
      .filter((_, number) => isLeftOut(number))
      .flatMap(({ alternates }: UncoveredTopic) => asked({}, alternates, () => true)),
  ];
}
