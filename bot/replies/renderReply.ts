// Puts a reply into words and buttons. The text is the whole of it; the buttons only save typing.
import { type Activity, ActionTypes, ActivityTypes, CardFactory, InputHints, Channels } from 'botbuilder';
import type { Reply, Subject } from '../../dialogs/reply.js';
import { LANGUAGES, type Language } from '../../knowledge/faq/language.js';
import type { Faq } from '../../knowledge/faq/schema.js';
import type { Texts } from '../texts/texts.js';
import { textsIn } from '../texts/textsIn.js';

interface Wording {
  readonly text: string;
  /** Each sends its own title, as if the user had typed it; clients differ in what else they would send. */
  readonly buttons?: readonly string[];
}

const MOST_BUTTONS = 3;
const CARD_CHANNELS: readonly string[] = [Channels.Msteams, Channels.Emulator];
const CARD_SCHEMA = 'http://adaptivecards.io/schemas/adaptive-card.json';

/**
 * @param reply - what to say
 * @param faq - the FAQ that titles, links and suggestions come from
 * @param channelId - the channel it is for, which decides what the buttons stand on
 * @returns a message activity; its text is the whole reply in Markdown
 */
export function renderReply(
  reply: Reply,
  language: Language,
  faq: Faq,
  channelId: string,
): Partial<Activity> {
  const { text, buttons = [] } = wordingOf(reply, textsIn(language), language, faq);
  const asks = reply.kind === 'clarify' || reply.kind === 'chooseLanguage';
  return {
    type: ActivityTypes.Message,
    text,
    textFormat: 'markdown',
    locale: language,
    inputHint: asks ? InputHints.ExpectingInput : InputHints.AcceptingInput,
    ...(buttons.length > 0 && withButtons(buttons, channelId)),
  };
}

function wordingOf(reply: Reply, texts: Texts, language: Language, faq: Faq): Wording {
  const title = ({ entry, fact }: Subject) => (fact ?? entry).title[language];
  const question = ({ entry, fact }: Subject) => (fact ?? entry).question[language];
  const entries = (ids: readonly string[]): Subject[] =>
    ids.flatMap((id) => faq.entries.filter((entry) => entry.id === id).map((entry) => ({ entry })));
  const links = (names: readonly string[]): string[] =>
    names.flatMap((name) => {
      const link = faq.links[name];
      return link ? [texts.link(link.title[language], link.url)] : [];
    });
  const highlights = entries(faq.highlights);
  const [support] = links(faq.support === undefined ? [] : [faq.support]);

  switch (reply.kind) {
    case 'answer': {
      const { entry, fact } = reply;
      const { answer, links: names } = fact ?? entry;
      const steps = fact ? [] : entry.steps.map((step) => step[language]);
      const more = [...(fact ? [{ entry }] : []), ...entries(entry.followUps)];
      return {
        text: paragraphs(
          answer[language],
          numbered(steps),
          links(names).join(' · '),
          texts.source(entry.question[language]),
        ),
        buttons: more.slice(0, MOST_BUTTONS).map(title),
      };
    }
    case 'clarify':
      return {
        text: paragraphs(texts.clarify, numbered(reply.choices.map(question)), texts.clarifyHint),
        buttons: [...reply.choices.map(title), texts.noneOfThese],
      };
    case 'none': {
      const near = reply.near.length > 0 ? [texts.near, bulleted(reply.near.map(question))] : [];
      return {
        text: paragraphs(texts.none(reply.topic?.title[language], support), ...near),
        buttons: reply.near.map(title),
      };
    }
    case 'noneOfThese':
      return { text: texts.noneOfTheseReply(support) };
    case 'frustration':
      return { text: texts.frustration(support) };
    case 'chooseLanguage':
      return { text: texts.chooseLanguage, buttons: LANGUAGES.map((each) => textsIn(each).languageName) };
    case 'welcome':
    case 'help':
      return {
        text: paragraphs(texts[reply.kind](faq.title[language]), bulleted(highlights.map(question))),
        buttons: highlights.map(title),
      };
    case 'greeting':
    case 'startedOver':
      return { text: texts[reply.kind](faq.title[language]), buttons: highlights.map(title) };
    case 'aboutBot':
      return { text: texts.aboutBot(faq.title[language]) };
    default:
      return { text: texts[reply.kind] };
  }
}

function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function numbered(lines: readonly string[]): string {
  return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
}

function bulleted(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/**
 * Teams shows suggested actions in personal chats only, and Teams-like clients leave Markdown beside them raw: there
 * the buttons stand on a card. Elsewhere suggested actions are better: they go away when they are out of date.
 */
function withButtons(titles: readonly string[], channelId: string): Partial<Activity> {
  if (CARD_CHANNELS.includes(channelId)) {
    const actions = titles.map((title) => ({ type: 'Action.Submit', title, data: { say: title } }));
    const card = { $schema: CARD_SCHEMA, type: 'AdaptiveCard', version: '1.3', body: [], actions };
    return { attachments: [CardFactory.adaptiveCard(card)] };
  }
  const actions = titles.map((title) => ({ type: ActionTypes.ImBack, title, value: title }));
  return { suggestedActions: { to: [], actions } };
}
