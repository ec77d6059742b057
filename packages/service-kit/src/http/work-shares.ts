import { LRUCache } from 'lru-cache';

/** Share of one thread that a client may keep busy. */
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

/** Debts of clients for the work that they caused. They decrease with time. */
export class WorkShares {
  readonly #debts: LRUCache<string, Debt>;

  /** @param now milliseconds of a clock that never goes back */
  constructor(
    private readonly limit: WorkShare,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#debts = new LRUCache({ max: limit.most });
  }

  /** Notes work that was done for a client. What exceeds its share is owed too. */
  charge(client: string, ms: number): void {
    this.#debts.set(client, { ms: this.#owed(client) + ms, at: this.now() });
  }

  /** Whole seconds until a client may cause work again; 0 if it may now. */
  secondsToWait(client: string): number {
    const excess = this.#owed(client) - this.limit.burstMs;
    return excess < 0 ? 0 : Math.max(1, Math.ceil(excess / this.limit.share / 1000));
  }

  #owed(client: string): number {
    const debt = this.#debts.peek(client);
    return debt ? Math.max(0, debt.ms - (this.now() - debt.at) * this.limit.share) : 0;
  }
}
