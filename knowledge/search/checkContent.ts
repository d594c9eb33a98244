// What is wrong with a FAQ that its schema can't see: texts that mislead the index, and languages that differ.
import { LANGUAGES } from '../faq/language.js';
import type { Entry, Fact, Faq } from '../faq/schema.js';
import { crossValidate } from './crossValidate.js';
import { FaqIndex } from './faqIndex.js';
import { differencesBetween } from './languageDifferences.js';

/** An alternate that an index without it takes for another entry with this confidence pulls towards that entry. */
const PULLS = 0.99;
/** Questions that are so alike, from 0 to 1, are one question. */
const DUPLICATE = 0.85;
/** With fewer alternates in a language, people are understood by chance. */
const FEWEST_ALTERNATES = 5;

/**
 * @param faq - as it was loaded
 * @returns a sentence for each problem
 */
export function checkContent(faq: Faq): string[] {
  return [
    ...pullingAlternates(faq),
    ...nearDuplicates(faq),
    ...missingAlternates(faq),
    ...languageDifferences(faq),
    ...deadFollowUps(faq),
  ];
}

function pullingAlternates(faq: Faq): string[] {
  return crossValidate(faq).flatMap(({ entry, question, match }) => {
    // Near misses are like an entry by their nature.
    if (!entry || match.outcome !== 'answer' || match.answer.entry.id === entry.id) return [];
    if (match.answer.confidence < PULLS) return [];
    const share = (100 * match.answer.confidence).toFixed(0);
    return [
      `entry "${entry.id}": the alternate "${question}" is like entry "${match.answer.entry.id}" (${share} %)`,
    ];
  });
}

function nearDuplicates(faq: Faq): string[] {
  const index = new FaqIndex(faq);
  const problems = new Set<string>();
  for (const entry of faq.entries) {
    for (const language of faq.languages) {
      const others = index.nearestTo(entry.question[language]).filter((near) => near.entry.id !== entry.id);
      for (const { entry: other, nearness } of others) {
        const pair = [entry.id, other.id].sort().map((id) => `"${id}"`);
        if (nearness >= DUPLICATE) problems.add(`entries ${pair.join(' and ')} ask nearly the same`);
      }
    }
  }
  return [...problems];
}

function missingAlternates(faq: Faq): string[] {
  return subjectsOf(faq).flatMap(({ name, subject }) =>
    faq.languages.flatMap((language) => {
      const count = subject.alternates[language].length;
      if (count >= FEWEST_ALTERNATES) return [];
      return [`${name}: ${count} alternates in ${language}; have ${FEWEST_ALTERNATES} at least`];
    }),
  );
}

function languageDifferences(faq: Faq): string[] {
  if (faq.languages.length < LANGUAGES.length) return [];
  const texts = subjectsOf(faq).flatMap(({ name, subject }) => [
    { name: `${name}, field question`, text: subject.question },
    { name: `${name}, field answer`, text: subject.answer },
    ...(subject.inShort ? [{ name: `${name}, field inShort`, text: subject.inShort }] : []),
  ]);
  const steps = faq.entries.flatMap((entry) =>
    entry.steps.map((step, index) => ({ name: `entry "${entry.id}", step ${index + 1}`, text: step.text })),
  );
  return differencesBetween([...texts, ...steps]);
}

/** Ids that exist, which the loader checks, but lead nowhere new. */
function deadFollowUps({ entries }: Faq): string[] {
  return entries.flatMap(({ id, followUps }) =>
    followUps.flatMap((followUp, index) => {
      if (followUp === id) return [`entry "${id}", field followUps: leads to itself`];
      if (followUps.indexOf(followUp) !== index)
        return [`entry "${id}", field followUps: "${followUp}" stands there twice`];
      return [];
    }),
  );
}

function subjectsOf({ entries }: Faq): { readonly name: string; readonly subject: Entry | Fact }[] {
  return entries.flatMap((entry) => [
    { name: `entry "${entry.id}"`, subject: entry },
    ...entry.facts.map((fact) => ({ name: `entry "${entry.id}", fact "${fact.id}"`, subject: fact })),
  ]);
}
