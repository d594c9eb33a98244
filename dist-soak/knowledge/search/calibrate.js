// Chooses from which confidence on the index answers, from the FAQ's own texts: a share of them is held out of
// the training and asked.
import { Softmax } from './softmax.js';
/** One text in so many is held out. */
const HELD_OUT = 4;
/** What a wrong answer costs, in right ones. */
const COST_OF_WRONG = 1.5;
/** A share of the held-out texts that tells nothing. */
const CHANCE = 0.02;
const STEPS = Array.from({ length: 17 }, (_, step) => 0.1 + step * 0.05);
/** With fewer texts held out than this, chance would choose. */
const ENOUGH = 40;
const DEFAULTS = { answer: 0.5, clarify: 0.7 };
/**
 * @param samples - every text of the index
 * @param noneLabel - the class of texts that the FAQ does not answer
 * @param termCount - how many terms the vectors are numbered over
 */
export function calibrate(samples, noneLabel, termCount) {
    const groups = [...new Set(samples.filter(({ label }) => label === noneLabel).map(({ part }) => part))];
    const isHeldOut = ({ label, part }, index) => (label === noneLabel && part !== undefined ? groups.indexOf(part) : index) % HELD_OUT === 1;
    const heldOut = samples.filter(isHeldOut);
    if (heldOut.length < ENOUGH)
        return DEFAULTS;
    const model = Softmax.train(samples.filter((sample, index) => !isHeldOut(sample, index)), termCount, noneLabel + 1);
    const asked = heldOut.map(({ vector, label }) => {
        const probabilities = model.probabilities(vector);
        const none = probabilities[noneLabel] ?? 0;
        const entries = probabilities.subarray(0, noneLabel);
        const confidence = Math.max(...entries);
        return {
            confidence,
            covered: 1 - none,
            right: entries.indexOf(confidence) === label,
            answered: label !== noneLabel,
        };
    });
    const answer = lowestOfTheBest(asked.length, (threshold) => sum(asked, ({ confidence, right }) => (confidence < threshold ? 0 : right ? 1 : -COST_OF_WRONG)));
    const clarify = lowestOfTheBest(asked.length, (threshold) => sum(asked, ({ confidence, covered, answered }) => confidence >= answer || covered < threshold ? 0 : answered ? 1 : -COST_OF_WRONG));
    return { answer, clarify };
}
/** The lowest threshold that gains about as much as the best one does: the difference would be chance. */
function lowestOfTheBest(asked, gain) {
    const gains = STEPS.map(gain);
    const enough = Math.max(...gains) - CHANCE * asked;
    return STEPS.find((_, index) => gains[index] >= enough);
}
function sum(items, value) {
    return items.reduce((total, item) => total + value(item), 0);
}
//# sourceMappingURL=calibrate.js.map