// What was learnt from the shipped FAQ, once for all tests.
import { shippedFaqPath } from '../knowledge/faq/loadFaq.js';
import type { FaqIndex } from '../knowledge/search/faqIndex.js';
import { type Learnt, learntFrom } from '../knowledge/understanding/savedIndex.js';

let learnt: Learnt | undefined;

export function shipped(): Learnt {
  return (learnt ??= learntFrom(shippedFaqPath()));
}

export function shippedIndex(): FaqIndex {
  return shipped().index;
}
