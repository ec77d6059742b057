import type { Pool } from 'undici';

/**
 * Tells whether the program for analysis still runs, by a request that costs it nothing. Requests that wait at the same time share
 * one.
 */
export class InsightPulse {
  #asked: Promise<boolean> | undefined;

  /** @param limitMs within which it has to answer */
  constructor(
    private readonly pool: Pool,
    private readonly limitMs: number,
  ) {}

  async beats(): Promise<boolean> {
    this.#asked ??= this.#ask().finally(() => {
      this.#asked = undefined;
    });
    return this.#asked;
  }

  async #ask(): Promise<boolean> {
    try {
      const answer = await this.pool.request({
        method: 'GET',
        path: '/healthz',
        signal: AbortSignal.timeout(this.limitMs),
      });
      await answer.body.dump();
      return true;
    } catch {
      return false;
    }
  }
}
