import { formatDate } from '../../knowledge/dates/formatDate.js';
import { walkthroughTextsIn } from '../texts/textsIn.js';
/** In a chat a longer value is shown in part; its file has the whole. */
const LONGEST_IN_CHAT = 1_500;
/** The path of the file that holds a draft as text. */
export function ticketPath({ draft, language }) {
    return `/tickets/${draft}/${language}.txt`;
}
/** A line for each field, or several below its name. What the user wrote stands as it was written, in any language. */
export function ticketText(form, values, language, { forChat }) {
    const lines = form.fields.map(({ id, label }) => {
        const value = written(values[id], language, forChat);
        const colon = language === 'ja' ? '：' : ':';
        return value.includes('\n')
            ? `${label[language]}${colon}\n${value}`
            : `${label[language]}${colon} ${value}`;
    });
    return [form.title[language], '', ...lines].join('\n');
}
function written(value, language, forChat) {
    const texts = walkthroughTextsIn(language);
    switch (value?.kind) {
        case 'date':
            return formatDate(value.date, language);
        case 'text': {
            const { cut = 0 } = value;
            // Marks that change the direction of writing would make the text read otherwise than it is.
            const text = value.text.replace(/\r\n?/g, '\n').replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
            const hidden = forChat ? text.length - LONGEST_IN_CHAT : 0;
            if (hidden > 0)
                return `${text.slice(0, LONGEST_IN_CHAT)}\n${texts.shortened(hidden)}`;
            return cut > 0 ? `${text}\n${texts.cut(cut)}` : text;
        }
        case 'leftOut':
        case undefined:
            return texts.leftOut;
    }
}
//# sourceMappingURL=ticketText.js.map