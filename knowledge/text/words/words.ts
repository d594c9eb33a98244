// What a language must bring so that messages in it can be read: its words as data. What is missing does not compile.
import type { Language } from '../../faq/language.js';

/** The small words of a language. All are lower-case and in the spelling of `normalise`. */
export interface Words {
  /** A letter that this language alone writes, where it has one. */
  readonly ownLetter?: RegExp;
  /** Words that hardly any other language has, so that they tell the language: articles, auxiliaries, particles. */
  readonly functionWords: ReadonlySet<string>;
  /** Where it has letters of its own: whether a word in them is grammar rather than a name or a term. */
  readonly isGrammar?: (word: string) => boolean;
  /** How it is typed in letters that are not its own: words that hardly any other language has. */
  readonly transcribed?: {
    readonly words: ReadonlySet<string>;
    /** Short ones that other languages have, too, and that tell nothing alone: "demo", "wa". */
    readonly particles: ReadonlySet<string>;
    readonly canBe: (word: string) => boolean;
  };
  /** How this language calls each of the bot's languages. */
  readonly languageNames: Readonly<Record<Language, readonly string[]>>;
  /** How it calls languages that the bot does not speak. */
  readonly otherLanguages: readonly string[];
  /** What tells that something does not work. */
  readonly trouble: readonly string[];
  /** What asks to be led through something. */
  readonly guidance: readonly string[];
  /** What says that something is done. */
  readonly done: readonly string[];
  /** What orders to go on. */
  readonly onward: readonly string[];
  /** What says that all is done, and nothing of what was done. */
  readonly finished: readonly string[];
  /** What says that something is wanted, rather than asked. */
  readonly wants: readonly string[];
  /** How many steps are done already: "the first three", 「ステップ3まで」. A number or a cardinal is captured. */
  readonly doneThrough: readonly RegExp[];
  /** What speaks of filling something in. */
  readonly writing: readonly string[];
  /** What asks for all that is known of something. */
  readonly everything: readonly string[];
  /** What asks for all of something at once. */
  readonly allAtOnce: readonly string[];
  /** What makes no question of a word at its beginning: 「どれも」 is none of them. */
  readonly noQuestionAfter?: readonly string[];
  /** What stands at the beginning of a question. */
  readonly questionStarts: readonly string[];
  /** What stands at the end of a question that has no question mark. */
  readonly questionEnds: readonly string[];
  /** What a request for information holds: "tell me", 「教えて」. */
  readonly requests: readonly string[];
  /** What joins a second question or order to the first: "and also". */
  readonly joiners: readonly string[];
  /** What stands before what is said, and adds nothing: "um", 「えっと」. */
  readonly fillers: readonly string[];
  /** What is not so. `before` stands before what it denies, `after` behind it. */
  readonly negation: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** What was so and is no more. */
  readonly formerly: readonly string[];
  /** What may be so. */
  readonly maybe: readonly string[];
  /** Joins the names of a list: "Azure Pass and MSDN". */
  readonly listJoiners: readonly string[];
  /** The first to the ninth of a list, each in several words. */
  readonly ordinals: readonly (readonly string[])[];
  /** One to nine, which name a place where no ordinal does. */
  readonly cardinals: readonly string[];
  readonly last: readonly string[];
  /** Of two: the former and the latter. */
  readonly former: readonly string[];
  readonly latter: readonly string[];
  /** The one in the middle of three. */
  readonly middle: readonly string[];
  /** Words around the number of a step, as in "step 3" and 「3番目の手順」, and around that of a choice. */
  readonly numberFrames: readonly RegExp[];
  readonly polarity: PolarityWords;
}

/** What tells how a question is put that yes or no can answer. */
export interface PolarityWords {
  /** Says or asks that something can or may be done: "can", "allowed", 「大丈夫」. */
  readonly permits: readonly string[];
  /** Says or asks that something can't or mustn't be done: "forbidden", 「だめ」. */
  readonly forbids: readonly string[];
  /** Says that it can't: "can't"; or what makes that of a word of `permits`, behind it: 「ない」. */
  readonly denies: readonly string[];
  /** What among `denies` only makes a question polite: "can't I …?", 「…できませんか」. */
  readonly invites: readonly string[];
  /** At the end of a question, or at its beginning: wants to hear that what it says is so. */
  readonly agreesTag: readonly string[];
  readonly agreesStart: readonly string[];
  /** In English a denial that is not so gets neither yes nor no: "You can't …, right?" */
  readonly noDeniesDenials: boolean;
  /** Asks something else than whether it can be done: whether it must be done, or ends. */
  readonly asksElse: readonly string[];
  /** Begins a question that yes and no don't answer. */
  readonly open: readonly string[];
  /** As `open`, wherever it stands in a question. */
  readonly openAnywhere: readonly string[];
  /** Asks for one of two. */
  readonly alternatives: readonly string[];
  /** Makes another question of it: "only", "without", "for two years", 「しか」. */
  readonly narrows: readonly string[];
  /** What asks about one side is not answered by what is said about the other: "before", "after". */
  readonly opposites: readonly (readonly [readonly string[], readonly string[]])[];
  /** Joins a question to what was said before: "and", "but". */
  readonly connectives: readonly string[];
  /** Behind it stands the question itself: "I wonder whether". */
  readonly indirect: readonly string[];
  /** Begins a part of a sentence that is not what is asked: "after", "who". */
  readonly subordinates: readonly string[];
  /** Where the predicate stands last: what may follow its stem. */
  readonly endings?: readonly string[];
  /** Where it does: what behind `denies` means it: 「ないの」, 「ないん」. */
  readonly explains?: readonly string[];
}
