import { backgroundMessages } from './background.js';
import { calibrate } from './calibrate.js';
import { normalise } from './normalise.js';
import { Respeller } from './respell.js';
import { withoutSalutation } from './salutation.js';
import { Softmax } from './softmax.js';
import { Suggester } from './suggest.js';
import { termsOf, termText } from './terms.js';
import { Vocabulary } from './vocabulary.js';
const NONE = Symbol('none');
/** From which probability among its like on a fact is taken for what is asked. */
const FACT_IS_MEANT = 0.5;
/** To name a wrong topic is odd, to name none is not. */
const TOPIC_IS_MEANT = 0.6;
/** A second candidate with more than this share of the first one's confidence makes the bot ask back. */
const TOO_CLOSE = 0.45;
/** A single word rarely says what is asked about it. */
const SINGLE_WORD_IS_ENOUGH = 0.95;
/** From which probability on an entry is suggested where letters alone find too few. */
const WORTH_SUGGESTING = 0.3;
const HAS_LETTERS = /\p{L}/u;
const MOST_CHOICES = 3;
/** Longer messages are pasted logs; what they ask stands at one of their ends. */
const LONGEST_MESSAGE = 600;
export class FaqIndex {
    faq;
    #targets;
    #vocabulary;
    #model;
    #parts;
    #exact;
    #respeller;
    #thresholds;
    #suggester;
    /** Builds the index of a FAQ; the same FAQ gives the same index. */
    constructor(faq) {
        this.faq = faq;
        this.#targets = [...faq.entries, NONE];
        const examples = examplesOf(faq);
        this.#vocabulary = new Vocabulary(examples.map((example) => example.terms));
        this.#exact = exactQuestions(faq);
        this.#respeller = new Respeller(latinWords(faq), faq.readings);
        const labels = new Map(this.#targets.map((target, label) => [target, label]));
        const samples = examples.map(({ terms, target, part }) => ({
            vector: this.#vocabulary.vectorOf(terms),
            label: labels.get(target),
            part,
        }));
        this.#model = Softmax.train(samples, this.#vocabulary.size, this.#targets.length);
        this.#parts = new Map(this.#targets.map((target) => [target, new PartModel(this.#vocabulary.size)]));
        for (const sample of samples)
            this.#parts.get(this.#targets[sample.label]).add(sample);
        this.#thresholds = calibrate(samples, this.#targets.length - 1, this.#vocabulary.size);
    }
    /** @param message - what the user wrote, in any mixture of the FAQ's languages */
    match(message) {
        return this.#look(message).match;
    }
    /**
     * Questions that a person who has typed so much may want to ask.
     * @param partial - in either language; empty gives the FAQ's highlights
     * @param language - of the titles and questions to give
     * @returns the best first, `limit` at most
     */
    suggestions(partial, language, limit) {
        this.#suggester ??= new Suggester(this.faq);
        return this.#suggester.suggestions(partial, language, limit, () => {
            const match = this.match(partial);
            if (match.outcome === 'none')
                return [];
            if (match.outcome === 'answer')
                return [match.answer];
            return match.choices.filter(({ confidence }) => confidence >= WORTH_SUGGESTING);
        });
    }
    explain(message) {
        const { match, respelled, vector, none } = this.#look(message);
        const terms = new Map(match.candidates.map(({ entry }) => {
            const label = this.#targets.indexOf(entry);
            const weights = [...vector.terms].map((number, position) => ({
                term: termText(this.#vocabulary.term(number)),
                weight: this.#model.contribution(vector, position, label),
            }));
            return [entry, weights.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, 8)];
        }));
        return { match, respelled, thresholds: this.#thresholds, none, terms };
    }
    #look(message) {
        const text = excerpt(message);
        const exact = this.#exact.get(bare(text));
        const respelled = this.#respeller.respell(withoutSalutation(text));
        const vector = this.#vocabulary.vectorOf(respelled);
        const probabilities = this.#model.probabilities(vector);
        const none = probabilities.at(-1) ?? 1;
        const candidates = likeliest(probabilities.subarray(0, -1)).map((label) => ({
            entry: this.faq.entries[label],
            confidence: probabilities[label],
        }));
        const match = exact
            ? exactMatch(exact, candidates)
            : this.#decide(respelled, vector, candidates, none);
        return { match, respelled, vector, none };
    }
    #decide(text, vector, candidates, none) {
        const [first, second] = candidates;
        const isLikely = first !== undefined && first.confidence >= this.#thresholds.answer;
        const isVague = (second?.confidence ?? 0) > TOO_CLOSE * (first?.confidence ?? 0) ||
            (isSingleWord(text) && (first?.confidence ?? 0) < SINGLE_WORD_IS_ENOUGH);
        if (isLikely && !isVague) {
            return { outcome: 'answer', answer: { ...first, ...this.#factOf(first.entry, vector) }, candidates };
        }
        const isPossible = (first?.confidence ?? 0) >= this.#thresholds.answer / 2;
        if (isLikely || (isPossible && HAS_LETTERS.test(text) && 1 - none >= this.#thresholds.clarify)) {
            const likely = candidates.filter(({ confidence }, rank) => rank < 2 || confidence >= none);
            const choices = likely.map((candidate) => ({ ...candidate, ...this.#factOf(candidate.entry, vector) }));
            return { outcome: 'clarify', choices, candidates };
        }
        const topic = this.#parts.get(NONE)?.partOf(vector, TOPIC_IS_MEANT);
        return { outcome: 'none', ...(topic && { topic }), candidates };
    }
    #factOf(entry, vector) {
        const fact = this.#parts.get(entry)?.partOf(vector, FACT_IS_MEANT);
        return fact ? { fact } : {};
    }
}
/** The numbers of the highest few, in order. */
function likeliest(probabilities) {
    const best = [];
    for (let label = 0; label < probabilities.length; label += 1) {
        if (best.length === MOST_CHOICES && probabilities[label] <= probabilities[best.at(-1)])
            continue;
        best.push(label);
        best.sort((a, b) => probabilities[b] - probabilities[a]).splice(MOST_CHOICES);
    }
    return best;
}
function exactMatch(exact, candidates) {
    const answer = { ...exact, confidence: 1 };
    const others = candidates.filter(({ entry }) => entry !== exact.entry);
    return { outcome: 'answer', answer, candidates: [{ entry: exact.entry, confidence: 1 }, ...others] };
}
/** Tells the facts of one entry apart, or the topics that are not covered. */
class PartModel {
    termCount;
    #samples = [];
    #parts = [];
    #model;
    constructor(termCount) {
        this.termCount = termCount;
    }
    add(sample) {
        this.#samples.push(sample);
    }
    /** @returns undefined where the whole is meant, or no part is likely enough */
    partOf(vector, enough) {
        const probabilities = this.#trained().probabilities(vector);
        const best = probabilities.indexOf(Math.max(...probabilities));
        return (probabilities[best] ?? 0) >= enough ? this.#parts[best] : undefined;
    }
    /** Trained when it is first needed, which keeps the rebuilding of an index short. */
    #trained() {
        if (!this.#model) {
            this.#parts = [...new Set(this.#samples.map(({ part }) => part))];
            const samples = this.#samples.map(({ part, vector }) => ({ vector, label: this.#parts.indexOf(part) }));
            this.#model = Softmax.train(samples, this.termCount, this.#parts.length);
        }
        return this.#model;
    }
}
function examplesOf(faq) {
    const examples = [];
    const add = (target, part, texts) => {
        for (const text of new Set(texts))
            examples.push({ terms: termsOf(text), target, part });
    };
    for (const entry of faq.entries) {
        add(entry, undefined, [...questionsOf(entry), entry.title.en, entry.title.ja]);
        for (const fact of entry.facts)
            add(entry, fact, questionsOf(fact));
    }
    for (const topic of faq.notCovered)
        add(NONE, topic, [...topic.alternates.en, ...topic.alternates.ja]);
    add(NONE, undefined, backgroundMessages());
    return examples;
}
function questionsOf({ question, alternates }) {
    return [question.en, question.ja, ...alternates.en, ...alternates.ja];
}
/** Questions and titles by their bare spelling: what a button sends must find its own answer. */
function exactQuestions(faq) {
    const exact = new Map();
    for (const entry of faq.entries) {
        for (const fact of entry.facts) {
            for (const text of [...questionsOf(fact), fact.title.en, fact.title.ja])
                exact.set(bare(text), { entry, fact });
        }
        for (const text of [...questionsOf(entry), entry.title.en, entry.title.ja])
            exact.set(bare(text), { entry });
    }
    return exact;
}
function bare(text) {
    return normalise(text)
        .replace(/[\p{P}\p{S}\s]+/gu, ' ')
        .trim();
}
function latinWords(faq) {
    const texts = [
        ...faq.entries.flatMap((entry) => [...questionsOf(entry), ...entry.facts.flatMap(questionsOf)]),
        ...faq.notCovered.flatMap((topic) => [...topic.alternates.en, ...topic.alternates.ja]),
        ...backgroundMessages(),
    ];
    return new Set(texts.flatMap((text) => normalise(text).match(/\p{Script=Latin}+/gu) ?? []));
}
/** One Latin word, or as few Japanese characters as a word and an ending have. */
function isSingleWord(text) {
    return /^[\p{P}\p{S}\s]*(?:[\p{Script=Latin}\p{N}'-]+|[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]{1,6})[\p{P}\p{S}\s]*$/u.test(text);
}
function excerpt(message) {
    if (message.length <= LONGEST_MESSAGE)
        return message;
    return `${message.slice(0, LONGEST_MESSAGE / 2)} ${message.slice(-LONGEST_MESSAGE / 2)}`;
}
//# sourceMappingURL=faqIndex.js.map