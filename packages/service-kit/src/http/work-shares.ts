/** How much of one thread a client may keep busy. */
export interface WorkShare {
  /** Of the time that passes, from 0 to 1. */
  readonly share: number;
  /** Milliseconds of work that a client may cause at once. */
  readonly burstMs: number;
  /** Clients that are counted at a time; beyond them those heard of longest ago are forgotten. */
  readonly most: number;
}

interface Debt {
  readonly ms: number;
  readonly at: number;
}

/** What clients owe for the work that they caused; time pays it off. */
export class WorkShares {
  /** A Map keeps the order of insertion: the one heard of longest ago comes first. */
  readonly #debts = new Map<string, Debt>();

  /** @param now milliseconds of a clock that never goes back */
  constructor(
    private readonly limit: WorkShare,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Notes work that was done for a client. What exceeds its share is owed too. */
  charge(client: string, ms: number): void {
    const owed = this.#owed(client) + ms;
    this.#debts.delete(client);
    this.#debts.set(client, { ms: owed, at: this.now() });
    const [oldest] = this.#debts.keys();
    if (this.#debts.size > this.limit.most && oldest !== undefined) this.#debts.delete(oldest);
  }

  /** Whole seconds until a client may cause work again; 0 if it may now. */
  secondsToWait(client: string): number {
    const excess = this.#owed(client) - this.limit.burstMs;
    return excess < 0 ? 0 : Math.max(1, Math.ceil(excess / this.limit.share / 1000));
  }

  #owed(client: string): number {
    const debt = this.#debts.get(client);
    return debt ? Math.max(0, debt.ms - (this.now() - debt.at) * this.limit.share) : 0;
  }
}
