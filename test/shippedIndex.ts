// The index of the shipped FAQ, built once for all tests.
import { loadFaq, shippedFaqPath } from '../knowledge/faq/loadFaq.js';
import { FaqIndex } from '../knowledge/search/faqIndex.js';

let built: FaqIndex | undefined;

export function shippedIndex(): FaqIndex {
  return (built ??= new FaqIndex(loadFaq(shippedFaqPath())));
}
