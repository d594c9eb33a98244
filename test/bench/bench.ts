// npm run bench: how long the parts take that every message goes through, beside other libraries on the same texts.
import { readFileSync } from 'node:fs';
import { aligned } from '../../bot/commands/textColumns.js';
import { parseCivilDate } from '../../knowledge/dates/civilDate.js';
import { loadFaq, shippedFaqPath } from '../../knowledge/faq/loadFaq.js';
import { understandDateQuestion } from '../../knowledge/rules/dateQuestion.js';
import { FaqIndex } from '../../knowledge/search/faqIndex.js';
import { LiveIndex } from '../../knowledge/understanding/liveIndex.js';
import { learn } from '../../knowledge/understanding/savedIndex.js';
import { questionsIn } from '../knowledge/search/measured.js';
import { generateFaq } from './generateFaq.js';
import { matchingTable } from './matching.js';
import { time, type Timing } from './timing.js';

const faq = loadFaq(shippedFaqPath());
const learnt = learn(faq);
const { index } = learnt;
const thousand = new FaqIndex(generateFaq(faq, 1000).faq);

const questions = questionsIn('knowledge/search/questions.tsv').map(({ question }) => question);
/** What has been typed after each letter of some questions. */
const live = new LiveIndex(learnt);
const partials = questions
  .slice(0, 20)
  .flatMap((question) =>
    Array.from({ length: Math.min(20, question.length) }, (_, end) => question.slice(0, end)),
  );
const situation = {
  expects: 'nothing',
  choices: [],
  isGuiding: false,
  isPaused: false,
  today: '2026-11-28',
} as const;
const focus = { entry: 'membership-renewal-window' };
const followUps = [
  'where?',
  'それはどこで確認できますか',
  'and for Visual Studio?',
  'how long?',
  '出てこなかったら？',
  'why is that?',
];
const long = questions.join(' ').repeat(10).slice(0, 100_000);
const dateQuestions = readFileSync(
  new URL('../../../test/knowledge/rules/questions.tsv', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => {
    const [, , today = '', question = ''] = line.split('\t');
    return { today: parseCivilDate(today)!, question };
  });

const row = (name: string, { median, p99 }: Timing) => [
  name,
  `${median.toFixed(2)} ms`,
  `${p99.toFixed(2)} ms`,
];
const parts = [
  ['', 'median', 'p99'],
  row(
    'match a question',
    time(questions, (question) => index.match(question)),
  ),
  row(
    'read a message',
    time(questions, (question) => live.understand(question, situation)),
  ),
  row(
    'read a follow-up',
    time(followUps, (question) => live.understand(question, { ...situation, focus })),
  ),
  row(
    'match a message of 100,000 characters',
    time([long], (message) => index.match(message)),
  ),
  row(
    'suggest questions among 1,000 entries',
    time(partials, (partial) => thousand.suggestions(partial, 'en', 5)),
  ),
  row(
    'understand a date question and apply its rule',
    time(dateQuestions, ({ question, today }) => {
      const understood = understandDateQuestion(question, { today });
      return understood?.given.map((date) => understood.rule.dateFor(date));
    }),
  ),
];
process.stdout.write(`${aligned(parts).join('\n')}\n\n`);
process.stdout.write(`${aligned(await matchingTable(faq)).join('\n')}\n`);
