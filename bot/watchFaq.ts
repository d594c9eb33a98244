// Rebuilds the index when the FAQ file changes, while the bot runs.
import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { FaqError, loadFaq } from '../knowledge/faq/loadFaq.js';
import { learn, type Learnt } from '../knowledge/understanding/savedIndex.js';

/** Editors write a file in several steps, of which the system tells one by one. */
const SETTLED_AFTER_MS = 30;

/**
 * Watches a FAQ file. A good edit gives an index, a broken one a sentence a mistake.
 * @param rebuilt - takes what was learnt from it
 * @param tell - takes what to show to the person who edits, a line at a time
 * @returns ends the watching
 */
export function watchFaq(
  file: string,
  rebuilt: (learnt: Learnt) => void,
  tell: (line: string) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const reload = () => {
    const start = performance.now();
    try {
      const faq = loadFaq(file);
      rebuilt(learn(faq));
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      tell(`The FAQ was read again: ${faq.entries.length} entries, live after ${seconds} s.`);
    } catch (error) {
      if (!(error instanceof FaqError)) throw error;
      for (const problem of error.problems) tell(`${basename(file)}: ${problem}`);
      tell('The bot goes on with the FAQ as it was before this change.');
    }
  };
  // The folder, because many editors put a new file in the place of the old one.
  const watcher = watch(dirname(file), (_, name) => {
    if (name !== basename(file)) return;
    clearTimeout(timer);
    timer = setTimeout(reload, SETTLED_AFTER_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
