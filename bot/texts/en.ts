// English sentences of the bot.
import type { Aspect } from '../../knowledge/faq/aspect.js';
import type { Texts } from './texts.js';

/** What the FAQ does not say, by what was asked. */
const UNSAID: Partial<Record<Aspect, string>> = {
  from: 'from when',
  until: 'until when',
  howLong: 'how long',
  where: 'where to find that',
  who: 'who',
  howOften: 'how often',
  howMany: 'how many',
  degree: 'by how much: it gives no figure',
  whatIf: 'what to do then',
  why: 'why; it gives no reason',
  better: 'which is better; that depends on what you need',
  difference: 'what the difference is',
};

const supportLine = (support: string | undefined) => (support ? `\n\nPeople who can help: ${support}` : '');

export const en: Texts = {
  languageName: 'English',
  welcome: (faq) =>
    `Hello! I answer questions about **${faq}**, in English or Japanese.\n\nJust ask in your own words, for example:`,
  groupWelcome: (faq) =>
    `Hello! I answer questions about **${faq}**, in English or Japanese. Mention me in every message that is for me.`,
  help: (faq) =>
    `I answer questions about **${faq}**.\n\n` +
    `- Ask in your own words, in English or Japanese.\n` +
    `- Type **language** to change the language, **cancel** to leave a question or to stop a guide, **continue** to go on with it, **start over** to begin again.\n\n` +
    `For example:`,
  ask: (faq) => `Please ask about **${faq}** in your own words, for example:`,
  chooseDate: `Which date shall I work out?`,
  noDates: `There are no dates to work out in this FAQ. Ask me about anything else in it, in your own words.`,
  chooseDateHint: `Pick one, or tell me what you know, for example “I redeemed a key on December 1, 2020. Until when can I use it?”`,
  greeting: (faq) => `Hello! What would you like to know about ${faq}?`,
  thanks: `You're welcome! Ask me anytime.`,
  thanksLead: `You're welcome!`,
  sorryLead: `I'm sorry about that.`,
  acknowledged: `Good. Is there anything else you'd like to know?`,
  declined: `All right. Just ask whenever you need something.`,
  noNeedToApologise: `No problem at all. What would you like to know?`,
  smallTalk: (faq) =>
    `That's nice of you to chat with me! I'm a bot, best at questions about ${faq}. What can I look up for you?`,
  takeYourTime: `Of course, take your time.`,
  onlyTheFaq: (faq) =>
    `I can't do that. I only answer questions about ${faq}, from what its FAQ says, and I have no settings or passwords to show.`,
  languages: (asked) =>
    ({
      ours: `Yes, I speak English and Japanese. Just write in the one you like, or pick one:`,
      another: `I'm sorry, I speak only English and Japanese. Which of the two would you like?`,
      none: `I speak English and Japanese. Which one would you like?`,
    })[asked ?? 'none'],
  cannotRemind: `I can't send reminders or messages by myself. When I work out a date for you, you can add it to your own calendar with the link below it.`,
  goodbye: `Goodbye! Come back whenever you have a question.`,
  aboutBot: (faq) =>
    `I'm a bot, not a person. I answer questions about ${faq} from its FAQ, in English or Japanese.`,
  human: (support) =>
    support ? `People can help you here: ${support}` : `I'm a bot and can't pass you on to a person.`,
  frustration: (support) =>
    `I'm sorry that I haven't been of help. Try asking once more in other words, one thing at a time.${supportLine(support)}`,
  cannotAct: `I can't do that myself, nor look into your account. I can only tell you how it's done.`,
  hasNotActed: `No, I haven't filed, sent or changed anything. I can only tell you how it's done; the steps are yours to take.`,
  cancelled: `All right, I've stopped that. What else would you like to know?`,
  nothingToCancel: `There is nothing to cancel. Ask me anything about the FAQ.`,
  nothingToContinue: `No guide is open. Ask me anything about the FAQ; a guide that you have stopped goes on with **continue**.`,
  startedOver: (faq) => `Let's start over. What would you like to know about ${faq}?`,
  languagePinned: `I'll reply in English from now on. Type **in Japanese** to switch to Japanese.`,
  chooseLanguage: `Which language would you like?`,
  clarify: `Which of these do you mean?`,
  clarifyHint: `Pick one, or reply with its number.`,
  noneOfThese: `None of these`,
  noneOfTheseReply: (support) =>
    `Then the FAQ may not answer it. Please try once more in other words.${supportLine(support)}`,
  none: (topic, support) =>
    (topic
      ? `I'm sorry, this FAQ has no answer to that. It doesn't cover ${topic}.`
      : `I'm sorry, I couldn't find an answer to that in this FAQ.`) + supportLine(support),
  noneAgain: (topic, support) =>
    (topic
      ? `${topic.charAt(0).toUpperCase()}${topic.slice(1)}: this FAQ doesn't say anything about that either.`
      : `That isn't in this FAQ either.`) +
    ` You could name the product or the date it's about, or say **help** to see what I can answer.` +
    supportLine(support),
  unsaid: (aspect, title) => `The FAQ doesn't say ${UNSAID[aspect] ?? 'any more about that'} (${title}).`,
  sourceOf: (question, section) =>
    `That stands in the FAQ on Microsoft's page, under “${section}”: *${question}*`,
  askThere: (support) => `People who may know: ${support}`,
  confirmed: `Yes, that's what the FAQ says:`,
  noExample: `The FAQ gives no example for this. What it says:`,
  overview: `This is what the FAQ says about it:`,
  near: `These are the closest questions that I can answer:`,
  noText: `Please write your question in words, for example “Where do I get an Access ID?”`,
  attachmentOnly: `I can't read attachments. Please write your question in words.`,
  outdatedButton: `That button is out of date. Please write what you would like to know.`,
  cardOnly: `I can't read cards. In a chat with me just write your question; the search is for messages to other people.`,
  overtakenButton: `That button is out of date. Please go on from here:`,
  verdict: { like: `This helped`, dislike: `This did not help` },
  liked: `Thank you, good to know!`,
  disliked: (support) =>
    `I'm sorry. **What was missing?** Tell me in a sentence if you like, or just go on asking.${supportLine(support)}`,
  commentNoted: (support) => `Thank you, I've noted that.${supportLine(support)}`,
  noComment: `All right. Ask me anytime.`,
  verdictLost: (support) =>
    `Thank you for telling me. I couldn't note it, as that answer isn't on record any more.${supportLine(support)}`,
  continuedBelow: `It goes on in the message below.`,
  secretPosted: `Your message seems to hold a password, a key or an ID. I don't need it and I don't keep it; please don't post such things here, and change a password that you have posted.`,
  omitted: (count) => `[… ${count.toLocaleString('en-US')} characters are not shown …]`,
  failure: `I'm sorry, something went wrong on my side. Please send your message again.`,
  lead: {
    yes: (answer) => `Yes. ${answer}`,
    no: (answer) => `No. ${answer}`,
    right: (answer) => `Right. ${answer}`,
  },
  source: (question) => `*From the FAQ: ${question}*`,
  link: (title, url) => `[${title}](${url})`,
};
