// What people talk about: the subjects that a FAQ declares, found in a text by their words, and which entry or fact answers
// which aspect of each.
import { ASPECTS, type Aspect } from '../faq/aspect.js';
import type { Faq } from '../faq/schema.js';
import { normalise } from '../text/normalise.js';
import type { Topic } from './reading.js';

interface Name {
  readonly subject: string;
  readonly name: string;
  /** How early the subject is declared: of two with the same word the first is meant. */
  readonly rank: number;
}

/** A subject under which a topic stands, and what it answers about it. */
export interface Place {
  readonly subject: string;
  readonly aspect: Aspect;
}

/** Stands where a name was found: no message holds it once it is normalised. */
const TAKEN = '\uFFFF';

export class Subjects {
  /** The longest first. */
  readonly #names: readonly Name[];
  readonly #places = new Map<string, Place[]>();

  constructor(private readonly faq: Pick<Faq, 'subjects'>) {
    this.#names = Object.entries(faq.subjects)
      .flatMap(([subject, { words }], rank) =>
        Object.values(words).flatMap((own) => own.map((word) => ({ subject, name: normalise(word), rank }))),
      )
      .sort((a, b) => b.name.length - a.name.length || a.rank - b.rank);
    for (const [subject, { facts }] of Object.entries(faq.subjects))
      for (const aspect of ASPECTS)
        for (const ref of facts[aspect] ?? []) {
          const places = this.#places.get(ref) ?? [];
          places.push({ subject, aspect });
          this.#places.set(ref, places);
        }
  }

  /** The subjects that a text names, in its order, and what is left of it without their names. */
  namedIn(text: string): { readonly subjects: readonly string[]; readonly rest: string } {
    let rest = normalise(text);
    const found: { subject: string; at: number }[] = [];
    for (const { subject, name } of this.#names) {
      for (let at = rest.indexOf(name); at >= 0; at = rest.indexOf(name, at + 1)) {
        if (!standsAlone(rest, at, name.length)) continue;
        found.push({ subject, at });
        rest = rest.slice(0, at) + TAKEN.repeat(name.length) + rest.slice(at + name.length);
      }
    }
    const subjects = [...new Set(found.sort((a, b) => a.at - b.at).map(({ subject }) => subject))];
    return { subjects, rest: rest.split(TAKEN).join(' ').replace(/ {2,}/gu, ' ').trim() };
  }

  /** Where a topic stands, in the order in which the subjects are declared. */
  placesOf({ entry, fact }: Topic): readonly Place[] {
    return this.#places.get(fact === undefined ? entry : `${entry}/${fact}`) ?? this.#places.get(entry) ?? [];
  }

  /** What answers an aspect of a subject, the best first. */
  answering(subject: string, aspect: Aspect): readonly Topic[] {
    return (this.faq.subjects[subject]?.facts[aspect] ?? []).map(topicOf);
  }

  /** All that is known of a subject, each once. */
  about(subject: string): readonly Topic[] {
    const facts = this.faq.subjects[subject]?.facts ?? {};
    return [...new Set(ASPECTS.flatMap((aspect) => facts[aspect] ?? []))].map(topicOf);
  }
}

function topicOf(ref: string): Topic {
  const [entry = '', fact] = ref.split('/');
  return { entry, fact };
}

/** A word in Latin letters is no part of another: "key" is not in "keyboard", but in "keys" only as the name says so. */
function standsAlone(text: string, at: number, length: number): boolean {
  const isLatin = (sign = '') => /[a-z0-9]/u.test(sign);
  if (!isLatin(text[at])) return true;
  return !isLatin(text[at - 1]) && !isLatin(text[at + length]);
}
