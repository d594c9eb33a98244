// How much may be in use at once, e.g. streams or bytes: in all, and by one address, so that nobody takes it all.

export class Places {
  readonly #taken = new Map<string, number>();
  #total = 0;

  constructor(
    private readonly maxOfAddress: number,
    private readonly max: number,
  ) {}

  /** @returns a function that gives them back; undefined where there are not so many left */
  take(address: string, count = 1): (() => void) | undefined {
    const taken = (this.#taken.get(address) ?? 0) + count;
    if (taken > this.maxOfAddress || this.#total + count > this.max) return undefined;
    this.#add(address, count);
    let isGivenBack = false;
    return () => {
      if (!isGivenBack) this.#add(address, -count);
      isGivenBack = true;
    };
  }

  #add(address: string, count: number): void {
    const taken = (this.#taken.get(address) ?? 0) + count;
    this.#total += count;
    if (taken === 0) this.#taken.delete(address);
    else this.#taken.set(address, taken);
  }
}
