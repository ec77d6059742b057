const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
/** A part that was up this long had recovered: its next death is a new story. */
const RECOVERED_MS = 60_000;

/** Delay before each restart: 1 s, 2 s, 4 s … 30 s, and 1 s again after a minute of running. */
export class Backoff {
  private deaths = 0;

  /**
   * @param upMs how long the part had run when it died
   * @returns milliseconds to wait before it is started again
   */
  next(upMs: number): number {
    if (upMs >= RECOVERED_MS) this.deaths = 0;
    const wait = Math.min(FIRST_MS * 2 ** this.deaths, LONGEST_MS);
    this.deaths += 1;
    return wait;
  }
}
