// Days that are told from another day of the message: "2 days before yesterday", 11月1日の10日後, "the day after May 1".
import type { Refiner } from 'chrono-node';
import { civilDate, partsOf } from './civilDate.js';
import { awayFrom, type Groups, todayOf, type Unit } from './dateParser.js';
import { COUNT, readCount } from './englishRelativeDays.js';
import { NUMBER, readNumber } from './kanjiNumerals.js';
import { resolveYear } from './resolveYear.js';

const BEFORE_IT = new RegExp(
  `(?:(?<!\\w)${COUNT}\\s+(?<unit>day|week|fortnight|month|year)s?|(?<!\\w)(?:the\\s+)?(?<single>day))\\s+(?<way>after|before|from)\\s+(?:the\\s+)?$`,
  'i',
);
const AFTER_IT = new RegExp(
  `^の\\s?(?:(?<count>${NUMBER})\\s?(?<unit>日|週間?|[かヶカケヵ箇個]月|年)\\s?(?<way>前|後)(?![後倒払提期半])|(?<single>翌日|前日))`,
);
const JAPANESE_UNITS: Readonly<Record<string, Unit>> = { 日: 'day', 週: 'week', 年: 'year' };
const LOOK_AROUND = 40;

/** Counts what stands beside a day and is told from it. */
export const OFFSET_BESIDE: Refiner = {
  refine: (context, results) => {
    for (const result of results) {
      if (result.end) continue;
      const end = result.index + result.text.length;
      const before = BEFORE_IT.exec(
        context.text.slice(Math.max(0, result.index - LOOK_AROUND), result.index),
      );
      const after = AFTER_IT.exec(context.text.slice(end, end + LOOK_AROUND));
      const groups = (before ?? after)?.groups;
      if (!groups) continue;
      const { start } = result;
      const [month, day] = [start.get('month')!, start.get('day')!];
      const today = todayOf(context);
      const from = start.isCertain('year')
        ? civilDate(start.get('year')!, month, day)
        : resolveYear({ month, day }, 'near', today);
      const [count, unit] = before ? englishOffset(groups) : japaneseOffset(groups);
      const away = from && awayFrom(from, count, unit);
      if (!away) continue;
      start.assign('month', away.month).assign('day', away.day);
      // A day without a year stays one, of the same year or its neighbour.
      if (start.isCertain('year')) start.assign('year', away.year ?? partsOf(today).year);
      if (before) result.index -= before[0].length;
      result.text = before ? before[0] + result.text : result.text + after![0];
    }
    return results;
  },
};

function englishOffset({ count, unit, single, way }: Groups): [number, Unit] {
  const sign = way!.toLowerCase() === 'before' ? -1 : 1;
  if (single !== undefined) return [sign, 'day'];
  const name = unit!.toLowerCase();
  const number = sign * readCount(count!.toLowerCase());
  if (!Number.isInteger(number)) return [6 * sign, 'month'];
  return name === 'fortnight' ? [14 * number, 'day'] : [number, name as Unit];
}

function japaneseOffset({ count, unit, single, way }: Groups): [number, Unit] {
  if (single !== undefined) return [single === '翌日' ? 1 : -1, 'day'];
  return [(way === '前' ? -1 : 1) * readNumber(count!), JAPANESE_UNITS[unit![0]!] ?? 'month'];
}
