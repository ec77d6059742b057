import { PublicError, RETRY_AFTER_SECONDS } from '@mtg/service-kit';

/** More than a street's whole staff at once; beyond it, waiting would outlast every client's patience. */
const LONGEST = 1000;

/** More than one person, or one system of a department, has to do at once; the others' turns come all the same. */
const MOST_OF_ONE = 200;

/** A task was not taken on: nothing of it has been done, nor will be. */
export class CrowdedError extends PublicError {
  constructor() {
    super(
      'OVERLOADED',
      '操作过多，请稍后用同一个 Idempotency-Key 重试 · Too many commands at once; try again later with the same Idempotency-Key',
      { retryAfterSeconds: RETRY_AFTER_SECONDS },
    );
  }
}

/** Runs one task after another. */
export class CommandQueue {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  readonly #waitingOf = new Map<string, number>();

  /**
   * @param whose who asks for it; the platform's own tasks are nobody's, few, and taken on however many wait
   * @throws CrowdedError when too many wait already, of all or of this one; whatever the task throws
   */
  async run<T>(task: () => Promise<T>, whose?: string): Promise<T> {
    if (whose !== undefined && (this.#waiting >= LONGEST || this.#count(whose) >= MOST_OF_ONE))
      throw new CrowdedError();
    this.#add(whose, 1);
    const turn = this.#last.then(task).finally(() => this.#add(whose, -1));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #count(whose: string): number {
    return this.#waitingOf.get(whose) ?? 0;
  }

  #add(whose: string | undefined, change: 1 | -1): void {
    this.#waiting += change;
    if (whose === undefined) return;
    const count = this.#count(whose) + change;
    if (count > 0) this.#waitingOf.set(whose, count);
    else this.#waitingOf.delete(whose);
  }
}
