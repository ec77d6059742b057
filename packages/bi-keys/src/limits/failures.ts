import { LRUCache } from 'lru-cache';

const WINDOW_MS = 60_000;
const MOST_COUNTED = 20_000;

/** Counts failures by address, within windows of a minute each. */
export class Failures {
  readonly #counts = new LRUCache<string, { count: number }>({ max: MOST_COUNTED, ttl: WINDOW_MS });

  /** @param most that an address may have within a minute */
  constructor(private readonly most: number) {}

  note(address: string): void {
    const known = this.#counts.get(address);
    if (known) known.count += 1;
    else this.#counts.set(address, { count: 1 });
  }

  /** Seconds until the address may try again; undefined if it may now. */
  wait(address: string): number | undefined {
    const count = this.#counts.get(address)?.count ?? 0;
    return count < this.most
      ? undefined
      : Math.max(1, Math.ceil(this.#counts.getRemainingTTL(address) / 1000));
  }
}
