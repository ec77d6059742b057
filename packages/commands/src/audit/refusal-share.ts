/** Two a second: more than a person is refused, and far less than a street writes. */
const SHARE = 120;
const SHARE_MS = 60_000;

/**
 * How many refusals of one subject become entries of their own: so many a minute. Each takes the command lock, and an
 * entry is for good; what goes beyond the share is tallied.
 */
export class RefusalShare {
  #since = -Infinity;
  readonly #used = new Map<string, number>();

  /**
   * Takes one from a subject's share.
   *
   * @param now in milliseconds, of a clock that never goes back
   * @returns false when nothing of it is left
   */
  take(subject: string, now = performance.now()): boolean {
    if (now - this.#since >= SHARE_MS) {
      this.#since = now;
      this.#used.clear();
    }
    const used = this.#used.get(subject) ?? 0;
    if (used >= SHARE) return false;
    this.#used.set(subject, used + 1);
    return true;
  }
}
