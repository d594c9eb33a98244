// The languages the bot speaks, and a value that exists in each of them.
/** The languages of the bot, as BCP 47 primary subtags. */
export const LANGUAGES = ['en', 'ja'];
/** The language of a BCP 47 tag such as `ja-JP`, or undefined where it is none of ours. */
export function languageOfLocale(locale) {
    const primary = locale?.toLowerCase().split(/[-_]/)[0];
    return LANGUAGES.find((language) => language === primary);
}
//# sourceMappingURL=language.js.map