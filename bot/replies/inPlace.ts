// Which replies stand on a card of their own in Teams, where pressing a button replaces the card in its place.
import type { Reply } from '../../dialogs/reply.js';

/**
 * Steps of a walkthrough, questions of its form and of a diagnosis, and what they come to: of these the user needs the
 * one they are at. Answers of the FAQ, worked-out dates and their questions are read again and compared, and their
 * buttons ask for something else, which is good at any time: what they lead to is a new message.
 */
const IN_PLACE: readonly Reply['kind'][] = [
  'step',
  'askField',
  'stuck',
  'offerToContinue',
  'walkthroughPaused',
  'walkthroughDone',
  'diagnosisQuestion',
  'diagnosisConclusion',
  'outdatedButton',
  'overtakenButton',
];

/** Whether the buttons of a reply replace the card that they stand on. */
export function movesOn({ kind }: Reply): boolean {
  return IN_PLACE.includes(kind);
}

/** Whether the words of a reply stand on the card, too. A ticket's summary is copied letter by letter, and cards have no preformatted text. */
export function standsOnCard(reply: Reply): boolean {
  return movesOn(reply) && !(reply.kind === 'step' && reply.summary && !reply.isBrief);
}

/** Whether a reply ends what its card was about, so that what comes next gets a card of its own. */
export function closesCard({ kind }: Reply): boolean {
  return kind === 'walkthroughDone' || kind === 'diagnosisConclusion';
}
