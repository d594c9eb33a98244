// Whether 03/04/2021 has its day or its month first, as far as a message and its locale tell.
/**
 * @param locale BCP 47
 * @returns undefined where the locale does not tell: plain `en`, which is written in both ways, a locale
 * that puts the year first, such as `ja-JP`, or a tag that is none
 */
export function dayOrderOfLocale(locale) {
    if (locale === undefined)
        return undefined;
    try {
        const { language, region, baseName } = new Intl.Locale(locale);
        if (language === 'en' && region === undefined)
            return undefined;
        const parts = new Intl.DateTimeFormat(`${baseName}-u-ca-gregory-nu-latn`).formatToParts(0);
        switch (parts.find(({ type }) => type !== 'literal')?.type) {
            case 'day':
                return 'dayFirst';
            case 'month':
                return 'monthFirst';
            default:
                return undefined;
        }
    }
    catch (error) {
        // What a channel sends as its locale need not be a language tag.
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}
//# sourceMappingURL=dayOrder.js.map