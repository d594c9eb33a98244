// The shape of a FAQ file, checked by zod. What a file may leave out is filled in here, so that the rest of
// the bot sees complete values only.
import { z } from 'zod';
import { ASPECTS } from './aspect.js';
import { LANGUAGES, type Language } from './language.js';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const hiragana = z.string().regex(/^[\p{Script=Hiragana}ー]+$/u, 'must be in hiragana');
const text = z.string().trim().min(1, 'must not be empty');

/**
 * The schema of a FAQ in the given languages. A language that the file does not declare gets the text of the
 * first declared one, so that a one-language FAQ can be asked from a conversation in the other.
 */
export function faqSchema(languages: readonly Language[]) {
  const declared = new Set(languages);
  const localized = <T extends z.ZodType>(value: T) =>
    z
      .strictObject(
        Object.fromEntries(
          LANGUAGES.map((language) => [language, declared.has(language) ? value : value.optional()]),
        ),
      )
      .transform((given) => {
        const first = given[languages[0] ?? 'en'];
        return { en: given['en'] ?? first, ja: given['ja'] ?? first } as { en: z.output<T>; ja: z.output<T> };
      });
  const alternates = z
    .strictObject({ en: z.array(text).default([]), ja: z.array(text).default([]) })
    .prefault({});

  const step = z.preprocess(
    // A step that is only its text may be written as just that.
    (raw) => (typeof raw === 'object' && raw !== null && !('text' in raw) ? { text: raw } : raw),
    z.strictObject({
      text: localized(text),
      /** What the step needs at hand. */
      needs: localized(text).optional(),
      /** What to do where the step does not work out. */
      trouble: localized(text).optional(),
      links: z.array(id).default([]),
      /** The name of the form that is filled in before the step. */
      form: id.optional(),
    }),
  );
  const field = z.strictObject({
    id,
    label: localized(text),
    ask: localized(text),
    /** `date`: a date in it is written in the language of the reader. */
    kind: z.enum(['text', 'date']).default('text'),
    /** What people answer most; anything else can be written as well. */
    choices: z.array(localized(text)).default([]),
    /** Other names of the field. */
    alternates,
  });
  const form = z.strictObject({ title: localized(text), fields: z.array(field).min(1) });
  const choice = z.strictObject({
    /** A button. */
    title: localized(text),
    /** Words that name the choice in a reply. */
    alternates,
    /** What it stands for beside a case of its own: all of the others, none of them, another one, not known. */
    means: z.enum(['all', 'none', 'other', 'unknown']).optional(),
    /** The id of the question or the conclusion that it leads to. */
    leads: id,
  });
  const diagnosis = z.strictObject({
    /** The first one is asked first; a choice leads to a later one or to a conclusion. */
    questions: z.array(z.strictObject({ id, ask: localized(text), choices: z.array(choice).min(2) })).min(1),
    conclusions: z
      .array(
        z.strictObject({
          id,
          answer: localized(text),
          links: z.array(id).default([]),
          /** The id of the entry whose steps come next. */
          walkthrough: id.optional(),
        }),
      )
      .min(1),
  });

  /** What an entry and a fact may say besides their answer. */
  const answered = {
    /** The answer in one short sentence of everyday words. */
    inShort: localized(text).optional(),
    /**
     * The answer to `question`, where that is put positively and can be answered so: "Can I …?". The answer itself is a
     * whole statement then, without the word.
     */
    yesNo: z.enum(['yes', 'no']).optional(),
  };
  const fact = z.strictObject({
    id,
    /** A short noun phrase, for buttons. */
    title: localized(text),
    question: localized(text),
    answer: localized(text),
    ...answered,
    /** Names of `links` that the answer leads to. */
    links: z.array(id).default([]),
    /** What a message about this fact begins instead of getting its answer. */
    starts: z.enum(['walkthrough', 'diagnosis']).optional(),
    alternates,
  });
  const entry = z.strictObject({
    id,
    /** The heading of the source page under which the entry stands. */
    section: localized(text),
    title: localized(text),
    question: localized(text),
    answer: localized(text),
    ...answered,
    steps: z.array(step).default([]),
    /** What to say after the last step. */
    closing: localized(text).optional(),
    /** What to ask, and what follows from the replies, where the answer depends on the case. */
    diagnosis: diagnosis.optional(),
    /** `diagnosis`: its first question comes with the answer. */
    starts: z.literal('diagnosis').optional(),
    /** Names of `links` that the answer leads to. */
    links: z.array(id).default([]),
    /** Ids of the date and licence rules that this entry is the source of. */
    rules: z.array(id).default([]),
    facts: z.array(fact).default([]),
    alternates,
    followUps: z.array(id).default([]),
  });
  /** Without a title a topic is recognised, but not named. */
  const topic = z.strictObject({ id, title: localized(text).optional(), alternates });
  const link = z.strictObject({
    title: localized(text),
    url: z.url({ protocol: /^https$/, error: 'must be an https address' }),
  });

  return z.strictObject({
    title: localized(text),
    languages: z.array(z.enum(LANGUAGES)).default([...languages]),
    links: z.record(id, link).default({}),
    /** The name of the link that leads to a person who helps. */
    support: id.optional(),
    /** Entries that a newcomer most likely needs, in order; offered in help and where nothing matched. */
    highlights: z.array(id).default([]),
    /** Kana spellings of words that are written with kanji in this FAQ: `とくてん: 特典`. */
    readings: z.record(hiragana, text).default({}),
    /** What is gathered before a step that names a form. */
    forms: z.record(id, form).default({}),
    entries: z.array(entry).min(1, 'must hold at least one entry'),
    /** What people talk about: the words that name it, and what answers each aspect of it (`entry` or `entry/fact`). */
    subjects: z
      .record(
        id,
        z.strictObject({
          words: alternates,
          facts: z.partialRecord(z.enum(ASPECTS), z.array(z.string()).min(1)),
        }),
      )
      .default({}),
    /** Topics close to the FAQ that it does not answer. */
    notCovered: z.array(topic).default([]),
  });
}

export type Faq = z.output<ReturnType<typeof faqSchema>>;
export type Entry = Faq['entries'][number];
export type Fact = Entry['facts'][number];
export type Step = Entry['steps'][number];
export type Form = Faq['forms'][string];
export type Field = Form['fields'][number];
export type Diagnosis = NonNullable<Entry['diagnosis']>;
export type UncoveredTopic = Faq['notCovered'][number];
export type EntryId = Entry['id'];
export type FactId = Fact['id'];
