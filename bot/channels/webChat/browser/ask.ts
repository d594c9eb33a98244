// Asks the bot until it answers: one that is starting, too busy or out of reach is asked again.
import { backOff } from './backOff.js';

const REQUEST_LIMIT_MS = 10_000;

export interface Patience {
  /** Called whenever there was no answer, or one that may soon be another, such as 429 or 502. */
  readonly onTrouble?: () => void;
  /** Ends the asking: nobody waits for the answer any more. */
  readonly stop: AbortSignal;
}

/** @throws {DOMException} where it was stopped before there was an answer */
export async function ask(
  url: string,
  request: RequestInit,
  { onTrouble, stop }: Patience,
): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    stop.throwIfAborted();
    const signal = AbortSignal.timeout(REQUEST_LIMIT_MS);
    const response = await fetch(url, { ...request, signal }).catch(() => undefined);
    if (response && response.status !== 429 && response.status < 500) return response;
    onTrouble?.();
    await backOff(attempt);
  }
}
