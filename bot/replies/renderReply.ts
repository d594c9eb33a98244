// Puts a reply into words and buttons: the whole of it as text, and a card that adds the buttons alone.
import {
  type Activity,
  ActionTypes,
  ActivityTypes,
  CardFactory,
  InputHints,
  type CardAction,
} from 'botbuilder';
import type { Reply, Subject } from '../../dialogs/reply.js';
import { LANGUAGES, type Language } from '../../knowledge/faq/language.js';
import type { Faq } from '../../knowledge/faq/schema.js';
import { type Texts, textsIn } from '../texts/texts.js';

/** A button shows its title and sends its message as if the user had typed it. */
interface Button {
  readonly title: string;
  readonly message: string;
}

interface Wording {
  readonly text: string;
  readonly buttons: readonly Button[];
}

const MOST_BUTTONS = 3;

/**
 * @param reply - what to say
 * @param faq - the FAQ that titles, links and suggestions come from
 * @returns a message activity; its text is the whole reply in Markdown
 */
export function renderReply(reply: Reply, language: Language, faq: Faq): Partial<Activity> {
  const { text, buttons } = wordingOf(reply, textsIn(language), language, faq);
  const asks = reply.kind === 'clarify' || reply.kind === 'chooseLanguage';
  return {
    type: ActivityTypes.Message,
    text,
    textFormat: 'markdown',
    locale: language,
    inputHint: asks ? InputHints.ExpectingInput : InputHints.AcceptingInput,
    ...(buttons.length > 0 && { attachments: [CardFactory.heroCard('', undefined, buttons.map(action))] }),
  };
}

function wordingOf(reply: Reply, texts: Texts, language: Language, faq: Faq): Wording {
  const faqTitle = faq.title[language];
  const button = ({ entry, fact }: Subject): Button => {
    const { title, question } = fact ?? entry;
    return { title: title[language], message: question[language] };
  };
  const entries = (ids: readonly string[]): Subject[] =>
    ids.flatMap((id) => faq.entries.filter((entry) => entry.id === id).map((entry) => ({ entry })));
  const links = (names: readonly string[]): string[] =>
    names.flatMap((name) => {
      const link = faq.links[name];
      return link ? [texts.link(link.title[language], link.url)] : [];
    });
  const highlights = entries(faq.highlights).map(button);
  const [support] = links(faq.support === undefined ? [] : [faq.support]);
  const plain = (text: string, buttons: readonly Button[] = []): Wording => ({ text, buttons });

  switch (reply.kind) {
    case 'answer': {
      const { entry, fact } = reply;
      const { answer, links: names } = fact ?? entry;
      const steps = fact ? [] : entry.steps.map((step, index) => `${index + 1}. ${step[language]}`);
      const text = paragraphs(
        answer[language],
        steps.join('\n'),
        links(names).join(' · '),
        texts.source(entry.question[language]),
      );
      const whole = fact
        ? [{ title: texts.wholeEntry(entry.title[language]), message: entry.question[language] }]
        : [];
      return plain(text, [...whole, ...entries(entry.followUps).map(button)].slice(0, MOST_BUTTONS));
    }
    case 'clarify': {
      const choices = reply.choices.map(button);
      const list = choices.map(({ message }, index) => `${index + 1}. ${message}`).join('\n');
      const none = { title: texts.noneOfThese, message: texts.noneOfThese };
      return plain(paragraphs(texts.clarify, list, texts.clarifyHint), [...choices, none]);
    }
    case 'none': {
      const near = reply.near.map(button);
      const text = texts.none(reply.topic?.title[language], support);
      return near.length > 0 ? plain(paragraphs(text, texts.near, bullets(near)), near) : plain(text);
    }
    case 'noneOfThese':
      return plain(texts.noneOfTheseReply(support));
    case 'frustration':
      return plain(texts.frustration(support));
    case 'chooseLanguage':
      return plain(
        texts.chooseLanguage,
        LANGUAGES.map((each) => textsIn(each).languageName).map((name) => ({ title: name, message: name })),
      );
    case 'welcome':
    case 'help':
      return plain(paragraphs(texts[reply.kind](faqTitle), bullets(highlights)), highlights);
    case 'greeting':
    case 'startedOver':
      return plain(texts[reply.kind](faqTitle), highlights);
    case 'aboutBot':
      return plain(texts.aboutBot(faqTitle));
    default:
      return plain(texts[reply.kind]);
  }
}

function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function bullets(buttons: readonly Button[]): string {
  return buttons.map(({ message }) => `- ${message}`).join('\n');
}

function action({ title, message }: Button): CardAction {
  return { type: ActionTypes.ImBack, title, value: message };
}
