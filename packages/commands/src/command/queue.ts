import { PublicError } from '@mtg/service-kit';

/** More than a street's whole staff at once; beyond it, waiting would outlast every client's patience. */
const LONGEST = 1000;

/** Runs one task after another. */
export class CommandQueue {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** @throws PublicError SUBGRAPH_UNAVAILABLE when too many wait already; whatever the task throws */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#waiting >= LONGEST) {
      throw new PublicError(
        'SUBGRAPH_UNAVAILABLE',
        '操作过多，请稍后用同一个 Idempotency-Key 重试 · Too many commands at once; try again later with the same Idempotency-Key',
      );
    }
    this.#waiting += 1;
    const turn = this.#last.then(task).finally(() => {
      this.#waiting -= 1;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
