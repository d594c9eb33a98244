// How often a conversation or an address may ask something of the server, counted in this process.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export class RateLimit {
  readonly #limiter: RateLimiterMemory;

  /**
   * @param points - how many requests
   * @param duration - in how many seconds
   */
  constructor(points: number, duration: number) {
    this.#limiter = new RateLimiterMemory({ points, duration });
  }

  /** @returns undefined where it may go on, else the seconds after which to try again */
  async take(key: string): Promise<number | undefined> {
    try {
      await this.#limiter.consume(key);
      return undefined;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.ceil(refused.msBeforeNext / 1000);
    }
  }
}
