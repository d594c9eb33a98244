// What the rules and the calendar give for many days, in this process and in one somewhere else.
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { civilDate, daysBetween, parseCivilDate, partsOf, plusDays, plusMonths, plusYears, } from '../../../knowledge/dates/civilDate.js';
import { dateRules } from '../../../knowledge/rules/dateRules.js';
export const elsewhere = [
    { zone: 'UTC', clock: '1970-01-01T00:00:00.000Z', offset: 0 },
    { zone: 'Pacific/Kiritimati', clock: '2024-12-31T10:00:00.000Z', offset: -14 * 60 },
    { zone: 'America/Los_Angeles', clock: '2024-03-10T09:59:59.999Z', offset: 8 * 60 },
    // On either side of the day that Samoa left out, 30 December 2011.
    { zone: 'Pacific/Apia', clock: '2011-12-30T09:59:59.999Z', offset: 10 * 60 },
    { zone: 'Pacific/Apia', clock: '2011-12-30T10:00:00.000Z', offset: -14 * 60 },
];
/** Any day that leaves room for some months before it and two years after it. */
export const anyDay = fc
    .date({
    min: new Date('0002-01-01T00:00:00Z'),
    max: new Date('9997-12-31T00:00:00Z'),
    noInvalidDate: true,
})
    .map(textOf);
export function rulesTable() {
    return days().map((day) => Object.values(dateRules).map((rule) => rule.dateFor(day)));
}
export function calendarTable() {
    return days().map((day) => {
        const { year, month, day: dayOfMonth } = partsOf(day);
        return [
            parseCivilDate(day),
            civilDate(year, month, dayOfMonth),
            ...[-1, 1, 30, 90].map((amount) => plusDays(day, amount)),
            ...[-1, 1, 12].map((amount) => plusMonths(day, amount)),
            ...[-1, 1, 4].map((amount) => plusYears(day, amount)),
            ...['2011-12-29', '2011-12-30', '2011-12-31'].map((other) => daysBetween(day, other)),
        ];
    });
}
/** The same table as a new process gives it that has another time zone and another clock. */
export function tableElsewhere({ zone, clock }, table) {
    const script = `
    const now = Date.parse(${JSON.stringify(clock)});
    globalThis.Date = new Proxy(Date, {
      construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [now], made),
      get: (target, name) => (name === 'now' ? () => now : Reflect.get(target, name)),
    });
    const tables = await import(${JSON.stringify(import.meta.url)});
    const table = tables.${table}();
    const offset = new Date().getTimezoneOffset();
    process.stdout.write(JSON.stringify({ offset, now: new Date().toISOString(), table }));`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
        maxBuffer: 64 * 2 ** 20,
    });
    if (status !== 0)
        throw new Error(`The process in ${zone} failed: ${stderr}`);
    return JSON.parse(stdout);
}
/** The days around skipped days, changes of the clock, leap days and the turns of centuries. */
function days() {
    return [
        ...daysFrom('2011-09-01', 580),
        ...daysFrom('2024-01-01', 400),
        ...['1899', '1999', '2099'].flatMap((year) => daysFrom(`${year}-11-01`, 130)),
        ...daysFrom('0099-12-01', 60),
    ];
}
function daysFrom(first, count) {
    const start = Date.parse(`${first}T00:00:00Z`);
    return Array.from({ length: count }, (_, index) => textOf(new Date(start + index * 86_400_000)));
}
function textOf(date) {
    return date.toISOString().slice(0, 10);
}
//# sourceMappingURL=dateTables.js.map