// The sentences of a message.

const SENTENCE = /[^.!?。！？\n]+/gu;
/** Shorter ones say nothing on their own. */
const SHORTEST = 8;
const MOST = 8;

/** @returns the sentences of a message of several, at most eight; none where it is but one */
export function sentencesIn(text: string): string[] {
  const sentences = text.match(SENTENCE) ?? [];
  return sentences.length < 2 ? [] : sentences.filter((each) => each.trim().length >= SHORTEST).slice(-MOST);
}
