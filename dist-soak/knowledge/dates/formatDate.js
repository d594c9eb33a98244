const FORMATS = {
    en: new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }),
    ja: new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeZone: 'UTC' }),
};
/** @example formatDate('2021-12-01', 'en') // 'December 1, 2021'; in 'ja', '2021年12月1日' */
export function formatDate(date, language) {
    return FORMATS[language].format(new Date(`${date}T00:00:00Z`));
}
//# sourceMappingURL=formatDate.js.map