// The clock of this process, and so of a bot that runs in it, which can be put forward: tokens expire while nobody waits.

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export class TestClock {
  readonly #real = Date.now;
  #ahead = 0;

  /** Before the bot is composed. */
  constructor() {
    Date.now = () => this.#real() + this.#ahead;
  }

  forwardMinutes(minutes: number): void {
    this.#ahead += minutes * MINUTE_MS;
  }

  forwardDays(days: number): void {
    this.#ahead += days * DAY_MS;
  }

  restore(): void {
    Date.now = this.#real;
  }
}
