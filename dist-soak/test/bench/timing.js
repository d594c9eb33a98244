// Times a function over many inputs, in this process: machines differ, so figures of one run compare only with
// each other.
const ROUNDS = 20;
/** @param inputs - each is passed once a round, after a round that does not count */
export function time(inputs, work) {
    for (const input of inputs)
        work(input);
    const taken = [];
    for (let round = 0; round < ROUNDS; round += 1) {
        for (const input of inputs) {
            const start = performance.now();
            work(input);
            taken.push(performance.now() - start);
        }
    }
    taken.sort((a, b) => a - b);
    return { median: taken[Math.floor(taken.length / 2)], p99: taken[Math.floor(taken.length * 0.99)] };
}
//# sourceMappingURL=timing.js.map