/** Few texts are gone through more often than many, which say the same thing more often themselves. */
const MOST_EPOCHS = 8;
const FEWEST_EPOCHS = 2;
const ENOUGH_VISITS = 40_000;
const LEARNING_RATE = 0.25;
/** A sample is left alone while its own class is at least this sure, a class while it gets less than a fifth. */
const SURE = 0.95;
const NEGLIGIBLE = (1 - SURE) / 5;
/** Weights are kept in blocks of so many classes, chained for each term. */
const BLOCK = 8;
export class Softmax {
    #classCount;
    /** For each term its first block, for each block the next one of the term; 0 ends the chain. */
    #first;
    #next = new Int32Array(1);
    #blockCount = 1;
    /** For each place in a block: the class + 1 (0: free), the weight, the sum of squared gradients. */
    #classes = new Int32Array(BLOCK);
    #weights = new Float32Array(BLOCK);
    #squares = new Float32Array(BLOCK);
    constructor(termCount, classCount) {
        this.#classCount = classCount;
        this.#first = new Int32Array(termCount);
    }
    /**
     * Trains a model; the same samples in the same order give the same model.
     * @param termCount - how many terms the vectors are numbered over
     * @param classCount - how many classes there are
     */
    static train(samples, termCount, classCount) {
        const model = new Softmax(termCount, classCount);
        const order = samples.map((_, index) => index);
        const random = seededRandom();
        const scores = new Scores(classCount);
        const wanted = Math.ceil(ENOUGH_VISITS / samples.length);
        const epochs = Math.max(FEWEST_EPOCHS, Math.min(MOST_EPOCHS, wanted));
        for (let epoch = 0; epoch < epochs; epoch += 1) {
            shuffle(order, random);
            for (const index of order)
                model.#learn(samples[index], scores);
        }
        return model;
    }
    /** @returns the probability of each class, in the order of their numbers */
    probabilities(vector) {
        const scores = new Scores(this.#classCount);
        this.#score(vector, scores);
        scores.toProbabilities();
        return scores.all();
    }
    /** How much the term at a position of a vector adds to the score of a class. */
    contribution(vector, position, label) {
        for (let block = this.#first[vector.terms[position]]; block > 0; block = this.#next[block]) {
            const place = this.#classes.subarray(block * BLOCK, (block + 1) * BLOCK).indexOf(label + 1);
            if (place >= 0)
                return this.#weights[block * BLOCK + place] * vector.weights[position];
        }
        return 0;
    }
    #score({ terms, weights }, scores) {
        const first = this.#first;
        const next = this.#next;
        const classes = this.#classes;
        const classWeights = this.#weights;
        for (let position = 0; position < terms.length; position += 1) {
            const weight = weights[position];
            for (let block = first[terms[position]]; block > 0; block = next[block]) {
                for (let place = block * BLOCK, end = place + BLOCK; place < end; place += 1) {
                    const label = classes[place];
                    if (label === 0)
                        break;
                    scores.add(label - 1, classWeights[place] * weight);
                }
            }
        }
    }
    #learn({ vector, label }, scores) {
        scores.clear();
        this.#score(vector, scores);
        scores.add(label, 0);
        scores.toProbabilities();
        const { values } = scores;
        if (values[label] > SURE)
            return;
        values[label] -= 1;
        const doubtful = [];
        for (const number of scores.touched()) {
            if (Math.abs(values[number]) < NEGLIGIBLE)
                values[number] = 0;
            else
                doubtful.push(number);
        }
        for (let position = 0; position < vector.terms.length; position += 1) {
            this.#update(vector.terms[position], vector.weights[position], values, doubtful);
        }
    }
    #update(term, weight, gradient, doubtful) {
        const classes = this.#classes;
        const weights = this.#weights;
        const squares = this.#squares;
        let found = 0;
        for (let block = this.#first[term]; block > 0; block = this.#next[block]) {
            for (let place = block * BLOCK, end = place + BLOCK; place < end; place += 1) {
                const label = classes[place];
                if (label === 0)
                    break;
                const step = gradient[label - 1] * weight;
                if (step === 0)
                    continue;
                found += 1;
                const square = squares[place] + step * step;
                squares[place] = square;
                weights[place] -= (LEARNING_RATE * step) / Math.sqrt(square);
            }
        }
        if (found === doubtful.length)
            return;
        for (const label of doubtful) {
            const step = gradient[label] * weight;
            const place = this.#placeOf(term, label);
            // A place that was found above has been updated already.
            if (this.#squares[place] > 0)
                continue;
            this.#squares[place] = step * step;
            this.#weights[place] = -LEARNING_RATE * Math.sign(step);
        }
    }
    /** The place of a class among the weights of a term, made where there is none. */
    #placeOf(term, label) {
        let last = 0;
        for (let block = this.#first[term]; block > 0; block = this.#next[block]) {
            for (let place = block * BLOCK, end = place + BLOCK; place < end; place += 1) {
                if (this.#classes[place] === label + 1)
                    return place;
                if (this.#classes[place] === 0) {
                    this.#classes[place] = label + 1;
                    return place;
                }
            }
            last = block;
        }
        const block = this.#newBlock();
        if (last === 0)
            this.#first[term] = block;
        else
            this.#next[last] = block;
        this.#classes[block * BLOCK] = label + 1;
        return block * BLOCK;
    }
    #newBlock() {
        const block = this.#blockCount;
        if (block === this.#next.length) {
            this.#next = grown(this.#next, new Int32Array(block * 2));
            this.#classes = grown(this.#classes, new Int32Array(block * 2 * BLOCK));
            this.#weights = grown(this.#weights, new Float32Array(block * 2 * BLOCK));
            this.#squares = grown(this.#squares, new Float32Array(block * 2 * BLOCK));
        }
        this.#blockCount += 1;
        return block;
    }
}
function grown(from, to) {
    to.set(from);
    return to;
}
/** Scores of classes, of which most are 0 and cost nothing where there are many. */
class Scores {
    values;
    #isTouched;
    #touched;
    #count = 0;
    /** What each class that no term speaks of gets. */
    #rest = 0;
    constructor(classCount) {
        this.values = new Float64Array(classCount);
        this.#isTouched = new Uint8Array(classCount);
        this.#touched = new Int32Array(classCount);
        this.clear();
    }
    /** Sets all to 0. With few classes, each may be in doubt from the start. */
    clear() {
        for (const number of this.touched()) {
            this.values[number] = 0;
            this.#isTouched[number] = 0;
        }
        this.#count = 0;
        if (this.values.length * NEGLIGIBLE < 1) {
            for (let number = 0; number < this.values.length; number += 1)
                this.add(number, 0);
        }
    }
    add(number, score) {
        if (this.#isTouched[number] === 0) {
            this.#isTouched[number] = 1;
            this.#touched[this.#count] = number;
            this.#count += 1;
        }
        this.values[number] += score;
    }
    touched() {
        return this.#touched.subarray(0, this.#count);
    }
    /** Turns the scores that were added to into probabilities. */
    toProbabilities() {
        const untouched = this.values.length - this.#count;
        let highest = untouched > 0 ? 0 : -Infinity;
        for (const number of this.touched())
            highest = Math.max(highest, this.values[number]);
        this.#rest = Math.exp(-highest);
        let sum = untouched * this.#rest;
        for (const number of this.touched())
            sum += this.values[number] = Math.exp(this.values[number] - highest);
        for (const number of this.touched())
            this.values[number] /= sum;
        this.#rest /= sum;
    }
    /** The probabilities of all classes. */
    all() {
        for (let number = 0; number < this.values.length; number += 1) {
            if (this.#isTouched[number] === 0)
                this.values[number] = this.#rest;
        }
        return this.values;
    }
}
/** The MINSTD generator of Park and Miller (1988): the same numbers in the same order at every call. */
function seededRandom() {
    let state = 1;
    return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
function shuffle(order, random) {
    for (let index = order.length - 1; index > 0; index -= 1) {
        const other = Math.floor(random() * (index + 1));
        [order[index], order[other]] = [order[other], order[index]];
    }
}
//# sourceMappingURL=softmax.js.map