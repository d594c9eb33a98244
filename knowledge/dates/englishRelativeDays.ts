// Days that English tells from today: ten days ago, next Friday, the 15th of last month, end of the year.
// chrono's parsers for these are not used: they count "30 days after" from today, carry 31 March minus a
// month into March, take "a few" for three, and mean by "next Friday" the one of next week.
import { type CivilDate, partsOf, plusDays } from './civilDate.js';
import { awayFrom, dateParser, dayOfMonth, type Groups, type Reading, type Unit } from './dateParser.js';
import { FLOATS } from './floatingDay.js';
import {
  weekdayAfter,
  weekdayBefore,
  weekdayFrom,
  weekdayInWeek,
  weekdayNear,
  weekdayOfMonth,
} from './weekday.js';

const INSIDE_A_WORD = /[\w-]$/;

const besideToday = dateParser(
  /(?:the\s+)?day\s+(?<side>after\s+tomorrow|before\s+yesterday)\b/i,
  ({ side }, { today }) => partsOf(plusDays(today, side!.toLowerCase().startsWith('after') ? 2 : -2)),
  INSIDE_A_WORD,
);

/** As they are misspelt most. */
const misspelt = dateParser(
  /(?:(?<yesterday>yesteday|yesterdy|yestarday|yesturday|yeserday)|tomorow|tommorow|tommorrow|tomorroe)\b/i,
  ({ yesterday }, { today }) => partsOf(plusDays(today, yesterday === undefined ? 1 : -1)),
  INSIDE_A_WORD,
);

const ONES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
export const COUNT = `(?<count>\\d{1,4}|an?|half\\s+an?|(?:${TENS.join('|')})(?:[- ](?:${ONES.slice(1, 10).join('|')}))?|${ONES.slice(1).reverse().join('|')})`;
const UNIT = '(?<unit>day|week|fortnight|month|year)s?';

// "about ten days ago" and "2 or 3 days ago" name no day, nor does a number that is part of another.
const VAGUE =
  /[\w.,/-]$|(?:\b(?:about|around|roughly|approximately|nearly|almost|over|under|than|or|to|some|within|half)|~|[\d-])\s*$/i;

const ago = dateParser(
  new RegExp(`${COUNT}\\s+${UNIT}\\s+(?:(?<ago>ago)(?:\\s+today)?|from\\s+(?:now|today))\\b`, 'i'),
  (groups, { today }) => counted(groups, today, groups['ago'] === undefined ? 1 : -1),
  VAGUE,
);

const ahead = dateParser(
  // "How many in a year" asks for no day.
  new RegExp(
    `in\\s+(?!an?\\s+(?:day|year)(?!'s))(?:exactly\\s+)?${COUNT}\\s+${UNIT}(?:'s?)?(?:\\s+time)?(?![\\w-])`,
    'i',
  ),
  (groups, { today }) => counted(groups, today, 1),
  INSIDE_A_WORD,
);

function counted({ count, unit }: Groups, today: CivilDate, sign: 1 | -1): Reading | undefined {
  const name = unit!.toLowerCase();
  const number = readCount(count!.toLowerCase());
  if (number === 0.5) return name === 'year' ? awayFrom(today, 6 * sign, 'month') : undefined;
  return name === 'fortnight'
    ? awayFrom(today, 14 * number * sign, 'day')
    : awayFrom(today, number * sign, name as Unit);
}

export function readCount(count: string): number {
  if (/^\d/.test(count)) return Number(count);
  if (count.startsWith('half')) return 0.5;
  if (/^an?$/.test(count)) return 1;
  const [first, second] = count.split(/[- ]/);
  const tens = TENS.indexOf(first!);
  return tens < 0
    ? ONES.indexOf(first!)
    : 10 * (tens + 2) + (second === undefined ? 0 : ONES.indexOf(second));
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const FULL_WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
// Short forms that are words of their own (sat, sun, wed) are not among these where they have no capital.
const SHORT_WEEKDAY = '(?:[Mm]on|[Tt]ues?|Wed|[Tt]hu(?:rs?)?|[Ff]ri|Sat|Sun)';
const REPEATED = /(?:[\w-]|\b(?:every|each|any|all|a|black|patch|to|through|thru)\s+|[-–/]\s*)$/i;

const weekday = dateParser(
  new RegExp(
    `(?:(?:(?:this\\s+)?(?<side>last|past|previous|next|coming|this)|on)\\s+)?(?<day>${FULL_WEEKDAY})` +
      `(?:,?\\s+(?:of\\s+)?(?<week>last|this|next)\\s+week)?\\b(?!\\s*(?:[-–/]|to\\b|through\\b|thru\\b)\\s*(?:mon|tue|wed|thu|fri|sat|sun))`,
    'i',
  ),
  namedWeekday,
  REPEATED,
);

// What may follow "the 26th" where it is a day: "the 2nd step" and "the 3rd party" are none.
const NO_NOUN =
  '(?=\\s*(?:$|[^\\w\\s]|(?:and|or|but|so|is|was|to|until|till|at|in|when|where|can|could|will|would|then|if|because|while|do|does|did|i|we|they)\\b)|[^\\x00-\\x7F])';

/** "Friday 27": the nearest 27th that is a Friday. */
const numberedWeekday = dateParser(
  new RegExp(
    `(?:on\\s+)?(?<day>${FULL_WEEKDAY}),?\\s+(?:the\\s+)?(?<number>\\d{1,2})(?:st|nd|rd|th)?${NO_NOUN}`,
    'i',
  ),
  ({ day, number }, { today }) =>
    weekdayOfMonth(today, WEEKDAYS.indexOf(day!.slice(0, 3).toLowerCase()), Number(number)),
  REPEATED,
);

const shortWeekday = dateParser(
  new RegExp(
    `(?:(?<side>[Ll]ast|[Pp]ast|[Nn]ext|[Tt]his)|[Oo]n)\\s+(?<day>${SHORT_WEEKDAY})\\b(?!\\s*[-–/])`,
  ),
  namedWeekday,
  REPEATED,
);

const dayOfNamedWeek = dateParser(
  new RegExp(`(?<week>last|this|next)\\s+week(?:'s|,)?\\s+(?:on\\s+)?(?<day>${FULL_WEEKDAY})\\b`, 'i'),
  namedWeekday,
  INSIDE_A_WORD,
);

const FROM_THIS: Readonly<Record<string, number>> = { last: -1, past: -1, this: 0, next: 1 };

function namedWeekday({ side, day, week }: Groups, { today }: { readonly today: CivilDate }): Reading {
  const weekday = WEEKDAYS.indexOf(day!.slice(0, 3).toLowerCase());
  if (week !== undefined) return partsOf(weekdayInWeek(today, weekday, FROM_THIS[week.toLowerCase()]!));
  switch (side?.toLowerCase()) {
    case 'last':
    case 'past':
    case 'previous':
      return partsOf(weekdayBefore(today, weekday));
    case 'next':
    case 'coming':
      return partsOf(weekdayAfter(today, weekday));
    case 'this':
      return partsOf(weekdayFrom(today, weekday));
    default:
      return { ...partsOf(weekdayNear(today, weekday)), tag: FLOATS.week };
  }
}

const dayOfThisMonth = dateParser(
  new RegExp(`the\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)${NO_NOUN}`, 'i'),
  ({ day }, { today }) => ({ ...dayOfMonth(today, 0, Number(day)), tag: FLOATS.month }),
  INSIDE_A_WORD,
);

const dayOfRelativeMonth = dateParser(
  new RegExp(
    '(?:the\\s+)?(?:(?<day>\\d{1,2})(?:st|nd|rd|th)|(?<last>end|last\\s+day)|(?<beginning>start|beginning)|first(?:\\s+day)?)' +
      '\\s+(?:of\\s+)?(?:the\\s+)?(?:(?<which>last|past|this|next)\\s+)?(?:month|mo)\\b',
    'i',
  ),
  ({ day, last, beginning, which }, { today }) => {
    // Of what is to come the first day is taken; of what has been, no day is named.
    if (beginning !== undefined && which?.toLowerCase() !== 'next') return undefined;
    const months = FROM_THIS[which?.toLowerCase() ?? 'this']!;
    return dayOfMonth(today, months, day === undefined ? (last ? 'last' : 1) : Number(day));
  },
  INSIDE_A_WORD,
);

const dayInRelativeMonth = dateParser(
  /(?<which>last|this|next)\s+month(?:'s|,)?\s+(?:on\s+)?(?:the\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)\b/i,
  ({ which, day }, { today }) => dayOfMonth(today, FROM_THIS[which!.toLowerCase()]!, Number(day)),
  INSIDE_A_WORD,
);

const monthEnd = dateParser(
  /(?:(?<which>last|this|next)\s+)?month[\s-]end\b/i,
  ({ which }, { today }) => dayOfMonth(today, FROM_THIS[which?.toLowerCase() ?? 'this']!, 'last'),
  INSIDE_A_WORD,
);

const yearEnd = dateParser(
  /(?:(?:the\s+)?(?:end|last\s+day)\s+of\s+(?:the\s+)?(?:(?<which>last|this|next)\s+)?year|year[\s-]end)\b/i,
  ({ which }, { today }) => ({ year: yearFrom(today, which), month: 12, day: 31 }),
  INSIDE_A_WORD,
);

const holiday = dateParser(
  /(?:(?<which>last|this|next)\s+)?(?:(?<eve>new\s+year'?s\s+eve)|(?<newYear>new\s+year'?s\s+day)|christmas(?:\s+(?<christmasEve>eve)|\s+day)?)(?:,?\s+(?<year>(?:19|20)\d{2}))?\b/i,
  ({ which, eve, newYear, christmasEve, year }, { today }) => ({
    year: year === undefined ? yearFrom(today, which) : Number(year),
    month: newYear === undefined ? 12 : 1,
    day: eve !== undefined ? 31 : newYear !== undefined ? 1 : christmasEve !== undefined ? 24 : 25,
  }),
  INSIDE_A_WORD,
);

// "By New Year" is a day; "in the new year" and "happy New Year" are none.
const newYear = dateParser(
  /new\s+year(?:'?s)?(?=\s*(?:[?.!,;]|$))/i,
  () => ({ month: 1, day: 1 }),
  /(?:[\w-]|\b(?:the|a|my|our|happy|every|each)\s+)$/i,
);

function yearFrom(today: CivilDate, which: string | undefined): number | undefined {
  return which === undefined ? undefined : partsOf(today).year + FROM_THIS[which.toLowerCase()]!;
}

export const ENGLISH_RELATIVE_DAYS = [
  besideToday,
  misspelt,
  ago,
  ahead,
  numberedWeekday,
  weekday,
  shortWeekday,
  dayOfNamedWeek,
  dayOfThisMonth,
  dayOfRelativeMonth,
  dayInRelativeMonth,
  monthEnd,
  yearEnd,
  holiday,
  newYear,
];
