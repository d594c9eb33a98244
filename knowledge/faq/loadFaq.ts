// Reads a FAQ file and refuses, by file, entry and field, what is wrong with it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load, YAMLException } from 'js-yaml';
import { z } from 'zod';
import { LANGUAGES } from './language.js';
import { type Entry, type Faq, faqSchema } from './schema.js';

/** A FAQ file that can't be used; `problems` holds one sentence a mistake. */
export class FaqError extends Error {
  override readonly name = 'FaqError';

  constructor(
    readonly file: string,
    readonly problems: readonly string[],
  ) {
    super(problems.map((problem) => `${file}: ${problem}`).join('\n'));
  }
}

/** The path of the FAQ that ships with the bot. */
export function shippedFaqPath(): string {
  return fileURLToPath(import.meta.resolve('#knowledge/faq/mpn-benefits.yaml'));
}

/**
 * Reads and checks the FAQ in a YAML file.
 * @throws {FaqError} when the file can't be read, is not YAML, or breaks the schema
 */
export function loadFaq(file: string): Faq {
  let yaml: string;
  try {
    yaml = readFileSync(file, 'utf8');
  } catch (error) {
    throw new FaqError(file, [`can't be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`]);
  }
  return parseFaq(yaml, file);
}

/**
 * Checks the text of a FAQ file.
 * @param file - its name, for the error messages
 * @throws {FaqError}
 */
export function parseFaq(yaml: string, file: string): Faq {
  const raw = parsed(yaml, file);
  const { data: header } = z.object({ languages: z.array(z.enum(LANGUAGES)).min(1) }).safeParse(raw);
  const checked = faqSchema(header?.languages ?? LANGUAGES).safeParse(raw);
  if (!checked.success) {
    throw new FaqError(
      file,
      checked.error.issues.map((issue) => `${place(raw, issue.path)}: ${sentence(issue)}`),
    );
  }
  const problems = brokenReferences(checked.data);
  if (problems.length > 0) throw new FaqError(file, problems);
  return checked.data;
}

function parsed(yaml: string, file: string): unknown {
  try {
    return yaml.trim() === '' ? null : load(yaml);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    const at = mark ? ` at line ${mark.line + 1}, column ${mark.column + 1}` : '';
    throw new FaqError(file, [`not valid YAML: ${reason}${at}`]);
  }
}

/** What the schema can't see: ids and alternates used twice, and names that lead nowhere. */
function brokenReferences(faq: Faq): string[] {
  const problems: string[] = [];
  const entryIds = new Set(faq.entries.map((entry) => entry.id));
  const expectUnique = (ids: readonly string[], where: string) => {
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) !== index) problems.push(`${where}: the id "${id}" is used twice`);
    }
  };
  expectUnique(
    faq.entries.map((entry) => entry.id),
    'entries',
  );
  expectUnique(
    faq.notCovered.map((topic) => topic.id),
    'notCovered',
  );
  const expectLinks = (names: readonly string[], where: string) => {
    for (const name of names) {
      if (!(name in faq.links)) problems.push(`${where}: there is no link "${name}"`);
    }
  };
  if (faq.support !== undefined) expectLinks([faq.support], 'field support');
  for (const id of faq.highlights) {
    if (!entryIds.has(id)) problems.push(`highlights: there is no entry "${id}"`);
  }
  for (const entry of faq.entries) {
    const where = `entry "${entry.id}"`;
    expectUnique(
      entry.facts.map((fact) => fact.id),
      `${where}, field facts`,
    );
    for (const id of entry.followUps) {
      if (!entryIds.has(id)) problems.push(`${where}, field followUps: there is no entry "${id}"`);
    }
    expectLinks(entry.links, `${where}, field links`);
    for (const fact of entry.facts) expectLinks(fact.links, `${where}, fact "${fact.id}", field links`);
    for (const [index, step] of entry.steps.entries()) {
      expectLinks(step.links, `${where}, steps ${index + 1}, field links`);
      if (step.form !== undefined && !(step.form in faq.forms))
        problems.push(`${where}, steps ${index + 1}, field form: there is no form "${step.form}"`);
    }
    for (const { links } of entry.diagnosis?.conclusions ?? [])
      expectLinks(links, `${where}, field diagnosis`);
    problems.push(...brokenStarts(entry), ...brokenDiagnosis(entry, faq));
  }
  const refs = new Set(
    faq.entries.flatMap(({ id, facts }) => [id, ...facts.map((fact) => `${id}/${fact.id}`)]),
  );
  for (const [name, { facts }] of Object.entries(faq.subjects))
    for (const [aspect, named] of Object.entries(facts))
      for (const ref of named)
        if (!refs.has(ref)) problems.push(`subject "${name}", field facts.${aspect}: there is no "${ref}"`);
  for (const [name, { fields }] of Object.entries(faq.forms)) {
    expectUnique(
      fields.map((field) => field.id),
      `form "${name}"`,
    );
  }
  return [...problems, ...alternatesUsedTwice(faq)];
}

/** What says that it starts something which the entry does not have. */
function brokenStarts(entry: Entry): string[] {
  const parts = [
    ...entry.facts.map(({ id, starts }) => ({ where: `entry "${entry.id}", fact "${id}"`, starts })),
    { where: `entry "${entry.id}"`, starts: entry.starts },
  ];
  return parts.flatMap(({ where, starts }) => {
    if (starts === 'walkthrough' && entry.steps.length === 0)
      return [`${where}, field starts: the entry has no steps to walk through`];
    if (starts === 'diagnosis' && !entry.diagnosis)
      return [`${where}, field starts: the entry has no diagnosis`];
    return [];
  });
}

/** Choices that lead nowhere or back, and walkthroughs that don't exist. */
function brokenDiagnosis({ id, diagnosis }: Entry, faq: Faq): string[] {
  if (!diagnosis) return [];
  const { questions, conclusions } = diagnosis;
  const where = `entry "${id}", field diagnosis`;
  const ends = conclusions.map((conclusion) => conclusion.id);
  const dead = questions.flatMap((question, index) => {
    const ahead = [...questions.slice(index + 1).map((later) => later.id), ...ends];
    return question.choices
      .filter(({ leads }) => !ahead.includes(leads))
      .map(({ leads }) => `${where}, question "${question.id}": no later question or conclusion "${leads}"`);
  });
  const hasSteps = (name: string) => faq.entries.some((entry) => entry.id === name && entry.steps.length > 0);
  const lost = conclusions.flatMap(({ id: conclusion, walkthrough }) =>
    walkthrough === undefined || hasSteps(walkthrough)
      ? []
      : [`${where}, conclusion "${conclusion}": there is no entry "${walkthrough}" with steps`],
  );
  return [...dead, ...lost];
}

function alternatesUsedTwice(faq: Faq): string[] {
  const problems: string[] = [];
  const seen = new Map<string, string>();
  const check = (owner: string, texts: readonly string[]) => {
    for (const text of texts) {
      const key = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
      const other = seen.get(key);
      if (other !== undefined && other !== owner)
        problems.push(`${owner}: the alternate "${text}" also stands in ${other}`);
      seen.set(key, owner);
    }
  };
  for (const entry of faq.entries) {
    check(`entry "${entry.id}"`, [...entry.alternates.en, ...entry.alternates.ja]);
    for (const fact of entry.facts) {
      check(`entry "${entry.id}", fact "${fact.id}"`, [...fact.alternates.en, ...fact.alternates.ja]);
    }
  }
  for (const topic of faq.notCovered)
    check(`notCovered "${topic.id}"`, [...topic.alternates.en, ...topic.alternates.ja]);
  return problems;
}

/** Names a place in the file as a person would: `entry "renew-benefits", field answer.ja`. */
function place(raw: unknown, path: readonly PropertyKey[]): string {
  const names: string[] = [];
  const fields: string[] = [];
  let value = raw;
  for (const [index, key] of path.entries()) {
    value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
    if (typeof key === 'number') {
      const list = String(fields.pop());
      const kind = list === 'entries' ? 'entry' : list === 'facts' ? 'fact' : list;
      const id = (value as { id?: unknown } | undefined)?.id;
      names.push(typeof id === 'string' ? `${kind} "${id}"` : `${kind} ${key + 1}`);
    } else {
      fields.push(String(key));
    }
    if (index === path.length - 1 && fields.length > 0) names.push(`field ${fields.join('.')}`);
  }
  return names.join(', ') || 'the file';
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return 'is missing';
  if (issue.path.length === 0 && issue.code === 'invalid_type') return 'must hold the fields of a FAQ';
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => message).join('; ');
  return issue.message;
}
