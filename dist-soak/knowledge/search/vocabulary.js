// The terms of all texts of an index, numbered and weighted.
import { termsOf } from './terms.js';
/** Numbers terms and weighs them by inverse document frequency. */
export class Vocabulary {
    #numbers = new Map();
    #terms = [];
    #idf;
    /** @param texts - the terms of each text of the index */
    constructor(texts) {
        const documentFrequency = [];
        for (const terms of texts) {
            for (const term of terms) {
                let number = this.#numbers.get(term);
                if (number === undefined) {
                    number = this.#numbers.size;
                    this.#numbers.set(term, number);
                    this.#terms.push(term);
                    documentFrequency.push(0);
                }
                documentFrequency[number] = (documentFrequency[number] ?? 0) + 1;
            }
        }
        this.#idf = Float32Array.from(documentFrequency, (count) => Math.log(1 + texts.length / count));
    }
    get size() {
        return this.#numbers.size;
    }
    term(number) {
        return this.#terms[number] ?? '';
    }
    vectorOf(terms) {
        const numbers = [];
        let squares = 0;
        for (const term of typeof terms === 'string' ? termsOf(terms) : terms) {
            const number = this.#numbers.get(term);
            if (number === undefined)
                continue;
            numbers.push(number);
            squares += (this.#idf[number] ?? 0) ** 2;
        }
        const length = Math.sqrt(squares) || 1;
        return {
            terms: Int32Array.from(numbers),
            weights: Float32Array.from(numbers, (number) => (this.#idf[number] ?? 0) / length),
        };
    }
}
//# sourceMappingURL=vocabulary.js.map