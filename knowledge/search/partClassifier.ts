// Tells the facts of one entry apart, or the topics that are not covered.
import { Classifier } from './classifier.js';
import type { Example, Part, Target } from './examples.js';
import type { TermVector } from './vocabulary.js';

interface LabelledPart extends Pick<Example, 'target' | 'part'> {
  readonly vector: TermVector;
}

export class PartClassifier {
  readonly #parts: readonly Part[];
  /** The terms of the index that occur here, numbered anew. */
  readonly #terms: ReadonlyMap<number, number>;
  readonly #classifier: Classifier;

  private constructor(examples: readonly LabelledPart[]) {
    const terms = new Map<number, number>();
    for (const { vector } of examples) {
      for (const term of vector.terms) if (!terms.has(term)) terms.set(term, terms.size);
    }
    this.#terms = terms;
    this.#parts = [...new Set(examples.map(({ part }) => part))];
    const texts = examples.map(({ vector, part }) => ({
      vector: this.#own(vector),
      label: this.#parts.indexOf(part),
    }));
    this.#classifier = new Classifier(texts, terms.size, this.#parts.length);
  }

  /** A classifier for each entry, and for what is not covered, that has parts to tell apart. */
  static forEach(examples: readonly LabelledPart[]): Map<Target, PartClassifier> {
    const byTarget = new Map<Target, LabelledPart[]>();
    for (const example of examples) {
      const own = byTarget.get(example.target);
      if (own) own.push(example);
      else byTarget.set(example.target, [example]);
    }
    const withParts = [...byTarget].filter(([, own]) => own.some(({ part }) => part !== undefined));
    return new Map(withParts.map(([target, own]) => [target, new PartClassifier(own)]));
  }

  /** @returns undefined where the whole is meant, or no part is likely enough */
  partOf(vector: TermVector, enough: number): Part {
    const [best] = this.#classifier.classify(this.#own(vector));
    return best && best.probability >= enough ? this.#parts[best.label] : undefined;
  }

  #own({ terms, weights }: TermVector): TermVector {
    const known = [...terms.keys()].filter((position) => this.#terms.has(terms[position]!));
    return {
      terms: Int32Array.from(known, (position) => this.#terms.get(terms[position]!)!),
      weights: Float32Array.from(known, (position) => weights[position]!),
    };
  }
}
