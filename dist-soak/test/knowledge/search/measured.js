// How an index answers a file of questions: id of the entry or "none", language, question.
import { readFileSync } from 'node:fs';
/** @param name - a file below test/; not compiled, so it stands in the source tree */
export function questionsIn(name) {
    return readFileSync(new URL(`../../../../test/${name}`, import.meta.url), 'utf8')
        .trim()
        .split('\n')
        .map((line) => {
        const [expected = '', language = '', question = ''] = line.split('\t');
        return { expected, language, question };
    });
}
/** Shares from 0 to 1: of the answerable questions, of all, and of those without an answer. */
export function measured(index, questions) {
    const answered = questions.map(({ expected, question }) => {
        const match = index.match(question);
        return { expected, got: match.outcome === 'answer' ? match.answer.entry.id : match.outcome };
    });
    const covered = answered.filter(({ expected }) => expected !== 'none');
    const uncovered = answered.filter(({ expected }) => expected === 'none');
    return {
        right: covered.filter(({ expected, got }) => expected === got).length / covered.length,
        wrong: answered.filter(({ expected, got }) => ![expected, 'none', 'clarify'].includes(got)).length /
            answered.length,
        recognised: uncovered.filter(({ got }) => got === 'none').length / uncovered.length,
    };
}
//# sourceMappingURL=measured.js.map