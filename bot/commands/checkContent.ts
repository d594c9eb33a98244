// npm run check:content: what is wrong with a FAQ beyond its form.
import { parseArgs } from 'node:util';
import { loadFaq } from '../../knowledge/faq/loadFaq.js';
import { checkContent } from '../../knowledge/search/checkContent.js';
import { faqPathOf, runCommand } from './commandLine.js';

const USAGE = 'Usage: npm run check:content -- [--faq FILE.yaml]';

await runCommand(USAGE, () => {
  const { values } = parseArgs({ options: { faq: { type: 'string' } } });
  const file = faqPathOf(values.faq);
  const problems = checkContent(loadFaq(file));
  const summary =
    problems.length === 0 ? 'No problems found.' : `${problems.length} problems found in ${file}:`;
  process.stdout.write(`${[summary, ...problems].join('\n')}\n`);
  if (problems.length > 0) process.exitCode = 1;
});
