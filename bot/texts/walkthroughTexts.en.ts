// English sentences of walkthroughs and diagnoses.
import type { WalkthroughTexts } from './walkthroughTexts.js';

const count = (number: number) => number.toLocaleString('en-US');

export const en: WalkthroughTexts = {
  heading: (step, of, title) => `**Step ${step} of ${of}** · ${title}`,
  fieldHeading: (field, of, form) => `**Detail ${field} of ${of}** · ${form}`,
  lead: (lead, of, step) =>
    ({
      started: `Let's go through it together, one step at a time. There are ${of} steps.`,
      startedOver: `Let's start again from the first step.`,
      continued: `Let's go on where you were.`,
      skipped: `Skipped.`,
      firstAlready: `This is the first step, there is nothing before it.`,
      noSuchStep: `There are only ${of} steps. You are still here:`,
      notUnderstood: `Sorry, I didn't quite get that. We're at step ${step}: say next when it's done, or tell me what goes wrong.`,
      stillHere: `I haven't counted step ${step} as done. Say next when it is.`,
      progress:
        step === of
          ? `This is step ${step} of ${of}, the last one.`
          : `This is step ${step} of ${of}, so ${of - step} more after it.`,
      takeYourTime: `Take your time, I'll wait.`,
      leftAnother: `I've set the other guide aside. This one has ${of} steps.`,
    })[lead],
  fieldLead: (lead) => {
    switch (lead.kind) {
      case 'fieldHelp':
        return `It's about this:`;
      case 'leftOut':
        return `Left out.`;
      case 'summaryIn':
        return `The summary will be in ${lead.language === 'en' ? 'English' : 'Japanese'}, when the details are complete.`;
      case 'impossible':
        return `There is no such date as “${lead.text}”.`;
      case 'noted': {
        const masked = lead.isMasked
          ? ` I masked what looks like an ID, a key, a password or a contact; please enter it only in the form of Microsoft Support.`
          : '';
        const cut =
          lead.cut > 0 ? ` It was too long: I left out ${count(lead.cut)} characters in the middle.` : '';
        return `Noted.${masked}${cut}`;
      }
    }
  },
  needs: (what) => `You need: ${what}`,
  hint: (onward) =>
    `Say **${onward.toLowerCase()}** when it's done. You can also say **back**, **stuck** or **stop**.`,
  formIntro: () =>
    `Before that step, let's collect what the ticket needs. Please leave IDs and passwords out. You can **skip** any question.`,
  fieldHint: `**skip** leaves it out, **back** goes back, **stop** stops.`,
  choices: (titles) => `For example ${titles.join(', ')}; or write another one.`,
  summaryIntro: () => `Here is your summary, ready to copy into the ticket form:`,
  summaryHint: `To change something, write it with its name, as in “error: 0x80070643”, or say “change the product”. Say **done** when the ticket is created.`,
  download: 'Download as a text file',
  leftOut: '–',
  cut: (characters) => `[${count(characters)} characters left out here]`,
  shortened: (characters) => `[${count(characters)} more characters in the text file]`,
  stuck: (step) => `No problem, let's look at step ${step} again.`,
  noMoreKnown: (support) =>
    support
      ? `The FAQ says no more about this step. If you can't get any further, people can help you here: ${support}`
      : `The FAQ says no more about this step.`,
  stuckHint: (onward) =>
    `Say **${onward.toLowerCase()}** when it has worked, **skip** to go on without it, or **stop**.`,
  offer: (step, of, title) => `You were at step ${step} of ${of}: ${title}. Shall we **continue**?`,
  paused: (step, of, title) =>
    `You are at step ${step} of ${of}: ${title}. I keep the place; say **continue** whenever you want to go on.`,
  done: (title) => `That was the last step: ${title}.`,
  allSteps: (title) => `These are all the steps of “${title}”:`,
  youAreAt: (step, of) => `You are at step ${step} of ${of}.`,
  summarySoFar: `This is what I have so far:`,
  nothingFilledIn: `Nothing is filled in yet.`,
  diagnosisNamed: (titles) => `You say: ${titles.join(', ')}.`,
  diagnosisLead: {
    denied: `All right, not that. Is it one of the others?`,
    several: `You named several that lead to different answers, so let's take them one at a time.`,
  },
  diagnosisAgain: (title) => `Still to be answered, about **${title}**:`,
  diagnosisHint: `Pick one or reply with its number. Say **cancel** to leave the question.`,
  pickOne: `Please pick one.`,
  buttons: {
    next: 'Next',
    finish: 'Done',
    back: 'Back',
    skip: 'Skip',
    stuck: "I'm stuck",
    stop: 'Stop',
    continue: 'Continue',
    startOver: 'Start over',
    summaryIn: { en: 'Summary in English', ja: 'Summary in Japanese' },
  },
};
