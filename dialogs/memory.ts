// What the conversation remembers of one person: one small object with a schema, a bound and an expiry. In a group each
// person has their own. It holds ids, days, numbers and marks of names, and
// nothing that was said.
import type { BotState, StatePropertyAccessor, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { DateState } from '../knowledge/rules/dateState.js';
import type { KnownDate } from '../knowledge/rules/knownDates.js';
import type { Topic } from '../knowledge/understanding/reading.js';
import type { WalkthroughState } from './walkthroughState.js';

/** Topics that are gone back to. */
const MAX_TOPICS = 5;
/** Guides that were set aside. */
const MAX_PAUSED = 3;
/** After so long nobody goes on with "and then?"; guides that were stopped stay. */
const FORGETS_AFTER_MS = 12 * 60 * 60 * 1000;

const topic = z.object({ entry: z.string(), fact: z.string().optional(), subject: z.string().optional() });

/** What was offered with the last reply, so that "yes" has something to take. */
const offer = z.discriminatedUnion('kind', [
  /** `isListed`: its steps were shown, so that a number is one of them. */
  z.object({ kind: z.literal('guide'), entry: z.string(), isListed: z.boolean().default(false) }),
  z.object({ kind: z.literal('answer'), entry: z.string(), fact: z.string().optional() }),
  /** To delete what is kept of the person. */
  z.object({ kind: z.literal('forget') }),
]);

const Schema = z.object({
  /** What was answered together in one reply, in its order. */
  list: z.array(topic).default([]),
  /** What was answered, the last one at the end. */
  topics: z.array(topic).default([]),
  offer: offer.optional(),
  /** The date that was worked out last. Its shape is that of the dialog's state, which has been checked when it was made. */
  dates: z.custom<DateState>((value) => typeof value === 'object').optional(),
  /** The days that were told for dates, the last one at the end. */
  known: z.array(z.custom<KnownDate>((value) => typeof value === 'object')).default([]),
  paused: z.array(z.custom<WalkthroughState>((value) => typeof value === 'object')).default([]),
  /** The last reply was an apology, which is not to be said twice in a row. */
  hasApologised: z.boolean().default(false),
  /** When it was last changed, in milliseconds since 1970. */
  at: z.number().default(0),
});

export type Remembered = z.output<typeof Schema>;
export type Offer = z.output<typeof offer>;

/** What earlier versions kept in properties of their own. */
type Earlier = 'lastEntry' | 'lastDateAnswer' | 'pausedWalkthroughs';

export class Memory {
  readonly #property: StatePropertyAccessor<unknown>;
  readonly #earlier: Readonly<Record<Earlier, StatePropertyAccessor<unknown>>>;

  constructor(conversationState: BotState) {
    this.#property = conversationState.createProperty('memory');
    this.#earlier = {
      lastEntry: conversationState.createProperty('lastEntry'),
      lastDateAnswer: conversationState.createProperty('lastDateAnswer'),
      pausedWalkthroughs: conversationState.createProperty('pausedWalkthroughs'),
    };
  }

  async of(context: TurnContext): Promise<Remembered> {
    const kept = await this.#property.get(context);
    const { data } = Schema.safeParse(kept ?? (await this.#ofEarlierVersion(context)));
    const remembered = data ?? Schema.parse({});
    if (Date.now() - remembered.at < FORGETS_AFTER_MS) return remembered;
    return Schema.parse({ paused: remembered.paused });
  }

  async change(context: TurnContext, changes: Partial<Remembered>): Promise<void> {
    const before = await this.of(context);
    const { topics, paused, ...rest } = { ...before, ...changes };
    await this.#property.set(context, {
      ...rest,
      topics: topics.slice(-MAX_TOPICS),
      paused: paused.slice(-MAX_PAUSED),
      at: Date.now(),
    });
  }

  /** Notes what was answered; what was talked of before comes up again as the latest. */
  async talkedOf(
    context: TurnContext,
    { entry, fact, subject }: Topic,
    changes: Partial<Remembered> = {},
  ): Promise<void> {
    const { topics } = await this.of(context);
    const others = topics.filter((each) => each.entry !== entry || each.fact !== fact);
    await this.change(context, {
      ...changes,
      topics: [
        ...others,
        { entry, ...(fact !== undefined && { fact }), ...(subject !== undefined && { subject }) },
      ],
    });
  }

  async forget(context: TurnContext): Promise<void> {
    await this.#property.delete(context);
    for (const property of Object.values(this.#earlier)) await property.delete(context);
  }

  async #ofEarlierVersion(context: TurnContext): Promise<object> {
    const entry = await this.#earlier.lastEntry.get(context);
    const dates = await this.#earlier.lastDateAnswer.get(context);
    const paused = await this.#earlier.pausedWalkthroughs.get(context);
    const isKept = entry !== undefined || dates !== undefined || paused !== undefined;
    return {
      topics: typeof entry === 'string' ? [{ entry }] : [],
      ...(dates !== undefined && { dates }),
      ...(Array.isArray(paused) && { paused }),
      at: isKept ? Date.now() : 0,
    };
  }
}
