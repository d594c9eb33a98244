// The index of the shipped FAQ, built once for all tests.
import { loadFaq, shippedFaqPath } from '../knowledge/faq/loadFaq.js';
import { FaqIndex } from '../knowledge/search/faqIndex.js';
let built;
export function shippedIndex() {
    return (built ??= new FaqIndex(loadFaq(shippedFaqPath())));
}
//# sourceMappingURL=shippedIndex.js.map