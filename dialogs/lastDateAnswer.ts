// The last date that was worked out, so that "and if I redeem it a month later?" can build on it.
import type { BotState, StatePropertyAccessor, TurnContext } from 'botbuilder';
import { type CivilDate, civilDate, partsOf, plusDays, plusMonths } from '../knowledge/dates/civilDate.js';
import { findDates, resolveYear } from '../knowledge/dates/findDates.js';
import { findCues } from '../knowledge/rules/dateCues.js';
import { dateRules } from '../knowledge/rules/dateRules.js';
import type { DateDialogState } from './dateDialogState.js';
import type { Message } from './message.js';

const CORRECTS =
  /^(?:no\b|nope|sorry|oops|wait|actually|correction|i meant?|i mean|not\b|いや|いえ|いいえ|違|ちが|すみません|すいません|ごめん|訂正|間違)|i meant|ではなく|じゃなく|の間違い|でした$/iu;
const SUPPOSES =
  /\b(?:and|what|how) (?:if|about)\b|\bif\b|^and\b|\binstead\b|なら|だったら|だと|場合|の時は|のときは|では[？?]?$|は[？?]$/iu;
const SHIFT =
  /(\d+|an?|one|two|three|four|five|six|ten|[一二三四五六七八九十])\s*(days?|weeks?|months?|years?|日|週間|週|か月|ヶ月|カ月|ヵ月|ケ月|年)\s*(later|after that|earlier|sooner|before that|遅|後|あと|早|前)/iu;
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
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

export class LastDateAnswer {
  readonly #property: StatePropertyAccessor<DateDialogState | undefined>;

  constructor(conversationState: BotState) {
    this.#property = conversationState.createProperty('lastDateAnswer');
  }

  async set(context: TurnContext, state: DateDialogState): Promise<void> {
    await this.#property.set(context, state);
  }

  async forget(context: TurnContext): Promise<void> {
    await this.#property.delete(context);
  }

  /** @returns what the message makes of the last answer: corrected, supposed otherwise; undefined where it is none of these */
  async followedBy(context: TurnContext, message: Message): Promise<DateDialogState | undefined> {
    const last = await this.#property.get(context);
    return last && followUp(last, message);
  }
}

function followUp(last: DateDialogState, { text, today, locale }: Message): DateDialogState | undefined {
  const from = last.given[0];
  if (!from) return undefined;
  const said = text.normalize('NFKC').trim();
  const supposes = CORRECTS.test(said) || SUPPOSES.test(said);
  const again = (given: readonly CivilDate[]): DateDialogState => ({ ...last, given });

  const shifted = supposes ? shift(from, said) : undefined;
  if (shifted) return again([shifted]);

  const dates = findDates(text, { today, locale });
  const [date] = dates;
  const isBare =
    date !== undefined &&
    dates.length === 1 &&
    text.replace(date.text, '').replace(/[\p{P}\p{S}\s]/gu, '').length <= 4;
  if (date && (supposes || isBare)) {
    if (!isAbout(last, text)) return undefined;
    switch (date.kind) {
      case 'impossible':
        return { ...last, given: [], problem: { kind: 'impossible', text: date.text } };
      case 'ambiguous':
        return { ...last, given: [], problem: { kind: 'choose', dates: date.readings } };
      case 'exact':
        return again([date.date]);
      case 'yearless': {
        // The year of the date that it takes the place of, where there is such a day.
        const resolved =
          civilDate(partsOf(from).year, date.month, date.day) ?? resolveYear(date, 'near', today);
        return resolved && again([resolved]);
      }
    }
  }
  const month = supposes && isAbout(last, text) ? /(?<!\d)(\d{1,2})月(?!\d)/u.exec(said) : null;
  if (!month) return undefined;
  return again([plusMonths(from, Number(month[1]) - partsOf(from).month)]);
}

/** Whether a message that names a part names the one that the last answer started from. */
function isAbout({ rule }: DateDialogState, text: string): boolean {
  const parts = findCues(text).map(({ part }) => part);
  return (
    parts.length === 0 ||
    parts.includes(dateRules[rule].needs) ||
    parts.every((part) => part === 'using' || part === 'renewing')
  );
}

function shift(from: CivilDate, text: string): CivilDate | undefined {
  const [, count = '', unit = '', direction = ''] = SHIFT.exec(text) ?? [];
  if (count === '') return undefined;
  const sign = /^(?:later|after|遅|後|あと)/iu.test(direction) ? 1 : -1;
  const amount = sign * (NUMBERS[count.toLowerCase()] ?? Number(count));
  if (Math.abs(amount) > MOST_SHIFTED) return undefined;
  if (/^(?:day|日)/iu.test(unit)) return plusDays(from, amount);
  if (/^(?:week|週)/iu.test(unit)) return plusDays(from, 7 * amount);
  return plusMonths(from, /^(?:year|年)/iu.test(unit) ? 12 * amount : amount);
}
