// A filled-in form as plain text, to paste elsewhere.
import type { FormSummary } from '../../dialogs/reply.js';
import { formatDate } from '../../knowledge/dates/formatDate.js';
import type { Language } from '../../knowledge/faq/language.js';
import type { Form } from '../../knowledge/faq/schema.js';
import type { FieldValue } from '../../knowledge/rules/formValues.js';
import { walkthroughTextsIn } from '../texts/textsIn.js';

/** In a chat a longer value is shown in part, its beginning and its end; its file has the whole. */
const MAX_LETTERS_IN_CHAT = 1_500;
const HALF = MAX_LETTERS_IN_CHAT / 2;

/** The path of the file that holds a draft as text. */
export function ticketPath({ draft, language }: Pick<FormSummary, 'draft' | 'language'>): string {
  return `/tickets/${draft}/${language}.txt`;
}

/** A line for each field, or several below its name. What the user wrote stands as it was written, in any language. */
export function ticketText(
  form: Form,
  values: FormSummary['values'],
  language: Language,
  { forChat }: { readonly forChat: boolean },
): string {
  const lines = form.fields.map(({ id, label }) => {
    const value = written(values[id], language, forChat);
    const separator = value.includes('\n') ? '\n' : language === 'ja' ? '' : ' ';
    return `${label[language]}${language === 'ja' ? '：' : ':'}${separator}${value}`;
  });
  return [form.title[language], '', ...lines].join('\n');
}

function written(value: FieldValue | undefined, language: Language, forChat: boolean): string {
  const texts = walkthroughTextsIn(language);
  switch (value?.kind) {
    case 'date':
      return formatDate(value.date, language);
    case 'text': {
      const { cut = 0, cutAt = value.text.length } = value;
      // Marks that change the direction of writing would make the text read otherwise than it is.
      const [before, after] = [value.text.slice(0, cutAt), value.text.slice(cutAt)].map((part) =>
        part.replace(/\r\n?/g, '\n').replace(/[\u200B\u202A-\u202E\u2066-\u2069]/g, ''),
      ) as [string, string];
      const text = before + after;
      const hidden = forChat ? text.length - MAX_LETTERS_IN_CHAT : 0;
      if (hidden > 0)
        return setApart(`${text.slice(0, HALF)}\n${texts.shortened(hidden)}\n${text.slice(-HALF)}`);
      return setApart(
        cut > 0 ? [before, texts.cut(cut), after].filter((part) => part !== '').join('\n') : text,
      );
    }
    case 'leftOut':
    case undefined:
      return texts.leftOut;
  }
}

/** Lines of a value stand behind a bar: none of them can be taken for a line of the form's own. */
function setApart(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .split('\n')
    .map((line) => `| ${line}`)
    .join('\n');
}
