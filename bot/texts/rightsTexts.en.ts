// English sentences about the data that is kept of people.
import type { RightsTexts } from './rightsTexts.js';

export const en: RightsTexts = {
  known: `This is what I keep of you in this conversation:`,
  nothingKnown: `I keep nothing of you in this conversation yet, apart from the language that we talk in.`,
  language: (name, isPinned) =>
    isPinned ? `Language: ${name}, as you asked for` : `Language: ${name}, as you write`,
  topics: (titles) => `What we talked about: ${titles.map((title) => `“${title}”`).join(', ')}`,
  dates: (result, told) => `The date worked out last: “${result}”, from ${told.join(', ')}`,
  guide: (title, step, isOpen) => `A guide ${isOpen ? 'under way' : 'set aside'}: “${title}”, step ${step}`,
  forms: (title, count, fields) =>
    `${count === 1 ? 'A form' : `${count} forms`} “${title}”, with its file: ` +
    (fields.length > 0 ? `${fields.join(', ')} filled in` : `nothing filled in`),
  messages: `The messages of this chat, yours and mine`,
  keptFor: (days) =>
    `It is deleted ${days === 1 ? 'a day' : `${days} days`} after this conversation was last used, or at once when you say **delete my data**.`,
  privacy: 'Privacy',
  more: (privacy) => `What else is kept, such as statistics that name nobody: ${privacy}`,
  deleteIt: 'Delete my data',
  askToForget: `Shall I delete what I keep of you in this conversation? Where we are, what we talked about, dates, guides, tickets with their files and your language would be gone. **It can't be undone.**`,
  yes: 'Yes, delete it',
  no: 'No, keep it',
  forgotten: `It's deleted: I keep nothing of you in this conversation any more.`,
  notForgotten: `All right, I haven't deleted anything.`,
};
