// Puts the steps of a walkthrough, the questions of its form and those of a diagnosis into words and buttons.
import type { DiagnosisReply, FieldLead, WalkthroughLead, WalkthroughReply } from '../../dialogs/reply.js';
import type { Language } from '../../knowledge/faq/language.js';
import type { Entry } from '../../knowledge/faq/schema.js';
import type { WalkthroughTexts } from '../texts/walkthroughTexts.js';
import { walkthroughTextsIn } from '../texts/textsIn.js';
import { type CardElement, progress } from './cards.js';
import { codeBlock, numbered, paragraphs, withoutMarkup } from './markdown.js';
import { ticketPath, ticketText } from './ticketText.js';

/** A reply in words; a card adds how far the walkthrough is. */
export interface WalkthroughWording {
  readonly text: string;
  readonly choices?: readonly string[];
  readonly buttons: readonly string[];
  readonly at?: string;
  readonly card?: readonly CardElement[];
}

/** What a reply may refer to outside of itself. */
export interface WalkthroughSurroundings {
  /** Links by their names in the FAQ, as Markdown. */
  readonly links: (names: readonly string[]) => string;
  readonly link: (title: string, url: string) => string;
  readonly support: string | undefined;
  readonly publicUrl: string;
}

export function walkthroughWording(
  reply: WalkthroughReply,
  language: Language,
  { links, link, support, publicUrl }: WalkthroughSurroundings,
): WalkthroughWording {
  const texts = walkthroughTextsIn(language);
  const { buttons } = texts;
  if (reply.kind === 'nothingFilledIn') return { text: texts.nothingFilledIn, buttons: [] };
  if (reply.kind === 'summarySoFar') {
    const { form, values, language: of } = reply.summary;
    return {
      text: paragraphs(texts.summarySoFar, codeBlock(ticketText(form, values, of, { forChat: true }))),
      buttons: [],
    };
  }
  const title = guideTitle(reply.entry, language);
  if (reply.kind === 'walkthroughDone') {
    return { text: paragraphs(texts.done(title), reply.entry.closing?.[language] ?? ''), buttons: [] };
  }
  const { entry, step, at } = reply;
  const count = entry.steps.length;
  const { text, needs, trouble, links: names } = entry.steps[step - 1]!;
  const heading = texts.heading(step, count, title);
  const onward = step === count ? buttons.finish : buttons.next;
  const navigation = [onward, buttons.back, buttons.stuck, buttons.stop];

  switch (reply.kind) {
    case 'allSteps':
      return {
        text: paragraphs(
          texts.allSteps(title),
          numbered(entry.steps.map((each) => each.text[language])),
          texts.youAreAt(step, count),
        ),
        buttons: navigation,
        at,
      };
    case 'step': {
      const { summary, isBrief = false } = reply;
      const shownSummary = isBrief ? undefined : summary;
      return {
        text: paragraphs(
          leadText(reply.lead, texts, count, step),
          heading,
          text[language],
          needs ? texts.needs(needs[language]) : '',
          links(names),
          ...(shownSummary
            ? [
                texts.summaryIntro(shownSummary.form.title[language]),
                codeBlock(
                  ticketText(shownSummary.form, shownSummary.values, shownSummary.language, {
                    forChat: true,
                  }),
                ),
                link(texts.download, publicUrl + ticketPath(shownSummary)),
                texts.summaryHint,
              ]
            : isBrief
              ? []
              : [texts.hint(onward)]),
        ),
        buttons: summary
          ? [
              buttons.finish,
              buttons.summaryIn[summary.language === 'en' ? 'ja' : 'en'],
              buttons.back,
              buttons.stop,
            ]
          : navigation,
        at,
        card: progress(step, count),
      };
    }
    case 'askField': {
      const { form, field, isBrief = false } = reply;
      const titles = field.choices.map((choice) => choice[language]);
      const number = form.fields.indexOf(field) + 1;
      return {
        text: paragraphs(
          leadText(reply.lead, texts, count, step),
          ...(reply.isFirst && !isBrief ? [heading, texts.formIntro(form.title[language])] : []),
          texts.fieldHeading(number, form.fields.length, form.title[language]),
          field.ask[language],
          titles.length > 0 ? texts.choices(titles) : '',
          isBrief ? '' : texts.fieldHint,
        ),
        choices: titles,
        buttons: [buttons.skip, buttons.back, buttons.stop],
        at,
        card: progress(step, count),
      };
    }
    case 'stuck':
      return {
        text: paragraphs(
          texts.stuck(step),
          heading,
          text[language],
          needs ? texts.needs(needs[language]) : '',
          trouble?.[language] ?? texts.noMoreKnown(support),
          links(names),
          texts.stuckHint(onward),
        ),
        buttons: [onward, buttons.back, buttons.skip, buttons.stop],
        at,
      };
    case 'offerToContinue':
      return {
        text: texts.offer(step, count, title),
        buttons: [buttons.continue, buttons.startOver, buttons.stop],
        at,
      };
    case 'walkthroughPaused':
      // No place: it can be gone on with from anywhere.
      return { text: texts.paused(step, count, title), buttons: [buttons.continue] };
  }
}

export function diagnosisWording(
  reply: DiagnosisReply,
  language: Language,
  { links }: Pick<WalkthroughSurroundings, 'links'>,
): WalkthroughWording {
  const texts = walkthroughTextsIn(language);
  if (reply.kind === 'diagnosisConclusion') {
    const { answer, links: names } = reply.conclusion;
    const named = reply.named.filter(({ means }) => means === undefined).map(({ title }) => title[language]);
    const lead = named.length > 1 ? texts.diagnosisNamed(named) : '';
    return { text: paragraphs(lead, answer[language], links(names)), buttons: [] };
  }
  const { entry, question, at } = reply;
  const titles = question.choices.map(({ title }) => title[language]);
  const lead = reply.lead ? texts.diagnosisLead[reply.lead] : '';
  return {
    text: reply.isBrief
      ? paragraphs(texts.diagnosisAgain(entry.title[language]), question.ask[language])
      : paragraphs(lead, question.ask[language], numbered(titles), texts.diagnosisHint),
    choices: titles,
    buttons: [],
    at,
  };
}

/** The name of the guide through the steps of an entry. */
function guideTitle({ title, facts }: Entry, language: Language): string {
  return (facts.find(({ starts }) => starts === 'walkthrough')?.title ?? title)[language];
}

function leadText(
  lead: WalkthroughLead | FieldLead | undefined,
  texts: WalkthroughTexts,
  count: number,
  step: number,
): string {
  if (lead === undefined) return '';
  if (typeof lead === 'string') return texts.lead(lead, count, step);
  return texts.fieldLead(lead.kind === 'impossible' ? { ...lead, text: withoutMarkup(lead.text) } : lead);
}
