// Puts what is kept of a person into words.
import type { Known } from '../../dialogs/reply.js';
import { formatDate } from '../../knowledge/dates/formatDate.js';
import type { Language } from '../../knowledge/faq/language.js';
import { dateTextsIn, rightsTextsIn, textsIn } from '../texts/textsIn.js';
import { bulleted, paragraphs } from './markdown.js';
import type { Wording } from './wording.js';

/** How long conversations are kept, and what of them. */
export interface Keeping {
  /** After so many days without use a conversation is deleted. */
  readonly days: number;
  /** The messages themselves are kept, too. */
  readonly hasMessages: boolean;
}

/** @param privacyUrl - of the page that tells about all that is kept */
export function knownWording(
  { isPinned, topics, dates, guides, forms }: Known,
  language: Language,
  { days, hasMessages }: Keeping,
  privacyUrl: string,
): Wording {
  const texts = rightsTextsIn(language);
  const general = textsIn(language);
  const { role, result } = dateTextsIn(language);
  const lines = [
    ...(topics.length > 0
      ? [texts.topics(topics.map(({ entry, fact }) => (fact ?? entry).title[language]))]
      : []),
    ...(dates
      ? [
          texts.dates(
            result[dates.rule.id],
            dates.told.map((each) => `${role[each.role]} ${formatDate(each.date, language)}`),
          ),
        ]
      : []),
    ...guides.map(({ entry, step, isOpen }) => texts.guide(entry.title[language], step, isOpen)),
    ...forms.map(({ form, count, fields }) =>
      texts.forms(
        form.title[language],
        count,
        fields.map(({ label }) => label[language]),
      ),
    ),
    ...(hasMessages ? [texts.messages] : []),
  ];
  const isNothing = lines.length === 0 && !isPinned;
  return {
    text: paragraphs(
      isNothing ? texts.nothingKnown : texts.known,
      isNothing ? '' : bulleted([texts.language(general.languageName, isPinned), ...lines]),
      texts.keptFor(days),
      texts.more(general.link(texts.privacy, privacyUrl)),
    ),
    buttons: isNothing ? [] : [texts.deleteIt],
  };
}
