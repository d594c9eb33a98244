// The small words of English.
import type { Words } from './words.js';

const words = (text: string): string[] => text.split(' ');

export const en: Words = {
  functionWords: new Set(
    words(
      "a about after again all already also am an and any anyone are aren't as at be because been before being but by " +
        "can can't cannot could did didn't do does doesn't don't for from get getting give go got had has have he help her here hi " +
        "hello his how i i'd i'll i'm i've if in into is isn't it it's its just keep know like long make many may me mean more much " +
        'must my need no not now of off on once one only or other our out over please pls same say she should show so ' +
        "someone still tell than thank thanks that that's the their them then there these they this those to too until up us use want " +
        "was we we're we've well were what what's when where which who whom whose why will with won't work would yes yet you your",
    ),
  ),
  languageNames: { en: ['english', 'eigo'], ja: ['japanese', 'nihongo'] },
  questionStarts: words(
    "how what what's where where's when when's which who who's whom whose why can can't could couldn't may must do don't does " +
      "doesn't did didn't is isn't are aren't was were wasn't weren't should shouldn't will won't would has have had shall am i",
  ).filter((word) => word !== 'i'),
  questionEnds: ['right', 'correct', 'yes or no'],
  requests: [
    'tell me',
    'show me',
    'explain',
    'i want to know',
    'i would like to know',
    "i'd like to know",
    'i need to know',
    'let me know',
    'please advise',
    'wondering',
  ],
  joiners: [
    'and also',
    'also',
    'and',
    'plus',
    'one more thing',
    'one more',
    'another thing',
    'by the way',
    'btw',
    'besides',
  ],
  fillers: words('um uh er hmm well so ok okay oh ah please hey hi hello sorry actually'),
  negation: {
    before: words(
      "not no never none neither nor without isn't aren't wasn't weren't don't doesn't didn't hasn't haven't won't can't cannot isnt arent dont doesnt didnt hasnt havent cant except",
    ),
    after: [],
  },
  formerly: [
    'formerly',
    'previously',
    'used to',
    'in the past',
    'earlier',
    'no longer',
    'not any more',
    'not anymore',
    'until last',
    'was once',
  ],
  maybe: [
    'maybe',
    'perhaps',
    'might',
    'may be',
    'i think',
    'i guess',
    'possibly',
    'probably',
    'not sure',
    'could be',
    "don't know",
  ],
  listJoiners: ['and', 'or', 'plus', 'as well as'],
  ordinals: [
    ['first', 'one', '1st'],
    ['second', 'two', '2nd'],
    ['third', 'three', '3rd'],
    ['fourth', 'four', '4th'],
    ['fifth', 'five', '5th'],
    ['sixth', 'six', '6th'],
    ['seventh', 'seven', '7th'],
    ['eighth', 'eight', '8th'],
    ['ninth', 'nine', '9th'],
  ],
  last: ['last', 'bottom'],
  former: ['former', 'top'],
  latter: ['latter'],
  middle: ['middle'],
  numberFrames: [
    /\b(?:step|steps|no|number|nr|option|choice|point|item|#)\.? ?#?(\d{1,2})\b/u,
    /(?:^|\s)#?(\d{1,2})(?:st|nd|rd|th)?(?: (?:one|step|option|choice|please))?(?=$|[\s.!,])/u,
  ],
};
