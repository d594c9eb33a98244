// The index of the shipped FAQ, one for all tests.
import { shippedFaqPath } from '../knowledge/faq/loadFaq.js';
import type { FaqIndex } from '../knowledge/search/faqIndex.js';
import { indexOf } from '../knowledge/search/savedIndex.js';

let index: FaqIndex | undefined;

export function shippedIndex(): FaqIndex {
  return (index ??= indexOf(shippedFaqPath()));
}
