// Tells when the process stood still. All turns run on one thread: while one of them reckons, nobody else is served.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';

/** A turn takes some milliseconds; collecting garbage or a busy machine rarely take a second. */
const MAX_BLOCKED_MS = 1000;
const LOOK_EVERY_MS = 1000;
const RESOLUTION_MS = 20;
const NANOSECONDS = 1e6;

/** @returns ends the watching */
export function watchEventLoop(logger: Logger, metrics: Metrics): () => void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const timer = setInterval(() => {
    const blockedMs = Math.round(delay.max / NANOSECONDS);
    delay.reset();
    if (blockedMs < MAX_BLOCKED_MS) return;
    metrics.countBlocked();
    logger.warn({ blockedMs }, 'the process stood still');
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    delay.disable();
  };
}
