// npm run bench: how long the parts take that every message goes through.
import { readFileSync } from 'node:fs';
import { alignRight } from '../../bot/commands/commandLine.js';
import { loadFaq, shippedFaqPath } from '../../knowledge/faq/loadFaq.js';
import { parseCivilDate } from '../../knowledge/dates/civilDate.js';
import { understandDateQuestion } from '../../knowledge/rules/dateQuestion.js';
import { FaqIndex } from '../../knowledge/search/faqIndex.js';
import { time } from './timing.js';
const file = (name) => readFileSync(new URL(`../../../test/knowledge/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
const loadStart = performance.now();
const faq = loadFaq(shippedFaqPath());
const buildStart = performance.now();
const index = new FaqIndex(faq);
const built = performance.now();
const questions = file('search/questions.tsv').map((line) => line.split('\t')[2]);
const dateQuestions = file('rules/questions.tsv').map((line) => {
    const [, , today = '', question = ''] = line.split('\t');
    return { today: parseCivilDate(today), question };
});
const row = (name, { median, p99 }) => [
    name,
    `${median.toFixed(2)} ms`,
    `${p99.toFixed(2)} ms`,
];
const table = [
    ['', 'median', 'p99'],
    row('match a question', time(questions, (question) => index.match(question))),
    row('understand a date question and apply its rule', time(dateQuestions, ({ question, today }) => {
        const understood = understandDateQuestion(question, { today });
        return understood?.given.map((date) => understood.rule.dateFor(date));
    })),
];
process.stdout.write(`load the FAQ ${(buildStart - loadStart).toFixed(0)} ms, build the index ${(built - buildStart).toFixed(0)} ms\n\n${alignRight(table).join('\n')}\n`);
//# sourceMappingURL=bench.js.map