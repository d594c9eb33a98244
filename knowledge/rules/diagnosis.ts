// Questions about the user's own case, and what follows from the replies.
import { LANGUAGES } from '../faq/language.js';
import type { Diagnosis } from '../faq/schema.js';
import { normalise } from '../search/normalise.js';
import { withoutEndMarks } from '../text/endMarks.js';

export type DiagnosisQuestion = Diagnosis['questions'][number];
export type DiagnosisChoice = DiagnosisQuestion['choices'][number];
export type Conclusion = Diagnosis['conclusions'][number];

/** What a choice leads to: one more question, or the conclusion. */
export type Finding =
  | { readonly kind: 'question'; readonly question: DiagnosisQuestion }
  | { readonly kind: 'conclusion'; readonly conclusion: Conclusion };

/** Longer replies say more than a choice. */
const LONGEST_CHOICE = 80;
const SEPARATOR = /,|、|・|\/|&|\+|\band\b|\bor\b|と|や|および|または/u;
const FRAME =
  /^(?:it(?:'s| is)|that(?:'s| is)|they|we|he|she|i|the user)?\s*(?:have|has|use|uses|am|are|is|want|need|'ve|got)?\s*(?:an?|the|on|to)?\s+/u;
const ENDING =
  // eslint-disable-next-line regexp/no-super-linear-move -- of LONGEST_CHOICE at most
  /(?:(?:を?(?:使って|契約して|利用して)い(?:ます|る)|です|だ|があります|がある|になります|だと思います|かな|かも|ね|よ)| (?:please|i think|i guess))+$/u;

/** @returns the question with an id; undefined where the FAQ has it no more */
export function questionOf(diagnosis: Diagnosis, id: string): DiagnosisQuestion | undefined {
  return diagnosis.questions.find((question) => question.id === id);
}

/**
 * The choice that a reply names, by its title or another name, with or without a sentence around it. Several that
 * lead to the same are as good as one.
 * @returns undefined where the reply names none, or some that lead apart
 */
export function choiceIn(question: DiagnosisQuestion, reply: string): DiagnosisChoice | undefined {
  if (reply.length > LONGEST_CHOICE) return undefined;
  const said = bare(reply);
  const single = named(question, said);
  if (single) return single;
  const parts = said
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const choices = parts.map((part) => named(question, part));
  const [first] = choices;
  return parts.length > 1 && first && choices.every((choice) => choice?.leads === first.leads)
    ? first
    : undefined;
}

/**
 * The choice whose name stands within a statement, as in "it runs on our laptop at their office". The longest name
 * decides, of two the first; short everyday words do not count.
 */
export function choiceNamedWithin(
  question: DiagnosisQuestion,
  statement: string,
): DiagnosisChoice | undefined {
  if (statement.length > LONGEST_CHOICE) return undefined;
  const said = bare(statement);
  const found = question.choices.flatMap((choice) =>
    namesOf(choice)
      .filter((name) => isTelling(name) && holds(said, bare(name)))
      .map((name) => ({ choice, length: name.length, at: said.indexOf(bare(name)) })),
  );
  return found.sort((a, b) => b.length - a.length || a.at - b.at)[0]?.choice;
}

/** Several words, an abbreviation in capitals, or Japanese. */
function isTelling(name: string): boolean {
  return /\S \S|^[A-Z]{2,}$|[\p{Script=Han}\p{Script=Katakana}].{2}/u.test(name);
}

function holds(said: string, name: string): boolean {
  const at = said.indexOf(name);
  const isLatin = /^[\x20-\x7e]+$/.test(name);
  const beside = `${said[at - 1] ?? ' '}${said[at + name.length] ?? ' '}`;
  return at >= 0 && !(isLatin && /[a-z0-9]/u.test(beside));
}

/** @returns what follows from a choice of a checked diagnosis */
export function findingOf(diagnosis: Diagnosis, { leads }: DiagnosisChoice): Finding {
  const question = questionOf(diagnosis, leads);
  if (question) return { kind: 'question', question };
  return { kind: 'conclusion', conclusion: diagnosis.conclusions.find(({ id }) => id === leads)! };
}

function named({ choices }: DiagnosisQuestion, said: string): DiagnosisChoice | undefined {
  const forms = [
    said,
    said.replace(ENDING, ''),
    said.replace(FRAME, ''),
    said.replace(FRAME, '').replace(ENDING, ''),
  ];
  return choices.find((choice) => {
    const names = namesOf(choice).map(bare);
    return forms.some((form) => names.includes(form.trim()));
  });
}

function namesOf({ title, alternates }: DiagnosisChoice): string[] {
  return LANGUAGES.flatMap((language) => [title[language], ...alternates[language]]);
}

function bare(text: string): string {
  return withoutEndMarks(normalise(text));
}
