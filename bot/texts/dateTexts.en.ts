// English sentences about dates.
import type { DateTexts } from './dateTexts.js';

/** What has happened lies in the past; the other dates are mostly still to come. */
const EXAMPLE = {
  expiry: 'the end of next month',
  redemption: 'last Friday',
  renewal: 'the end of next month',
  assignment: 'last Friday',
  'renewal-start': 'the 1st of next month',
} as const;

export const en: DateTexts = {
  answer: {
    'key-redeem-by': (date) => `Redeem your product keys by **${date}**.`,
    'key-usable-until': (date) => `The key can be used until **${date}**.`,
    'user-assigned-until': (date) => `Those benefits can be activated and used until **${date}**.`,
    'benefits-until': (date) => `Those benefits can be redeemed until **${date}**.`,
    'reassign-from': (date) => `The subscription can be reassigned from **${date}**.`,
    'renew-from': (date) => `The membership can be renewed from **${date}**.`,
  },
  because: {
    'key-redeem-by': (given) =>
      `The benefit expiry date, ${given}, is the last date to activate your benefits.`,
    'key-usable-until': (given) =>
      `A key redeemed on ${given} can be used for one year from that day, whatever the benefit expiry date is.`,
    'user-assigned-until': (given) =>
      `Benefits that need a user assignment, such as Visual Studio subscriptions, stay available for an additional 30 days after the enrollment renewal date, ${given}.`,
    'benefits-until': (given) =>
      `The benefits of the one-year enrollment can be redeemed until the renewal date, ${given}.`,
    'reassign-from': (given) =>
      `A Visual Studio subscription may be reassigned if 90 days have passed since the original assignment, ${given}.`,
    'renew-from': (given) => `Membership can be renewed on any day from the renewal start date, ${given}.`,
  },
  notOnLastDay: `Please don't wait for the last day.`,
  rule: {
    'key-redeem-by': `Product keys are to be redeemed by the benefit expiry date, the last date to activate your benefits.`,
    'key-usable-until': `A redeemed key can be used for one year from the day it was redeemed.`,
    'user-assigned-until': `Benefits that need a user assignment stay available for an additional 30 days after the enrollment renewal date.`,
    'benefits-until': `The benefits of the one-year enrollment can be redeemed until the renewal date.`,
    'reassign-from': `A Visual Studio subscription may be reassigned if 90 days have passed since the original assignment.`,
    'renew-from': `Membership can be renewed on any day from the renewal start date.`,
  },
  ask: {
    expiry: `What is your benefit expiry date?`,
    redemption: `On which date was the key redeemed?`,
    renewal: `What is your enrollment renewal date?`,
    assignment: `On which date was the subscription originally assigned?`,
    'renewal-start': `What is your renewal start date? You find it on the Membership Offers page in the MPN dashboard.`,
  },
  askHint: (needs) => `Write it as you like; “${EXAMPLE[needs]}” is fine, too.`,
  submit: `OK`,
  impossible: (words) => `There is no such date as “${words}”.`,
  choose: (dates) => `Which one do you mean: ${dates.join(' or ')}?`,
  noDate: `I couldn't find a date in that.`,
  unknown: {
    expiry: `The FAQ doesn't say where the benefit expiry date is shown. Tell me the date once you know it.`,
    redemption: `The FAQ doesn't say where to look up when a key was redeemed. Tell me the date once you know it.`,
    renewal: `The FAQ doesn't say where the enrollment renewal date is shown. The renewal start date is on the Membership Offers page in the MPN dashboard. Tell me the date once you know it.`,
    assignment: `The FAQ doesn't say where to look up when a subscription was assigned. Tell me the date once you know it.`,
    'renewal-start': `You can find the renewal start date on the Membership Offers page in the MPN dashboard. Tell me the date once you know it.`,
  },
  notYet: {
    expiry: `Tell me the benefit expiry date once you know it.`,
    redemption: `So it isn't redeemed yet. Tell me the day on which you plan to redeem it, and I'll work out until when it can be used. For the deadline to redeem it, tell me the benefit expiry date.`,
    renewal: `Tell me the enrollment renewal date once you know it.`,
    assignment: `So it isn't assigned yet. Tell me the day on which you plan to assign it, and I'll work out from when it can be reassigned.`,
    'renewal-start': `Tell me the renewal start date once you know it.`,
  },
  today: `today`,
  lead: { yes: 'Yes, ', no: 'No, ' },
  possible: (day, limit, answer) =>
    `${day} is ${{ deadline: 'in time', end: 'still covered', start: 'possible' }[limit]}. ${answer}`,
  partlyPossible: (span, limit, answer) =>
    `but only for ${limit === 'start' ? 'the last' : 'the first'} part of ${span}. ${answer}`,
  impossibleOn: (day, limit, answer, date, isPast) =>
    limit === 'start'
      ? `${day} is too early. ${answer}`
      : `${day} is ${limit === 'deadline' ? 'too late' : 'no longer covered'}. The last day ${isPast ? 'was' : 'is'} **${date}**.`,
  ends: (isSo, answer) => `${isSo ? 'Yes' : 'No'}. ${answer}`,
  daysLeft: (days) =>
    days === 0 ? `That is today.` : `That is ${days} ${days === 1 ? 'day' : 'days'} from today.`,
  hasPassed: `That day has passed.`,
  item: (role, given, bound, date) => `${role} ${given}: ${bound} **${date}**`,
  itemDaysLeft: (days) => ` (${days} ${days === 1 ? 'day' : 'days'} from today)`,
  first: (item) => `${item} (the first)`,
  role: {
    expiry: 'Benefit expiry date',
    redemption: 'Key redeemed',
    renewal: 'Enrollment renewal date',
    assignment: 'Originally assigned',
    'renewal-start': 'Renewal start date',
  },
  result: {
    'key-redeem-by': 'Last day to redeem keys',
    'key-usable-until': 'Last day to use the key',
    'user-assigned-until': 'Last day to use the benefits',
    'benefits-until': 'Last day to redeem benefits',
    'reassign-from': 'First day to reassign',
    'renew-from': 'First day to renew',
  },
  addToCalendar: 'Add to calendar',
  workOut: {
    'key-redeem-by': 'What date must I redeem by?',
    'key-usable-until': 'What date does my key run out?',
    'user-assigned-until': 'Renewal: VS until what date?',
    'benefits-until': 'Renewal: redeem by what date?',
    'reassign-from': 'What date can I reassign VS?',
    'renew-from': 'What date can I renew my MPN?',
  },
};
