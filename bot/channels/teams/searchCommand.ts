// The search command of Teams: questions of the FAQ for what is typed, each with its answer as a card to send.
import {
  type Activity,
  ActivityTypes,
  CardFactory,
  type MessagingExtensionAttachment,
  type MessagingExtensionResponse,
  type Middleware,
  StatusCodes,
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import { type Language, languageOfLocale } from '../../../knowledge/faq/language.js';
import type { Entry, Fact, Faq } from '../../../knowledge/faq/schema.js';
import { detectLanguage } from '../../../knowledge/text/detectLanguage.js';
import type { QuestionIndex } from '../../../knowledge/search/faqIndex.js';
import type { Metrics } from '../../metrics.js';
import { adaptiveCard, type CardElement, linkButton } from '../../replies/cards.js';
import { numbered } from '../../replies/markdown.js';
import { textsIn } from '../../texts/textsIn.js';

/** The command and its parameter, as the app manifest names them. */
export const SEARCH = { command: 'searchQuestions', parameter: 'query' } as const;

const QUERY = 'composeExtension/query';
/** With this parameter Teams asks for what to show before anything is typed. */
const INITIAL_RUN = 'initialRun';
/** Longer texts are no search. */
const LONGEST_QUERY = 500;
/** What Teams asks for, and shows, at once. */
const PAGE = 25;
/** How much of an answer stands in the list, in letters. */
const PREVIEW = 90;

const Query = z.object({
  commandId: z.literal(SEARCH.command),
  parameters: z
    .array(z.object({ name: z.string(), value: z.string().max(LONGEST_QUERY) }))
    .transform((parameters) => new Map(parameters.map(({ name, value }) => [name, value]))),
  queryOptions: z
    .object({
      skip: z.int().min(0).nullish(),
      count: z.int().min(1).nullish(),
    })
    .nullish(),
});

/** A question with what answers it. */
interface Result {
  readonly entry: Entry;
  readonly fact?: Fact | undefined;
}

/**
 * Answers queries before they become turns: they come at every letter that is typed, need no state and leave none, and
 * so wait neither for a turn of the conversation nor for the database.
 */
export class SearchCommand implements Middleware {
  constructor(
    private readonly index: QuestionIndex,
    private readonly defaultLanguage: Language,
    private readonly metrics: Metrics,
  ) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const { type, name } = context.activity;
    if (type !== (ActivityTypes.Invoke as string) || name !== QUERY) return next();
    const body: MessagingExtensionResponse = {
      composeExtension: {
        type: 'result',
        attachmentLayout: 'list',
        attachments: this.attachmentsFor(context.activity),
      },
    };
    await context.sendActivity({
      type: ActivityTypes.InvokeResponse,
      value: { status: StatusCodes.OK, body },
    });
  }

  /** @returns none for a query that is not of this command, or says nothing that can be looked for */
  private attachmentsFor(activity: Activity): MessagingExtensionAttachment[] {
    const { data } = Query.safeParse(activity.value);
    const typed = data && (data.parameters.get(SEARCH.parameter) ?? initialQuery(data.parameters));
    if (typed === undefined || (typed.trim() !== '' && !/[\p{L}\p{N}]/u.test(typed))) return [];

    const language = this.languageOf(activity, typed);
    this.metrics.countReply('search', language);
    const skip = data?.queryOptions?.skip ?? 0;
    const count = Math.min(data?.queryOptions?.count ?? PAGE, PAGE);
    const { faq } = this.index;
    return this.resultsFor(typed, language)
      .slice(skip, skip + count)
      .map((result) => attachmentOf(result, faq, language));
  }

  /** What begins a guide stands for its entry here, as no guide can be begun in a card that is sent to others. */
  private resultsFor(typed: string, language: Language): Result[] {
    const found = new Map<Entry | Fact, Result>();
    for (const { entry, fact } of this.index.suggestions(typed, language, Infinity)) {
      const subject = fact?.starts ? undefined : fact;
      if (!found.has(subject ?? entry)) found.set(subject ?? entry, { entry, fact: subject });
    }
    return [...found.values()];
  }

  /** That of the query; where it shows none, that of the client. */
  private languageOf({ locale }: Activity, typed: string): Language {
    const detected = detectLanguage(typed);
    if (detected?.sure) return detected.language;
    return languageOfLocale(locale) ?? detected?.language ?? this.defaultLanguage;
  }
}

/** Nothing is typed yet. */
function initialQuery(parameters: ReadonlyMap<string, string>): '' | undefined {
  return parameters.has(INITIAL_RUN) ? '' : undefined;
}

function attachmentOf({ entry, fact }: Result, faq: Faq, language: Language): MessagingExtensionAttachment {
  const { question, answer, links } = fact ?? entry;
  const texts = textsIn(language);
  const steps = fact ? [] : entry.steps.map((step) => step.text[language]);
  const body = [
    text(question[language], { weight: 'Bolder', size: 'Medium' }),
    ...answer[language].split(/\n{2,}/).map((paragraph) => text(paragraph)),
    ...(steps.length > 0 ? [text(numbered(steps))] : []),
    text(texts.source(entry.question[language]), { isSubtle: true, size: 'Small' }),
  ];
  const actions = links.flatMap((name) => {
    const link = faq.links[name];
    return link ? [linkButton(link.title[language], link.url)] : [];
  });
  return {
    ...adaptiveCard(body, actions),
    preview: CardFactory.thumbnailCard(question[language], undefined, undefined, {
      text: firstWords(answer[language]),
    }),
  };
}

function text(words: string, look: CardElement = {}): CardElement {
  return { type: 'TextBlock', text: words, wrap: true, ...look };
}

/** The beginning of a text, which ends between words. */
function firstWords(words: string): string {
  const letters = Array.from(words.replace(/\s+/g, ' '));
  if (letters.length <= PREVIEW) return letters.join('');
  const beginning = letters.slice(0, PREVIEW).join('');
  return `${beginning.replace(/(?<![\p{Script=Latin}\p{N}'-])[\p{Script=Latin}\p{N}'-]+$/u, '').trimEnd()}…`;
}
