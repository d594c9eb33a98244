// So many days, weeks, months or years after or before a day that was spoken of: "a month later", 3日早く.
import { type CivilDate, plusDays, plusMonths } from '../dates/civilDate.js';

const COUNT =
  '(?<count>(?<!\\d)\\d{1,6}|an?|one|two|three|four|five|six|seven|eight|nine|ten|[一二三四五六七八九十])';
const UNIT = '(?<unit>days?|weeks?|months?|years?|日|週間|週|か月|ヶ月|カ月|ヵ月|ケ月|年)';
const SHIFT = new RegExp(
  `${COUNT}\\s*${UNIT}\\s*(?<direction>later|after(?= (?:that|his|hers|him|her|mine|it|theirs|the first)\\b)|earlier|sooner|before(?= (?:that|his|hers|him|her|mine|it|theirs|the first)\\b)|遅|後|あと|早|前)`,
  'iu',
);
const LENGTH = new RegExp(`${COUNT}\\s*${UNIT}`, 'iu');
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
/** Nobody supposes more days, weeks, months or years. */
const MOST_SHIFTED = 1000;

export function isShift(text: string): boolean {
  return SHIFT.test(text);
}

/** @returns the day so far from another as a text says; undefined where it is too far */
export function shift(from: CivilDate, text: string): CivilDate | undefined {
  const { direction = '', ...groups } = SHIFT.exec(text)?.groups ?? {};
  return away(from, groups, /^(?:later|after|遅|後|あと)/iu.test(direction) ? 1 : -1);
}

/** @returns the day so long ago as a text says without saying "ago": "it was three weeks" */
export function agoWithoutSaying(
  today: CivilDate,
  text: string,
): { date: CivilDate; rest: string } | undefined {
  const found = LENGTH.exec(text);
  const date = found && away(today, found.groups ?? {}, -1);
  return date ? { date, rest: text.replace(found[0], ' ') } : undefined;
}

function away(
  from: CivilDate,
  { count = '', unit = '' }: Readonly<Record<string, string>>,
  sign: 1 | -1,
): CivilDate | undefined {
  const amount = sign * (NUMBERS[count.toLowerCase()] ?? Number(count));
  if (count === '' || Math.abs(amount) > MOST_SHIFTED) return undefined;
  if (/^(?:day|日)/iu.test(unit)) return plusDays(from, amount);
  if (/^(?:week|週)/iu.test(unit)) return plusDays(from, 7 * amount);
  return plusMonths(from, /^(?:year|年)/iu.test(unit) ? 12 * amount : amount);
}
