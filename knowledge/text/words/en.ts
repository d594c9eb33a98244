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
  otherLanguages: words(
    'french german spanish chinese mandarin cantonese korean portuguese italian russian dutch hindi arabic turkish polish thai vietnamese indonesian swedish norwegian danish finnish greek hebrew czech hungarian ukrainian español français deutsch',
  ),
  trouble: [
    ...words(
      "can't cannot couldn't doesn't won't unable fail fails failed failing error refused rejected trouble problem stuck cant doesnt",
    ),
    ...[
      'can not',
      "don't see",
      'not there',
      'not shown',
      'not working',
      'not visible',
      'not available',
      'not able',
      'not possible',
      'greyed out',
      'grayed out',
      'no such',
      'nothing happens',
    ],
  ],
  guidance: [
    'walk me',
    'walk us',
    'guide me',
    'guide us',
    'lead me',
    'lead us',
    'take me',
    'take us',
    'help me',
    'help us',
    'step by step',
    'step-by-step',
    'one step at a time',
    'together',
  ],
  done: words('done finished completed complete did created filed submitted worked sent made ready'),
  onward: [
    ...words('next proceed continue forward onward done finished'),
    'go on',
    'move on',
    'carry on',
    'keep going',
  ],
  writing: words('write enter type put fill paste'),
  allAtOnce: ['all at once', 'all the steps', 'all of the steps', 'all steps', 'in one go', 'the whole list'],
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
    ['first', '1st'],
    ['second', '2nd'],
    ['third', '3rd'],
    ['fourth', '4th'],
    ['fifth', '5th'],
    ['sixth', '6th'],
    ['seventh', '7th'],
    ['eighth', '8th'],
    ['ninth', '9th'],
  ],
  cardinals: words('one two three four five six seven eight nine'),
  last: ['last', 'bottom'],
  former: ['former', 'top'],
  latter: ['latter'],
  middle: ['middle'],
  numberFrames: [
    /\b(?:step|steps|no|number|nr|option|choice|point|item|#)\.? ?#?(\d{1,2})\b/u,
    /(?:^|\s)#?(\d{1,2})(?:st|nd|rd|th)?(?: (?:one|step|option|choice|please))?(?=$|[\s.!,])/u,
  ],
  polarity: {
    permits: [
      ...words(
        'can could may allowed permitted ok okay fine possible acceptable legit legal alright allow allows permit permits permissible entitled usable valid work works',
      ),
      ...['all right', 'any way', 'a way', 'able to', 'let me', 'let us', 'no problem', 'keep working'],
    ],
    forbids: [
      ...words(
        'forbidden prohibited banned disallowed illegal impossible breach violation blocked refused rejected off-limits no-go taboo ng',
      ),
      ...['off limits', 'against the rules', 'against the terms', 'ruled out', 'a problem', 'any problem'],
      ...[
        'any objection',
        'any objections',
        'break the rules',
        'out of the question',
        'no go',
        'not ok with',
      ],
    ],
    denies: [
      ...words("can't cannot cant couldn't mustn't unable"),
      ...['can not', 'could not', 'may not', 'must not', 'nobody can', 'nobody may', 'no way'],
    ],
    invites: words("can't cant couldn't isn't aren't won't wouldn't"),
    agreesTag: [
      ...words('right correct true yes'),
      ...[
        'is that right',
        'is that correct',
        'is that true',
        'am i right',
        "isn't it",
        'is it',
        "aren't they",
      ],
      ...[
        "can't i",
        "can't we",
        'can i',
        'can we',
        "isn't that so",
        'yeah',
        "don't you think",
        'did i get that right',
      ],
    ],
    agreesStart: [
      ...[
        'is it true that',
        'is it correct that',
        'is it right that',
        'am i right that',
        'am i correct that',
      ],
      ...['does that mean', 'does this mean', 'do you mean', 'so you mean', 'you mean', 'is it true'],
    ],
    noDeniesDenials: false,
    asksElse: [
      ...words(
        'must need needs required necessary should stop stops stopped expire expires expired lapse die dies dead deactivated disabled lose lost void worthless useless wasted mandatory obliged',
      ),
      ...['have to', 'has to', 'had to', 'cut off', 'go dark', 'too late', 'too early', 'too soon'],
    ],
    open: words("how how's what what's which why when when's where where's who who's whom whose"),
    openAnywhere: words("how what what's which why"),
    alternatives: [
      'or does',
      'or do',
      'or is',
      'or are',
      'or can',
      'or may',
      'or must',
      'or will',
      'or just',
      'or only',
    ],
    narrows: [
      ...words(
        'only once solely merely exclusively without neither nor unless instead except year years month months week weeks days forever',
      ),
      ...['one time', 'at most', 'not to', 'no more than'],
    ],
    opposites: [
      [
        ['before', 'ahead of', 'prior', 'early', 'earlier', 'beforehand', 'in advance', 'sooner'],
        ['after', 'afterwards', 'since', 'later', 'late', 'past'],
      ],
    ],
    connectives: words('and but then also so'),
    indirect: [
      'whether',
      ...[
        'know if',
        'wonder if',
        'wondering if',
        'tell me if',
        'advise if',
        'confirm if',
        'check if',
        'sure if',
        'ask if',
      ],
    ],
    subordinates: [
      ...words(
        'if when once after before until till because although though since while who whom whose which unless',
      ),
      'even though',
    ],
  },
};
