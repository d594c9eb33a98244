// Puts replies into words and buttons. The text is the whole of it; cards add only what text cannot.
import { type Activity, ActionTypes, ActivityTypes, type CardAction, Channels, InputHints } from 'botbuilder';
import type { Reply, Subject } from '../../dialogs/reply.js';
import { type Verdict, VERDICTS } from '../../dialogs/verdict.js';
import { formatDate } from '../../knowledge/dates/formatDate.js';
import { LANGUAGES, type Language } from '../../knowledge/faq/language.js';
import type { Faq } from '../../knowledge/faq/schema.js';
import { dateRules, ruleStatedBy } from '../../knowledge/rules/dateRules.js';
import { calendarPath } from '../calendar.js';
import type { Texts } from '../texts/texts.js';
import { dateTextsIn, rightsTextsIn, textsIn } from '../texts/textsIn.js';
import { adaptiveCard, buttonRows, type CardParts, sayButton, verdictRow } from './cards.js';
import { dateAnswer, dateInput, dateQuestion } from './dateReplies.js';
import { movesOn, standsOnCard } from './inPlace.js';
import { asPlainText, bulleted, numbered, paragraphs } from './markdown.js';
import { placeCard } from './placeCard.js';
import { type Keeping, knownWording } from './rightsReplies.js';
import { thumbs } from './thumbs.js';
import { diagnosisWording, walkthroughWording } from './walkthroughReplies.js';
import type { Wording } from './wording.js';

/** Where a reply is shown, and what it may refer to. */
export interface Surroundings {
  /** The FAQ that titles, links and suggestions come from. */
  readonly faq: Faq;
  /** The channel decides what the buttons stand on. */
  readonly channelId: string;
  /** The address under which users reach the bot's files. */
  readonly publicUrl: string;
  readonly keeping: Keeping;
  /** The id of what an answer is the outcome of, for the user's verdict on it. */
  readonly outcome?: string | undefined;
}

const MOST_BUTTONS = 3;
/**
 * Teams shows suggested actions in personal chats only, and Teams-like clients leave Markdown beside them raw: there
 * the buttons stand on a card. Elsewhere suggested actions are better: they go away when they are out of date.
 */
const CARD_CHANNELS: readonly string[] = [Channels.Msteams, Channels.Emulator];
/** Other channels take pictures from servers only, if at all. */
const PICTURE_CHANNELS: readonly string[] = [Channels.Directline, Channels.Webchat];
/** Web Chat wants words for a picture. */
const THUMBS: Readonly<Record<Verdict, string>> = { like: '👍', dislike: '👎' };
/** Replies that a verdict may be given on. */
const RATED: readonly Reply['kind'][] = ['answer', 'dateAnswer'];
const ASKING: readonly Reply['kind'][] = [
  'clarify',
  'chooseLanguage',
  'chooseDate',
  'askDate',
  'askField',
  'diagnosisQuestion',
  'offerToContinue',
  'askToForget',
];

/**
 * Renders what a turn says as one message. Its text is the whole of it, in Markdown, but for a step that stands on a
 * card of its own in Teams; the buttons are those of the last reply, which is what the conversation goes on with.
 * @param replies - at least one
 */
export function renderReplies(
  replies: readonly Reply[],
  language: Language,
  surroundings: Surroundings,
): Partial<Activity> {
  const wordings = replies.map((reply) => wordingOf(reply, textsIn(language), language, surroundings));
  const last = wordings.at(-1)!;
  const before = wordings.slice(0, -1);
  const { buttons = [], choices = [], at } = last;
  const reply = replies.at(-1)!;
  const titles = [...choices, ...buttons];
  const { outcome, channelId } = surroundings;
  const isTeams = channelId === (Channels.Msteams as string);
  const isInPlace = isTeams && titles.length > 0 && movesOn(reply);
  // The text of the message stays when the card is replaced, so a step must not stand in it.
  const isOnCard = isInPlace && standsOnCard(reply);
  const text = paragraphs(...wordings.map((wording) => wording.text));
  const beside = isOnCard ? paragraphs(...before.map((wording) => wording.text)) : text;
  const onCard = CARD_CHANNELS.includes(channelId);
  const say = (each: readonly string[]) => (onCard ? each.map((title) => sayButton(title, { at })) : []);
  const rated = outcome !== undefined && RATED.includes(reply.kind) ? outcome : undefined;
  // Teams has thumbs of its own, outside of the message.
  const hasThumbs = rated !== undefined && isTeams;
  const { verdict } = textsIn(language);
  const own: CardParts = isInPlace
    ? placeCard([last], language, 'message', { withWords: isOnCard })
    : {
        body: [
          ...(last.card?.body ?? []),
          ...buttonRows(say(choices)),
          ...(rated !== undefined && onCard && !hasThumbs ? verdictRow(verdict, rated) : []),
        ],
        actions: [...(last.card?.actions ?? []), ...say(buttons)],
      };
  const body = [...before.flatMap(({ card }) => card?.body ?? []), ...own.body];
  const actions = [...before.flatMap(({ card }) => card?.actions ?? []), ...own.actions];
  const hasCard = body.length > 0 || actions.length > 0;
  const quickReplies = [
    ...suggested(titles),
    ...(rated === undefined ? [] : suggestedVerdicts(verdict, channelId)),
  ];
  return {
    type: ActivityTypes.Message,
    // A notification shows the summary of a message that has but a card.
    ...(beside === '' ? { summary: asPlainText(text) } : { text: beside, textFormat: 'markdown' }),
    locale: language,
    inputHint: ASKING.includes(reply.kind) ? InputHints.ExpectingInput : InputHints.AcceptingInput,
    ...(hasThumbs && { channelData: { feedbackLoop: { type: 'default' } } }),
    ...(hasCard && { attachments: [adaptiveCard(body, actions, isOnCard ? last.text : undefined)] }),
    ...(!onCard && quickReplies.length > 0 && { suggestedActions: { to: [], actions: quickReplies } }),
  };
}

function suggested(titles: readonly string[]): CardAction[] {
  return titles.map((title) => ({ type: ActionTypes.ImBack, title, value: title }));
}

/** In Web Chat with a picture, by which its style sheet makes them smaller than the others. */
function suggestedVerdicts(titles: Readonly<Record<Verdict, string>>, channelId: string): CardAction[] {
  const hasPictures = PICTURE_CHANNELS.includes(channelId);
  return VERDICTS.flatMap((verdict) =>
    suggested([titles[verdict]]).map((action) => ({
      ...action,
      ...(hasPictures && { image: thumbs[verdict], imageAltText: THUMBS[verdict] }),
    })),
  );
}

/** The gist of an answer in a sentence; where the content has none, its first one. */
function inShort({ entry, fact }: Subject, language: Language): string {
  const { answer, inShort: gist } = fact ?? entry;
  if (gist) return gist[language];
  return FIRST_SENTENCE.exec(answer[language])?.[0].trim() ?? answer[language];
}

const FIRST_SENTENCE = /^[^。！？]*?(?:[。！？]|[.!?](?=\s|$))/u;
/** More lines don't fit a phone. */
const MAX_LINES = 8;

/** Shown to newcomers where the FAQ names no highlights. */
const FIRST_ENTRIES = 3;

export function wordingOf(
  reply: Reply,
  texts: Texts,
  language: Language,
  { faq, publicUrl, keeping }: Surroundings,
): Wording {
  const title = ({ entry, fact }: Subject) => (fact ?? entry).title[language];
  const question = ({ entry, fact }: Subject) => (fact ?? entry).question[language];
  const entries = (ids: readonly string[]): Subject[] =>
    ids.flatMap((id) => faq.entries.filter((entry) => entry.id === id).map((entry) => ({ entry })));
  const links = (names: readonly string[]): string[] =>
    names.flatMap((name) => {
      const link = faq.links[name];
      return link ? [texts.link(link.title[language], link.url)] : [];
    });
  // An FAQ that names none is shown by its first entries.
  const highlights =
    faq.highlights.length > 0
      ? entries(faq.highlights)
      : faq.entries.slice(0, FIRST_ENTRIES).map((entry) => ({ entry }));
  const [support] = links(faq.support === undefined ? [] : [faq.support]);

  switch (reply.kind) {
    case 'answer': {
      const { entry, fact, lead } = reply;
      const { answer, links: names } = fact ?? entry;
      const steps = fact ? [] : entry.steps.map((step) => step.text[language]);
      const guides = entry.facts.filter(({ starts }) => starts).map((guide) => ({ entry, fact: guide }));
      const more = [...guides, ...(fact ? [{ entry }] : []), ...entries(entry.followUps)];
      const text = paragraphs(
        lead ? texts.lead[lead](answer[language]) : answer[language],
        numbered(steps),
        links(names).join(' · '),
        texts.source(entry.question[language]),
      );
      return { text, buttons: [...workOut(reply, language), ...more.map(title)].slice(0, MOST_BUTTONS) };
    }
    case 'dateAnswer': {
      const { rule, results, today } = reply;
      const { addToCalendar } = dateTextsIn(language);
      const sources = entries([rule.entry]);
      const address = publicUrl + calendarPath(rule.id, results[0]!.date, language);
      const { paragraphs: lines, card } = dateAnswer(reply, language);
      const isAhead = results.length === 1 && results[0]!.date >= today;
      return {
        text: paragraphs(
          ...lines,
          isAhead ? texts.link(addToCalendar, address) : '',
          ...sources.map(({ entry }) => texts.source(entry.question[language])),
        ),
        buttons: sources.map(title),
        card: { body: card, actions: [] },
      };
    }
    case 'askDate': {
      const { rule, problem } = reply;
      const dates = problem?.kind === 'choose' ? problem.dates : [];
      return {
        text: paragraphs(...dateQuestion(rule, problem, language)),
        buttons: dates.map((date) => formatDate(date, language)),
        ...(dates.length === 0 && { card: dateInput(rule, language) }),
      };
    }
    case 'clarify':
      return {
        text: paragraphs(texts.clarify, numbered(reply.choices.map(question)), texts.clarifyHint),
        buttons: [...reply.choices.map(title), texts.noneOfThese],
      };
    case 'none':
    case 'cannotAct':
    case 'cannotRemind':
    case 'hasNotActed': {
      const said =
        reply.kind === 'none'
          ? texts[reply.isAgain ? 'noneAgain' : 'none'](reply.topic?.title?.[language], support)
          : texts[reply.kind];
      const near = reply.near.length > 0 ? [texts.near, bulleted(reply.near.map(question))] : [];
      return { text: paragraphs(said, ...near), buttons: reply.near.map(title) };
    }
    case 'step':
    case 'askField':
    case 'allSteps':
    case 'summarySoFar':
    case 'nothingFilledIn':
    case 'stuck':
    case 'offerToContinue':
    case 'walkthroughPaused':
    case 'walkthroughDone':
    case 'diagnosisQuestion':
    case 'diagnosisConclusion': {
      const around = {
        links: (names: readonly string[]) => links(names).join(' · '),
        link: (name: string, url: string) => texts.link(name, url),
        support,
        publicUrl,
      };
      const { card, ...wording } =
        reply.kind === 'diagnosisQuestion' || reply.kind === 'diagnosisConclusion'
          ? diagnosisWording(reply, language, around)
          : walkthroughWording(reply, language, around);
      return { ...wording, card: card && { body: card, actions: [] } };
    }
    case 'noneOfThese':
      return { text: texts.noneOfTheseReply(support) };
    case 'human':
    case 'frustration':
    case 'disliked':
    case 'commentNoted':
    case 'verdictLost':
      return { text: texts[reply.kind](support) };
    case 'unsaid': {
      const { entry, fact, aspect } = reply;
      return {
        text: paragraphs(
          texts.unsaid(aspect, title({ entry, fact })),
          support ? texts.askThere(support) : '',
        ),
        buttons: [title({ entry })],
      };
    }
    case 'inShort':
    case 'confirmed':
    case 'noExample':
    case 'source': {
      const { entry, fact } = reply;
      const short = inShort({ entry, fact }, language);
      const source = texts.source(entry.question[language]);
      const text = {
        inShort: () => paragraphs(short, source),
        confirmed: () => paragraphs(texts.confirmed, short, source),
        noExample: () => paragraphs(texts.noExample, short, source),
        source: () => paragraphs(texts.sourceOf(entry.question[language], entry.section[language])),
      }[reply.kind]();
      return { text, buttons: [title({ entry })] };
    }
    case 'overview':
      return {
        text: paragraphs(
          texts.overview,
          bulleted(reply.topics.slice(0, MAX_LINES).map((topic) => inShort(topic, language))),
        ),
        buttons: reply.topics.slice(0, MOST_BUTTONS).map(title),
      };
    case 'known':
      return knownWording(reply, language, keeping, `${publicUrl}/privacy`);
    case 'askToForget': {
      const { askToForget, yes, no } = rightsTextsIn(language);
      return { text: askToForget, buttons: [yes, no] };
    }
    case 'forgotten':
    case 'notForgotten':
      return { text: rightsTextsIn(language)[reply.kind] };
    case 'languages':
      return {
        text: texts.languages(reply.isOther ? 'another' : reply.asked && 'ours'),
        buttons: LANGUAGES.map((each) => textsIn(each).languageName),
      };
    case 'chooseLanguage':
      return { text: texts.chooseLanguage, buttons: LANGUAGES.map((each) => textsIn(each).languageName) };
    case 'chooseDate': {
      const { workOut } = dateTextsIn(language);
      const stated = Object.values(dateRules).filter(({ entry }) => entries([entry]).length > 0);
      if (stated.length === 0) return { text: texts.noDates, buttons: highlights.map(title) };
      const dates = stated.map(({ id }) => workOut[id]);
      return { text: paragraphs(texts.chooseDate, bulleted(dates), texts.chooseDateHint), choices: dates };
    }
    case 'welcome':
    case 'help':
    case 'ask':
      return {
        text: paragraphs(texts[reply.kind](faq.title[language]), bulleted(highlights.map(question))),
        buttons: highlights.map(title),
      };
    case 'greeting':
    case 'startedOver':
      return { text: texts[reply.kind](faq.title[language]), buttons: highlights.map(title) };
    case 'aboutBot':
    case 'smallTalk':
    case 'onlyTheFaq':
    case 'groupWelcome':
      return { text: texts[reply.kind](faq.title[language]) };
    default:
      return { text: texts[reply.kind] };
  }
}

/** The offer to work out the user's own date, beside a fact that states the rule for it. */
function workOut({ entry, fact }: Subject, language: Language): string[] {
  const rule = ruleStatedBy(entry.id, fact?.id);
  return rule ? [dateTextsIn(language).workOut[rule.id]] : [];
}
