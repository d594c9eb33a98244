// npm run evaluate: how well the index answers a file of questions.
import { parseArgs } from 'node:util';
import { loadFaq } from '../../knowledge/faq/loadFaq.js';
import { FaqIndex } from '../../knowledge/search/faqIndex.js';
import { alignRight, faqPathOf, readRows, runCommand, UsageError } from './commandLine.js';
import { evaluateDates } from './evaluateDates.js';
const USAGE = `Usage: npm run evaluate -- [--faq FILE.yaml] [--json] FILE.tsv
       npm run evaluate -- --dates [--json] FILE.tsv
Rows of FILE.tsv: the id of an entry or "none", a language, a question; separated by tabs.
With --dates: a rule, a language, today as YYYY-MM-DD, a question, what is expected (dates joined by ";", with
"yes:" or "no:" before them where that is asked; "ask"; "invalid").`;
await runCommand(USAGE, async () => {
    const { values, positionals } = parseArgs({
        allowPositionals: true,
        options: {
            faq: { type: 'string' },
            json: { type: 'boolean', default: false },
            dates: { type: 'boolean', default: false },
        },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0)
        throw new UsageError('Name one file of questions.');
    if (values.dates) {
        process.stdout.write(await evaluateDates(file, values.json));
        return;
    }
    const faq = loadFaq(faqPathOf(values.faq));
    const rows = rowsOf(file, new Set(['none', ...faq.entries.map(({ id }) => id)]));
    const index = new FaqIndex(faq);
    const results = rows.map((row) => {
        const match = index.match(row.question);
        const confidence = match.outcome === 'answer' ? match.answer.confidence : (match.candidates[0]?.confidence ?? 0);
        return {
            ...row,
            match,
            got: match.outcome === 'answer' ? match.answer.entry.id : match.outcome,
            confidence,
        };
    });
    process.stdout.write(values.json ? jsonLines(results) : report(results));
});
function rowsOf(file, ids) {
    return readRows(file, 3).map(({ line, cells }) => {
        const [expected = '', language = '', question = ''] = cells;
        if (!ids.has(expected))
            throw new UsageError(`${file}, line ${line}: there is no entry "${expected}".`);
        return { expected, language, question };
    });
}
function jsonLines(results) {
    return results
        .map(({ expected, got, match, confidence, question }) => {
        const candidates = match.candidates.map(({ entry, confidence: score }) => ({
            id: entry.id,
            confidence: round(score),
        }));
        return `${JSON.stringify({ expected, got, outcome: match.outcome, candidates, confidence: round(confidence), question })}\n`;
    })
        .join('');
}
function round(share) {
    return Math.round(share * 10_000) / 10_000;
}
function report(results) {
    const columns = [
        '',
        'questions',
        'first choice',
        'right',
        'clarified',
        'wrong',
        'no answer',
        'none',
        'none recognised',
        'answered wrong',
    ];
    const languages = [...new Set(results.map(({ language }) => language))];
    const table = [
        columns,
        ...languages.map((language) => figures(language, results.filter((result) => result.language === language))),
        figures('all', results),
    ];
    const lines = alignRight(table);
    const misses = results
        .filter(({ expected, got }) => expected !== got)
        .map(({ expected, got, match, question }) => {
        const first = match.candidates[0];
        const likeliest = first ? `likeliest ${first.entry.id} ${(100 * first.confidence).toFixed(0)} %` : '';
        return `${expected} -> ${got} (${likeliest}): ${question}`;
    });
    const heading = misses.length > 0 ? `\n\nNot as expected (${misses.length}):\n` : '\n\nEvery row as expected.';
    return `${lines.join('\n')}${heading}${misses.join('\n')}\n`;
}
/** Questions with an answer, then those without; "answered wrong" is the share of all rows. */
function figures(name, results) {
    const covered = results.filter(({ expected }) => expected !== 'none');
    const uncovered = results.filter(({ expected }) => expected === 'none');
    const share = (part, of) => of.length === 0 ? '-' : `${((100 * part.length) / of.length).toFixed(1)} %`;
    const answered = covered.filter(({ match }) => match.outcome === 'answer');
    const wrong = answered.filter(({ expected, got }) => expected !== got);
    return [
        name,
        String(covered.length),
        share(covered.filter(({ expected, match }) => match.candidates[0]?.entry.id === expected), covered),
        share(answered.filter(({ expected, got }) => expected === got), covered),
        share(covered.filter(({ got }) => got === 'clarify'), covered),
        share(wrong, covered),
        share(covered.filter(({ got }) => got === 'none'), covered),
        String(uncovered.length),
        share(uncovered.filter(({ got }) => got === 'none'), uncovered),
        share([...wrong, ...uncovered.filter(({ match }) => match.outcome === 'answer')], results),
    ];
}
//# sourceMappingURL=evaluate.js.map