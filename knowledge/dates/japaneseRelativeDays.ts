// Days that Japanese tells from today: 昨日, 3日前, 先週の金曜日, 来月5日, 今月末.
import { type CivilDate, partsOf, plusDays } from './civilDate.js';
import { awayFrom, dateParser, dayOfMonth, type Unit } from './dateParser.js';
import { FLOATS } from './floatingDay.js';
import { LAST_DAY, TO_LAST_DAY } from './japaneseDates.js';
import { NUMBER, readNumber } from './kanjiNumerals.js';
import { weekdayAfter, weekdayBefore, weekdayInWeek, weekdayNear, weekdayOfMonth } from './weekday.js';

const DAYS_FROM_TODAY: Readonly<Record<string, number>> = {
  今日: 0,
  本日: 0,
  今朝: 0,
  今晩: 0,
  今夜: 0,
  きょう: 0,
  昨日: -1,
  昨夜: -1,
  昨晩: -1,
  きのう: -1,
  明日: 1,
  あした: 1,
  明後日: 2,
  あさって: 2,
  明々後日: 3,
  しあさって: 3,
  一昨日: -2,
  おととい: -2,
  さきおととい: -3,
  一昨昨日: -3,
  一昨々日: -3,
  さっき: 0,
  先ほど: 0,
  けさ: 0,
  ゆうべ: -1,
  昨夕: -1,
};

// Not 今日本語で ("now in Japanese"), the 本日 of 日本日時, nor the きょう of べんきょう and きょうゆう.
const namedDay = dateParser(
  new RegExp(
    `(?<name>${Object.keys(DAYS_FROM_TODAY)
      .sort((a, b) => b.length - a.length)
      .join('|')})(?!本|[ゆかぎ][いうんょ])`,
  ),
  ({ name }, { today, before }) => {
    const isInsideWord =
      name === '本日' ? before.endsWith('日') : /^[ぁ-ん]/.test(name!) && KANA_WORD.test(before);
    return isInsideWord ? undefined : partsOf(plusDays(today, DAYS_FROM_TODAY[name!]!));
  },
  /々$/,
);

const KANA_WORD = /[んいしっゅょ]$/;

const UNITS: Readonly<Record<string, Unit>> = { 日: 'day', 週: 'week', 年: 'year' };

const daysAway = dateParser(
  new RegExp(
    `(?<fromNow>(?:今日?|本日|現在)(?:から|より)\\s?)?` +
      `(?:(?<half>半年)|(?<count>${NUMBER})\\s?(?<unit>日|週間?|[かヶカケヵ箇個]月|年)(?<andHalf>半)?)` +
      '\\s?(?<way>前|後)(?![後倒払提期半])',
  ),
  ({ fromNow, half, count, unit, andHalf, way }, { today, before }) => {
    if (fromNow === undefined && FROM_ANOTHER_DAY.test(before)) return undefined;
    const sign = way === '前' ? -1 : 1;
    if (half !== undefined) return awayFrom(today, 6 * sign, 'month');
    const number = sign * readNumber(count!);
    if (andHalf !== undefined) {
      return unit === '年' ? awayFrom(today, 12 * number + 6 * sign, 'month') : undefined;
    }
    return awayFrom(today, number, UNITS[unit![0]!] ?? 'month');
  },
  // Part of a longer number, or of a vague one: 2、3日前, 約10日前.
  /[\d〇零一二三四五六七八九十百千数約第.]\s?$|[\d一二三四五六七八九][、,・~〜–-]$/,
);

// 更新日の30日後 and 割り当てから90日後 are counted from the day named before, not from today.
const FROM_ANOTHER_DAY = /(?:の|から|より|日|限|切れ|開始|終了|失効)\s?$/;

/** 今日で90日: what was so many days ago today. */
const daysUntilToday = dateParser(
  new RegExp(
    `(?:今日|本日|きょう)で(?:ちょうど|丁度|もう|まる|丸)?\\s?(?<count>${NUMBER})\\s?(?<unit>日|週間|[かヶカケヵ箇個]月|年)(?![目前後以])`,
  ),
  ({ count, unit }, { today }) => awayFrom(today, -readNumber(count!), UNITS[unit![0]!] ?? 'month'),
  /々$/,
);

const WEEKDAYS = '月火水木金土日';
const WEEKS_FROM_THIS: Readonly<Record<string, number>> = {
  先々週: -2,
  先週: -1,
  今週: 0,
  来週: 1,
  再来週: 2,
};

const dayOfWeek = dateParser(
  new RegExp(
    `(?<week>${Object.keys(WEEKS_FROM_THIS).join('|')})\\s?の?\\s?(?:(?<weekday>[${WEEKDAYS}])曜日?|今日)`,
  ),
  ({ week, weekday }, { today }) => {
    const weeks = WEEKS_FROM_THIS[week!]!;
    return partsOf(
      weekday === undefined
        ? plusDays(today, 7 * weeks)
        : weekdayInWeek(today, WEEKDAYS.indexOf(weekday), weeks),
    );
  },
  /々$/,
);

const SIDES: Readonly<Record<string, (today: CivilDate, weekday: number) => CivilDate>> = {
  次の: weekdayAfter,
  今度の: weekdayAfter,
  前の: weekdayBefore,
};

const weekday = dateParser(
  // By itself a weekday is rather a time that returns (平日は月曜から金曜), so a particle has to make it a day.
  new RegExp(
    `(?:(?<side>次の|今度の|前の)(?<sided>[${WEEKDAYS}])曜日?|(?<weekday>[${WEEKDAYS}])曜日?(?=に(?!は)|まで|です|でした))`,
  ),
  ({ side, sided, weekday }, { today }) =>
    side === undefined
      ? { ...partsOf(weekdayNear(today, WEEKDAYS.indexOf(weekday!))), tag: FLOATS.week }
      : partsOf(SIDES[side]!(today, WEEKDAYS.indexOf(sided!))),
  /毎週?の?$|から$|[・、~〜-]$|[\d月火水木金土日]$/,
);

/** 29日(日): the nearest 29th that is a Sunday. */
const numberedWeekday = dateParser(
  new RegExp(`(?<number>${NUMBER})\\s?日\\s?\\((?<weekday>[${WEEKDAYS}])曜?日?\\)`),
  ({ number, weekday }, { today }) => weekdayOfMonth(today, WEEKDAYS.indexOf(weekday!), readNumber(number!)),
  /[\d〇零一二三四五六七八九十百千月の年~〜–-]\s?$/,
);

const MONTHS_FROM_THIS: Readonly<Record<string, number>> = {
  先々月: -2,
  先月: -1,
  今月: 0,
  当月: 0,
  来月: 1,
  再来月: 2,
};

const dayOfRelativeMonth = dateParser(
  new RegExp(
    `(?<month>${Object.keys(MONTHS_FROM_THIS).join('|')})\\s?の?\\s?` +
      `(?:(?<day>${NUMBER})\\s?日(?![間目前後])${TO_LAST_DAY}|(?<last>${LAST_DAY}|月末|いっぱい)|月?初め?|初日)`,
  ),
  ({ month, day, last, lastDay }, { today }) => {
    const months = MONTHS_FROM_THIS[month!]!;
    if (day === undefined) return dayOfMonth(today, months, last === undefined ? 1 : 'last');
    return {
      ...dayOfMonth(today, months, readNumber(day)),
      lastDay: lastDay === undefined ? undefined : readNumber(lastDay),
    };
  },
  /々$/,
);

const edgeOfThisMonth = dateParser(
  /月(?:(?<last>末)|初め?)/,
  ({ last }, { today }) => dayOfMonth(today, 0, last === undefined ? 1 : 'last'),
  // Of another month, or of each: 翌月末, 毎月末, 3か月末.
  /[翌毎前各々同先今来\d〇一二三四五六七八九十かヶカケヵ箇個]\s?$/,
);

export const JAPANESE_RELATIVE_DAYS = [
  daysUntilToday,
  namedDay,
  daysAway,
  dayOfWeek,
  numberedWeekday,
  weekday,
  dayOfRelativeMonth,
  edgeOfThisMonth,
];
