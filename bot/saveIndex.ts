// Saves the index of the shipped FAQ when the bot is built, so that it need not be built at every start.
import { shippedFaqPath } from '../knowledge/faq/loadFaq.js';
import { saveLearnt } from '../knowledge/understanding/savedIndex.js';

saveLearnt(shippedFaqPath());
