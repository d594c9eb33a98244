// How long to wait before something is tried again: longer each time, and spread, so that visitors don't all ask at once.

const FIRST_PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 15_000;

/** @param attempt - how many attempts there were; after 1, 2, 3, … it is about 1, 2, 4, … 15 seconds */
export async function backOff(attempt: number): Promise<void> {
  const full = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
  await new Promise((resolve) => setTimeout(resolve, full * (0.75 + Math.random() / 4)));
}
